/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "opener.h"

G_BEGIN_DECLS

#define DL_TYPE_NOTICES (dl_notices_get_type ())
G_DECLARE_FINAL_TYPE (DlNotices, dl_notices, DL, NOTICES, GtkBox)

void dl_notices_set_opener (DlNotices *self, DlOpener *opener, DlSession *session);
void dl_notices_ask_date (DlNotices *self);

G_END_DECLS

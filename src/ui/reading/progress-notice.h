/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "opener.h"

G_BEGIN_DECLS

#define DL_TYPE_PROGRESS_NOTICE (dl_progress_notice_get_type ())
G_DECLARE_FINAL_TYPE (DlProgressNotice, dl_progress_notice, DL, PROGRESS_NOTICE, GtkWidget)

void dl_progress_notice_update (DlProgressNotice *self, DlOpener *opener);
gboolean dl_progress_notice_is_shown (DlProgressNotice *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_LEAD_PICTURE (dl_lead_picture_get_type ())
G_DECLARE_FINAL_TYPE (DlLeadPicture, dl_lead_picture, DL, LEAD_PICTURE, GtkWidget)

DlLeadPicture *dl_lead_picture_new (GtkTextView *view);
void dl_lead_picture_set_session (DlLeadPicture *self, DlSession *session);
gboolean dl_lead_picture_is_shown (DlLeadPicture *self);

G_END_DECLS

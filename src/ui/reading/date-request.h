/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "date.h"

G_BEGIN_DECLS

#define DL_TYPE_DATE_REQUEST (dl_date_request_get_type ())
G_DECLARE_FINAL_TYPE (DlDateRequest, dl_date_request, DL, DATE_REQUEST, GtkWidget)

void dl_date_request_set_shown (DlDateRequest *self, gboolean shown);
void dl_date_request_open (DlDateRequest *self, DlDate *published);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_FAILURE_NOTICE (dl_failure_notice_get_type ())
G_DECLARE_FINAL_TYPE (DlFailureNotice, dl_failure_notice, DL, FAILURE_NOTICE, GtkWidget)

void dl_failure_notice_set_sentences (DlFailureNotice *self, const char *sentences);

G_END_DECLS

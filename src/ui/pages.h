/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _DlPages DlPages;

DlPages *dl_pages_new (GtkStack *stack);
void dl_pages_free (DlPages *self);
void dl_pages_show (DlPages *self, const char *name);
void dl_pages_show_loading (DlPages *self);
void dl_pages_cancel_loading (DlPages *self);
void dl_pages_show_failure (DlPages *self, const char *sentences);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kind.h"

G_BEGIN_DECLS

#define DL_TYPE_KIND_SWATCH (dl_kind_swatch_get_type ())
G_DECLARE_FINAL_TYPE (DlKindSwatch, dl_kind_swatch, DL, KIND_SWATCH, GtkWidget)

GtkWidget *dl_kind_swatch_new (void);
void dl_kind_swatch_set_kind (DlKindSwatch *self, DlKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * DlMapLabelText:
 * @serial: of the context that the texts were laid out for
 *
 * Names laid out for the map, each of them once for as long as the fonts stay the same.
 */
typedef struct
{
  GHashTable *layouts; /* name → PangoLayout; or NULL */
  PangoFontDescription *font;
  guint serial;
} DlMapLabelText;

void dl_map_label_text_clear (DlMapLabelText *self);
void dl_map_label_text_set_context (DlMapLabelText *self, PangoContext *context);
PangoLayout *dl_map_label_text_get (DlMapLabelText *self, PangoContext *context, const char *name);

G_END_DECLS

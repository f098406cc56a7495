/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-label-text.h"

/* A label in the sizes of the widget's text: that of a caption. */
#define SIZE 0.82

/* Names that are kept at most: more than there are countries. */
#define MAX_TEXTS 1000

void
dl_map_label_text_clear (DlMapLabelText *self)
{
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
}

/* That of a widget is in pixels, and has grown with the reader's text scaling already. */
static void
set_size (PangoFontDescription *font, int size)
{
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
}

/**
 * dl_map_label_text_set_context:
 *
 * Forgets the texts that were laid out for other fonts.
 */
void
dl_map_label_text_set_context (DlMapLabelText *self, PangoContext *context)
{
  guint serial = pango_context_get_serial (context);

  if (self->layouts != NULL && self->serial == serial &&
      g_hash_table_size (self->layouts) < MAX_TEXTS)
    return;

  dl_map_label_text_clear (self);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));
  set_size (self->font, pango_font_description_get_size (self->font) * SIZE);
  self->serial = serial;
}

/**
 * dl_map_label_text_get:
 *
 * Returns: (transfer none): the name on one line
 */
PangoLayout *
dl_map_label_text_get (DlMapLabelText *self, PangoContext *context, const char *name)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, name);

  if (layout != NULL)
    return layout;

  layout = pango_layout_new (context);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_text (layout, name, -1);
  g_hash_table_insert (self->layouts, g_strdup (name), layout);

  return layout;
}

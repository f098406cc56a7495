/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-filler.h"

#include "address-finder.h"
#include "text-layout.h"

/* Bytes put in at one go; as much at the start fills the largest screen. */
#define SLICE 32768
/* How long the main loop may be held, ms: with what the slice brings about in the view, half of a
 * frame. */
#define PATIENCE_MS 3
/* After a frame, but before the text view measures lines that are out of sight. */
#define PRIORITY (GDK_PRIORITY_REDRAW + 2)

struct _DlTextFiller
{
  GtkTextBuffer *buffer; /* owned */
  GtkTextTag *kind_tags[DL_N_BLOCK_KINDS];
  GtkTextTag *continued_tag;
  GtkTextTag *address_tag;
  GtkTextTag *language_tag; /* on everything, below the tags of single lines */

  DlTextMap *map; /* not owned: of what is being put in; or NULL */
  guint n_filled; /* lines */
  guint source;   /* 0: nothing is left to do */
};

static void
create_tags (DlTextFiller *self)
{
  GtkTextBuffer *buffer = self->buffer;

  self->language_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->kind_tags[DL_BLOCK_TITLE] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_TITLE),
                                "weight", PANGO_WEIGHT_BOLD, "justification", GTK_JUSTIFY_LEFT,
                                NULL);
  self->kind_tags[DL_BLOCK_HEADING] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_HEADING),
                                "weight", PANGO_WEIGHT_BOLD, "justification", GTK_JUSTIFY_LEFT,
                                NULL);
  self->kind_tags[DL_BLOCK_QUOTE] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 56, "right-margin", 56, "style",
                                PANGO_STYLE_ITALIC, NULL);
  self->kind_tags[DL_BLOCK_LIST_ITEM] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 48, NULL);
  self->kind_tags[DL_BLOCK_CAPTION] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_CAPTION),
                                NULL);
  self->continued_tag = gtk_text_buffer_create_tag (buffer, NULL, "pixels-below-lines", 0, NULL);
  self->address_tag =
    gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

/**
 * dl_text_filler_new:
 *
 * Returns: (transfer full): for @buffer, to which it adds its tags
 */
DlTextFiller *
dl_text_filler_new (GtkTextBuffer *buffer)
{
  DlTextFiller *self;

  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);

  self = g_new0 (DlTextFiller, 1);
  self->buffer = g_object_ref (buffer);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  create_tags (self);

  return self;
}

void
dl_text_filler_free (DlTextFiller *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * dl_text_filler_set_line_spacing:
 * @spacing_px: between two lines of one paragraph that stand for two of the buffer
 */
void
dl_text_filler_set_line_spacing (DlTextFiller *self, int spacing_px)
{
  g_object_set (self->continued_tag, "pixels-below-lines", spacing_px, NULL);
}

/**
 * dl_text_filler_set_language:
 * @language: (nullable): of the article where a block has none of its own, BCP 47; by it letters
 *   are chosen: Chinese and Japanese write one character in different ways
 */
void
dl_text_filler_set_language (DlTextFiller *self, const char *language)
{
  g_autofree char *old = NULL;

  g_object_get (self->language_tag, "language", &old, NULL);
  if (g_strcmp0 (old, language) != 0)
    g_object_set (self->language_tag, "language", language, NULL);
}

/**
 * dl_text_filler_set_dark:
 * @dark: whether the paper is
 *
 * Colours what differs.
 */
void
dl_text_filler_set_dark (DlTextFiller *self, gboolean dark)
{
  static const GdkRGBA light_line = { 0.10, 0.37, 0.71, 0.4 },
                       dark_line = { 0.60, 0.76, 0.95, 0.4 };

  g_object_set (self->address_tag, "foreground", dark ? "#99c1f1" : "#1a5fb4", "underline-rgba",
                dark ? &dark_line : &light_line, NULL);
}

static GtkTextTag *
get_language_tag (DlTextFiller *self, const char *language)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextTag *tag;

  if (language == NULL)
    return NULL;

  tag = gtk_text_tag_table_lookup (table, language);

  return tag != NULL
           ? tag
           : gtk_text_buffer_create_tag (self->buffer, language, "language", language, NULL);
}

static void
tag_line (DlTextFiller *self, guint line)
{
  GtkTextTag *tag = self->kind_tags[dl_text_map_get_line_kind (self->map, line)];
  GtkTextTag *language = get_language_tag (self, dl_text_map_get_line_language (self->map, line));
  gboolean continued = dl_text_map_is_continued (self->map, line);
  GtkTextIter start, end;

  if (tag == NULL && language == NULL && !continued)
    return;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  if (tag != NULL)
    gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
  if (language != NULL)
    gtk_text_buffer_apply_tag (self->buffer, language, &start, &end);
  if (continued)
    gtk_text_buffer_apply_tag (self->buffer, self->continued_tag, &start, &end);
}

/* No mark colours letters.  The line is pale, so that the marks below it stay what is seen first. */
static void
tag_addresses (DlTextFiller *self, guint line)
{
  DlArticle *article = dl_text_map_get_article (self->map);
  DlSpan left = dl_text_map_get_line (self->map, line);
  DlSpan address;

  for (; dl_address_finder_find (article, left, &address); left.start = address.end)
    {
      GtkTextIter start, end;

      dl_text_map_get_iter (self->map, self->buffer, address.start, &start);
      dl_text_map_get_iter (self->map, self->buffer, address.end, &end);
      gtk_text_buffer_apply_tag (self->buffer, self->address_tag, &start, &end);
    }
}

/* The lines after @first that make up a slice, or the next line if that is longer. */
static guint
find_slice_end (DlTextFiller *self, guint first)
{
  const guint n_lines = dl_text_map_get_n_lines (self->map);
  const gsize start = dl_text_map_get_line (self->map, first).start;
  guint end = first + 1;

  while (end < n_lines && dl_text_map_get_line (self->map, end).end - start <= SLICE)
    end++;

  return end;
}

static void
fill_slice (DlTextFiller *self)
{
  const guint first = self->n_filled;
  g_autofree char *display = NULL;
  GtkTextIter iter;
  gsize length;

  self->n_filled = find_slice_end (self, first);
  display = dl_text_map_dup_display (self->map, first, self->n_filled, &length);
  gtk_text_buffer_get_end_iter (self->buffer, &iter);
  gtk_text_buffer_insert_with_tags (self->buffer, &iter, display, length, self->language_tag, NULL);
  for (guint line = first; line < self->n_filled; line++)
    {
      tag_line (self, line);
      tag_addresses (self, line);
    }
}

static gboolean
is_done (DlTextFiller *self)
{
  return self->n_filled == dl_text_map_get_n_lines (self->map);
}

static gboolean
idle_cb (gpointer user_data)
{
  DlTextFiller *self = user_data;
  const gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;

  /* all of it may have been reached meanwhile */
  while (!is_done (self) && g_get_monotonic_time () < until)
    fill_slice (self);

  if (!is_done (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dl_text_filler_fill:
 * @map: (nullable): of the article to put in, which stays as long as it is the buffer's;
 *   %NULL for none
 *
 * What the buffer held is dropped, and the caret is at the start.
 */
void
dl_text_filler_fill (DlTextFiller *self, DlTextMap *map)
{
  GtkTextIter start;

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  self->map = map;
  self->n_filled = 0;
  if (map == NULL)
    return;

  fill_slice (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  if (!is_done (self))
    self->source = g_idle_add_full (PRIORITY, idle_cb, self, NULL);
}

/**
 * dl_text_filler_reach:
 * @byte: a position in the article
 *
 * Makes sure that it is in the buffer, and what follows it on the screen.
 */
void
dl_text_filler_reach (DlTextFiller *self, gsize byte)
{
  if (self->map == NULL)
    return;

  while (!is_done (self) && dl_text_map_get_line (self->map, self->n_filled - 1).end < byte + SLICE)
    fill_slice (self);
}

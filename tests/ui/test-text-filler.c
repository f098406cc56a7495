/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "display.h"
#include "text-filler.h"
#include "widgets.h"

#define N_BLOCKS 2000

static DlArticle *
make_article (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_BLOCKS; i++)
    {
      const gsize start = text->len;

      g_string_append_printf (text,
                              "Paragraph %u: the ministers of both countries met again, and "
                              "nobody knew what they had talked about.",
                              i);
      g_ptr_array_add (blocks, dl_block_new (i % 100 == 0 ? DL_BLOCK_HEADING : DL_BLOCK_PARAGRAPH,
                                             (DlSpan){ start, text->len }, i == 1 ? "ja" : NULL));
      g_string_append_c (text, '\n');
    }
  bytes = g_string_free_to_bytes (text);

  return dl_article_new (bytes, g_steal_pointer (&blocks), &(DlArticleFields){ .language = "en" });
}

typedef struct
{
  DlArticle *article;
  DlTextMap *map;
  GtkTextBuffer *buffer;
  DlTextFiller *filler;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->article = make_article ();
  self->map = dl_text_map_new (self->article);
  self->buffer = gtk_text_buffer_new (NULL);
  self->filler = dl_text_filler_new (self->buffer);
  dl_text_filler_fill (self->filler, self->map);
}

static void
tear_down (Case *self, gconstpointer data)
{
  dl_text_filler_free (self->filler);
  dl_text_map_free (self->map);
  g_assert_finalize_object (self->buffer);
  g_assert_finalize_object (self->article);
}

static void
assert_full (Case *self)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL, *display = NULL;
  gsize length;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  shown = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  display = dl_text_map_dup_display (self->map, 0, dl_text_map_get_n_lines (self->map), &length);
  g_assert_cmpstr (shown, ==, display);
}

/* The beginning at once, the rest between frames, and each block as its kind is set. */
static void
test_slices (Case *self, gconstpointer data)
{
  const int first = gtk_text_buffer_get_line_count (self->buffer);
  GtkTextIter iter;

  g_assert_cmpint (first, >, 100);
  g_assert_cmpint (first, <, N_BLOCKS);
  wait_until (gtk_text_buffer_get_line_count (self->buffer) == N_BLOCKS);
  assert_full (self);
  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, 1900);
  g_assert_true (gtk_text_iter_starts_tag (&iter, NULL));
  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, 1901);
  g_assert_true (gtk_text_iter_ends_tag (&iter, NULL));
  g_assert_false (gtk_text_buffer_get_can_undo (self->buffer));

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  g_assert_true (gtk_text_iter_is_start (&iter));
}

static const char *
get_language (Case *self, guint line)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (self->buffer, &iter, line);

  return pango_language_to_string (gtk_text_iter_get_language (&iter));
}

/* A block's own, or that of the article, also when that is known only later. */
static void
test_language (Case *self, gconstpointer data)
{
  dl_text_filler_set_language (self->filler, "zh");
  g_assert_cmpstr (get_language (self, 0), ==, "zh");
  g_assert_cmpstr (get_language (self, 1), ==, "ja");
  dl_text_filler_set_language (self->filler, "ko");
  g_assert_cmpstr (get_language (self, 0), ==, "ko");
  g_assert_cmpstr (get_language (self, 1), ==, "ja");
  dl_text_filler_reach (self->filler, dl_text_map_get_line (self->map, 1500).start);
  g_assert_cmpstr (get_language (self, 1500), ==, "ko");
}

/* Whoever goes to a place need not wait for it. */
static void
test_reach (Case *self, gconstpointer data)
{
  const gsize byte = dl_text_map_get_line (self->map, 1500).start;
  GtkTextIter iter;

  dl_text_filler_reach (self->filler, byte);
  dl_text_map_get_iter (self->map, self->buffer, byte, &iter);
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 1500);
  g_assert_cmpint (gtk_text_buffer_get_line_count (self->buffer), <, N_BLOCKS);
  wait_until (gtk_text_buffer_get_line_count (self->buffer) == N_BLOCKS);
  assert_full (self);
}

/* Another article takes the place of one that is not there yet. */
static void
test_anew (Case *self, gconstpointer data)
{
  dl_text_filler_fill (self->filler, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (gtk_text_buffer_get_char_count (self->buffer), ==, 0);
  dl_text_filler_fill (self->filler, self->map);
  wait_until (gtk_text_buffer_get_line_count (self->buffer) == N_BLOCKS);
  assert_full (self);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  ADD ("/ui/text-filler/slices", test_slices);
  ADD ("/ui/text-filler/language", test_language);
  ADD ("/ui/text-filler/reach", test_reach);
  ADD ("/ui/text-filler/anew", test_anew);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "display.h"
#include "text-map.h"

static DlArticle *
make_article (const char *text, const DlSpan *spans, guint n_spans)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_spans; i++)
    g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, spans[i], NULL));

  return dl_article_new (bytes, blocks, &(DlArticleFields){ .title = "Test" });
}

/* Every position that is shown leads to the buffer and back. */
static void
assert_round_trip (DlTextMap *map, GtkTextBuffer *buffer, const char *text)
{
  for (guint line = 0; line < dl_text_map_get_n_lines (map); line++)
    {
      DlSpan span = dl_text_map_get_line (map, line);

      for (gsize byte = span.start; byte < span.end; byte++)
        {
          GtkTextIter iter;

          if ((text[byte] & 0xc0) == 0x80)
            continue;
          dl_text_map_get_iter (map, buffer, byte, &iter);
          g_assert_cmpuint (dl_text_map_get_byte (map, &iter), ==, byte);
          if (!g_ascii_isspace (text[byte]) && (guchar) text[byte] != 0xe2)
            g_assert_cmpuint (gtk_text_iter_get_char (&iter), ==, g_utf8_get_char (text + byte));
        }
    }
}

static void
test_blocks (void)
{
  /* A line break, a carriage return and a paragraph separator inside of a block. */
  const char *text = "Một\nhai\n\n  ba\r\nbốn\xe2\x80\xa9năm\n";
  const DlSpan spans[] = { { 0, 9 }, { 13, 29 } };
  g_autoptr (DlArticle) article = make_article (text, spans, G_N_ELEMENTS (spans));
  g_autoptr (DlTextMap) map = dl_text_map_new (article);
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *display = NULL;
  gsize length;
  GtkTextIter iter;

  display = dl_text_map_dup_display (map, 0, dl_text_map_get_n_lines (map), &length);
  g_assert_cmpuint (length, ==, strlen (display));
  g_assert_cmpstr (display, ==, "Một hai\nba  bốn\xe2\x80\xa8năm");
  gtk_text_buffer_set_text (buffer, display, length);
  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), ==, 2);
  assert_round_trip (map, buffer, text);

  /* Between two blocks: the end of the first. */
  dl_text_map_get_iter (map, buffer, 11, &iter);
  g_assert_cmpint (gtk_text_iter_get_line (&iter), ==, 0);
  g_assert_true (gtk_text_iter_ends_line (&iter));
}

static void
test_giant_block (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlTextMap) map = NULL;
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *display = NULL;
  gsize length;

  for (guint i = 0; i < 9000; i++)
    g_string_append (text, i % 7 == 6 ? " " : i > 6000 ? "ớ" : "a");
  for (guint i = 0; i < 9000; i++)
    g_string_append (text, "字");

  article = make_article (text->str, &(DlSpan){ 0, text->len }, 1);
  map = dl_text_map_new (article);
  display = dl_text_map_dup_display (map, 0, dl_text_map_get_n_lines (map), &length);
  gtk_text_buffer_set_text (buffer, display, length);

  g_assert_cmpuint (dl_text_map_get_n_lines (map), >, text->len / DL_TEXT_MAP_MAX_LINE);
  for (guint i = 0; i < dl_text_map_get_n_lines (map); i++)
    {
      DlSpan line = dl_text_map_get_line (map, i);

      g_assert_cmpuint (line.end - line.start, <=, DL_TEXT_MAP_MAX_LINE);
      g_assert_cmpuint (line.end, >, line.start);
      g_assert_true (dl_text_map_is_continued (map, i) == (line.end != text->len));
    }
  assert_round_trip (map, buffer, text->str);
}

/* What is copied: a line a block, also of one that the buffer cuts, and no stand-ins. */
static void
test_text (void)
{
  g_autoptr (GString) text = g_string_new ("Short \xef\xbf\xbc"
                                           "one.\n\n");
  const gsize first = text->len - 2;
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlTextMap) map = NULL;
  g_autofree char *all = NULL, *some = NULL, *expected = NULL;

  for (guint i = 0; i < DL_TEXT_MAP_MAX_LINE; i++)
    g_string_append (text, "long ");
  article = make_article (text->str, (const DlSpan[]){ { 0, first }, { first + 2, text->len } }, 2);
  map = dl_text_map_new (article);
  g_assert_cmpuint (dl_text_map_get_n_lines (map), >, 3);

  all = dl_text_map_dup_text (map, 0, text->len);
  expected = g_strconcat ("Short one.\n", text->str + first + 2, NULL);
  g_assert_cmpstr (all, ==, expected);
  some = dl_text_map_dup_text (map, 9, first + 6);
  g_assert_cmpstr (some, ==, "one.\nlong");
}

static void
test_no_blocks (void)
{
  g_autoptr (DlArticle) article = make_article ("Alone", NULL, 0);
  g_autoptr (DlTextMap) map = dl_text_map_new (article);

  g_assert_cmpuint (dl_text_map_get_n_lines (map), ==, 1);
  g_assert_cmpuint (dl_text_map_get_line (map, 0).end, ==, 5);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/text-map/blocks", test_blocks);
  g_test_add_func ("/ui/text-map/giant-block", test_giant_block);
  g_test_add_func ("/ui/text-map/text", test_text);
  g_test_add_func ("/ui/text-map/no-blocks", test_no_blocks);

  return g_test_run ();
}

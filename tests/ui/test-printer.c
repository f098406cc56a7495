/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "display.h"
#include "importer.h"
#include "printer.h"

/* What is printed can be read again: the words are in the PDF document as words, in whatever
 * script, and all of them. */

#define N_PARAGRAPHS 200

static const struct
{
  DlBlockKind kind;
  const char *language;
  const char *words;
} blocks[] = {
  { DL_BLOCK_TITLE, "en", "Ministers of three countries meet in the capital" },
  { DL_BLOCK_PARAGRAPH, "en",
    "The ministers of both countries met in the capital on Monday and spoke of the border that "
    "they share, of the river along it, and of the bridge over it." },
  { DL_BLOCK_PARAGRAPH, "ja",
    "外務大臣は東京で会談し、両国が共有する国境と橋について話し合った。" },
  { DL_BLOCK_PARAGRAPH, "vi",
    "Bộ trưởng Ngoại giao hai nước gặp nhau ở thủ đô hôm thứ Hai và bàn về cây cầu qua sông." },
  { DL_BLOCK_PARAGRAPH, "ko", "양국 외교부 장관은 서울에서 회담하고 다리에 대해 논의했다." },
};

static void
append (GString *text, GPtrArray *rows, DlBlockKind kind, const char *language, const char *words)
{
  const gsize start = text->len;

  g_string_append (text, words);
  g_ptr_array_add (rows, dl_block_new (kind, (DlSpan){ start, text->len }, language));
  g_string_append_c (text, '\n');
}

static DlArticle *
finish (GString *text, GPtrArray *rows)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return dl_article_new (bytes, rows,
                         &(DlArticleFields){ .title = blocks[0].words, .language = "en" });
}

/* Returns: (transfer full): what the PDF document says */
static DlArticle *
print_and_read (DlArticle *article)
{
  g_autoptr (DlSession) session = dl_session_new ();
  g_autofree char *folder = g_dir_make_tmp ("dateline-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "article.pdf", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  DlArticle *read;
  char *data;
  gsize length;

  dl_session_set_article (session, article);
  g_assert_true (dl_printer_export (session, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &length, &error));
  bytes = g_bytes_new_take (data, length);
  read = dl_importer_import (bytes, "article.pdf", &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return read;
}

/* Returns: (transfer full): all words without the spaces, which a line break may add or take */
static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free (letters, FALSE);
}

static char *
dup_printed_letters (GString *text, GPtrArray *rows)
{
  g_autoptr (DlArticle) article = finish (text, rows);
  g_autoptr (DlArticle) read = print_and_read (article);
  g_autofree char *composed = g_utf8_normalize (dl_article_get_text (read), -1, G_NORMALIZE_NFC);

  return dup_letters (composed);
}

static void
assert_once (const char *letters, const char *words)
{
  const char *place = strstr (letters, words);

  g_assert_nonnull (place);
  g_assert_null (strstr (place + 1, words));
}

static void
test_words (void)
{
  GString *text = g_string_new (NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *letters = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    append (text, rows, blocks[i].kind, blocks[i].language, blocks[i].words);
  letters = dup_printed_letters (text, rows);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *words = dup_letters (blocks[i].words);

      assert_once (letters, words);
    }
}

/* No two paragraphs begin alike: lines that come again on each page are held for its head. */
static char *
dup_beginning (guint i)
{
  return g_strdup_printf ("Q%c%c", 'a' + i / 26, 'a' + i % 26);
}

/* Laid out in many turns, over many pages, each paragraph comes once. */
static void
test_pages (void)
{
  GString *text = g_string_new (NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *letters = NULL;

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *beginning = dup_beginning (i);
      g_autofree char *words = g_strdup_printf ("%s %s", beginning, blocks[1].words);

      append (text, rows, DL_BLOCK_PARAGRAPH, "en", words);
    }
  letters = dup_printed_letters (text, rows);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *beginning = dup_beginning (i);

      assert_once (letters, beginning);
    }
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/printer/words", test_words);
  g_test_add_func ("/ui/printer/pages", test_pages);

  return g_test_run ();
}

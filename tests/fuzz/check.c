/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

/* What holds for every article that an importer hands over, whatever the bytes were:
 *
 * 1. There is an article or an error, not both; the error is a sentence in UTF-8.
 * 2. The text is UTF-8 without NUL.
 * 3. Blocks are in order, do not overlap, are not empty, and begin and end with a character. */

static void
check_blocks (DlArticle *article)
{
  const char *text = dl_article_get_text (article);
  gsize last = 0;

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlSpan span = dl_block_get_span (dl_article_get_block (article, i));

      g_assert_cmpuint (span.start, >=, last);
      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, dl_article_get_length (article));
      g_assert_true (g_utf8_validate_len (text + span.start, span.end - span.start, NULL));
      last = span.end;
    }
}

void
fuzz_check_article (DlArticle *article, const GError *error)
{
  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_true (
    g_utf8_validate_len (dl_article_get_text (article), dl_article_get_length (article), NULL));
  check_blocks (article);
}

/* The program that reads PDF is none of ours to fuzz: it is not there. */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_setenv ("DATELINE_LIBEXECDIR", "/nonexistent", TRUE);

  return 0;
}

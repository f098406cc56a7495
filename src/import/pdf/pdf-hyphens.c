/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-hyphens.h"

#include <string.h>

#include <unicode/uscript.h>

/* How one line of a paragraph goes on in the next: with a space, without one where the script has
 * none, and with a word made whole that was broken.
 *
 * A hyphen at the end of a line was put there to break the word if the next line goes on with a
 * small letter; but not if the document has the word with its hyphen elsewhere, within a line, and
 * never without. */

#define SOFT_HYPHEN "\xC2\xAD"
#define HYPHENS "-\xE2\x80\x90" SOFT_HYPHEN

struct _DlPdfHyphens
{
  GHashTable *words; /* that stand within a line, small letters */
};

/* Returns: (transfer full): without the marks around it, in small letters */
static char *
fold (const char *word, gsize length)
{
  const char *end = word + length;

  while (word < end && !g_unichar_isalnum (g_utf8_get_char (word)))
    word = g_utf8_next_char (word);
  while (end > word && !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_utf8_strdown (word, end - word);
}

/* Returns: (transfer full): knows the words of @document */
DlPdfHyphens *
dl_pdf_hyphens_new (const DlPdfDocument *document)
{
  DlPdfHyphens *self = g_new0 (DlPdfHyphens, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < document->pages->len; i++)
    {
      const DlPdfPage *page = dl_pdf_document_get_page (document, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const DlPdfLine *line = dl_pdf_page_get_line (page, k);

          for (guint n = line->first; n + 1 < line->end; n++)
            {
              const char *word = dl_pdf_page_get_word (page, n)->text;

              g_hash_table_add (self->words, fold (word, strlen (word)));
            }
        }
    }

  return self;
}

void
dl_pdf_hyphens_free (DlPdfHyphens *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

/* Scripts that part lines anywhere, or words by nothing. */
static gboolean
has_no_spaces (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript ((UChar32) c, &status);

  /* ideographic punctuation and full-width forms are common to several */
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF) || script == USCRIPT_HAN ||
         script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_THAI ||
         script == USCRIPT_LAO || script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}

static gboolean
is_hyphen (gunichar c)
{
  return g_utf8_strchr (HYPHENS, -1, c) != NULL;
}

/* Returns: whether @text ends within a word */
gboolean
dl_pdf_hyphens_is_open (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  const char *before = last != NULL ? g_utf8_find_prev_char (text, last) : NULL;

  return before != NULL && is_hyphen (g_utf8_get_char (last)) &&
         g_unichar_isalnum (g_utf8_get_char (before));
}

static gboolean
knows (const DlPdfHyphens *self, const char *word)
{
  g_autofree char *key = fold (word, strlen (word));

  return g_hash_table_contains (self->words, key);
}

/* Whether the hyphen at the end of @text, @mark, belongs to the word that @line goes on with. */
static gboolean
is_spelt_with_hyphen (const DlPdfHyphens *self,
                      const char *text,
                      const char *mark,
                      const char *line)
{
  const char *start = g_strrstr_len (text, mark - text, " ");
  g_autofree char *first =
    g_strndup (start != NULL ? start + 1 : text, mark - (start != NULL ? start + 1 : text));
  g_autofree char *second = g_strndup (line, strcspn (line, " "));
  g_autofree char *with = g_strconcat (first, "-", second, NULL);
  g_autofree char *without = g_strconcat (first, second, NULL);

  return knows (self, with) && !knows (self, without);
}

/**
 * dl_pdf_hyphens_append_line:
 * @text: a paragraph so far
 * @line: the line with which it goes on, UTF-8, not empty
 */
void
dl_pdf_hyphens_append_line (const DlPdfHyphens *self, GString *text, const char *line)
{
  const char *mark = g_utf8_find_prev_char (text->str, text->str + text->len);
  gunichar last = mark != NULL ? g_utf8_get_char (mark) : 0;
  gunichar next = g_utf8_get_char (line);
  gboolean breaks = dl_pdf_hyphens_is_open (text->str) && g_unichar_isalnum (next);

  if (last == 0x00AD ||
      (breaks && g_unichar_islower (next) && !is_spelt_with_hyphen (self, text->str, mark, line)))
    g_string_truncate (text, mark - text->str);
  else if (mark != NULL && !breaks && !has_no_spaces (last) && !has_no_spaces (next))
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}

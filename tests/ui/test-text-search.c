/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-search.h"

/* Every hit of @words in @text, between brackets. */
static char *
dup_marked (const char *text, const char *words)
{
  g_autoptr (GArray) hits = dl_text_search_find (text, strlen (text), words, NULL);
  GString *marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      DlSpan hit = g_array_index (hits, DlSpan, i);

      g_string_append_len (marked, text + done, hit.start - done);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + hit.start, hit.end - hit.start);
      g_string_append_c (marked, ']');
      done = hit.end;
    }
  g_string_append (marked, text + done);

  return g_string_free (marked, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *words, *marked;
  } rows[] = {
    { "Seoul and SEOUL, seoul", "seoul", "[Seoul] and [SEOUL], [seoul]" },
    /* a letter without a mark finds it with any, one with marks just itself */
    { "Hà Nội, hà nội, Ha Noi", "ha noi", "[Hà Nội], [hà nội], [Ha Noi]" },
    { "Hà Nội, Ha Noi", "Hà", "[Hà] Nội, Ha Noi" },
    { "Đông, đồng, dong", "dong", "[Đông], [đồng], [dong]" },
    { "Đông, dong", "đông", "[Đông], dong" },
    { "Straße Ełk Øresund", "elk", "Straße [Ełk] Øresund" },
    /* composed or not, on either side */
    { "cafe\xcc\x81 caf\xc3\xa9", "cafe", "[cafe\xcc\x81] [caf\xc3\xa9]" },
    { "caf\xc3\xa9", "cafe\xcc\x81", "[caf\xc3\xa9]" },
    /* spaces, hyphens, apostrophes */
    { "a\u00a0b a  b a\nb", " a  b ", "[a\u00a0b] [a  b] [a\nb]" },
    { "13–14, 13-14", "13-14", "[13–14], [13-14]" },
    { "l’eau, l'eau", "l'eau", "[l’eau], [l'eau]" },
    /* hits do not overlap */
    { "aaaa", "aa", "[aa][aa]" },
    { "한국과 한국", "한국", "[한국]과 [한국]" },
    { "Москва, МОСКВА", "москва", "[Москва], [МОСКВА]" },
    { "text", "", "text" },
    { "text", " \u00a0", "text" },
    { "", "text", "" },
    { "tex", "text", "tex" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = dup_marked (rows[i].text, rows[i].words);

      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static void
test_limits (void)
{
  g_autofree char *text = g_strnfill (4 * DL_TEXT_SEARCH_MAX_HITS, 'a');
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GArray) most = dl_text_search_find (text, strlen (text), "a", NULL);
  g_autofree char *long_text = g_strnfill (1000000, 'b');
  g_autoptr (GArray) none = NULL;

  g_assert_cmpuint (most->len, ==, DL_TEXT_SEARCH_MAX_HITS);

  /* A search that is no longer wanted ends before the end of a long text. */
  g_cancellable_cancel (cancelled);
  long_text[strlen (long_text) - 1] = 'a';
  none = dl_text_search_find (long_text, strlen (long_text), "a", cancelled);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/text-search/find", test_find);
  g_test_add_func ("/ui/text-search/limits", test_limits);

  return g_test_run ();
}

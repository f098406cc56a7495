/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fold.h"

#include <string.h>

static void
test_string (void)
{
  static const struct
  {
    const char *text, *folded;
  } rows[] = {
    { "", "" },
    { "  Hà  Nội\n", "hà nội" },
    { "hòa bình", "hoà bình" }, /* the old and the new place of the tone mark */
    { "HÒA BÌNH", "hoà bình" },
    { "thúy", "thuý" },
    { "ủy ban", "uỷ ban" },
    { "mùa", "mùa" }, /* “ua” is no such pair */
    { "loè", "loè" },
    { "lòe", "loè" },
    { "Vie\xcc\xa3\xcc\x82t", "việt" }, /* decomposed, marks in canonical order */
    { "o\xcc\x80"
      "a",
      "oà" }, /* composed first, then the mark moves */
    { "U.S.\xe2\x80\x93Korea", "u.s.-korea" },
    { "l’État", "l'état" },
    { "ＡＢＣ１２", "abc12" },
    { "a\xc2\xa0"
      "b",
      "a b" },
    { "co\xc2\xadoperate", "cooperate" }, /* soft hyphen */
    { "Straße", "strasse" },
    { "Фёдор", "федор" },
    { "İran", "iran" },
    { "أمريكا", "امريكا" },
    { "مُحَمَّد", "محمد" },
    { "٢٠٢١، ۷", "2021, 7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = dl_fold_string (rows[i].text);

      g_assert_cmpstr (folded, ==, rows[i].folded);
    }
}

/* Every byte of the fold leads back to the character it came from. */
static void
test_source (void)
{
  const char *text = "Tòa  án\xc2\xa0ở Hà\xcc\x80 Nội";
  g_autoptr (DlFold) fold = dl_fold_new ();
  guint32 before = 0;

  dl_fold_set (fold, text, strlen (text));
  for (gsize i = 0; i <= fold->length; i++)
    {
      g_assert_cmpuint (fold->source[i], >=, before);
      g_assert_cmpuint (fold->source[i], <=, strlen (text));
      before = fold->source[i];
    }
  g_assert_cmpuint (fold->source[fold->length], ==, strlen (text));
}

static void
test_span (void)
{
  const char *text = "(Tòa án)";
  g_autoptr (DlFold) fold = dl_fold_new ();
  const char *found;
  DlSpan span;

  dl_fold_set (fold, text, strlen (text));
  found = memmem (fold->text, fold->length, "toà án", strlen ("toà án"));
  g_assert_nonnull (found);
  span = dl_fold_get_source (fold, found - fold->text, found - fold->text + strlen ("toà án"));
  g_assert_cmpmem (text + span.start, span.end - span.start, "Tòa án", strlen ("Tòa án"));
}

static guint
count_tokens (const char *text)
{
  g_autoptr (DlFold) fold = dl_fold_new ();
  guint n = 0;

  dl_fold_set (fold, text, strlen (text));
  for (gsize i = 0; i < fold->length; i++)
    n += (fold->flags[i] & DL_CHAR_TOKEN) != 0;

  return n;
}

static void
test_tokens (void)
{
  g_assert_cmpuint (count_tokens (""), ==, 0);
  g_assert_cmpuint (count_tokens ("ngày 13-14/10"), ==, 6);
  g_assert_cmpuint (count_tokens ("G20"), ==, 2);
  g_assert_cmpuint (count_tokens ("Korea's"), ==, 3);
  g_assert_cmpuint (count_tokens ("日本国"), ==, 3);
  g_assert_cmpuint (count_tokens ("미국은"), ==, 3);
}

/* Hostile: the tone mark moves a hundred thousand times, in time linear in the text. */
static void
test_many_tones (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DlFold) fold = dl_fold_new ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "ùy");
  dl_fold_set (fold, text->str, text->len);
  g_assert_cmpuint (fold->length, ==, 400000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexicon/fold/string", test_string);
  g_test_add_func ("/lexicon/fold/source", test_source);
  g_test_add_func ("/lexicon/fold/span", test_span);
  g_test_add_func ("/lexicon/fold/tokens", test_tokens);
  g_test_add_func ("/lexicon/fold/many-tones", test_many_tones);

  return g_test_run ();
}

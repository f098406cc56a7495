/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

#include "error.h"
#include "matcher.h"
#include "tables.h"
#include "word-list.h"

static DlLexicon *
open_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  DlLexicon *lexicon = dl_lexicon_open_default (&error);

  g_assert_no_error (error);

  return lexicon;
}

static void
test_entities (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  DlLexiconEntity entity;

  g_assert_true (dl_lexicon_find_entity (lexicon, "KR", &entity));
  g_assert_cmpint (entity.kind, ==, DL_KIND_COUNTRY);
  g_assert_cmpstr (entity.countries, ==, "KR");
  g_assert_cmpstr (entity.wikidata, ==, "Q884");
  g_assert_cmpfloat_with_epsilon (entity.latitude, 36, 3);
  g_assert_cmpstr (entity.zone, ==, "");
  g_assert_true (dl_lexicon_find_entity (lexicon, "washington", &entity));
  g_assert_cmpstr (entity.zone, ==, "America/New_York");
  g_assert_false (dl_lexicon_find_entity (lexicon, "no such thing", &entity));
  g_assert_cmpstr (dl_lexicon_get_entity_name (lexicon, "DE", "vi_VN.UTF-8"), ==, "Đức");
  g_assert_cmpstr (dl_lexicon_get_entity_name (lexicon, "DE", "xx"), ==, "Germany");
  g_assert_cmpstr (dl_lexicon_get_entity_name (lexicon, "??", "en"), ==, "??");
}

static gboolean
is_member (DlLexicon *lexicon, const char *bloc, const char *country, int year)
{
  DlMember members[256];
  guint n = dl_lexicon_get_members (lexicon, bloc, members, G_N_ELEMENTS (members));

  for (guint i = 0; i < n; i++)
    {
      if (strcmp (members[i].country, country) == 0)
        return members[i].from <= year && (members[i].until == 0 || year <= members[i].until);
    }

  return FALSE;
}

static void
test_members (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();

  g_assert_true (is_member (lexicon, "EU", "DE", 2021));
  g_assert_true (is_member (lexicon, "EU", "GB", 2010));
  g_assert_false (is_member (lexicon, "EU", "GB", 2021));
  g_assert_false (is_member (lexicon, "EU", "HR", 2000));
  g_assert_cmpuint (dl_lexicon_get_members (lexicon, "KR", NULL, 0), ==, 0);
}

/* The first longest name that is an entity's: its id, or “” if there is none. */
static const char *
match (DlLexicon *lexicon, DlLanguage language, const char *text)
{
  g_autoptr (DlMatcher) matcher = dl_matcher_new ();
  const DlTables *tables = dl_lexicon_get_tables (lexicon);

  dl_matcher_run (matcher, lexicon, 1u << language, text, strlen (text));
  for (guint i = 0; i < matcher->hits->len; i++)
    {
      const DlNameRecord *name = g_array_index (matcher->hits, DlHit, i).name;

      if (name->entity != DL_FORMAT_NONE)
        return dl_tables_string (tables, tables->entities[name->entity].id);
    }

  return "";
}

/* Pages of files that this program holds in memory. */
static guint64
count_pages (void)
{
  g_autofree char *statm = NULL;
  g_auto (GStrv) fields = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL));
  fields = g_strsplit (statm, " ", -1);

  return g_ascii_strtoull (fields[2], NULL, 10);
}

/* The file has more than two thousand pages; all else that is the same file's stays. */
static void
test_release_pages (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  const DlTables *tables = dl_lexicon_get_tables (lexicon);
  DlLexiconEntity before, after;
  guint64 n_pages;
  guint sum = 0;

  g_assert_true (dl_lexicon_find_entity (lexicon, "KR", &before));
  for (guint i = 0; i < tables->n_trie; i++)
    sum += tables->trie[i].check;
  g_assert_cmpuint (sum, !=, 0);
  n_pages = count_pages ();
  dl_lexicon_release_pages (lexicon);
  g_assert_cmpuint (count_pages () + 500, <, n_pages);

  g_assert_true (dl_lexicon_find_entity (lexicon, "KR", &after));
  g_assert_true (after.id == before.id);
  g_assert_cmpstr (after.id, ==, "KR");
}

static void
test_matches (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  static const struct
  {
    DlLanguage language;
    const char *text, *id;
  } rows[] = {
    { DL_LANGUAGE_VI, "ở Hàn Quốc.", "KR" },
    { DL_LANGUAGE_VI, "ở HÀN QUỐC.", "KR" },
    { DL_LANGUAGE_VI, "ở hàn quốc.", "" }, /* a name has its capitals */
    { DL_LANGUAGE_VI, "Cộng hoà Séc", "CZ" },
    { DL_LANGUAGE_EN, "Germany's", "DE" },
    { DL_LANGUAGE_EN, "Germanyx", "" }, /* a word's edge */
    { DL_LANGUAGE_EN, "the  United\nStates", "US" },
    { DL_LANGUAGE_KO, "대한민국은", "KR" }, /* a particle follows */
    { DL_LANGUAGE_KO, "주대한민국", "" },   /* but nothing stands before */
    { DL_LANGUAGE_JA, "それはフランスで", "FR" },
    { DL_LANGUAGE_RU, "в Германия", "DE" },
    { DL_LANGUAGE_AR, "في فرنسا", "FR" },
    { DL_LANGUAGE_AR, "وفرنسا", "FR" }, /* prefixes that are known apart from the name */
    { DL_LANGUAGE_AR, "ولفرنسا", "FR" },
    { DL_LANGUAGE_AR, "تفرنسا", "" },
    { DL_LANGUAGE_AR, "للبرازيل", "BR" }, /* “to” that swallows the article */
    { DL_LANGUAGE_AR, "ليبيا", "LY" },    /* a name that begins like a prefix */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (match (lexicon, rows[i].language, rows[i].text), ==, rows[i].id);
    }
}

/* Every member of the United Nations has a name of its own in every language. */
static void
test_complete (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  DlMember members[256];
  guint n = dl_lexicon_get_members (lexicon, "UN", members, G_N_ELEMENTS (members));

  g_assert_cmpuint (n, ==, 193);
  for (guint i = 0; i < n; i++)
    {
      const char *english = dl_lexicon_get_entity_name (lexicon, members[i].country, "en");

      for (DlLanguage k = 0; k < DL_N_LANGUAGES; k++)
        {
          const char *tag = dl_language_get_tag (k);
          const char *name = dl_lexicon_get_entity_name (lexicon, members[i].country, tag);

          g_test_message ("%s %s", members[i].country, tag);
          g_assert_cmpstr (name, !=, members[i].country);
          if (k == DL_LANGUAGE_RU || k == DL_LANGUAGE_JA || k == DL_LANGUAGE_AR)
            g_assert_cmpstr (name, !=, english);
        }
    }
}

/* A file that is cut short or no lexicon is refused, at whatever byte it ends. */
static void
test_damaged (void)
{
  g_autofree char *path = dl_data_path ("lexicon/lexicon.dat");
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "dateline-damaged.dat", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize cut = 1; cut < length; cut = cut * 3 / 2 + 1)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlLexicon) lexicon = NULL;

      g_assert_true (g_file_set_contents (copy, contents, cut, NULL));
      lexicon = dl_lexicon_open (copy, &error);
      g_assert_null (lexicon);
      g_assert_error (error, DL_ERROR, DL_ERROR_DATA);
    }
  g_assert_cmpint (g_remove (copy), ==, 0);
  g_assert_null (dl_lexicon_open (copy, NULL));
}

static void
test_word_list (void)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();

  g_assert_cmpstr (dl_word_list_find (lexicon, "name-ending", DL_LANGUAGE_RU, "ого"), ==, "3");
  g_assert_cmpstr (dl_word_list_find (lexicon, "name-ending", DL_LANGUAGE_DE, "s"), ==, "4");
  g_assert_nonnull (dl_word_list_find (lexicon, "name-suffix", DL_LANGUAGE_VI, "jr"));
  g_assert_null (dl_word_list_find (lexicon, "name-ending", DL_LANGUAGE_EN, "s"));
  g_assert_null (dl_word_list_find (lexicon, "name-ending", DL_LANGUAGE_RU, "ог"));
  g_assert_null (dl_word_list_find (lexicon, "name-ending", DL_LANGUAGE_RU, ""));
  g_assert_null (dl_word_list_find (lexicon, "no such class", DL_LANGUAGE_RU, "ого"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lexicon/lexicon/entities", test_entities);
  g_test_add_func ("/lexicon/lexicon/members", test_members);
  g_test_add_func ("/lexicon/lexicon/release-pages", test_release_pages);
  g_test_add_func ("/lexicon/lexicon/matches", test_matches);
  g_test_add_func ("/lexicon/lexicon/complete", test_complete);
  g_test_add_func ("/lexicon/lexicon/damaged", test_damaged);
  g_test_add_func ("/lexicon/lexicon/word-list", test_word_list);

  return g_test_run ();
}

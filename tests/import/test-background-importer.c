/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "error.h"
#include "importer.h"

#define ROOT(x)                                                                                    \
  "<background xmlns='https://dateline.github.io/ns/background' version='1' id='t' "               \
  "date='2021-10-13/2021-10-14'>" x "</background>"
#define TITLE                                                                                      \
  "<title xml:lang='ko'>제목</title><title xml:lang='en'>Title</title>"                          \
  "<title xml:lang='vi'>Tiêu đề</title>"
#define SOURCE "<source id='a' url='https://example.org/a'>A says</source><source id='b'>B</source>"
#define TEXT "<text xml:lang='vi'>chữ</text><text xml:lang='en'>text</text>"

static DlBackground *
import (const char *text, const char *language, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dl_background_importer_import (bytes, language, error);
}

static void
test_languages (void)
{
  static const char *const cases[][2] = {
    { "vi", "Tiêu đề" }, { "vi-VN", "Tiêu đề" }, { "vi_VN.UTF-8", "Tiêu đề" },
    { "ko", "제목" },    { "en-GB", "Title" },   { "fr", "Title" },
    { "v", "Title" },    { NULL, "Title" },      { "", "Title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlBackground) background = import (ROOT (TITLE), cases[i][0], NULL);

      g_assert_cmpstr (dl_background_get_title (background), ==, cases[i][1]);
    }
}

static void
test_first_language (void)
{
  g_autoptr (DlBackground) background =
    import (ROOT ("<title xml:lang='ko'>제목</title><title xml:lang='vi'>x</title>"), "fr", NULL);

  g_assert_cmpstr (dl_background_get_title (background), ==, "제목");
}

static void
test_fact (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlBackground) background =
    import (ROOT (TITLE SOURCE
                  "<name xml:lang='en'>One</name><name xml:lang='vi'>Một</name>"
                  "<fact kind='session' source='b a' countries=' KR EU ' date='2021-10-14'>" TEXT
                  "</fact>"),
            "vi", &error);
  g_autofree char *when = NULL;
  g_autofree char *date = NULL;
  const DlFact *fact;

  g_assert_no_error (error);
  when = dl_date_to_edtf (dl_background_get_date (background));
  g_assert_cmpstr (dl_background_get_id (background), ==, "t");
  g_assert_cmpstr (when, ==, "2021-10-13/2021-10-14");
  g_assert_cmpuint (dl_background_get_n_names (background), ==, 2);
  g_assert_cmpstr (dl_background_get_name (background, 1), ==, "Một");
  g_assert_cmpuint (dl_background_get_n_facts (background), ==, 1);

  fact = dl_background_get_fact (background, 0);
  date = dl_date_to_edtf (fact->date);
  g_assert_cmpint (fact->kind, ==, DL_FACT_SESSION);
  g_assert_cmpstr (fact->text, ==, "chữ");
  g_assert_cmpstr (fact->source, ==, "B; A says");
  g_assert_cmpstr (fact->source_url, ==, "https://example.org/a");
  g_assert_cmpuint (g_strv_length (fact->countries), ==, 2);
  g_assert_cmpstr (fact->countries[1], ==, "EU");
  g_assert_cmpstr (date, ==, "2021-10-14");
}

static const struct
{
  const char *text;
  DlError code;
  const char *says;
} REFUSED[] = {
  { ROOT (TITLE "<fact kind='speech'>" TEXT "</fact>"), DL_ERROR_SYNTAX, "no source" },
  { ROOT (TITLE "<fact kind='speech' source=' '>" TEXT "</fact>"), DL_ERROR_SYNTAX, "no source" },
  { ROOT (TITLE "<fact kind='speech' source='c'>" TEXT "</fact>"), DL_ERROR_SYNTAX, "“c”" },
  { ROOT (TITLE "<source id='c'> </source><fact kind='speech' source='c'>" TEXT "</fact>"),
    DL_ERROR_SYNTAX, "“c”" },
  { ROOT (TITLE SOURCE "\n<fact kind='speech' source='a'/>"), DL_ERROR_SYNTAX, "Line 2" },
  { ROOT (TITLE SOURCE "<fact kind='rumour' source='a'>" TEXT "</fact>"), DL_ERROR_SYNTAX,
    "“rumour”" },
  { ROOT (TITLE SOURCE "<fact source='a'>" TEXT "</fact>"), DL_ERROR_SYNTAX, "kind" },
  { ROOT (TITLE SOURCE "<fact kind='absent' source='a' countries='Russia'>" TEXT "</fact>"),
    DL_ERROR_SYNTAX, "“Russia”" },
  { ROOT (TITLE SOURCE "<fact kind='later' source='a' date='soon'>" TEXT "</fact>"),
    DL_ERROR_SYNTAX, "Line 1" },
  { ROOT (""), DL_ERROR_SYNTAX, "title" },
  { "<background xmlns='https://dateline.github.io/ns/background' version='2' id='t'>" TITLE
    "</background>",
    DL_ERROR_FORMAT, "version" },
  { "<background version='1' id='t'>" TITLE "</background>", DL_ERROR_FORMAT, "background" },
  { "<background", DL_ERROR_SYNTAX, "Line 1" },
  { "", DL_ERROR_SYNTAX, "well-formed" },
  { "plain text", DL_ERROR_SYNTAX, "Line 1" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (REFUSED); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (import (REFUSED[i].text, "en", &error));
      g_assert_error (error, DL_ERROR, (int) REFUSED[i].code);
      g_assert_nonnull (strstr (error->message, REFUSED[i].says));
    }
}

static guint
count_facts (DlBackground *background, DlFactKind kind, guint *n_countries)
{
  guint n = 0;

  *n_countries = 0;
  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);

      g_assert_nonnull (fact->source);
      g_assert_true (g_utf8_validate (fact->text, -1, NULL));
      if (fact->kind != kind)
        continue;
      n++;
      *n_countries += fact->countries != NULL ? g_strv_length (fact->countries) : 0;
    }

  return n;
}

static void
test_shipped (void)
{
  static const struct
  {
    DlFactKind kind;
    guint n_facts;
    guint n_countries;
  } expected[] = {
    { DL_FACT_ORGANISER, 1, 1 }, { DL_FACT_PARTICIPANT, 1, 32 }, { DL_FACT_ABSENT, 1, 2 },
    { DL_FACT_SESSION, 5, 5 },   { DL_FACT_DOCUMENT, 3, 1 },     { DL_FACT_SPEECH, 3, 7 },
    { DL_FACT_EARLIER, 4, 5 },   { DL_FACT_LATER, 7, 6 },
  };
  g_autofree char *path = g_build_filename (g_getenv ("DATELINE_DATADIR"), "background", NULL);
  g_autoptr (GPtrArray) all = dl_background_importer_load_folder (path, "vi");
  DlBackground *background;

  g_assert_cmpuint (all->len, ==, 1);
  background = g_ptr_array_index (all, 0);
  g_assert_cmpstr (dl_background_get_id (background), ==, "counter-ransomware-2021");
  g_assert_true (g_str_has_prefix (dl_background_get_title (background), "Hội nghị"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint n_countries;

      g_assert_cmpuint (count_facts (background, expected[i].kind, &n_countries), ==,
                        expected[i].n_facts);
      g_assert_cmpuint (n_countries, ==, expected[i].n_countries);
    }
}

static void
write_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
test_folder (void)
{
  static const char *const names[] = { "b.xml", "a.xml", "damaged.xml", "other.txt" };
  g_autofree char *folder = g_dir_make_tmp ("dateline-background-XXXXXX", NULL);
  g_autofree char *sub = g_build_filename (folder, "folder.xml", NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;

  write_file (folder, "b.xml", ROOT ("<title xml:lang='en'>B</title>"));
  write_file (folder, "a.xml", ROOT ("<title xml:lang='en'>A</title>"));
  write_file (folder, "damaged.xml", "<background");
  write_file (folder, "other.txt", ROOT ("<title xml:lang='en'>C</title>"));
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);

  all = dl_background_importer_load_folder (folder, "en");
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (dl_background_get_title (g_ptr_array_index (all, 0)), ==, "A");
  g_assert_cmpstr (dl_background_get_title (g_ptr_array_index (all, 1)), ==, "B");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (sub);
  g_rmdir (folder);
  none = dl_background_importer_load_folder (folder, "en");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/background/languages", test_languages);
  g_test_add_func ("/import/background/first-language", test_first_language);
  g_test_add_func ("/import/background/fact", test_fact);
  g_test_add_func ("/import/background/refused", test_refused);
  g_test_add_func ("/import/background/shipped", test_shipped);
  g_test_add_func ("/import/background/folder", test_folder);

  return g_test_run ();
}

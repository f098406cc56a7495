/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

/* Runs dateline-cli ($DATELINE_CLI) as a shell would, and looks at what it leaves. */

typedef struct
{
  char *out;
  char *err;
  int status;
} Result;

static void
clear_result (Result *self)
{
  g_free (self->out);
  g_free (self->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

/* @arguments: words separated by a space; “@a” is the file “a” in @folder. */
static Result
run (const char *folder, const char *arguments, const char *in)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) given = g_strsplit (arguments, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  g_ptr_array_add (words, g_strdup (g_getenv ("DATELINE_CLI")));
  for (guint i = 0; given[i] != NULL && *arguments != '\0'; i++)
    g_ptr_array_add (words, given[i][0] == '@' ? g_build_filename (folder, given[i] + 1, NULL)
                                               : g_strdup (given[i]));
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, in == NULL ? "" : in, NULL, &result.out, &result.err,
                                 &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static char *
make_folder (void)
{
  static const struct
  {
    const char *name, *content;
  } files[] = {
    { "a.txt", "Officials of Vietnam met in Hanoi on 13 October 2021." },
    { "b.txt", "The talks in Vietnam ended on Friday." },
    { "empty.txt", "" },
    { "broken.xml", "<article xmlns=\"https://dateline.github.io/ns/article\"><bo" },
  };
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("cli-XXXXXX", &error);
  g_autofree char *pipe = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_file_set_contents (path, files[i].content, -1, &error);
      g_assert_no_error (error);
    }

  /* nobody will ever write into it */
  pipe = g_build_filename (folder, "pipe", NULL);
  g_assert_no_errno (mkfifo (pipe, 0600));

  return folder;
}

static void
remove_folder (char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
  g_free (path);
}

static JsonObject *
parse_object (const char *json, JsonNode **root)
{
  g_autoptr (GError) error = NULL;

  *root = json_from_string (json, &error);
  g_assert_no_error (error);
  return json_node_get_object (*root);
}

/* The mention whose text is @text; %NULL if there is none. */
static JsonObject *
find_mention (JsonObject *object, const char *text)
{
  JsonArray *mentions = json_object_get_array_member (object, "mentions");

  for (guint i = 0; i < json_array_get_length (mentions); i++)
    {
      JsonObject *mention = json_array_get_object_element (mentions, i);

      if (g_str_equal (json_object_get_string_member (mention, "text"), text))
        return mention;
    }

  return NULL;
}

/* What is written where, and what is left to the shell. */
static const struct
{
  const char *arguments, *in;
  int status;
  const char *out, *err; /* what must be in it; “” for nothing at all; %NULL: anything */
} cases[] = {
  { "--version", NULL, 0, "dateline-cli " APP_VERSION "\n", "" },
  { "--help", NULL, 0, "annotate", "" },
  { "annotate --help", NULL, 0, "--jsonl", "" },
  { "read --help", NULL, 0, "--format", "" },
  { "", NULL, 2, "", "Name a command" },
  { "translate", NULL, 2, "", "translate: There is no such command" },
  { "--verbose", NULL, 2, "", "--verbose" },
  { "annotate", NULL, 2, "", "Name a file" },
  { "annotate --format=pdf @a.txt", NULL, 2, "", "There is no format “pdf”" },
  { "annotate --published=yesterday @a.txt", NULL, 2, "", "“yesterday” is not a date" },
  { "annotate --language=? @a.txt", NULL, 2, "", "A language is named by a tag" },
  { "annotate --jsonl @a.txt", NULL, 2, "", "--jsonl reads standard input" },
  { "annotate --jsonl --language=vi", NULL, 2, "", "its own" },
  { "annotate --no-background --background=@none.xml @a.txt", NULL, 1, "", "none.xml: " },
  { "annotate @none.txt", NULL, 1, "", "none.txt: " },
  { "annotate @a.txt", NULL, 0, "[Vietnam]", "" },
  { "annotate --format=json @a.txt", NULL, 0, "{\n  \"id\": ", "" },
  { "annotate @none.txt @a.txt", NULL, 1, "[Vietnam]", "none.txt: " },
  { "read", NULL, 2, "", "Name a file" },
  { "read --format=yaml @a.txt", NULL, 2, "", "There is no format “yaml”" },
  { "read @a.txt", NULL, 0, "Officials of Vietnam", "" },
  { "read -", "The talks in Vietnam ended.", 0, "The talks", "" },
  { "read /dev/stdin", "The talks in Vietnam ended.", 0, "The talks", "" },
  { "read /dev/fd/0", "The talks in Vietnam ended.", 0, "The talks", "" },
  { "annotate -", "The talks in Vietnam ended.", 0, "[Vietnam]", "" },
  { "read /dev/fd/9", NULL, 1, "", "/dev/fd/9: " },
  { "read @pipe", NULL, 1, "", "pipe: This is no file" },
  { "read @empty.txt", NULL, 1, "", "empty.txt: " },
  { "read @broken.xml", NULL, 1, "", "broken.xml: " },
  { "read @broken.xml @b.txt", NULL, 1, "The talks", "broken.xml: " },
  { "annotate --jsonl", "", 0, "", "" },
  { "annotate --jsonl", "\n  \n", 0, "", "" },
  { "annotate --jsonl", "{\"id\":1,\"text\":\"\",\"lang\":\"vi\"}\n", 0,
    "{\"id\":1,\"lang\":\"vi\",\"mentions\":[],\"entities\":[],\"events\":[],\"countries\":[]}\n",
    "" },
  { "annotate --jsonl", "\ufeff{\"id\":1,\"text\":\"\"}", 0, "{\"id\":1,", "" },
  { "annotate --jsonl", "nonsense\n", 1, "{\"id\":null,\"error\":\"", "" },
  { "annotate --jsonl", "{\"id\":\"x\"}\n", 1,
    "{\"id\":\"x\",\"error\":\"This line has no “text”.\"}\n", "" },
  { "annotate --jsonl", "{\"id\":2,\"text\":\"a\",\"dct\":\"then\"}\n", 1,
    "{\"id\":2,\"error\":\"“then” is not a date", "" },
  { "annotate --jsonl", "{\"id\":2,\"text\":\"Monday\",\"dct\":\"Thu, 14 Oct 2021 09:30 EDT\"}\n",
    0, "2021-10-11", "" },
  { "annotate --jsonl", "{\"id\":2,\"text\":\"a\",\"dct\":\"\",\"lang\":\"\"}\n", 0,
    "{\"id\":2,\"lang\"", "" },
  { "annotate --jsonl", "{\"id\":2,\"text\":\"a\",\"lang\":\"!\"}\n", 1, "{\"id\":2,\"error\"",
    "" },
};

static void
assert_holds (const char *text, const char *part)
{
  if (part == NULL)
    return;
  if (*part == '\0')
    g_assert_cmpstr (text, ==, "");
  else if (strstr (text, part) == NULL)
    g_assert_cmpstr (text, ==, part);
}

static void
test_cases (void)
{
  char *folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = run (folder, cases[i].arguments, cases[i].in);

      g_test_message ("case %u: %s", i, cases[i].arguments);
      assert_holds (result.out, cases[i].out);
      assert_holds (result.err, cases[i].err);
      g_assert_cmpint (result.status, ==, cases[i].status);
    }

  remove_folder (folder);
}

static void
test_annotate (void)
{
  char *folder = make_folder ();
  g_auto (Result) result = run (folder, "annotate --format=json @a.txt", NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_object (result.out, &root);
  JsonObject *country = find_mention (object, "Vietnam");
  JsonObject *date = find_mention (object, "13 October 2021");

  g_assert_cmpstr (json_object_get_string_member (object, "lang"), ==, "en");
  g_assert_nonnull (country);
  g_assert_cmpint (json_object_get_int_member (country, "start"), ==, 13);
  g_assert_cmpint (json_object_get_int_member (country, "end"), ==, 20);
  g_assert_cmpstr (json_object_get_string_member (country, "kind"), ==, "country");
  g_assert_cmpstr (
    json_array_get_string_element (json_object_get_array_member (country, "countries"), 0), ==,
    "VN");
  g_assert_nonnull (date);
  g_assert_cmpstr (json_object_get_string_member (date, "edtf"), ==, "2021-10-13");
  remove_folder (folder);
}

/* A file is written once, whichever way. */
static void
test_once (void)
{
  static const char *const ways[] = { "annotate", "read", "read --format=json" };
  char *folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *arguments = g_strconcat (ways[i], " @b.txt", NULL);
      g_auto (Result) result = run (folder, arguments, NULL);
      const char *found = strstr (result.out, "ended on");

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, "ended on"));
    }

  remove_folder (folder);
}

/* Several files are an object a line, in the order they were named. */
static void
test_several (void)
{
  char *folder = make_folder ();
  g_auto (Result) result = run (folder, "annotate --format=json @a.txt @b.txt", NULL);
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[2], ==, "");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonNode) root = NULL;

      g_assert_nonnull (find_mention (parse_object (lines[i], &root), "Vietnam"));
    }
  g_assert_nonnull (strstr (lines[0], "Hanoi"));
  remove_folder (folder);
}

static void
test_read (void)
{
  char *folder = make_folder ();
  g_auto (Result) result = run (folder, "read --format=json @a.txt", NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_object (result.out, &root);

  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==,
                   "Officials of Vietnam met in Hanoi on 13 October 2021.");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "blocks")), ==, 1);
  remove_folder (folder);
}

/* The day of publication decides what “Friday” is. */
static void
test_published (void)
{
  char *folder = make_folder ();
  g_auto (Result) without = run (folder, "annotate --format=json @b.txt", NULL);
  g_auto (Result) with = run (folder, "annotate --format=json --published=2021-10-16 @b.txt", NULL);
  g_autoptr (JsonNode) without_root = NULL;
  g_autoptr (JsonNode) with_root = NULL;
  JsonObject *without_date = find_mention (parse_object (without.out, &without_root), "Friday");
  JsonObject *with_date = find_mention (parse_object (with.out, &with_root), "Friday");

  g_assert_nonnull (with_date);
  g_assert_cmpstr (json_object_get_string_member (with_date, "edtf"), ==, "2021-10-15");
  g_assert_false (without_date != NULL && json_object_has_member (without_date, "edtf"));
  remove_folder (folder);
}

/* A bad line is answered in its place, and the rest goes on. */
static void
test_jsonl (void)
{
  g_auto (Result) result =
    run ("", "annotate --jsonl",
         "{\"id\":\"a\",\"text\":\"Từ Hà Nội đến Úc\",\"lang\":\"vi\"}\n"
         "{\"id\":\"b\",\"text\":\n"
         "\n"
         "{\"text\":\"In Vietnam\",\"dct\":\"2021-10-15T08:00:00\",\"x\":[]}");
  g_auto (GStrv) lines = g_strsplit (result.out, "\n", -1);
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) last = NULL;
  JsonObject *mention;

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  mention = find_mention (parse_object (lines[0], &first), "Úc");
  g_assert_nonnull (mention);
  g_assert_cmpint (json_object_get_int_member (mention, "start"), ==, 14);
  g_assert_cmpint (json_object_get_int_member (mention, "end"), ==, 16);
  g_assert_true (g_str_has_prefix (lines[1], "{\"id\":\"b\",\"error\":\""));
  g_assert_true (g_str_has_prefix (lines[2], "{\"id\":null,\"lang\":"));
  g_assert_nonnull (find_mention (parse_object (lines[2], &last), "Vietnam"));
}

/* Each answer is there before the next question is asked. */
static void
test_dialogue (void)
{
  const char *const words[] = { g_getenv ("DATELINE_CLI"), "annotate", "--jsonl", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                       &error);
  g_autoptr (GDataInputStream) out =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  GOutputStream *in = g_subprocess_get_stdin_pipe (process);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *expected = g_strdup_printf ("{\"id\":%u,", i);
      g_autofree char *line = NULL;

      g_output_stream_printf (in, NULL, NULL, &error, "{\"id\":%u,\"text\":\"In Vietnam\"}\n", i);
      g_assert_no_error (error);
      line = g_data_input_stream_read_line (out, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (line, expected));
    }

  g_output_stream_close (in, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/cases", test_cases);
  g_test_add_func ("/cli/annotate", test_annotate);
  g_test_add_func ("/cli/once", test_once);
  g_test_add_func ("/cli/several", test_several);
  g_test_add_func ("/cli/read", test_read);
  g_test_add_func ("/cli/published", test_published);
  g_test_add_func ("/cli/jsonl", test_jsonl);
  g_test_add_func ("/cli/dialogue", test_dialogue);

  return g_test_run ();
}

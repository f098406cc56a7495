/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "line-reader.h"

/* A reader of a file that holds @bytes. */
static DlLineReader *
open_bytes (const char *bytes, gsize length, int *fd)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  *fd = g_file_open_tmp ("lines-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  while (length > 0)
    {
      gssize n = write (*fd, bytes, length);

      g_assert_cmpint (n, >, 0);
      bytes += n;
      length -= n;
    }
  lseek (*fd, 0, SEEK_SET);
  return dl_line_reader_new (*fd);
}

static void
assert_line (DlLineReader *reader, const char *expected, gsize expected_length)
{
  const char *line;
  gsize length;

  g_assert_cmpint (dl_line_reader_next (reader, &line, &length, NULL), ==, DL_LINE_READ);
  g_assert_cmpmem (line, length, expected, expected_length);
}

static void
assert_end (DlLineReader *reader)
{
  const char *line;
  gsize length;

  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (dl_line_reader_next (reader, &line, &length, NULL), ==, DL_LINE_END);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *bytes;
    const char *lines[4];
  } cases[] = {
    { "", { NULL } },
    { "a", { "a" } },
    { "a\n", { "a" } },
    { "a\nb", { "a", "b" } },
    { "a\nb\n", { "a", "b" } },
    { "\n", { "" } },
    { "\n\na\n", { "", "", "a" } },
    { "a\r\nb\r\n", { "a\r", "b\r" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int fd;
      g_autoptr (DlLineReader) reader = open_bytes (cases[i].bytes, strlen (cases[i].bytes), &fd);

      g_test_message ("case %u", i);
      for (guint j = 0; cases[i].lines[j] != NULL; j++)
        assert_line (reader, cases[i].lines[j], strlen (cases[i].lines[j]));
      assert_end (reader);
      close (fd);
    }
}

/* Lines of every length around that of a read. */
static void
test_chunks (void)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (DlLineReader) reader = NULL;
  g_autofree char *letters = g_strnfill (80000, 'x');
  int fd;

  for (gsize length = 65500; length < 65570; length++)
    {
      g_string_append_len (all, letters, length);
      g_string_append_c (all, '\n');
    }

  reader = open_bytes (all->str, all->len, &fd);
  for (gsize length = 65500; length < 65570; length++)
    assert_line (reader, letters, length);
  assert_end (reader);
  close (fd);
}

static void
test_limit (void)
{
  const gsize limit = DL_LINE_READER_MAX_BYTES;
  g_autofree char *bytes = g_strnfill (4 * limit, 'x');
  g_autoptr (DlLineReader) reader = NULL;
  const char *line;
  gsize length;
  int fd;

  /* the longest there may be; one byte longer; far longer; a short one; far longer, no end */
  bytes[limit] = '\n';
  bytes[2 * limit + 2] = '\n';
  bytes[4 * limit - 20 - 1] = '\n';
  bytes[4 * limit - 10] = '\n';
  reader = open_bytes (bytes, 4 * limit, &fd);
  assert_line (reader, bytes, limit);
  g_assert_cmpint (dl_line_reader_next (reader, &line, &length, NULL), ==, DL_LINE_TOO_LONG);
  g_assert_cmpint (dl_line_reader_next (reader, &line, &length, NULL), ==, DL_LINE_TOO_LONG);
  assert_line (reader, "xxxxxxxxxx", 10);
  assert_line (reader, "xxxxxxxxx", 9);
  assert_end (reader);
  close (fd);

  g_clear_pointer (&reader, dl_line_reader_free);
  reader = open_bytes (bytes + limit + 1, limit + 1, &fd);
  g_assert_cmpint (dl_line_reader_next (reader, &line, &length, NULL), ==, DL_LINE_TOO_LONG);
  assert_end (reader);
  close (fd);
}

/* A line is there before the next has been written. */
static void
test_pipe (void)
{
  g_autoptr (DlLineReader) reader = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  reader = dl_line_reader_new (ends[0]);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (write (ends[1], "one\nt", 5), ==, 5);
      assert_line (reader, "one", 3);
      g_assert_cmpint (write (ends[1], "wo\n", 3), ==, 3);
      assert_line (reader, "two", 3);
    }
  close (ends[1]);
  assert_end (reader);
  close (ends[0]);
}

static void
test_failure (void)
{
  g_autoptr (DlLineReader) reader = dl_line_reader_new (-1);
  g_autoptr (GError) error = NULL;
  const char *line;
  gsize length;

  g_assert_cmpint (dl_line_reader_next (reader, &line, &length, &error), ==, DL_LINE_FAILED);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/line-reader/lines", test_lines);
  g_test_add_func ("/cli/line-reader/chunks", test_chunks);
  g_test_add_func ("/cli/line-reader/limit", test_limit);
  g_test_add_func ("/cli/line-reader/pipe", test_pipe);
  g_test_add_func ("/cli/line-reader/failure", test_failure);

  return g_test_run ();
}

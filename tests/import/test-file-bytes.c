/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "error.h"
#include "file-bytes.h"

typedef struct
{
  char *folder;
  char *path; /* of a file in it, not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-bytes-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "name", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_refused (const char *path, GQuark domain, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_file_bytes_load (file, NULL, &error));
  g_assert_error (error, domain, code);
  /* what it is, and what can be done; whoever tells of it names the file */
  g_assert_nonnull (strstr (error->message, ". "));
  g_assert_null (strstr (error->message, path));
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) expected = g_bytes_new_static ("a\0b", 3);

  g_assert_true (g_file_set_contents (fixture->path, "a\0b", 3, NULL));
  bytes = dl_file_bytes_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

/* Nobody writes into the pipe: to open it would be to wait for ever. */
static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int descriptor = socket (AF_UNIX, SOCK_STREAM, 0);

  assert_refused (fixture->folder, DL_ERROR, DL_ERROR_FORMAT);
  assert_refused ("/dev/zero", DL_ERROR, DL_ERROR_FORMAT);

  g_assert_no_errno (mkfifo (fixture->path, 0600));
  assert_refused (fixture->path, DL_ERROR, DL_ERROR_FORMAT);

  g_remove (fixture->path);
  g_strlcpy (address.sun_path, fixture->path, sizeof address.sun_path);
  g_assert_no_errno (bind (descriptor, (struct sockaddr *) &address, sizeof address));
  assert_refused (fixture->path, DL_ERROR, DL_ERROR_FORMAT);
  close (descriptor);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "below", NULL);

  assert_refused (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_no_errno (symlink ("nowhere", fixture->path));
  assert_refused (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_remove (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, "text", -1, NULL));
  assert_refused (below, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "text", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (dl_file_bytes_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A sparse file: it has the size but not the bytes, and is refused unread. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "x", 1, NULL));
  g_assert_no_errno (truncate (fixture->path, (off_t) DL_IMPORT_MAX_BYTES + 1));
  g_assert_null (dl_file_bytes_load (file, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

/* What never ends is read no further than the limit. */
static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_file_bytes_drain (G_INPUT_STREAM (stream), NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

/* The memory of this program: a file that can be opened, and whose first byte cannot be read. */
static void
test_faulty (void)
{
  assert_refused ("/proc/self/mem", G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import/file-bytes/file", test_file);
  ADD ("/import/file-bytes/no-file", test_no_file);
  ADD ("/import/file-bytes/missing", test_missing);
  ADD ("/import/file-bytes/cancelled", test_cancelled);
  ADD ("/import/file-bytes/too-large", test_too_large);
  g_test_add_func ("/import/file-bytes/endless", test_endless);
  g_test_add_func ("/import/file-bytes/faulty", test_faulty);

  return g_test_run ();
}

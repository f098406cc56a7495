/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "place-history.h"

typedef struct
{
  char *folder;
  char *path;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("dateline-places-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "own", "places", NULL);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_autofree char *own = g_path_get_dirname (self->path);

  g_remove (self->path);
  g_remove (own);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static DlArticle *
make_article (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, strlen (text) }, NULL));

  return dl_article_new (bytes, blocks, &(DlArticleFields){ .id = "a" });
}

static gsize
find_again (Case *self, DlArticle *article)
{
  g_autoptr (DlPlaceHistory) history = dl_place_history_new (self->path);

  return dl_place_history_find (history, article);
}

/* What is noted is known to the next start, by the text alone. */
static void
test_keep (Case *self, gconstpointer data)
{
  DlPlaceHistory *history = dl_place_history_new (self->path);
  g_autoptr (DlArticle) first = make_article ("They met in Oslo.");
  g_autoptr (DlArticle) same = make_article ("They met in Oslo.");
  g_autoptr (DlArticle) other = make_article ("They met in Bergen.");

  g_assert_cmpuint (dl_place_history_find (history, first), ==, 0);
  dl_place_history_note (history, first, 9);
  g_assert_cmpuint (dl_place_history_find (history, same), ==, 9);
  g_assert_cmpuint (dl_place_history_find (history, other), ==, 0);
  g_object_unref (history);
  g_assert_cmpuint (find_again (self, same), ==, 9);
  g_assert_cmpuint (find_again (self, other), ==, 0);
}

/* Its beginning is no place to go back to. */
static void
test_forget (Case *self, gconstpointer data)
{
  g_autoptr (DlPlaceHistory) history = dl_place_history_new (self->path);
  g_autoptr (DlArticle) first = make_article ("They met in Oslo.");
  g_autoptr (DlArticle) second = make_article ("They met in Bergen.");

  dl_place_history_note (history, first, 9);
  dl_place_history_note (history, second, 9);
  dl_place_history_note (history, first, 0);
  g_assert_true (dl_place_history_save (history, NULL));
  g_assert_cmpuint (find_again (self, first), ==, 0);
  g_assert_cmpuint (find_again (self, second), ==, 9);

  dl_place_history_clear (history);
  g_assert_cmpuint (dl_place_history_find (history, second), ==, 0);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* The one that was not read for longest makes room. */
static void
test_bound (Case *self, gconstpointer data)
{
  g_autoptr (DlPlaceHistory) history = dl_place_history_new (self->path);
  g_autoptr (DlArticle) first = make_article ("first"), second = make_article ("second");

  dl_place_history_note (history, first, 1);
  dl_place_history_note (history, second, 2);
  for (guint i = 2; i < DL_PLACE_HISTORY_MAX; i++)
    {
      g_autofree char *text = g_strdup_printf ("another, %u", i);
      g_autoptr (DlArticle) article = make_article (text);

      dl_place_history_note (history, article, 3);
    }
  dl_place_history_note (history, first, 4);
  g_assert_cmpuint (dl_place_history_find (history, second), ==, 2);
  {
    g_autoptr (DlArticle) last = make_article ("last");

    dl_place_history_note (history, last, 5);
  }
  g_assert_cmpuint (dl_place_history_find (history, second), ==, 0);
  g_assert_true (dl_place_history_save (history, NULL));
  g_assert_cmpuint (find_again (self, first), ==, 4);
}

/* Where the new file cannot be written, the old one stays as it was, and the place is known. */
static void
test_failure (Case *self, gconstpointer data)
{
  g_autoptr (DlPlaceHistory) history = dl_place_history_new (self->path);
  g_autofree char *own = g_path_get_dirname (self->path);
  g_autofree char *away = g_build_filename (self->folder, "away", NULL);
  g_autoptr (DlArticle) article = make_article ("They met in Oslo.");
  g_autoptr (GError) error = NULL;

  dl_place_history_note (history, article, 9);
  g_assert_true (dl_place_history_save (history, NULL));

  /* a file where the folder should be */
  g_assert_cmpint (g_rename (own, away), ==, 0);
  g_assert_true (g_file_set_contents (own, "", 0, NULL));
  dl_place_history_note (history, article, 12);
  g_assert_false (dl_place_history_save (history, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (dl_place_history_find (history, article), ==, 12);

  g_remove (own);
  g_assert_cmpint (g_rename (away, own), ==, 0);
  g_assert_cmpuint (find_again (self, article), ==, 9);
  g_assert_true (dl_place_history_save (history, NULL));
  g_assert_cmpuint (find_again (self, article), ==, 12);
}

/* Whatever is in the file, what is right of it is read and nothing else. */
static void
test_damage (Case *self, gconstpointer data)
{
  g_autofree char *own = g_path_get_dirname (self->path);
  g_autoptr (DlArticle) article = make_article ("They met in Oslo.");
  g_autoptr (GString) text = g_string_new ("\n \nabc 9\n\xff\xfe\n");
  g_autofree char *good = NULL, *huge = NULL;

  {
    g_autoptr (DlPlaceHistory) history = dl_place_history_new (self->path);

    dl_place_history_note (history, article, 9);
  }
  g_assert_true (g_file_get_contents (self->path, &good, NULL, NULL));
  g_string_append (text, good);
  g_strchomp (good);
  g_string_append_printf (text, "%s999999999999999999999\n%s -1\n%s\n", good, good, good);
  text->str[text->len - 2] = 'x';
  g_assert_true (g_file_set_contents (self->path, text->str, text->len, NULL));
  g_assert_cmpuint (find_again (self, article), ==, 9);

  huge = g_strnfill (1024 * 1024, ' ');
  g_assert_true (g_file_set_contents (self->path, huge, -1, NULL));
  g_assert_cmpuint (find_again (self, article), ==, 0);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ui/place-history/keep", test_keep);
  ADD ("/ui/place-history/forget", test_forget);
  ADD ("/ui/place-history/bound", test_bound);
  ADD ("/ui/place-history/failure", test_failure);
  ADD ("/ui/place-history/damage", test_damage);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "archive.h"
#include "importer.h"

/* The lead picture that a file brings along, and its caption. */

#define LONG                                                                                       \
  "The ministers met for two days, agreed on the text, and will meet again in spring, as the "     \
  "spokesman of the host country told the press on the second evening."

/* Returns: (transfer full): what begins as a PNG picture does, of @size bytes, the rest @fill */
static GBytes *
make_picture (gsize size, char fill)
{
  char *data = g_malloc (size);

  memset (data, fill, size);
  memcpy (data, "\x89PNG\r\n\x1A\n", 8);

  return g_bytes_new_take (data, size);
}

static char *
encode (GBytes *picture)
{
  gsize size;
  const guchar *data = g_bytes_get_data (picture, &size);

  return g_base64_encode (data, size);
}

static char *
make_image (GBytes *picture)
{
  g_autofree char *base64 = encode (picture);

  return g_strconcat ("<img src=\"data:image/png;base64,", base64, "\">", NULL);
}

static DlArticle *
import (char *file, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (file, strlen (file));
  g_autoptr (GError) error = NULL;
  DlArticle *article = dl_importer_import (bytes, name, &error);

  g_assert_no_error (error);

  return article;
}

static void
assert_picture (DlArticle *article, GBytes *picture, const char *caption)
{
  const DlArticleFields *fields = dl_article_get_fields (article);

  g_assert_true ((fields->picture == NULL) == (picture == NULL));
  g_assert_true (picture == NULL || g_bytes_equal (fields->picture, picture));
  g_assert_cmpstr (fields->caption, ==, caption);
  g_assert_cmpstr (dl_article_get_picture_type (article), ==, picture != NULL ? "image/png" : NULL);
}

/* “%s” is the picture that counts, or none does. */
static void
test_page (void)
{
  static const struct
  {
    const char *before, *behind, *caption;
    gboolean counts;
  } rows[] = {
    { "<article><h1>Title</h1><figure>",
      "<figcaption>The table\n in Oslo</figcaption></figure><p>" LONG, "The table in Oslo", TRUE },
    { "<article><h1>Title</h1>", "<p>" LONG, NULL, TRUE },
    { "<article><p>" LONG "</p><div class='pic'>",
      "<span class='img_desc'>The table</span></div><p>" LONG, "The table", TRUE },
    { "<div class='top'><figure>",
      "<figcaption>The table</figcaption></figure><div><p>" LONG "</p><p>" LONG "</p></div></div>",
      "The table", TRUE },
    /* what is not the article's */
    { "<nav>", "</nav><article><p>" LONG "</p></article>", NULL, FALSE },
    { "<article><p>" LONG "</p></article><div class='related'>", "</div>", NULL, FALSE },
    { "<article><p>" LONG "</p></article><div class='comments'>", "</div>", NULL, FALSE },
  };
  g_autoptr (GBytes) picture = make_picture (5000, 'x');
  g_autofree char *image = make_image (picture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article =
        import (g_strconcat ("<!DOCTYPE html><html><body>", rows[i].before, image, rows[i].behind,
                             NULL),
                "page.html");

      g_test_message ("row %u", i);
      assert_picture (article, rows[i].counts ? picture : NULL, rows[i].caption);
    }
}

/* Too small, too large, no picture, or not brought along: the next one counts. */
static void
test_limits (void)
{
  g_autoptr (GBytes) small = make_picture (DL_PICTURE_MIN_BYTES - 1, 'x');
  g_autoptr (GBytes) large = make_picture (DL_PICTURE_MAX_BYTES + 1, 'x');
  g_autoptr (GBytes) least = make_picture (DL_PICTURE_MIN_BYTES, 'y');
  g_autofree char *first = make_image (small);
  g_autofree char *second = make_image (large);
  g_autofree char *third = make_image (least);
  g_autoptr (DlArticle) article =
    import (g_strconcat ("<!DOCTYPE html><html><body><article><p>" LONG
                         "</p><img><img src='https://a.example/b.png'><img src='data:,x'>"
                         "<img src='data:image/png;base64,AAAA'>",
                         first, second, third, NULL),
            "page.html");

  assert_picture (article, least, NULL);
}

static void
test_archive (void)
{
  static const char *const names[][2] = { { "Content-Location: https://a.example/b.png",
                                            "https://a.example/b.png" },
                                          { "Content-ID: <b@c>", "cid:b@c" } };
  g_autoptr (GBytes) picture = make_picture (5000, 'x');
  g_autofree char *base64 = encode (picture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (DlArticle) article =
        import (g_strconcat (
                  "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x"
                  "\r\nContent-Type: text/html\r\n\r\n<html><article><figure><img src='",
                  names[i][1],
                  "'><figcaption>The table</figcaption></figure><p>" LONG
                  "</p></article></html>\r\n--x\r\nContent-Type: image/png\r\n",
                  names[i][0], "\r\nContent-Transfer-Encoding: base64\r\n\r\n", base64,
                  "\r\n--x--\r\n", NULL),
                "page.mhtml");

      assert_picture (article, picture, "The table");
    }
}

static void
append (Archive *archive, const char *name, const char *text)
{
  archive_append (archive, name, text, strlen (text), 0);
}

static void
test_cover (void)
{
  static const char *const packages[] = {
    "<package><metadata/><manifest><item id='c' href='c.xhtml'/><item id='p' href='p.png' "
    "properties='cover-image'/></manifest><spine><itemref idref='c'/></spine></package>",
    "<package><metadata><meta name='cover' content='p'/></metadata><manifest><item id='c' "
    "href='c.xhtml'/><item id='p' href='p.png'/></manifest><spine><itemref idref='c'/></spine>"
    "</package>",
  };
  g_autoptr (GBytes) picture = make_picture (5000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DlArticle) article = NULL;
      Archive archive;

      archive_begin (&archive);
      append (&archive, "META-INF/container.xml",
              "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>");
      append (&archive, "a.opf", packages[i]);
      append (&archive, "c.xhtml", "<html><body><p>text</p></body></html>");
      archive_append (&archive, "p.png", g_bytes_get_data (picture, NULL),
                      g_bytes_get_size (picture), 0);
      bytes = archive_end (&archive);
      article = dl_importer_import (bytes, "book.epub", NULL);
      g_assert_nonnull (article);
      assert_picture (article, picture, NULL);
    }
}

static void
write_file (const char *path, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, size, NULL));
}

/* @address: of the picture in a page that stands beside the folder “page_files” */
static DlArticle *
load_page (const char *folder, const char *address)
{
  g_autofree char *path = g_build_filename (folder, "page.html", NULL);
  g_autofree char *html =
    g_strconcat ("<!DOCTYPE html><html><article><figure><img alt=' A table ' src='", address,
                 "'><figcaption>In Oslo</figcaption></figure><p>" LONG "</p></article></html>",
                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_true (g_file_set_contents (path, html, -1, NULL));
  articles = dl_importer_load_all (file, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);

  return g_object_ref (articles->pdata[0]);
}

/* A page may show what a browser saved with it, and no other file of the reader's. */
static void
test_folder (void)
{
  static const struct
  {
    const char *address;
    gboolean is_found;
  } rows[] = {
    { "page_files/a%20b.png", TRUE },
    { "./page_files/a%20b.png?size=2", TRUE },
    { "a%20b.png", FALSE },
    { "page_files/../a%20b.png", FALSE },
    { "page_files/%2e%2e/a%20b.png", FALSE },
    { "page_files/link.png", FALSE },
    { "page_files/none.png", FALSE },
    { "page_files", FALSE },
    { "/dev/zero", FALSE },
    { "file:///dev/zero", FALSE },
    { "https://a.example/page_files/a%20b.png", FALSE },
  };
  g_autoptr (GBytes) picture = make_picture (5000, 'x');
  g_autofree char *folder = g_dir_make_tmp ("dateline-picture-XXXXXX", NULL);
  g_autofree char *files = g_build_filename (folder, "page_files", NULL);
  g_autofree char *inner = g_build_filename (files, "a b.png", NULL);
  g_autofree char *outer = g_build_filename (folder, "a b.png", NULL);
  g_autofree char *link = g_build_filename (files, "link.png", NULL);

  g_assert_no_errno (g_mkdir (files, 0700));
  write_file (inner, picture);
  write_file (outer, picture);
  g_assert_no_errno (symlink ("../a b.png", link));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article = load_page (folder, rows[i].address);

      g_test_message ("%s", rows[i].address);
      assert_picture (article, rows[i].is_found ? picture : NULL,
                      rows[i].is_found ? "In Oslo" : NULL);
      g_assert_cmpstr (dl_article_get_fields (article)->picture_text, ==,
                       rows[i].is_found ? "A table" : NULL);
    }
  g_remove (link);
  g_remove (inner);
  g_remove (outer);
  g_rmdir (files);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/picture/page", test_page);
  g_test_add_func ("/import/picture/limits", test_limits);
  g_test_add_func ("/import/picture/archive", test_archive);
  g_test_add_func ("/import/picture/folder", test_folder);
  g_test_add_func ("/import/picture/cover", test_cover);

  return g_test_run ();
}

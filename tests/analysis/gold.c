/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gold.h"

#include <string.h>

static void
clear_mark (gpointer data)
{
  g_free (((DlGoldMark *) data)->value);
}

static void
read_header (DlGold *self, const char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (lines[i], ": ", 2);

      g_assert_nonnull (pair[1]);
      if (strcmp (pair[0], "language") == 0)
        self->language = g_strdup (pair[1]);
      else if (strcmp (pair[0], "published") == 0)
        self->published = g_strdup (pair[1]);
      else if (strcmp (pair[0], "background") == 0)
        self->background = g_strdup (pair[1]);
    }
}

/* “[[?kind:value|” at @p; returns where the words begin. */
static const char *
open_mark (DlGold *self, const char *p, gsize at)
{
  const char *bar = strchr (p, '|');
  g_autofree char *head = g_strndup (p, bar - p);
  g_auto (GStrv) pair = g_strsplit (head + (*head == '?'), ":", 2);
  DlGoldMark mark = { .span = { at, at }, .optional = *head == '?' };

  g_assert_true (dl_kind_from_nick (pair[0], &mark.kind));
  mark.value = g_strdup (pair[1] != NULL ? pair[1] : "");
  g_array_append_val (self->marks, mark);

  return bar + 1;
}

static void
read_text (DlGold *self, const char *marked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const char *p = marked; *p != '\0';)
    {
      if (g_str_has_prefix (p, "[["))
        {
          g_array_append_val (open, self->marks->len);
          p = open_mark (self, p + 2, text->len);
        }
      else if (g_str_has_prefix (p, "]]") && open->len > 0)
        {
          guint last = g_array_index (open, guint, open->len - 1);

          g_array_index (self->marks, DlGoldMark, last).span.end = text->len;
          g_array_set_size (open, open->len - 1);
          p += 2;
        }
      else
        g_string_append_c (text, *p++);
    }
  g_assert_cmpuint (open->len, ==, 0);
  self->text = g_strdup (text->str);
}

/* Returns: (transfer full): the file at @path; a malformed one fails the test. */
DlGold *
dl_gold_load (const char *path)
{
  DlGold *self = g_new0 (DlGold, 1);
  g_autofree char *contents = NULL;
  char *body, *tail;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  self->name = g_path_get_basename (path);
  self->marks = g_array_new (FALSE, FALSE, sizeof (DlGoldMark));
  g_array_set_clear_func (self->marks, clear_mark);

  body = strstr (contents, "\n\n");
  tail = strstr (contents, "\n---\n");
  g_assert_nonnull (body);
  g_assert_nonnull (tail);
  *body = *tail = '\0';
  read_header (self, contents);
  read_text (self, body + 2);
  self->expected = g_strsplit (tail + strlen ("\n---\n"), "\n", -1);

  return self;
}

void
dl_gold_free (DlGold *self)
{
  g_free (self->name);
  g_free (self->language);
  g_free (self->published);
  g_free (self->background);
  g_free (self->text);
  g_array_unref (self->marks);
  g_strfreev (self->expected);
  g_free (self);
}

/* Returns: (transfer full): the article without its marks; a line is a block. */
DlArticle *
dl_gold_make_article (const DlGold *self)
{
  g_autoptr (GBytes) bytes = g_bytes_new (self->text, strlen (self->text));
  g_autoptr (DlDate) published =
    self->published != NULL ? dl_date_parse (self->published, NULL) : NULL;
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  DlArticleFields fields = { .id = self->name, .language = self->language, .published = published };

  for (const char *p = self->text; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      DlSpan span = { p - self->text, p - self->text + length };

      if (length > 0)
        g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, span, NULL));
      p += length + (p[length] == '\n');
    }

  return dl_article_new (bytes, blocks, &fields);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-title.h"

#include <string.h>

/* “Talks in Oslo – World – The Daily Test”: pages give the name of their site with the title,
 * parted by a mark, at either end.  Which part is the title the page itself tells:
 *
 * 1. What it repeats as a heading is the title, if that is no less than half of what there is.
 * 2. What is the name of the site is none of it. */

/* Between white space; some of them without. */
static const char SPACED_MARKS[] = "|-–—‒―·•»«:_/~›";
static const char BARE_MARKS[] = "|｜：_";

/* A mark and the white space around it. */
typedef struct
{
  gsize start, end; /* bytes */
} Mark;

/* Returns: (transfer full) (element-type Mark): what may part @text, in order */
static GArray *
find_marks (const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      Mark mark = { p - text, next - text };

      if (g_utf8_strchr (SPACED_MARKS, -1, c) == NULL && g_utf8_strchr (BARE_MARKS, -1, c) == NULL)
        continue;
      while (mark.start > 0 && g_ascii_isspace (text[mark.start - 1]))
        mark.start--;
      while (g_ascii_isspace (text[mark.end]))
        mark.end++;
      if (mark.start > 0 && text[mark.end] != '\0' &&
          (g_utf8_strchr (BARE_MARKS, -1, c) != NULL ||
           (mark.start < (gsize) (p - text) && text + mark.end > next)))
        g_array_append_val (marks, mark);
    }

  return marks;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (folded_a), g_strstrip (folded_b));
}

static gboolean
is_heading (const char *text, GPtrArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    if (is_same (text, headings->pdata[i]))
      return TRUE;

  return FALSE;
}

/* @text before and behind @mark, both owned by the caller. */
static void
split (const char *text, const Mark *mark, char *parts[2])
{
  parts[0] = g_strndup (text, mark->start);
  parts[1] = g_strdup (text + mark->end);
}

/* (1) */
static char *
find_repeated (const char *full, const GArray *marks, GPtrArray *headings, char **rest)
{
  g_autofree char *best = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      char *parts[2];

      split (full, &g_array_index (marks, Mark, i), parts);
      for (guint side = 0; side < 2; side++)
        if (is_heading (parts[side], headings) && strlen (parts[side]) * 2 >= strlen (full) &&
            (best == NULL || strlen (parts[side]) > strlen (best)))
          {
            g_free (best);
            g_free (*rest);
            best = g_strdup (parts[side]);
            *rest = g_strdup (parts[1 - side]);
          }
      g_free (parts[0]);
      g_free (parts[1]);
    }

  return g_steal_pointer (&best);
}

/* (2) */
static char *
drop_site (const char *full, const GArray *marks, const char *site)
{
  for (guint i = 0; i < marks->len; i++)
    {
      char *parts[2];
      char *title = NULL;

      split (full, &g_array_index (marks, Mark, i), parts);
      for (guint side = 0; side < 2 && title == NULL; side++)
        if (is_same (parts[side], site))
          title = g_steal_pointer (&parts[1 - side]);
      g_free (parts[0]);
      g_free (parts[1]);
      if (title != NULL)
        return title;
    }

  return NULL;
}

/* Beside the name of a site there may be that of a section: the name stands at the end. */
static void
keep_last (char **rest)
{
  g_autoptr (GArray) marks = find_marks (*rest);

  if (marks->len > 0)
    memmove (*rest, *rest + g_array_index (marks, Mark, marks->len - 1).end,
             strlen (*rest) + 1 - g_array_index (marks, Mark, marks->len - 1).end);
}

/**
 * dl_html_title_find:
 * @full: a title as the page states it
 * @headings: (element-type utf8): those on the page
 * @site: (nullable): its name, if it is known
 * @rest: (out) (nullable): the last of what stood beside the title, where a heading told which was
 *   which
 *
 * Returns: (transfer full) (nullable): the title alone; %NULL if @full has no part that is less
 */
char *
dl_html_title_find (const char *full, GPtrArray *headings, const char *site, char **rest)
{
  g_autoptr (GArray) marks = find_marks (full);
  char *title;

  *rest = NULL;
  if (is_heading (full, headings))
    return NULL;
  title = find_repeated (full, marks, headings, rest);
  if (*rest != NULL)
    keep_last (rest);
  if (title == NULL && site != NULL)
    title = drop_site (full, marks, site);

  return title;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-search.h"

#include <string.h>

/* Words in a text as a reader types them.
 *
 * 1. Case does not count, nor do the kinds of spaces, hyphens and apostrophes; a run of white
 *    space is one space.
 * 2. A letter typed without a mark finds it with any: “ha noi” finds “Hà Nội”, “dong” also
 *    “Đông”.  One typed with marks finds just these.
 * 3. Hits do not overlap. */

/* How often to look whether the search is still wanted, characters. */
#define PATIENCE 65536

/* A character of what is looked for. */
typedef struct
{
  gunichar whole; /* in lower case, with its marks */
  gboolean bare;  /* (2) */
} Letter;

/* Letters whose stroke or hook Unicode holds to be no mark. */
static gunichar
strip_stroke (gunichar c)
{
  switch (c)
    {
    case 0x111: /* đ */
      return 'd';
    case 0x142: /* ł */
      return 'l';
    case 0xF8: /* ø */
      return 'o';
    case 0x131: /* ı */
      return 'i';
    default:
      return c;
    }
}

static gunichar
strip_marks (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c < 0x80)
    return c;
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

  return strip_stroke (parts[0]);
}

static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isspace (c) ? ' ' : (gunichar) g_ascii_tolower (c);
  switch (c)
    {
    case 0xA0:   /* no-break space */
    case 0x202F: /* narrow no-break space */
    case 0x3000: /* ideographic space */
      return ' ';
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

/* Returns: (transfer full): the letters of @words; empty if there is nothing to look for */
static GArray *
read_words (const char *words)
{
  g_autofree char *composed = g_utf8_normalize (words, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));

  for (const char *p = composed != NULL ? g_strstrip (composed) : ""; *p != '\0';
       p = g_utf8_next_char (p))
    {
      gunichar whole = fold (g_utf8_get_char (p));
      Letter letter = { whole, strip_marks (whole) == whole };

      if (whole != ' ' ||
          (letters->len > 0 && g_array_index (letters, Letter, letters->len - 1).whole != ' '))
        g_array_append_val (letters, letter);
    }

  return letters;
}

static gboolean
is_same (const Letter *letter, gunichar c)
{
  return letter->whole == c || (letter->bare && letter->whole == strip_marks (c));
}

/* Returns: (nullable): where @letters end that begin at @p, marks that follow included */
static const char *
match (const GArray *letters, const char *p, const char *end)
{
  for (guint i = 0; i < letters->len; i++)
    {
      const Letter *letter = &g_array_index (letters, Letter, i);

      if (p >= end || !is_same (letter, fold (g_utf8_get_char (p))))
        return NULL;
      p = g_utf8_next_char (p);
      while (p < end && letter->whole == ' ' && fold (g_utf8_get_char (p)) == ' ')
        p = g_utf8_next_char (p);
      while (p < end && (guchar) *p >= 0xCC && g_unichar_ismark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }

  return p;
}

/**
 * dl_text_search_find:
 * @text: (array length=length): UTF-8
 * @words: what to look for, UTF-8
 * @cancellable: (nullable): ends the search early
 *
 * Returns: (transfer full) (element-type DlSpan): where in @text the words stand, in order; at
 *   most %DL_TEXT_SEARCH_MAX_HITS; empty if @words are
 */
GArray *
dl_text_search_find (const char *text, gsize length, const char *words, GCancellable *cancellable)
{
  g_autoptr (GArray) letters = read_words (words);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (DlSpan));
  const char *end = text + length;
  guint patience = PATIENCE;

  for (const char *p = text; p < end && letters->len > 0 && hits->len < DL_TEXT_SEARCH_MAX_HITS;)
    {
      const char *after = match (letters, p, end);

      if (after != NULL)
        {
          DlSpan hit = { p - text, after - text };

          g_array_append_val (hits, hit);
        }
      p = after != NULL ? after : g_utf8_next_char (p);
      if (--patience == 0)
        {
          if (g_cancellable_is_cancelled (cancellable))
            break;
          patience = PATIENCE;
        }
    }

  return hits;
}

static void
find_thread_cb (GTask *task, gpointer source, gpointer words, GCancellable *cancellable)
{
  DlArticle *article = source;
  GArray *hits = dl_text_search_find (dl_article_get_text (article),
                                      dl_article_get_length (article), words, cancellable);

  g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
}

/**
 * dl_text_search_find_async:
 *
 * Does the work of dl_text_search_find() in a thread; @callback is called in the caller's main
 * context, with @article as its source.
 */
void
dl_text_search_find_async (DlArticle *article,
                           const char *words,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DL_IS_ARTICLE (article));

  task = g_task_new (article, cancellable, callback, user_data);
  g_task_set_source_tag (task, dl_text_search_find_async);
  g_task_set_task_data (task, g_strdup (words), g_free);
  g_task_run_in_thread (task, find_thread_cb);
}

/**
 * dl_text_search_find_finish:
 *
 * Returns: (transfer full): as of dl_text_search_find(), or %NULL with %G_IO_ERROR_CANCELLED set
 */
GArray *
dl_text_search_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

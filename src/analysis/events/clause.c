/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "clause.h"

#include <string.h>

#include "fold.h"
#include "word-list.h"

/* Where the clauses of a sentence begin and end: at marks, and at the words that the rules
 * of stage “events” say open a clause.  No clause ends within a name or a date. */

/* A clause that goes on less far than this behind its verb is not cut by a word: “said that”. */
#define MIN_TAIL 24

/* A comma between two names so near to each other stands in a list; bytes. */
#define LIST_GAP 10

/* No clause that can head an event begins farther before its verb; bytes. */
#define MAX_BACK 1000

/* No word that leads on to another is longer, and so many of them follow each other; bytes. */
#define MAX_LEAD_ON 12
#define MAX_LEADS_ON 4

/* The characters that end a clause wherever they stand. */
static const char *const wide_marks[] = {
  "，", "；", "：", "。", "！", "？", "「", "」", "،", "؛"
};

/**
 * dl_clause_measure:
 *
 * Returns: how wide the text from the byte @from to before the byte @to is, in letters; a
 *   Chinese, Japanese or Korean character counts two
 */
guint
dl_clause_measure (const char *text, gsize from, gsize to)
{
  guint width = 0;

  for (const char *p = text + from; p < text + to; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}

static gboolean
is_wide (const char *p)
{
  return (guchar) *p >= 0x80 && g_unichar_iswide (g_utf8_get_char (p));
}

/* The bytes of the dash that stands between spaces at @i; 0: none does. */
static gsize
get_dash_length (const char *text, gsize i, gsize first)
{
  static const char *const dashes[] = { "- ", "– ", "— " };

  for (guint k = 0; k < G_N_ELEMENTS (dashes) && i > first && text[i - 1] == ' '; k++)
    {
      if (g_str_has_prefix (text + i, dashes[k]))
        return strlen (dashes[k]) - 1;
    }

  return 0;
}

/* Whether the Japanese comma at @i only sets off the topic or the day: “首相は4日、”. */
static gboolean
is_after_topic (const char *text, gsize i, gsize first)
{
  static const char *const ends[] = { "は", "日", "月", "年", "時", "分" };

  for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
    {
      const gsize length = strlen (ends[k]);

      if (i >= first + length && memcmp (text + i - length, ends[k], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The bytes of the mark at @i that ends a clause; 0: none stands there.  In Japanese “、” is
 * the comma; a space between Chinese characters ends a line of its own. */
static gsize
get_mark_length (const DlReading *reading, const char *text, gsize i, gsize first)
{
  if (strchr ("\"\n", text[i]) != NULL)
    return 1;
  if (strchr (",;:!?", text[i]) != NULL && strchr (" \n\"", text[i + 1]) != NULL)
    return 1;
  if (text[i] == ' ')
    return reading->language == DL_LANGUAGE_ZH && is_wide (text + i + 1) ? 1 : 0;
  if (reading->language == DL_LANGUAGE_JA && g_str_has_prefix (text + i, "、"))
    return is_after_topic (text, i, first) ? 0 : strlen ("、");
  for (guint k = 0; k < G_N_ELEMENTS (wide_marks); k++)
    {
      if (g_str_has_prefix (text + i, wide_marks[k]))
        return strlen (wide_marks[k]);
    }

  return get_dash_length (text, i, first);
}

/* The index of the first opener that begins at @offset or later. */
static guint
find_opener (const DlReading *reading, gsize offset)
{
  guint low = 0, high = reading->openers->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (reading->openers, DlSpan, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The bytes of the word at @i that opens a clause; 0: none does. */
static gsize
get_opener_length (const DlReading *reading, gsize i)
{
  const guint k = find_opener (reading, i);
  const DlSpan *opener =
    k < reading->openers->len ? &g_array_index (reading->openers, DlSpan, k) : NULL;

  return opener != NULL && opener->start == i ? opener->end - i : 0;
}

/* The candidate that covers the byte at @offset, from @position on, or NULL. */
static DlCandidate *
find_covering (const DlScene *scene, guint *position, gsize offset)
{
  while (*position < scene->after && dl_scene_get_candidate (scene, *position)->span.end <= offset)
    (*position)++;

  return *position < scene->after && dl_scene_get_candidate (scene, *position)->span.start <= offset
           ? dl_scene_get_candidate (scene, *position)
           : NULL;
}

/* Whether the comma at @i stands between @before, which ends there, and another name. */
static gboolean
is_in_list (const DlScene *scene, guint position, const DlCandidate *before, gsize i)
{
  const DlCandidate *next =
    position < scene->after ? dl_scene_get_candidate (scene, position) : NULL;

  return before != NULL && next != NULL && before->span.end == i &&
         next->span.start < i + LIST_GAP && before->kind != DL_KIND_DATE &&
         next->kind != DL_KIND_DATE;
}

static gboolean
is_comma (const char *text, gsize i)
{
  return text[i] == ',' || g_str_has_prefix (text + i, "，") || g_str_has_prefix (text + i, "،") ||
         g_str_has_prefix (text + i, "、");
}

static gboolean
has_words (const char *text, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    {
      if ((guchar) text[i] >= 0x80 || g_ascii_isalnum (text[i]))
        return TRUE;
    }

  return FALSE;
}

/* Where clauses begin before some byte, the last three of them; @is_certain: the last is
 * no end of an apposition. */
typedef struct
{
  gsize last, second, third;
  gboolean is_certain;
} Starts;

static void
push (Starts *starts, gsize start, gboolean is_certain)
{
  starts->third = starts->second;
  starts->second = starts->last;
  starts->last = start;
  starts->is_certain = is_certain;
}

/* Where the character begins that @i stands in. */
static gsize
find_character (const char *text, gsize i)
{
  while (i > 0 && ((guchar) text[i] & 0xc0) == 0x80)
    i--;

  return i;
}

/* Reads the sentence up to @at. */
static void
find_starts (const DlScene *scene, Starts *starts, gsize first, gsize at)
{
  const DlReading *reading = scene->reading;
  const char *text = dl_article_get_text (reading->article);
  const DlCandidate *before = NULL;
  guint position = scene->first;

  for (gsize i = first, length; i < at; i += MAX (length, 1))
    {
      const DlCandidate *covering = find_covering (scene, &position, i);
      gboolean is_word = FALSE;

      if (covering != NULL)
        {
          before = covering;
          length = covering->span.end - i;
          continue;
        }
      length = get_mark_length (reading, text, i, first);
      if (length != 0 && is_in_list (scene, position, before, i))
        length = 0;
      else if (length == 0)
        is_word = (length = get_opener_length (reading, i)) != 0;
      if (length != 0)
        push (starts, i + length, is_word || !is_comma (text, i));
      else if (text[i] == '(' && memchr (text + i, ')', at - i) == NULL)
        push (starts, i + 1, TRUE);
    }
}

/**
 * dl_clause_find_start:
 * @at: a byte of @sentence
 *
 * Returns: where the clause begins that goes on at @at, at a letter.  Where a comma stands
 *   right before @at, that is the end of an apposition, which the clause goes round
 */
gsize
dl_clause_find_start (const DlScene *scene, const DlSentence *sentence, gsize at)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const gsize back = at > MAX_BACK ? at - MAX_BACK : 0;
  const gsize first =
    back > sentence->span.start ? find_character (text, back) : sentence->span.start;
  Starts starts = { first, first, first, TRUE };
  gsize start;

  find_starts (scene, &starts, first, at);
  start = starts.is_certain || has_words (text, starts.last, at) ? starts.last : starts.third;
  while (start < at && !has_words (text, start, start + 1) && text[start] != '(')
    start++;

  return start;
}

/* Whether the word is one that leads on to another: “of”, “the”. */
static gboolean
leads_on (const DlReading *reading, const char *text, gsize start, gsize end)
{
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  if (end - start > MAX_LEAD_ON)
    return FALSE;
  word = g_strndup (text + start, end - start);
  folded = dl_fold_string (word);

  return dl_word_list_find (reading->lexicon, "lead-on", reading->language, folded) != NULL;
}

/* Where the words from @from to the space at @end are to be cut so that none is left without
 * what it leads on to. */
static gsize
back_off (const DlReading *reading, const char *text, gsize from, gsize end)
{
  for (guint n = 0; n < MAX_LEADS_ON; n++)
    {
      gsize start = end;

      while (start > from && text[start - 1] != ' ')
        start--;
      if (start == from || !leads_on (reading, text, start, end))
        break;
      end = start - 1;
    }

  return end;
}

/**
 * dl_clause_find_end:
 * @from: a byte of the clause
 * @limit: the end of its sentence
 * @width: as dl_clause_measure() counts, what it may have at most
 *
 * Returns: where the clause ends; one that is too long is cut behind the last name or date
 *   that has room, else at a space, else between two letters
 */
gsize
dl_clause_find_end (const DlScene *scene, gsize from, gsize limit, guint width)
{
  const DlReading *reading = scene->reading;
  const char *text = dl_article_get_text (reading->article);
  gsize space = from, name = from, i = from;
  guint position = scene->first, taken = 0;

  while (i < limit)
    {
      const DlCandidate *covering = find_covering (scene, &position, i);
      const gsize next =
        covering != NULL ? covering->span.end : (gsize) (g_utf8_next_char (text + i) - text);

      if (covering == NULL && (text[i] == '(' || get_mark_length (reading, text, i, from) != 0 ||
                               (taken >= MIN_TAIL && get_opener_length (reading, i) != 0)))
        return i;
      taken += dl_clause_measure (text, i, next);
      if (taken > width)
        return name > from && dl_clause_measure (text, from, name) > width / 2 ? name
               : space > from ? back_off (reading, text, from, space)
                              : i;
      if (covering != NULL)
        name = next;
      else if (text[i] == ' ')
        space = i;
      i = next;
    }

  return limit;
}

/* Returns: whether a comma stands between @a and @b, which may stand in any order */
gboolean
dl_clause_has_comma (const DlReading *reading, DlSpan a, DlSpan b)
{
  const char *text = dl_article_get_text (reading->article);

  for (gsize i = MIN (a.end, b.end); i < MAX (a.start, b.start); i++)
    {
      if (is_comma (text, i))
        return TRUE;
    }

  return FALSE;
}

static gsize
get_end_length (const char *text, gsize start, gsize end)
{
  static const char *const marks[] = { " ", ".", "。", "،", ",", "؛", "!", "?", "！", "？" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const gsize length = strlen (marks[i]);

      if (end >= start + length && memcmp (text + end - length, marks[i], length) == 0)
        return length;
    }

  return 0;
}

/* Returns: where the words that begin at @start and end at @end do so without the marks and
 * spaces behind them */
gsize
dl_clause_trim (const char *text, gsize start, gsize end)
{
  for (gsize length; (length = get_end_length (text, start, end)) != 0;)
    end -= length;

  return end;
}

/* Returns: whether a word opens a clause between @a and @b, which may stand in any order */
gboolean
dl_clause_is_between (const DlReading *reading, DlSpan a, DlSpan b)
{
  const gsize from = MIN (a.end, b.end), to = MAX (a.start, b.start);
  const guint k = find_opener (reading, from);

  return from < to && k < reading->openers->len &&
         g_array_index (reading->openers, DlSpan, k).end <= to;
}

/* Returns: where the first letter or digit between @from and @to stands; @to if none does */
gsize
dl_clause_skip_marks (const char *text, gsize from, gsize to)
{
  while (from < to && !g_unichar_isalnum (g_utf8_get_char (text + from)))
    from = g_utf8_next_char (text + from) - text;

  return from;
}

/* Returns: whether a quotation, a line or the words behind a dash begin between @from and @to */
gboolean
dl_clause_has_break (const char *text, gsize from, gsize to)
{
  static const char *const breaks[] = { "\"", "\n", ":", "“", "”", "«", "»", "—", "–", " - " };

  for (gsize i = from; i < to; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (breaks); k++)
        {
          if (g_str_has_prefix (text + i, breaks[k]))
            return TRUE;
        }
    }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-heading.h"

#include <string.h>

/* Which words of a sentence head the row of an event: few enough to be read at a glance,
 * and never cut within a name. */

/* An event's words are cut so that they read as a heading; bytes. */
#define MAX_WHAT 110

/* Words before an act that still belong to its heading; bytes. */
#define MAX_LEAD 72

/* A comma, a stop, a bracket, before a space or at the end: not within a number or a word. */
static gboolean
ends_clause (const char *text, gsize i)
{
  if (strchr ("(\"\n", text[i]) != NULL)
    return TRUE;

  return strchr (",;:.!?", text[i]) != NULL && strchr (" \n\"", text[i + 1]) != NULL;
}

/* The candidate that covers the byte at @offset, from @position on, or NULL. */
static DlCandidate *
find_covering (DlScene *scene, guint *position, gsize offset)
{
  while (*position < scene->after && dl_scene_get_candidate (scene, *position)->span.end <= offset)
    (*position)++;

  return *position < scene->after && dl_scene_get_candidate (scene, *position)->span.start <= offset
           ? dl_scene_get_candidate (scene, *position)
           : NULL;
}

/* Returns: @offset, or where the character begins that it stands in. */
static gsize
find_boundary (const char *text, gsize offset)
{
  while (offset > 0 && ((guchar) text[offset] & 0xc0) == 0x80)
    offset--;

  return offset;
}

/* The end of the clause that begins at @from, at a mark before @limit.  One that is too long
 * is cut behind the last name or date that has room, else at a space. */
static gsize
find_clause_end (DlScene *scene, gsize from, gsize limit)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const gsize end = find_boundary (text, MIN (limit, from + MAX_WHAT));
  gsize space = from, name = from;
  guint position = scene->first;

  for (gsize i = from; i < end; i++)
    {
      const DlCandidate *covering = find_covering (scene, &position, i);

      if (covering != NULL && covering->span.end > end && end < limit)
        break;
      if (covering != NULL)
        {
          name = covering->span.end;
          i = name - 1;
          continue;
        }
      if (ends_clause (text, i))
        return i;
      if (text[i] == ' ')
        space = i;
    }
  if (end == limit)
    return end;
  if (name > from + MAX_WHAT / 2)
    return name;

  return space > from ? space : end;
}

/* Where the clause of the act begins, if that is near. */
static gsize
find_clause_start (DlScene *scene, const DlAct *act)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const DlAct *saying = dl_scene_find_saying (scene, act);
  const gsize first =
    saying != NULL
      ? saying->span.end
      : g_array_index (scene->reading->sentences, DlSentence, act->sentence).span.start;
  gsize start = act->span.start;

  while (start > first && !ends_clause (text, start - 1))
    {
      start--;
      if (act->span.start - start > MAX_LEAD)
        return act->span.start;
    }
  while (start < act->span.start && strchr (" \n\",:", text[start]) != NULL)
    start++;

  return start;
}

/* What stands before the act, outermost and near: who does it; else its clause's beginning. */
static gsize
find_what_start (DlScene *scene, const DlAct *act)
{
  const DlAct *saying = dl_scene_find_saying (scene, act);
  gsize start = find_clause_start (scene, act), outer = saying != NULL ? saying->span.end : 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.end > act->span.start)
        break;
      if (candidate->span.start < outer)
        continue;
      outer = candidate->span.end;
      if (!(candidate->flags & DL_CANDIDATE_ALIAS) &&
          act->span.start - candidate->span.end <= MAX_LEAD / 2 &&
          (dl_scene_is_actor (candidate) || candidate->kind == DL_KIND_EVENT))
        start = candidate->span.start;
    }

  return start;
}

/**
 * dl_event_heading_find:
 *
 * Returns: the words that tell the act: from who does it, if they stand right before, to the
 *   end of what it is done to
 */
DlSpan
dl_event_heading_find (DlScene *scene, const DlAct *act)
{
  const DlSentence *sentence =
    &g_array_index (scene->reading->sentences, DlSentence, act->sentence);
  DlCandidate *object = dl_scene_find_object (scene, act);
  DlSpan what = { find_what_start (scene, act), 0 };

  what.end = find_clause_end (scene, act->span.end, sentence->span.end);
  if (object != NULL && object->span.start <= what.end &&
      (object->span.end > what.end || (act->object != NULL && object->kind != DL_KIND_DEMONYM)))
    what.end = object->whole.end;
  while (what.end > act->span.end &&
         dl_article_get_text (scene->reading->article)[what.end - 1] == ' ')
    what.end--;

  return what;
}

/**
 * dl_event_heading_find_said:
 * @act: of saying
 *
 * Returns: what is said: the words after the verb, to the end of their clause; those of the
 *   saying itself where none follow
 */
DlSpan
dl_event_heading_find_said (DlScene *scene, const DlAct *act)
{
  const DlSentence *sentence =
    &g_array_index (scene->reading->sentences, DlSentence, act->sentence);
  const char *text = dl_article_get_text (scene->reading->article);
  DlSpan what = { act->span.end, 0 };

  while (what.start < sentence->span.end && strchr (" ,:\"", text[what.start]) != NULL)
    what.start++;
  what.end = find_clause_end (scene, what.start, sentence->span.end);

  return what.end > what.start ? what : dl_event_heading_find (scene, act);
}

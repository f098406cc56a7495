/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-heading.h"

#include <string.h>

#include "clause.h"

/* Which words of a sentence head the row of an event: its clause, if that can be read at a
 * glance, and never cut within a name. */

/* An event's words before its verb, where they leave no room for all of the clause; as
 * dl_clause_measure() counts. */
#define MAX_LEAD 80

/* Fewer letters before the verb name nobody who does it. */
#define MIN_SUBJECT 2

/* The name nearest before the act: who does it. */
static gsize
find_actor_start (DlScene *scene, const DlAct *act, gsize from)
{
  gsize start = act->span.start, outer = from;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.end > act->span.start)
        break;
      if (candidate->span.start < outer)
        continue;
      outer = candidate->span.end;
      if (!(candidate->flags & DL_CANDIDATE_ALIAS) &&
          (dl_scene_is_actor (candidate) || candidate->kind == DL_KIND_EVENT))
        start = candidate->span.start;
    }

  return start;
}

/* Whether the clause that begins at @start says nothing before the act, nor right behind it, of
 * who does it: “who signed the pact”. */
static gboolean
lacks_subject (DlScene *scene, const DlAct *act, gsize start)
{
  const DlCandidate *object = dl_scene_find_object (scene, act);

  return dl_clause_measure (dl_article_get_text (scene->reading->article), start, act->span.start) <
           MIN_SUBJECT &&
         !(object != NULL && dl_scene_is_actor (object) && object->span.start <= act->span.end + 1);
}

/* Where the sentence begins, if its words up to the act have room and nothing else begins
 * among them; else @start. */
static gsize
widen (DlScene *scene, const DlAct *act, const DlSentence *sentence, gsize start)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const gsize first = dl_clause_skip_marks (text, sentence->span.start, start);

  return dl_clause_measure (text, first, act->span.start) > MAX_LEAD ||
             dl_clause_has_break (text, first, start)
           ? start
           : first;
}

static gsize
find_what_start (DlScene *scene, const DlAct *act, const DlSentence *sentence)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const DlAct *saying = dl_scene_find_saying (scene, act);
  gsize start = dl_clause_find_start (scene, sentence, act->span.start);

  if (saying != NULL && start < saying->span.end)
    for (start = saying->span.end; strchr (" ,:\"", text[start]) != NULL; start++)
      ;
  if (dl_clause_measure (text, start, act->span.start) > MAX_LEAD &&
      dl_clause_measure (text, start, act->span.end) > DL_CLAUSE_MAX_WIDTH)
    start = find_actor_start (scene, act, start);
  if (dl_clause_measure (text, start, act->span.start) > MAX_LEAD &&
      dl_clause_measure (text, start, act->span.end) > DL_CLAUSE_MAX_WIDTH)
    start = act->span.start;
  if (lacks_subject (scene, act, start))
    start = widen (scene, act, sentence, start);

  return start;
}

/**
 * dl_event_heading_find:
 *
 * Returns: the words that tell the act: its clause, as far as it has room
 */
DlSpan
dl_event_heading_find (DlScene *scene, const DlAct *act)
{
  const DlSentence *sentence =
    &g_array_index (scene->reading->sentences, DlSentence, act->sentence);
  const char *text = dl_article_get_text (scene->reading->article);
  DlCandidate *object = dl_scene_find_object (scene, act);
  DlSpan what = { find_what_start (scene, act, sentence), 0 };

  what.end = dl_clause_find_end (scene, act->span.end, sentence->span.end, DL_CLAUSE_MAX_WIDTH);
  if (object != NULL && object->span.start <= what.end &&
      (object->span.end > what.end ||
       (act->object != NULL && what.start < act->span.start && object->kind != DL_KIND_DEMONYM)))
    what.end = object->whole.end;
  what.end = MAX (dl_clause_trim (text, what.start, what.end), act->span.end);

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
  what.end = dl_clause_find_end (scene, what.start, sentence->span.end, DL_CLAUSE_MAX_WIDTH);
  what.end = dl_clause_trim (text, what.start, what.end);

  return what.end > what.start ? what : dl_event_heading_find (scene, act);
}

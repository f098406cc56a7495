/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "act-recognizer.h"

#include <string.h>

/* What a sentence tells of acts, by the rules of stage “events”.  A rule says in its
 * attributes one or more of these:
 *
 *   act=      its extent names an act of this sort; subject=, object=: the role of what
 *             stands before and after it; weak="yes": an event only with a date by it
 *   actor=    what its capture “a” covers plays this role in the acts of the sentence, or
 *   of=       in the nearest act of these sorts: “meeting agreement”
 *             “where”: something happens at it, it is no actor; “doer”: it has the role of
 *             the act’s subject; “pronoun”: it stands for a person named before;
 *             “owned”: a date with the words that it belongs to, no other act’s
 *   hint=     "yes": what stands after its extent is only hinted at
 *   tense=    "past" or "future": of the sentence's verb
 *   clause=   "yes": its extent opens a clause */

static void
add_act (DlPassage *passage, const DlMatch *match, const char *act, guint sentence)
{
  DlAct row = {
    .span = dl_passage_get_span (passage, match->first, match->after),
    .sentence = sentence,
    .act = act,
    .subject = dl_match_get_attribute (passage, match, "subject"),
    .object = dl_match_get_attribute (passage, match, "object"),
    .weak = dl_match_get_attribute (passage, match, "weak") != NULL,
    .certainty = match->rule->certainty,
  };

  g_array_append_val (passage->reading->acts, row);
}

/* Keeps the roles in the order of the text: a match may name somebody before its own words. */
static void
add_role (GArray *roles, const DlRole *role)
{
  guint at = roles->len;

  while (at > 0 && g_array_index (roles, DlRole, at - 1).span.start > role->span.start)
    at--;
  g_array_insert_vals (roles, at, role, 1);
}

static void
add_roles (DlPassage *passage, const DlMatch *match, const char *role, guint sentence)
{
  for (guint i = 0; i < match->n_captures; i++)
    {
      const DlCapture *capture = &match->captures[i];
      const char *name = dl_tables_string (passage->reading->tables, capture->name);
      DlRole row = {
        .sentence = sentence,
        .role = role,
        .acts = dl_match_get_attribute (passage, match, "of"),
      };

      if (strcmp (name, "a") != 0 || capture->after <= capture->first)
        continue;
      row.span = dl_passage_get_span (passage, capture->first, capture->after);
      add_role (passage->reading->roles, &row);
    }
}

static void
add_opener (DlPassage *passage, const DlMatch *match)
{
  const DlSpan span = dl_passage_get_span (passage, match->first, match->after);

  g_array_append_val (passage->reading->openers, span);
}

static void
read_match (DlPassage *passage, const DlMatch *match, gpointer user_data)
{
  const guint index = dl_passage_find_sentence (passage, match->first)->index;
  DlSentence *sentence = &g_array_index (passage->reading->sentences, DlSentence, index);
  const char *act = dl_match_get_attribute (passage, match, "act");
  const char *actor = dl_match_get_attribute (passage, match, "actor");
  const char *tense = dl_match_get_attribute (passage, match, "tense");

  if (act != NULL)
    add_act (passage, match, act, index);
  if (actor != NULL)
    add_roles (passage, match, actor, index);
  if (tense != NULL && sentence->tense == 0)
    sentence->tense = strcmp (tense, "past") == 0 ? -1 : 1;
  if (dl_match_get_attribute (passage, match, "clause") != NULL)
    add_opener (passage, match);
  if (dl_match_get_attribute (passage, match, "hint") != NULL && !sentence->hints)
    {
      sentence->hints = TRUE;
      sentence->hint = dl_passage_get_span (passage, match->first, match->after).end;
    }
}

/**
 * dl_act_recognizer_run:
 * @grammar: of stage “events”
 *
 * Adds the acts and roles that the passage tells to the reading.
 */
void
dl_act_recognizer_run (DlPassage *passage, DlGrammar *grammar)
{
  dl_grammar_run (grammar, passage, read_match, NULL);
}

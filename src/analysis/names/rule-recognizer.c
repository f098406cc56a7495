/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-recognizer.h"

#include <string.h>

/* Organisations, events, documents and persons, as the grammar of a language composes
 * them.  What a rule captures, by name:
 *
 *   head    a word whose value is the role (“ministry”) or the sort of head noun
 *   part    a word whose value tells this one from others of the role (“foreign”)
 *   c, c2   candidates or words whose countries the mention takes over
 *   office  the words that give a person's office
 *
 * and what it says in attributes: role=, metonym="yes", anaphor="yes", countries=. */

static const char *
get_countries (DlPassage *passage, const DlEdge *edge)
{
  const DlTables *tables = passage->reading->tables;

  if (edge == NULL)
    return "";
  if (edge->candidate != NULL)
    return edge->candidate->countries;
  if (edge->name != NULL && edge->name->entity != DL_FORMAT_NONE)
    return dl_tables_string (tables, tables->entities[edge->name->entity].countries);

  return dl_tables_string (tables, edge->value);
}

/* Joins the codes of all captures called @c, @c2 …, each once. */
static const char *
join_countries (DlPassage *passage, const DlMatch *match)
{
  g_autoptr (GString) codes = g_string_new (dl_match_get_attribute (passage, match, "countries"));

  for (guint i = 0; i < match->n_captures; i++)
    {
      const char *name = dl_tables_string (passage->reading->tables, match->captures[i].name);
      const char *more;

      if (*name != 'c' || (name[1] != '\0' && !g_ascii_isdigit (name[1])))
        continue;
      more = get_countries (passage, dl_capture_get_edge (passage, &match->captures[i]));
      if (*more != '\0' && strstr (codes->str, more) == NULL)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", more);
    }

  return g_intern_string (codes->str);
}

static const char *
get_value (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlEdge *edge = dl_capture_get_edge (passage, dl_match_find (passage, match, name));
  const char *value;

  if (edge == NULL)
    return NULL;
  if (edge->candidate != NULL)
    return edge->candidate->id != NULL ? edge->candidate->id : edge->candidate->role;

  value = dl_tables_string (passage->reading->tables, edge->value);

  return *value != '\0' ? value : NULL;
}

static gboolean
says (DlPassage *passage, const DlMatch *match, const char *attribute)
{
  return g_strcmp0 (dl_match_get_attribute (passage, match, attribute), "yes") == 0;
}

/* Whether the same piece is a candidate of the same kind already. */
static gboolean
is_known (DlPassage *passage, const DlMatch *match)
{
  for (guint32 i = g_array_index (passage->heads, guint32, match->first); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->candidate != NULL && edge->after == match->after &&
          edge->candidate->kind == match->rule->kind)
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

/* Whether a person's name begins with a surname that is listed for Vietnamese alone: such
 * a person goes by the last word, and by that only with “ông” or “bà”. */
static gboolean
is_vietnamese (DlPassage *passage, const DlMatch *match)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "surname");

  if (passage->language != DL_LANGUAGE_VI || match->rule->kind != DL_KIND_PERSON)
    return FALSE;
  for (guint32 i = g_array_index (passage->heads, guint32, match->first); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->klass == klass && edge->name != NULL &&
          edge->name->languages == 1u << DL_LANGUAGE_VI)
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

/* Capitals of fewer letters may be initials: “JD Vance”. */
#define MIN_ACRONYM 3

static gboolean
is_acronym (DlPassage *passage, guint token)
{
  const DlToken *word = dl_passage_get_token (passage, token);

  return dl_passage_is_upper (passage, token, token + 1) &&
         g_utf8_strlen (passage->matcher->fold->text + word->start, word->end - word->start) >=
           MIN_ACRONYM;
}

/* “председателя ОАСК Павла Вовка”: an acronym before a name is what the office is of.
 */
static guint
find_first (DlPassage *passage, const DlMatch *match)
{
  guint first = match->first;

  if (match->rule->kind != DL_KIND_PERSON ||
      dl_passage_is_upper (passage, match->after - 1, match->after))
    return first;
  while (first + 1 < match->after && is_acronym (passage, first))
    first++;

  return first;
}

/* “习近平主席向首届”: where an office stands behind the name of who holds it, no name follows it. */
static gboolean
is_held (DlPassage *passage, const DlCapture *office)
{
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (candidate->kind == DL_KIND_PERSON && candidate->office != NULL &&
          candidate->after == office->first)
        return TRUE;
    }

  return FALSE;
}

/* In Chinese and Japanese nothing but the words themselves tells where a name ends. */
static gboolean
is_spaced (DlPassage *passage)
{
  return passage->language != DL_LANGUAGE_ZH && passage->language != DL_LANGUAGE_JA;
}

/* A heading of so many words in capitals says nothing by them. */
#define MIN_SHOUTED 3

/* “IDENTIFIED AS PRESS”: whether all of the sentence is in capitals, and nothing but them and
 * the head noun makes @match. */
static gboolean
is_shouted (DlPassage *passage, const DlMatch *match)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, match->first);

  return match->rule->kind == DL_KIND_ORGANISATION &&
         sentence->after - sentence->first >= MIN_SHOUTED &&
         dl_passage_is_upper (passage, sentence->first, sentence->after) &&
         *join_countries (passage, match) == '\0';
}

static void
add_match (DlPassage *passage, const DlMatch *match, gpointer user_data)
{
  const DlTables *tables = passage->reading->tables;
  const DlCapture *office = dl_match_find (passage, match, "office");
  const char *role = dl_match_get_attribute (passage, match, "role");
  DlCandidate *candidate;

  if (match->rule->kind == DL_N_KINDS || is_known (passage, match) || is_shouted (passage, match))
    return;
  if (match->rule->kind == DL_KIND_PERSON && office != NULL && !is_spaced (passage) &&
      office->after == match->first && is_held (passage, office))
    return;

  candidate = dl_candidate_new (match->rule->kind, dl_tables_string (tables, match->rule->id),
                                match->rule->certainty);
  candidate->countries = join_countries (passage, match);
  candidate->head = get_value (passage, match, "part");
  if (candidate->kind == DL_KIND_ORGANISATION)
    candidate->role = role != NULL ? role : get_value (passage, match, "head");
  else if (candidate->head == NULL)
    candidate->head = get_value (passage, match, "head");
  if (office != NULL && office->after > office->first)
    candidate->office = dl_passage_dup_text (passage, office->first, office->after);
  if (is_vietnamese (passage, match))
    candidate->flags |= DL_CANDIDATE_HOME_SURNAME;
  if (says (passage, match, "metonym"))
    candidate->flags |= DL_CANDIDATE_METONYM;
  if (says (passage, match, "anaphor"))
    candidate->flags |= DL_CANDIDATE_ANAPHOR;
  dl_passage_add (passage, candidate, find_first (passage, match), match->after);
  candidate->whole = dl_passage_get_span (passage, match->begin, match->end);
}

/**
 * dl_rule_recognizer_run:
 * @grammar: of one stage
 *
 * Adds a candidate for each match of the stage's rules that have a kind.
 */
void
dl_rule_recognizer_run (DlPassage *passage, DlGrammar *grammar)
{
  dl_grammar_run (grammar, passage, add_match, NULL);
}

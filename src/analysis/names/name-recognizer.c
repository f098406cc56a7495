/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "name-recognizer.h"

#include <string.h>

#include "caution.h"

/* Names that stand in the tables: countries, peoples, places, bodies, terms. */

#define CERTAINTY_SURE 0.95
#define CERTAINTY_UNSURE 0.6
#define CERTAINTY_FOREIGN 0.8 /* an English name in a text of another language */

/* Names of more characters stand for nothing else. */
#define MAX_SYLLABLES 2

/* No listed name is so long. */
#define MAX_LOOK_BACK 16

static gboolean
is_entity (const DlHit *hit)
{
  return !(hit->name->flags & (DL_NAME_WORD | DL_NAME_LITERAL));
}

/* English names are looked up in texts of any language with Latin letters, as papers
 * keep them; but neither adjectives nor what needs context. */
static gboolean
is_foreign (DlPassage *passage, const DlHit *hit)
{
  return !(hit->name->languages >> passage->language & 1);
}

static gboolean
is_admitted (DlPassage *passage, const DlHit *hit)
{
  if (!is_foreign (passage, hit))
    return TRUE;

  return hit->name->klass != DL_KIND_DEMONYM && !(hit->name->flags & DL_NAME_CONTEXT) &&
         (hit->name->klass != DL_KIND_TERM || (hit->name->flags & DL_NAME_ABBR));
}

static const char *
get_rule (DlPassage *passage, const DlHit *hit)
{
  static const char *const rules[DL_N_KINDS] = {
    [DL_KIND_COUNTRY] = "listed-country",   [DL_KIND_DEMONYM] = "listed-demonym",
    [DL_KIND_PLACE] = "listed-place",       [DL_KIND_ORGANISATION] = "listed-body",
    [DL_KIND_PERSON] = "listed-person",     [DL_KIND_EVENT] = "listed-event",
    [DL_KIND_DOCUMENT] = "listed-document", [DL_KIND_TERM] = "listed-term",
  };

  return rules[hit->name->klass] != NULL ? rules[hit->name->klass] : "listed-name";
}

/* Names of countries and places are marked bare: of a form like “river Main” the common
 * noun, a word of class “place-class”, is only context. */
static guint
find_first (DlPassage *passage, const DlHit *hit)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "place-class");
  guint first = hit->first;

  if (hit->name->klass != DL_KIND_COUNTRY && hit->name->klass != DL_KIND_PLACE)
    return first;

  while (!(dl_passage_get_token (passage, first)->flags & DL_CHAR_UPPER))
    {
      const DlEdge *edge = dl_passage_find_edge (passage, first, klass);

      if (edge == NULL || edge->after >= hit->after)
        break;
      first = edge->after;
    }

  return first;
}

static void
add (DlPassage *passage, const DlHit *hit, DlVerdict verdict)
{
  const DlTables *tables = passage->reading->tables;
  const DlEntityRecord *entity = &tables->entities[hit->name->entity];
  double certainty = verdict == DL_VERDICT_UNSURE ? CERTAINTY_UNSURE
                     : is_foreign (passage, hit)  ? CERTAINTY_FOREIGN
                                                  : CERTAINTY_SURE;
  DlCandidate *candidate = dl_candidate_new (hit->name->klass, get_rule (passage, hit), certainty);

  candidate->flags = DL_CANDIDATE_LISTED;
  candidate->name = hit->name;
  candidate->id = dl_tables_string (tables, entity->id);
  candidate->role = dl_tables_string (tables, entity->role);
  if (*candidate->role == '\0')
    candidate->role = NULL;
  candidate->countries = dl_tables_string (tables, entity->countries);
  dl_passage_add (passage, candidate, find_first (passage, hit), hit->after);
}

static gboolean
shares_country (const char *a, const char *b)
{
  g_auto (GStrv) codes = g_strsplit (a, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if (*codes[i] != '\0' && strstr (b, codes[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Inside the name of a body its own country or seat is a mention too; inside any other
 * name nothing is: “South China Sea” is no China. */
static gboolean
may_nest (DlPassage *passage, const DlHit *outer, const DlHit *hit)
{
  const DlTables *tables = passage->reading->tables;

  if (outer->name->klass != DL_KIND_ORGANISATION || hit->after > outer->after ||
      hit->name->entity == outer->name->entity)
    return FALSE;

  return shares_country (dl_tables_string (tables, tables->entities[hit->name->entity].countries),
                         dl_tables_string (tables,
                                           tables->entities[outer->name->entity].countries));
}

/* What follows a Vietnamese surname is part of a person, not a country. */
static gboolean
is_given_name (DlPassage *passage, const DlHit *hit)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "surname");
  const DlEdge *edge;

  if (passage->language != DL_LANGUAGE_VI || hit->name->klass != DL_KIND_COUNTRY ||
      hit->after > hit->first + 1 || hit->first == 0)
    return FALSE;
  edge = dl_passage_find_edge (passage, hit->first - 1, klass);

  return edge != NULL && edge->after == hit->first;
}

/* What follows the name of a body within a Korean word is a particle or an office; anything
 * else makes it another word: “외교부장”. */
static gboolean
is_cut_off (DlPassage *passage, const DlHit *hit)
{
  static const char *const classes[] = { "josa", "office" };
  DlLexicon *lexicon = passage->reading->lexicon;
  const DlToken *next;

  if (passage->language != DL_LANGUAGE_KO || hit->name->klass != DL_KIND_ORGANISATION ||
      hit->after >= dl_passage_get_n_tokens (passage))
    return FALSE;
  next = dl_passage_get_token (passage, hit->after);
  if (!(next->flags & DL_CHAR_HANGUL) || (next->flags & DL_CHAR_SPACE) ||
      !(dl_passage_get_token (passage, hit->after - 1)->flags & DL_CHAR_HANGUL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (dl_passage_find_edge (passage, hit->after, dl_lexicon_find_class (lexicon, classes[i])) !=
          NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_transliterating (DlPassage *passage, guint token)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "translit");

  return token < dl_passage_get_n_tokens (passage) &&
         dl_passage_find_edge (passage, token, klass) != NULL;
}

/* Whether a character right before @hit may be of a foreign name, and ends no listed name
 * and no word. */
static gboolean
is_begun (DlPassage *passage, const DlHit *hit)
{
  const GArray *hits = passage->matcher->hits;

  if (hit->first == 0 || !is_transliterating (passage, hit->first - 1))
    return FALSE;
  for (const DlHit *other = hit; other > (const DlHit *) hits->data; other--)
    {
      if (other[-1].after == hit->first &&
          (is_entity (&other[-1]) || other[-1].first + 1 < hit->first))
        return FALSE;
      if (other[-1].first + MAX_LOOK_BACK < hit->first)
        break;
    }

  return TRUE;
}

/* “德里” in “米尔德里德”: Chinese writes foreign names with a few hundred characters, and a
 * short name of a place among more of these is a piece of another's. */
static gboolean
is_syllables (DlPassage *passage, const DlHit *hit)
{
  if (passage->language != DL_LANGUAGE_ZH || hit->name->klass != DL_KIND_PLACE ||
      hit->after - hit->first > MAX_SYLLABLES)
    return FALSE;
  for (guint i = hit->first; i < hit->after; i++)
    {
      if (!is_transliterating (passage, i))
        return FALSE;
    }

  return is_begun (passage, hit) ||
         (is_transliterating (passage, hit->after) && is_transliterating (passage, hit->after + 1));
}

/* Several entities may share a form; the first row that nothing speaks against wins,
 * one of the text's own language before a foreign one. */
static gboolean
is_better (DlPassage *passage,
           const DlHit *hit,
           DlVerdict verdict,
           const DlHit *best,
           DlVerdict best_verdict)
{
  if (best == NULL || verdict != best_verdict)
    return best == NULL || verdict > best_verdict;

  return is_foreign (passage, best) && !is_foreign (passage, hit);
}

/**
 * dl_name_recognizer_run:
 *
 * Adds a candidate for each name of the tables that means its entity here.  Inside a
 * longer name that was accepted only the country or seat of a body is looked for.
 */
void
dl_name_recognizer_run (DlPassage *passage)
{
  const GArray *hits = passage->matcher->hits;
  const DlHit *outer = NULL;

  for (guint i = 0; i < hits->len;)
    {
      const DlHit *group = &g_array_index (hits, DlHit, i);
      const DlHit *best = NULL;
      DlVerdict best_verdict = DL_VERDICT_REJECT;
      guint k = i;

      for (; k < hits->len; k++)
        {
          const DlHit *hit = &g_array_index (hits, DlHit, k);
          DlVerdict verdict;

          if (hit->first != group->first || hit->after != group->after)
            break;
          if (!is_entity (hit) || !is_admitted (passage, hit) || is_given_name (passage, hit) ||
              is_cut_off (passage, hit) || is_syllables (passage, hit) ||
              (outer != NULL && hit->first < outer->after && !may_nest (passage, outer, hit)))
            continue;
          verdict = dl_caution_judge (passage, hit);
          if (verdict != DL_VERDICT_REJECT && is_better (passage, hit, verdict, best, best_verdict))
            {
              best = hit;
              best_verdict = verdict;
            }
        }
      if (best != NULL)
        {
          add (passage, best, best_verdict);
          if (outer == NULL || best->after > outer->after)
            outer = best;
        }
      i = k;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "town-recognizer.h"

#include <string.h>

/* Names of towns and regions that say little by themselves, since most are words or
 * surnames as well: the tables flag them “context”.  They are only doubtful candidates,
 * which the place chooser keeps where the article speaks for them. */

static gboolean
is_doubtful (DlPassage *passage, const DlHit *hit)
{
  return hit->name->klass == DL_KIND_PLACE && (hit->name->flags & DL_NAME_CONTEXT) &&
         !(hit->name->flags & (DL_NAME_WORD | DL_NAME_LITERAL)) &&
         hit->name->caution == DL_FORMAT_NONE && (hit->name->languages >> passage->language & 1);
}

static gboolean
has_class (DlPassage *passage, guint token, const char *name)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, name);

  return klass != DL_FORMAT_NONE && dl_passage_find_edge (passage, token, klass) != NULL;
}

static gboolean
is_capital (DlPassage *passage, guint token)
{
  return (dl_passage_get_token (passage, token)->flags & DL_CHAR_UPPER) != 0;
}

/* “Jesse Jackson”, “Mr. Jackson”: the word before makes it another's name. */
static gboolean
has_name_before (DlPassage *passage, const DlHit *hit)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, hit->first);
  guint before;

  if (hit->first == sentence->first)
    return FALSE;
  before = hit->first - 1;
  if (dl_passage_is_token (passage, before, ".") && before > sentence->first &&
      has_class (passage, before - 1, "honorific"))
    return TRUE;
  if (has_class (passage, before, "honorific") || has_class (passage, before, "given-name"))
    return TRUE;

  return is_capital (passage, before) && before > sentence->first &&
         !has_class (passage, before, "place-word") && !has_class (passage, before, "lead-word");
}

/* “Jackson State”, “Lincoln Center”. */
static gboolean
has_name_after (DlPassage *passage, const DlHit *hit)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, hit->first);

  return hit->after < sentence->after && is_capital (passage, hit->after) &&
         !has_class (passage, hit->after, "place-word") &&
         !has_class (passage, hit->after, "lead-word");
}

/* The languages whose tables have words of class “place-word”. */
#define LANGUAGES_WITH_CUES                                                                        \
  (1u << DL_LANGUAGE_EN | 1u << DL_LANGUAGE_VI | 1u << DL_LANGUAGE_DE | 1u << DL_LANGUAGE_FR |     \
   1u << DL_LANGUAGE_ES | 1u << DL_LANGUAGE_IT | 1u << DL_LANGUAGE_PT)

/* A large town has a name in many languages, a small one in that of its country. */
#define MIN_LANGUAGES 4

/* A region, or its abbreviation after a comma: “Velmar, Ill.” */
static gboolean
is_told_region (DlPassage *passage, const DlHit *hit)
{
  const DlTables *tables = passage->reading->tables;
  const DlEntityRecord *entity = &tables->entities[hit->name->entity];

  return strcmp (dl_tables_string (tables, entity->role), "region") == 0 &&
         (!(hit->name->flags & DL_NAME_ABBR) ||
          (hit->first > 0 && dl_passage_is_token (passage, hit->first - 1, ",")));
}

/* “in Jackson”: what stands before says that it is a place.  Of large towns, of regions and
 * of the other languages nothing more is asked. */
static gboolean
has_cue (DlPassage *passage, const DlHit *hit)
{
  if (!(LANGUAGES_WITH_CUES >> passage->language & 1) || is_told_region (passage, hit) ||
      __builtin_popcount (hit->name->languages) >= MIN_LANGUAGES)
    return TRUE;

  return hit->first > 0 && has_class (passage, hit->first - 1, "place-word");
}

/* “延岡” in “延岡市”: what the town is belongs to its name, unless it begins another word, as in
 * “延岡市長”.
 *
 * Returns: the token after the name */
static guint
find_after (DlPassage *passage, const DlHit *hit)
{
  static const char *const sorts[] = { "市", "町", "村", "区", "縣", "県", "省", "县" };
  static const char *const others[] = { "長", "长", "場", "场", "民", "内", "役",
                                        "議", "议", "委", "政", "立", "営" };
  const guint after = hit->after;

  if ((passage->language != DL_LANGUAGE_JA && passage->language != DL_LANGUAGE_ZH) ||
      after >= dl_passage_get_n_tokens (passage))
    return after;
  for (guint i = 0; after + 1 < dl_passage_get_n_tokens (passage) && i < G_N_ELEMENTS (others); i++)
    {
      if (dl_passage_is_token (passage, after + 1, others[i]))
        return after;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      if (dl_passage_is_token (passage, after, sorts[i]))
        return after + 1;
    }

  return after;
}

static void
add (DlPassage *passage, const DlHit *hit)
{
  const DlTables *tables = passage->reading->tables;
  const DlEntityRecord *entity = &tables->entities[hit->name->entity];
  DlCandidate *candidate = dl_candidate_new (DL_KIND_PLACE, "listed-place-in-context",
                                             has_cue (passage, hit) ? DL_TOWN_CUED : DL_TOWN_BARE);

  candidate->flags = DL_CANDIDATE_LISTED | DL_CANDIDATE_DOUBTFUL;
  candidate->name = hit->name;
  candidate->id = dl_tables_string (tables, entity->id);
  candidate->role = dl_tables_string (tables, entity->role);
  candidate->countries = dl_tables_string (tables, entity->countries);
  dl_passage_add (passage, candidate, hit->first, find_after (passage, hit));
}

/* Where capitals do not tell names from words, what is a topic of the language as well, as
 * “联合” is, is no town. */
static gboolean
is_topic (DlPassage *passage, const DlHit *hit)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "topic");
  const DlEdge *edge;

  if (klass == DL_FORMAT_NONE ||
      !(dl_passage_get_token (passage, hit->first)->flags & DL_CHAR_SINGLE))
    return FALSE;
  edge = dl_passage_find_edge (passage, hit->first, klass);

  return edge != NULL && edge->after >= hit->after;
}

/* Whether the same piece is listed as something surer already. */
static gboolean
is_taken (DlPassage *passage, const DlHit *hit)
{
  for (guint32 i = g_array_index (passage->heads, guint32, hit->first); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->candidate != NULL && edge->after >= hit->after)
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

/**
 * dl_town_recognizer_run:
 *
 * Adds a doubtful candidate for each name of a town or region that no other recogniser
 * has taken.  Runs after the rules, which do not see these.
 */
void
dl_town_recognizer_run (DlPassage *passage)
{
  const GArray *hits = passage->matcher->hits;
  guint covered = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const DlHit *hit = &g_array_index (hits, DlHit, i);

      if (hit->first < covered || !is_doubtful (passage, hit) || is_taken (passage, hit))
        continue;
      covered = hit->after;
      if (!has_name_before (passage, hit) && !has_name_after (passage, hit) &&
          !is_topic (passage, hit))
        add (passage, hit);
    }
}

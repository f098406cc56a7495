/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caution.h"

#include <string.h>

/* Whether a name of the tables means in this place what the tables say.  Cautions name
 * the words around it that speak for or against; what they leave open is decided by
 * the caution's rule. */

static gboolean
stands_before (DlPassage *passage, guint first, const char *phrase)
{
  const DlFold *fold = passage->matcher->fold;
  const gsize length = strlen (phrase);
  gsize end;

  if (first == 0)
    return FALSE;
  end = dl_passage_get_token (passage, first - 1)->end;
  if (end < length || memcmp (fold->text + end - length, phrase, length) != 0)
    return FALSE;

  return (fold->flags[end - length] & DL_CHAR_TOKEN) != 0;
}

static gboolean
stands_after (DlPassage *passage, guint after, const char *phrase)
{
  const DlFold *fold = passage->matcher->fold;
  const gsize length = strlen (phrase);
  gsize start;

  if (after >= dl_passage_get_n_tokens (passage))
    return FALSE;
  start = dl_passage_get_token (passage, after)->start;
  if (start + length > fold->length || memcmp (fold->text + start, phrase, length) != 0)
    return FALSE;

  return start + length == fold->length ||
         (fold->flags[start + length] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)) != 0 ||
         (fold->flags[start + length] & DL_CHAR_HANGUL) != 0;
}

static gboolean
stands_in_sentence (DlPassage *passage, guint token, const char *phrase)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, token);

  for (guint i = sentence->first; i < sentence->after; i++)
    {
      if (stands_after (passage, i, phrase))
        return TRUE;
    }

  return FALSE;
}

/* No name of the tables has more tokens; names are looked for so far back. */
#define MAX_NAME_TOKENS 24

/* Returns: the index of the first hit that begins at @token or later. */
static guint
find_hit (const GArray *hits, guint token)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hits, DlHit, middle).first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint
find_hit_reaching (const GArray *hits, guint token)
{
  return find_hit (hits, token > MAX_NAME_TOKENS ? token - MAX_NAME_TOKENS : 0);
}

/* Whether the token belongs to a name of the tables, an entity's. */
static gboolean
is_listed (DlPassage *passage, guint token)
{
  const GArray *hits = passage->matcher->hits;

  for (guint i = find_hit_reaching (hits, token); i < hits->len; i++)
    {
      const DlHit *hit = &g_array_index (hits, DlHit, i);

      if (hit->first > token)
        break;
      if (hit->after > token && !(hit->name->flags & (DL_NAME_WORD | DL_NAME_LITERAL)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_capital_neighbour (DlPassage *passage, guint token)
{
  const DlToken *neighbour = dl_passage_get_token (passage, token);

  return (neighbour->flags & DL_CHAR_UPPER) && !is_listed (passage, token);
}

/* The first word of a sentence has its capital for that alone, unless it is a given name. */
static gboolean
has_capital_before (DlPassage *passage, const DlHit *hit)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, hit->first);
  const guint given = dl_lexicon_find_class (passage->reading->lexicon, "given-name");
  const guint before = hit->first - 1;

  if (hit->first == sentence->first ||
      !(dl_passage_get_token (passage, hit->first)->flags & DL_CHAR_SPACE))
    return FALSE;

  return is_capital_neighbour (passage, before) &&
         (before > sentence->first || dl_passage_find_edge (passage, before, given) != NULL);
}

static gboolean
has_capital_after (DlPassage *passage, const DlHit *hit)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, hit->first);

  return hit->after < sentence->after && is_capital_neighbour (passage, hit->after);
}

static gboolean
is_country_name (const DlTables *tables, const DlNameRecord *name)
{
  return name->entity != DL_FORMAT_NONE && name->klass == DL_KIND_COUNTRY &&
         !(name->flags & (DL_NAME_WORD | DL_NAME_LITERAL));
}

/* What may stand between the members of a list: a mark, or a word of class “joint”. */
static gboolean
is_joint (DlPassage *passage, guint token)
{
  static const char *const marks[] = { ",", "、", "،", "·", "-", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (dl_passage_is_token (passage, token, marks[i]))
        return TRUE;
    }

  return token < dl_passage_get_n_tokens (passage) &&
         dl_passage_find_edge (passage, token,
                               dl_lexicon_find_class (passage->reading->lexicon, "joint")) != NULL;
}

/* Whether a country's name stands beside @hit, with a comma or “and” between. */
static gboolean
is_in_list (DlPassage *passage, const DlHit *hit)
{
  const GArray *hits = passage->matcher->hits;

  for (guint i = find_hit_reaching (hits, hit->first); i < hits->len; i++)
    {
      const DlHit *other = &g_array_index (hits, DlHit, i);

      if (other->first > hit->after + 2)
        break;
      if (other->name->entity == hit->name->entity ||
          !is_country_name (passage->reading->tables, other->name))
        continue;
      if (hit->first > 0 && other->after == hit->first - 1 && is_joint (passage, hit->first - 1))
        return TRUE;
      if (other->first == hit->after + 1 && is_joint (passage, hit->after))
        return TRUE;
      if (other->first == hit->after + 2 && is_joint (passage, hit->after) &&
          is_joint (passage, hit->after + 1))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds (DlPassage *passage, const DlHit *hit, const DlCueRecord *cue)
{
  const char *phrase = dl_tables_string (passage->reading->tables, cue->phrase);

  switch ((DlCueWhere) cue->where)
    {
    case DL_CUE_BEFORE:
      return stands_before (passage, hit->first, phrase);
    case DL_CUE_AFTER:
      return stands_after (passage, hit->after, phrase);
    case DL_CUE_SENTENCE:
      return stands_in_sentence (passage, hit->first, phrase);
    case DL_CUE_ARTICLE:
      return dl_reading_has_phrase (passage->reading, phrase);
    case DL_CUE_LIST:
      return is_in_list (passage, hit);
    case DL_CUE_FIRST:
      return dl_passage_find_sentence (passage, hit->first)->first == hit->first;
    case DL_CUE_CAPITAL_BEFORE:
      return has_capital_before (passage, hit);
    case DL_CUE_CAPITAL_AFTER:
    default:
      return has_capital_after (passage, hit);
    }
}

/* Cues right beside the name outweigh those of the sentence or the article. */
static int
get_weight (DlCueWhere where)
{
  return where == DL_CUE_ARTICLE ? 1 : where == DL_CUE_SENTENCE || where == DL_CUE_FIRST ? 2 : 3;
}

static DlVerdict
decide (DlPassage *passage, const DlHit *hit, const DlCautionRecord *caution)
{
  switch ((DlCautionRule) caution->rule)
    {
    case DL_CAUTION_NEVER:
    case DL_CAUTION_CONTEXT:
      return DL_VERDICT_REJECT;
    case DL_CAUTION_MIDDLE:
      return dl_passage_find_sentence (passage, hit->first)->first == hit->first
               ? DL_VERDICT_UNSURE
               : DL_VERDICT_ACCEPT;
    case DL_CAUTION_EXACT:
    case DL_CAUTION_LONGEST:
    default:
      return DL_VERDICT_ACCEPT;
    }
}

/**
 * dl_caution_judge:
 * @hit: a name of an entity
 *
 * Returns: whether the name means its entity here, by the cautions of the tables; a name
 *   without cautions does, but for one that the tables list as needing context
 */
DlVerdict
dl_caution_judge (DlPassage *passage, const DlHit *hit)
{
  const DlTables *tables = passage->reading->tables;
  const DlCautionRecord *caution;
  int accept = 0, reject = 0;

  if (hit->name->caution == DL_FORMAT_NONE)
    return hit->name->flags & DL_NAME_CONTEXT ? DL_VERDICT_REJECT : DL_VERDICT_ACCEPT;

  caution = &tables->cautions[hit->name->caution];
  for (guint i = 0; i < caution->n_cues; i++)
    {
      const DlCueRecord *cue = &tables->cues[caution->first_cue + i];
      int *side = cue->accept ? &accept : &reject;

      if (*side < get_weight (cue->where) && holds (passage, hit, cue))
        *side = get_weight (cue->where);
    }

  if (reject > 0 && reject >= accept)
    return DL_VERDICT_REJECT;
  if (accept > 0)
    return DL_VERDICT_ACCEPT;

  return decide (passage, hit, caution);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-judge.h"

/* Decides which of the tagger's names are marked, beside what the rules have found. */

/* No candidate that matters begins farther before a name. */
#define LOOK_BACK 24

/* Of a name that ends within a word of Hangul the tagger must be as sure as this. */
#define SURE_WITHIN_WORD 0.8

/* The tables know the towns; of a language whose nouns all begin with a capital another
 * must be as sure as this. */
#define SURE_PLACE 0.7

/* Longer than these are words in capitals. */
#define MAX_ABBREVIATION 4 /* bytes */

static gboolean
is_same_kind (DlTagKind kind, DlKind of_rule)
{
  switch (kind)
    {
    case DL_TAG_PERSON:
      return of_rule == DL_KIND_PERSON;
    case DL_TAG_PLACE:
      return of_rule == DL_KIND_PLACE || of_rule == DL_KIND_COUNTRY;
    case DL_TAG_ORGANISATION:
      return of_rule == DL_KIND_ORGANISATION;
    default:
      return FALSE;
    }
}

/* Whether what a rule found leaves no room for the name: it says the same, or it is so
 * sure of its kind that what was learned cannot speak against it. */
static gboolean
outdoes (const DlCandidate *candidate, const DlTagFound *name)
{
  const gboolean within = candidate->first <= name->first && candidate->after >= name->after;
  const gboolean holds = candidate->first >= name->first && candidate->after <= name->after;
  const gboolean same = candidate->first == name->first && candidate->after == name->after;

  if (candidate->after <= name->first || candidate->first >= name->after)
    return FALSE;

  switch (candidate->kind)
    {
    case DL_KIND_TERM:
    case DL_KIND_QUANTITY:
      return FALSE;
    case DL_KIND_DATE:
    case DL_KIND_MONEY:
      return TRUE;
    case DL_KIND_COUNTRY:
    case DL_KIND_DEMONYM:
      return within || (name->kind != DL_TAG_ORGANISATION && name->probability < 0.8);
    case DL_KIND_EVENT:
    case DL_KIND_DOCUMENT:
      return same || !within;
    default:
      break;
    }

  if (within)
    return !same || is_same_kind (name->kind, candidate->kind) ||
           candidate->certainty >= name->probability;
  /* How far a name of its kind goes a rule of the grammar knows best. */
  if (holds)
    return is_same_kind (name->kind, candidate->kind) && !(candidate->flags & DL_CANDIDATE_LISTED);

  return candidate->certainty >= name->probability;
}

/* Of the candidates that begin at @token. */
static gboolean
is_outdone_at (DlPassage *passage, guint token, const DlTagFound *name)
{
  for (guint32 i = g_array_index (passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->candidate != NULL && outdoes (edge->candidate, name))
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

static gboolean
is_outdone (DlPassage *passage, const DlTagFound *name)
{
  for (guint i = name->first > LOOK_BACK ? name->first - LOOK_BACK : 0; i < name->after; i++)
    {
      if (is_outdone_at (passage, i, name))
        return TRUE;
    }

  return FALSE;
}

/* Where the country ends that a rule found at @token; @token itself if none did. */
static guint
find_country_end (DlPassage *passage, guint token)
{
  for (guint32 i = g_array_index (passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->candidate != NULL &&
          (edge->candidate->kind == DL_KIND_COUNTRY || edge->candidate->kind == DL_KIND_DEMONYM))
        return edge->candidate->after;
      i = edge->next;
    }

  return token;
}

/* “한중일”: countries and nothing else, whoever may have such a name. */
static gboolean
is_countries (DlPassage *passage, const DlTagFound *name)
{
  guint i = name->first;

  while (i < name->after && find_country_end (passage, i) > i)
    i = find_country_end (passage, i);

  return i == name->after;
}

/* Where hits from @token on begin. */
static guint
find_hit (const GArray *hits, guint token)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (hits, DlHit, middle).first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* “das Relações Exteriores”: what an office is for is no body by itself; and no person has
 * a name that the tables say is none. */
static gboolean
is_no_name (DlPassage *passage, const DlTagFound *name)
{
  static const char *const classes[DL_N_TAG_KINDS] = {
    [DL_TAG_ORGANISATION] = "portfolio",
    [DL_TAG_PERSON] = "not-name",
  };
  const guint klass = classes[name->kind] != NULL
                        ? dl_lexicon_find_class (passage->reading->lexicon, classes[name->kind])
                        : DL_FORMAT_NONE;
  const DlEdge *edge =
    klass != DL_FORMAT_NONE ? dl_passage_find_edge (passage, name->first, klass) : NULL;

  return edge != NULL && edge->after >= name->after;
}

static gboolean
is_hangul (DlPassage *passage, guint token)
{
  return (dl_passage_get_token (passage, token)->flags & DL_CHAR_HANGUL) != 0;
}

/* “한미약품”, “유한양행”: what the word goes on with is neither a particle nor “씨”. */
static gboolean
is_cut_short (DlPassage *passage, const DlTagFound *name)
{
  static const char *const classes[] = { "josa", "honorific", "office" };

  if (name->probability >= SURE_WITHIN_WORD || name->after >= dl_passage_get_n_tokens (passage) ||
      !is_hangul (passage, name->after) || !is_hangul (passage, name->after - 1) ||
      (dl_passage_get_token (passage, name->after)->flags & DL_CHAR_SPACE))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const guint klass = dl_lexicon_find_class (passage->reading->lexicon, classes[i]);

      if (klass != DL_FORMAT_NONE && dl_passage_find_edge (passage, name->after, klass) != NULL)
        return FALSE;
    }

  return TRUE;
}

/* “Jordan” may be a person, but what is also a country must be named more fully; and of
 * towns that need their context the town recogniser knows more. */
static gboolean
is_left_to_tables (DlPassage *passage, const DlTagFound *name)
{
  const GArray *hits = passage->matcher->hits;

  for (guint i = find_hit (hits, name->first); i < hits->len; i++)
    {
      const DlHit *hit = &g_array_index (hits, DlHit, i);

      if (hit->first > name->first)
        break;
      if (hit->after == name->after &&
          (hit->name->klass == DL_KIND_COUNTRY ||
           (name->kind == DL_TAG_PLACE && hit->name->klass == DL_KIND_PLACE &&
            (hit->name->flags & DL_NAME_CONTEXT))))
        return TRUE;
    }

  return FALSE;
}

/* Cuts a word of the class from the beginning of the name. */
static void
cut (DlPassage *passage, DlTagFound *name, const char *class_name)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, class_name);
  const DlEdge *edge;

  if (klass == DL_FORMAT_NONE ||
      (dl_passage_get_token (passage, name->first)->flags & DL_CHAR_SINGLE))
    return;
  edge = dl_passage_find_edge (passage, name->first, klass);
  if (edge != NULL && edge->after < name->after)
    name->first = edge->after;
}

/* Names are marked without “the” and without “Mr”. */
static gboolean
has_class (DlPassage *passage, guint first, guint after, const char *class_name)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, class_name);

  for (guint i = first; i < after && klass != DL_FORMAT_NONE; i++)
    {
      if (dl_passage_find_edge (passage, i, klass) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* “EZB-Präsidentin”, “EU-Länder”: what is joined to an abbreviation belongs to what has that
 * name, and is not it, if it is no word for a body, as in “EU-Kommission”. */
static void
cut_compound (DlPassage *passage, DlTagFound *name)
{
  const guint hyphen = name->first + 1;

  if (passage->language != DL_LANGUAGE_DE || hyphen + 1 >= name->after ||
      !dl_passage_is_token (passage, hyphen, "-") ||
      !dl_passage_is_upper (passage, name->first, hyphen))
    return;
  if (has_class (passage, hyphen + 1, name->after, "org-head") ||
      has_class (passage, hyphen + 1, name->after, "joined-body"))
    return;
  name->after = hyphen;
}

static void
trim (DlPassage *passage, DlTagFound *name)
{
  cut (passage, name, "function");
  cut_compound (passage, name);
  if (name->kind != DL_TAG_PERSON)
    return;
  cut (passage, name, "honorific");
  if (dl_passage_is_token (passage, name->first, ".") && name->first + 1 < name->after)
    name->first++;
}

/* “europäischen”: where names begin with capitals it is none without. */
static gboolean
lacks_capital (DlPassage *passage, const DlTagFound *name)
{
  for (guint i = name->first; i < name->after; i++)
    {
      if ((dl_passage_get_token (passage, i)->flags & (DL_CHAR_UPPER | DL_CHAR_SINGLE)) ||
          passage->language == DL_LANGUAGE_AR)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_doubtful_place (DlPassage *passage, const DlTagFound *name)
{
  return passage->language == DL_LANGUAGE_DE && name->kind == DL_TAG_PLACE &&
         name->probability < SURE_PLACE;
}

/* “investment in AI”: what is in no table and all capitals is no place, in languages that
 * shorten few names of their own regions. */
static gboolean
is_abbreviated_place (DlPassage *passage, const DlTagFound *name)
{
  const DlSpan span = dl_passage_get_span (passage, name->first, name->after);

  return name->kind == DL_TAG_PLACE &&
         (passage->language == DL_LANGUAGE_EN || passage->language == DL_LANGUAGE_DE) &&
         span.end - span.start <= MAX_ABBREVIATION &&
         dl_passage_is_upper (passage, name->first, name->after);
}

/**
 * dl_tag_judge_accepts:
 * @passage: with what the rules found
 * @name: (inout): it is cut to what is marked
 *
 * Returns: whether the name is to be marked: no rule knows better, and nothing tells
 *   that it is none
 */
gboolean
dl_tag_judge_accepts (DlPassage *passage, DlTagFound *name)
{
  trim (passage, name);

  return !lacks_capital (passage, name) && !is_doubtful_place (passage, name) &&
         !is_abbreviated_place (passage, name) && !is_outdone (passage, name) &&
         !is_countries (passage, name) && !is_left_to_tables (passage, name) &&
         !is_no_name (passage, name) && !is_cut_short (passage, name);
}

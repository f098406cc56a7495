/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bracket-names.h"

#include <string.h>

#include "acronym.h"

/* Other names that an article gives in brackets for what it has just named in full: an
 * abbreviation, or the original name. */

/* What the tagger says yields to what the article says. */
static gboolean
is_learned (const DlCandidate *candidate)
{
  return (candidate->flags & DL_CANDIDATE_LEARNED) != 0;
}

#define MAX_BRACKET_TOKENS 24
#define MAX_ABBREVIATION_TOKENS 3

/* A word with one capital may be an acronym of beginnings from so many bytes on. */
#define MIN_SYLLABIC 5

#define CERTAINTY_BY_ACRONYM 0.9

static gboolean
can_own (const DlCandidate *candidate)
{
  if (candidate->flags & DL_CANDIDATE_ANAPHOR)
    return FALSE;

  return candidate->kind == DL_KIND_ORGANISATION || candidate->kind == DL_KIND_EVENT ||
         candidate->kind == DL_KIND_DOCUMENT || candidate->kind == DL_KIND_TERM;
}

/* Returns: the token after the opening bracket that follows @candidate, over a closing
 * quotation mark if there is one; 0 if none does. */
static guint
find_bracket (DlPassage *passage, const DlCandidate *candidate)
{
  static const char *const quotes[] = { "\"", "”", "»", "」", "』", "'", "“" };
  guint i = candidate->after;

  for (guint k = 0; k < G_N_ELEMENTS (quotes); k++)
    {
      if (dl_passage_is_token (passage, i, quotes[k]))
        {
          i++;
          break;
        }
    }

  return dl_passage_is_token (passage, i, "(") ? i + 1 : 0;
}

static guint
find_closing (DlPassage *passage, guint first)
{
  for (guint i = first; i < first + MAX_BRACKET_TOKENS && i < dl_passage_get_n_tokens (passage);
       i++)
    {
      if (dl_passage_is_token (passage, i, ")"))
        return i;
    }

  return 0;
}

/* A name in the manner of titles: the words of four letters and more have capitals, but
 * for a third of them. */
static gboolean
is_title (DlPassage *passage, guint first, guint after)
{
  guint words = 0, capitals = 0;

  for (guint i = first; i < after; i++)
    {
      const DlToken *token = dl_passage_get_token (passage, i);

      if (!(token->flags & DL_CHAR_LETTER) || token->end - token->start < 4)
        continue;
      words++;
      capitals += (token->flags & DL_CHAR_UPPER) != 0;
    }

  return words >= 2 && (dl_passage_get_token (passage, first)->flags & DL_CHAR_UPPER) &&
         capitals * 3 >= words * 2;
}

/* The letters in the bracket from @first to before @after, folded; %NULL where they are no
 * acronym: more than one word, or fewer than two capitals. */
static char *
dup_acronym (DlPassage *passage, guint first, guint after)
{
  const DlFold *fold = passage->matcher->fold;
  const DlToken *token = dl_passage_get_token (passage, first);
  guint capitals = 0;

  if (after != first + 1 || !(token->flags & DL_CHAR_UPPER))
    return NULL;
  for (guint32 i = token->start; i < token->end; i++)
    capitals += !(fold->flags[i] & DL_CHAR_INSIDE) && (fold->flags[i] & DL_CHAR_UPPER);

  return capitals >= 2 || token->end - token->start >= MIN_SYLLABIC
           ? g_strndup (fold->text + token->start, token->end - token->start)
           : NULL;
}

/* The best known of what begins within the name from @first to before @after: what the
 * rules found of it, be it cut short. */
static DlCandidate *
find_part (DlPassage *passage, guint first, guint after)
{
  DlCandidate *best = NULL;

  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (candidate->first != first || candidate->after > after || !can_own (candidate))
        continue;
      if (best == NULL || candidate->after > best->after)
        best = candidate;
    }

  return best;
}

/* Whether the bracket is said to be an organisation, by the tables or by the tagger. */
static gboolean
is_organisation (DlPassage *passage, guint first, guint after)
{
  const DlCandidate *candidate = dl_passage_find_candidate (passage, first, after);

  return candidate != NULL && candidate->kind == DL_KIND_ORGANISATION;
}

/* Whether what stands in the bracket is made of the beginnings of the words of @owner. */
static gboolean
is_acronym (DlPassage *passage, const DlCandidate *owner, guint first, guint after)
{
  g_autofree char *acronym = dup_acronym (passage, first, after);

  return acronym != NULL && dl_acronym_find_name (passage, acronym, owner->after) == owner->first;
}

/* Adds the name that the acronym between @first and @after tells the extent of. */
static void
complete_name (DlPassage *passage, guint first, guint after)
{
  g_autofree char *acronym = dup_acronym (passage, first, after);
  const guint end = first - 1;
  const guint begin = acronym != NULL ? dl_acronym_find_name (passage, acronym, end) : end;
  DlCandidate *part = begin < end ? find_part (passage, begin, end) : NULL;
  DlCandidate *candidate;

  if (begin == end || (part != NULL && part->after == end) ||
      (part == NULL && !is_organisation (passage, first, after)))
    return;

  candidate = dl_candidate_new (part != NULL ? part->kind : DL_KIND_ORGANISATION, "name-by-acronym",
                                CERTAINTY_BY_ACRONYM);
  if (part != NULL)
    {
      candidate->role = part->role;
      candidate->head = part->head;
      candidate->countries = part->countries;
      part->flags |= part->flags & DL_CANDIDATE_LISTED ? 0 : DL_CANDIDATE_DENIED;
    }
  dl_passage_add (passage, candidate, begin, end);
}

/* Rules end where a name has an “and”; where its acronym follows, that says how far it goes. */
static void
complete_names (DlPassage *passage)
{
  for (guint i = 1; i + 1 < dl_passage_get_n_tokens (passage); i++)
    {
      const guint after = dl_passage_is_token (passage, i, "(") ? find_closing (passage, i + 1) : 0;

      if (after > i + 1)
        complete_name (passage, i + 1, after);
    }
}

static void
add_alias (DlPassage *passage, DlCandidate *owner, guint first, guint after)
{
  DlCandidate *candidate = dl_passage_find_candidate (passage, first, after);
  const gboolean upper =
    dl_passage_is_upper (passage, first, after) || is_acronym (passage, owner, first, after);

  if (candidate != NULL && (!upper || (candidate->kind != owner->kind && !is_learned (candidate))))
    return;
  if (candidate == NULL)
    {
      candidate = dl_candidate_new (owner->kind, upper ? "abbreviation" : "name-in-brackets", 0.9);
      dl_candidate_bind (candidate, owner);
      dl_passage_add (passage, candidate, first, after);
    }
  else
    {
      dl_candidate_bind (candidate, owner);
      if (is_learned (candidate))
        candidate->rule = g_intern_static_string ("abbreviation");
    }
}

/* Of names that end before the same bracket the longest owns it. */
static GHashTable *
find_owners (DlPassage *passage)
{
  GHashTable *owners = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);
      gpointer bracket =
        GUINT_TO_POINTER (can_own (candidate) ? find_bracket (passage, candidate) : 0);
      DlCandidate *owner = g_hash_table_lookup (owners, bracket);

      if (bracket != NULL && (owner == NULL || candidate->first < owner->first))
        g_hash_table_insert (owners, bracket, candidate);
    }

  return owners;
}

/**
 * dl_bracket_names_find:
 *
 * Adds a candidate for each name in brackets right after one that may have it:
 * “International Atomic Energy Agency (IAEA)”.
 */
void
dl_bracket_names_find (DlPassage *passage)
{
  g_autoptr (GHashTable) owners = NULL;
  GHashTableIter iter;
  gpointer bracket, owner;

  complete_names (passage);
  owners = find_owners (passage);
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &bracket, &owner))
    {
      const guint first = GPOINTER_TO_UINT (bracket);
      const guint after = find_closing (passage, first);

      if (after <= first)
        continue;
      if ((after - first <= MAX_ABBREVIATION_TOKENS &&
           dl_passage_is_upper (passage, first, after)) ||
          is_title (passage, first, after) || is_acronym (passage, owner, first, after))
        add_alias (passage, owner, first, after);
    }
}

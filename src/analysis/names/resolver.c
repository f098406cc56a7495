/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "resolver.h"

/* Which of the candidates of a passage stay.
 *
 *   one in the other      both stay, if the inner may stand inside such an outer
 *   the same piece        the better one
 *   crossing              the better one
 */

/* A name that a rule composed of the beginning of a listed one. */
static gboolean
is_cut_short (const DlCandidate *outer, const DlCandidate *inner)
{
  return (outer->flags & DL_CANDIDATE_LISTED) && !(inner->flags & DL_CANDIDATE_LISTED) &&
         outer->span.start == inner->span.start && outer->kind == inner->kind;
}

static gboolean
may_hold (const DlCandidate *outer, const DlCandidate *inner)
{
  switch (outer->kind)
    {
    case DL_KIND_ORGANISATION:
      return inner->kind != DL_KIND_TERM && inner->kind != DL_KIND_QUANTITY &&
             inner->kind != DL_KIND_PERSON && !is_cut_short (outer, inner);
    case DL_KIND_DATE:
      return inner->same == outer;
    case DL_KIND_EVENT:
    case DL_KIND_DOCUMENT:
      return inner->kind != DL_KIND_QUANTITY;
    case DL_KIND_PLACE:
      return inner->kind == DL_KIND_COUNTRY && !(outer->flags & DL_CANDIDATE_LISTED);
    default:
      return FALSE;
    }
}

/* What a rule composed of words of the text tells more than what a table lists. */
static int
get_rank (const DlCandidate *candidate)
{
  static const int ranks[DL_N_KINDS] = {
    [DL_KIND_DATE] = 5,    [DL_KIND_MONEY] = 5,        [DL_KIND_QUANTITY] = 1,
    [DL_KIND_TERM] = 0,    [DL_KIND_ORGANISATION] = 4, [DL_KIND_DOCUMENT] = 4,
    [DL_KIND_EVENT] = 4,   [DL_KIND_COUNTRY] = 4,      [DL_KIND_PLACE] = 4,
    [DL_KIND_DEMONYM] = 4, [DL_KIND_PERSON] = 4,
  };

  return ranks[candidate->kind];
}

static gboolean
is_better (const DlCandidate *a, const DlCandidate *b)
{
  const gsize length_a = a->span.end - a->span.start, length_b = b->span.end - b->span.start;

  if (length_a == length_b && ((a->flags ^ b->flags) & DL_CANDIDATE_METONYM))
    return (a->flags & DL_CANDIDATE_METONYM) != 0;
  if (get_rank (a) != get_rank (b))
    return get_rank (a) > get_rank (b);
  if (length_a != length_b)
    return length_a > length_b;

  return a->certainty > b->certainty;
}

static gboolean
is_conflict (const DlCandidate *outer, const DlCandidate *inner)
{
  if (!dl_span_overlaps (outer->span, inner->span))
    return FALSE;
  if (dl_span_contains (outer->span, inner->span) &&
      outer->span.end - outer->span.start > inner->span.end - inner->span.start)
    return !may_hold (outer, inner);

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DlCandidate *const *first = a, *const *second = b;
  int order = dl_span_compare ((*first)->span, (*second)->span);

  return order != 0 ? order : is_better (*second, *first) - is_better (*first, *second);
}

/* The one that goes.  An inner one that its outer may not hold goes, unless the outer is
 * of lesser rank. */
static DlCandidate *
choose_loser (DlCandidate *outer, DlCandidate *inner)
{
  return is_better (inner, outer) ? outer : inner;
}

static void
drop (GHashTable *losers, GPtrArray *candidates, guint i)
{
  DlCandidate *outer = g_ptr_array_index (candidates, i);

  for (guint k = i + 1; k < candidates->len && !g_hash_table_contains (losers, outer); k++)
    {
      DlCandidate *inner = g_ptr_array_index (candidates, k);

      if (inner->span.start >= outer->span.end)
        break;
      if (!g_hash_table_contains (losers, inner) && is_conflict (outer, inner))
        g_hash_table_add (losers, choose_loser (outer, inner));
    }
}

static void
drop_denied (DlPassage *passage, GHashTable *losers)
{
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (candidate->flags & DL_CANDIDATE_DENIED)
        g_hash_table_add (losers, candidate);
    }
}

/* What is only another name of a loser goes with it. */
static void
drop_aliases (DlPassage *passage, GHashTable *losers)
{
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      for (DlCandidate *same = candidate->same; same != NULL; same = same->same)
        {
          if (g_hash_table_contains (losers, same))
            {
              g_hash_table_add (losers, candidate);
              break;
            }
        }
    }
}

static void
forget (DlPassage *passage, GHashTable *losers)
{
  DlReading *reading = passage->reading;
  guint kept = reading->candidates->len - passage->candidates->len;

  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (g_hash_table_contains (losers, candidate))
        dl_candidate_free (candidate);
      else
        g_ptr_array_index (reading->candidates, kept++) = candidate;
    }
  dl_reading_truncate (reading, kept);
}

/**
 * dl_resolver_run:
 *
 * Drops the candidates of the passage that others outdo, and puts the rest in the order
 * of the text, the outer before the inner.  The passage's edges are void after it.
 */
void
dl_resolver_run (DlPassage *passage)
{
  g_autoptr (GHashTable) losers = g_hash_table_new (NULL, NULL);

  g_ptr_array_sort (passage->candidates, compare);
  drop_denied (passage, losers);
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      if (!g_hash_table_contains (losers, g_ptr_array_index (passage->candidates, i)))
        drop (losers, passage->candidates, i);
    }
  drop_aliases (passage, losers);
  forget (passage, losers);
  g_ptr_array_set_size (passage->candidates, 0);
}

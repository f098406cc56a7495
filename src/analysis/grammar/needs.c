/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "needs.h"

#include <string.h>

typedef struct
{
  const DlTables *tables;
  guint n_words;
  GHashTable *known; /* node → DlNeeds, owned; NULL while it is looked into */
} Finder;

static void
add (DlNeeds *self, guint bit)
{
  self->words[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

static DlNeeds *
copy (const DlNeeds *self)
{
  return g_memdup2 (self, sizeof *self + self->n_words * sizeof (guint64));
}

/* Returns: (transfer full): an empty set; free with g_free() */
DlNeeds *
dl_needs_new (guint n_words)
{
  DlNeeds *needs = g_malloc0 (sizeof *needs + n_words * sizeof (guint64));

  needs->n_words = n_words;

  return needs;
}

/* Returns: the words that hold a bit per class and literal of the tables. */
guint
dl_needs_get_n_words (const DlTables *tables)
{
  guint literals = 0;

  for (guint i = 0; i < tables->n_nodes; i++)
    {
      if (tables->nodes[i].op == DL_NODE_LITERAL)
        literals = MAX (literals, tables->nodes[i].a + 1);
    }

  return (tables->n_classes + literals + 63) / 64;
}

static DlNeeds *find (Finder *finder, guint32 at);

/* What both ways need.  NULL, a way back into a loop, needs everything. */
static DlNeeds *
find_common (Finder *finder, const DlNodeRecord *node)
{
  const DlNeeds *first = find (finder, node->next), *second = find (finder, node->a);
  DlNeeds *both;

  if (first == NULL || second == NULL)
    return first != NULL ? copy (first) : second != NULL ? copy (second) : NULL;

  both = copy (first);
  for (guint i = 0; i < both->n_words; i++)
    both->words[i] &= second->words[i];

  return both;
}

static DlNeeds *
find_after (Finder *finder, const DlNodeRecord *node)
{
  const DlNeeds *rest = find (finder, node->next);
  DlNeeds *needs = rest != NULL ? copy (rest) : NULL;

  if (needs != NULL && node->op == DL_NODE_CLASS)
    add (needs, node->a);
  if (needs != NULL && node->op == DL_NODE_LITERAL)
    add (needs, finder->tables->n_classes + node->a);

  return needs;
}

/* What every way from the node @at on takes; NULL if it is being looked into. */
static DlNeeds *
find (Finder *finder, guint32 at)
{
  const DlNodeRecord *node = &finder->tables->nodes[at];
  DlNeeds *needs;

  if (g_hash_table_contains (finder->known, GUINT_TO_POINTER (at)))
    return g_hash_table_lookup (finder->known, GUINT_TO_POINTER (at));

  g_hash_table_insert (finder->known, GUINT_TO_POINTER (at), NULL);
  needs = node->op == DL_NODE_ACCEPT  ? dl_needs_new (finder->n_words)
          : node->op == DL_NODE_SPLIT ? find_common (finder, node)
                                      : find_after (finder, node);
  g_hash_table_insert (finder->known, GUINT_TO_POINTER (at), needs);

  return needs;
}

static DlDemand *
make_demand (const DlNeeds *needs)
{
  DlDemand *demand;
  guint n = 0;

  for (guint i = 0; i < needs->n_words; i++)
    n += needs->words[i] != 0;
  demand = g_malloc0 (sizeof *demand + n * sizeof demand->items[0]);
  for (guint i = 0; i < needs->n_words; i++)
    {
      if (needs->words[i] == 0)
        continue;
      demand->items[demand->n].word = i;
      demand->items[demand->n++].bits = needs->words[i];
    }

  return demand;
}

/**
 * dl_demand_new_for_pattern:
 * @n_words: as dl_needs_get_n_words() says
 * @entry: the pattern's first node
 *
 * Returns: (transfer full): what every match of the pattern takes; free with g_free()
 */
DlDemand *
dl_demand_new_for_pattern (const DlTables *tables, guint n_words, guint32 entry)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Finder finder = { tables, n_words, known };
  const DlNeeds *needs = find (&finder, entry);
  g_autofree DlNeeds *nothing = dl_needs_new (n_words);

  return make_demand (needs != NULL ? needs : nothing);
}

/* Makes @self what the sentence holds. */
void
dl_needs_read_sentence (DlNeeds *self, DlPassage *passage, const DlTokenRange *sentence)
{
  const guint n_classes = passage->reading->tables->n_classes;

  memset (self->words, 0, self->n_words * sizeof (guint64));
  for (guint i = sentence->first; i < sentence->after; i++)
    {
      const DlToken *token = dl_passage_get_token (passage, i);

      if (token->literal != 0)
        add (self, n_classes + token->literal);
      for (guint32 e = g_array_index (passage->heads, guint32, i); e != DL_FORMAT_NONE;)
        {
          const DlEdge *edge = &g_array_index (passage->edges, DlEdge, e);

          add (self, edge->klass);
          e = edge->next;
        }
    }
}

/* Returns: whether @sentence holds all that @self needs. */
gboolean
dl_demand_is_met (const DlDemand *self, const DlNeeds *sentence)
{
  for (guint i = 0; i < self->n; i++)
    {
      if ((self->items[i].bits & ~sentence->words[self->items[i].word]) != 0)
        return FALSE;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "builder.h"

/* Builds the double array (J. Aoe, “An efficient digital search algorithm by using a
 * double-array structure”, IEEE TSE 15(9), 1989) over the folded forms, which come
 * sorted.  The children of a state are placed at the first base where all of them find
 * a free cell. */

#define ROOT 1

typedef struct
{
  GPtrArray *names; /* of DlBuildName, sorted by folded form */
  GArray *cells;    /* of DlTrieRecord; check 0: free */
  guint first_free; /* no cell before it is free */
} Trie;

static DlTrieRecord *
cell (Trie *trie, guint index)
{
  if (index >= trie->cells->len)
    g_array_set_size (trie->cells, index + 257);

  return &g_array_index (trie->cells, DlTrieRecord, index);
}

static const char *
folded (Trie *trie, guint i)
{
  return ((DlBuildName *) g_ptr_array_index (trie->names, i))->folded;
}

static gboolean
fits (Trie *trie, guint base, const guchar *labels, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (cell (trie, base + labels[i])->check != 0)
        return FALSE;
    }

  return TRUE;
}

static guint
find_base (Trie *trie, const guchar *labels, guint n)
{
  guint base;

  while (cell (trie, trie->first_free)->check != 0)
    trie->first_free++;
  base = trie->first_free > labels[0] ? trie->first_free - labels[0] : 1;
  while (!fits (trie, base, labels, n))
    base++;

  return base;
}

static guint
find_labels (Trie *trie, guint low, guint high, guint depth, guchar *labels, guint *starts)
{
  guint n = 0;

  for (guint i = low; i < high; i++)
    {
      guchar c = folded (trie, i)[depth];

      if (n == 0 || labels[n - 1] != c)
        {
          labels[n] = c;
          starts[n++] = i;
        }
    }
  starts[n] = high;

  return n;
}

/* Places the forms from @low to before @high, which share @depth bytes, below @state. */
static void
place (Trie *trie, guint state, guint low, guint high, guint depth)
{
  guchar labels[256];
  guint starts[257];
  guint n = find_labels (trie, low, high, depth, labels, starts);
  guint base = find_base (trie, labels, n);

  cell (trie, state)->base = base;
  for (guint i = 0; i < n; i++)
    cell (trie, base + labels[i])->check = state;
  for (guint i = 0; i < n; i++)
    {
      if (labels[i] == 0)
        cell (trie, base)->base = starts[i];
      else
        place (trie, base + labels[i], starts[i], starts[i + 1], depth + 1);
    }
}

/* Returns: (transfer full) (element-type DlTrieRecord): the automaton over @names, whose
 * leaves hold the index of the first name of a form. */
GArray *
dl_trie_build (GPtrArray *names)
{
  Trie trie = { names, g_array_new (FALSE, TRUE, sizeof (DlTrieRecord)), ROOT + 1 };

  cell (&trie, 0)->check = -1;
  cell (&trie, ROOT)->check = -1;
  if (names->len > 0)
    place (&trie, ROOT, 0, names->len, 0);

  return trie.cells;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "builder.h"
#include "pattern-tree.h"

/* Writes the tree of a pattern as nodes, from its end to its beginning, so that each node
 * knows the node after it. */

static guint32
emit_node (DlBuilder *builder, DlNodeRecord node)
{
  g_array_append_val (builder->nodes, node);

  return builder->nodes->len - 1;
}

static guint32
emit_simple (DlBuilder *builder, DlNodeOp op, guint32 a, guint32 next)
{
  return emit_node (builder, (DlNodeRecord){ .op = op, .a = a, .next = next });
}

static guint32 emit (DlBuilder *builder, const DlTree *tree, guint32 next);

static const DlTree *
only_child (const DlTree *tree)
{
  return g_ptr_array_index (tree->children, 0);
}

static guint32
emit_sequence (DlBuilder *builder, const DlTree *tree, guint32 next)
{
  for (guint i = tree->children->len; i > 0; i--)
    next = emit (builder, g_ptr_array_index (tree->children, i - 1), next);

  return next;
}

static guint32
emit_choice (DlBuilder *builder, const DlTree *tree, guint32 next)
{
  guint32 entry = emit (builder, g_ptr_array_index (tree->children, tree->children->len - 1), next);

  for (guint i = tree->children->len - 1; i > 0; i--)
    {
      guint32 first = emit (builder, g_ptr_array_index (tree->children, i - 1), next);
      entry = emit_simple (builder, DL_NODE_SPLIT, entry, first);
    }

  return entry;
}

static guint32
emit_loop (DlBuilder *builder, const DlTree *tree, guint32 next)
{
  guint32 split = emit_simple (builder, DL_NODE_SPLIT, next, 0);
  guint32 body = emit (builder, only_child (tree), split);

  g_array_index (builder->nodes, DlNodeRecord, split).next = body;

  return tree->kind == DL_TREE_STAR ? split : body;
}

/* Writes @tree so that @next follows it.  Returns: its entry. */
static guint32
emit (DlBuilder *builder, const DlTree *tree, guint32 next)
{
  DlNodeRecord leaf = tree->leaf;

  switch (tree->kind)
    {
    case DL_TREE_SEQUENCE:
      return emit_sequence (builder, tree, next);
    case DL_TREE_CHOICE:
      return emit_choice (builder, tree, next);
    case DL_TREE_OPTIONAL:
      return emit_simple (builder, DL_NODE_SPLIT, next, emit (builder, only_child (tree), next));
    case DL_TREE_STAR:
    case DL_TREE_PLUS:
      return emit_loop (builder, tree, next);
    case DL_TREE_CAPTURE:
      next = emit_simple (builder, DL_NODE_CAPTURE_END, tree->name, next);
      return emit_simple (builder, DL_NODE_CAPTURE_BEGIN, tree->name,
                          emit (builder, only_child (tree), next));
    case DL_TREE_EXTENT:
      next = emit_simple (builder, DL_NODE_EXTENT_END, 0, next);
      return emit_simple (builder, DL_NODE_EXTENT_BEGIN, 0,
                          emit (builder, only_child (tree), next));
    case DL_TREE_NOT:
      return emit_simple (builder, DL_NODE_NOT,
                          emit (builder, only_child (tree),
                                emit_simple (builder, DL_NODE_ACCEPT, 0, 0)),
                          next);
    case DL_TREE_LEAF:
    default:
      leaf.next = next;
      return emit_node (builder, leaf);
    }
}

/* What a node itself takes; of one that takes no token, what those after it do. */
static DlLook
find_look (const GArray *nodes, const DlNodeRecord *node)
{
  const DlLook next = g_array_index (nodes, DlNodeRecord, node->next).look;

  switch ((DlNodeOp) node->op)
    {
    case DL_NODE_ACCEPT:
      return ~(DlLook) 0;
    case DL_NODE_LITERAL:
      return dl_look_of_literal (node->a);
    case DL_NODE_CLASS:
      return dl_look_of_class (node->a);
    case DL_NODE_NUMBER:
      return DL_LOOK_DIGITS;
    case DL_NODE_CAPITALISED:
    case DL_NODE_UPPER:
    case DL_NODE_INITIAL:
      return DL_LOOK_CAPITAL;
    case DL_NODE_LOWER:
    case DL_NODE_HAN:
    case DL_NODE_KATAKANA:
      return DL_LOOK_LETTERS;
    case DL_NODE_WORD:
      return DL_LOOK_CAPITAL | DL_LOOK_LETTERS;
    case DL_NODE_ANY:
    case DL_NODE_OPEN_QUOTE:
    case DL_NODE_CLOSE_QUOTE:
      return DL_LOOK_ANY;
    case DL_NODE_SENTENCE_END:
      return DL_LOOK_END;
    case DL_NODE_SPLIT:
      return next | g_array_index (nodes, DlNodeRecord, node->a).look;
    default:
      return next;
    }
}

/* Fills in the looks of the nodes from @first on; loops need more than one round. */
static void
find_looks (GArray *nodes, guint first)
{
  gboolean is_changed = TRUE;

  while (is_changed)
    {
      is_changed = FALSE;
      for (guint i = first; i < nodes->len; i++)
        {
          DlNodeRecord *node = &g_array_index (nodes, DlNodeRecord, i);
          const DlLook look = find_look (nodes, node);

          is_changed |= look != node->look;
          node->look = look;
        }
    }
}

/* Compiles one <match>.  @entry: (out): its first node. */
gboolean
dl_pattern_compile (DlBuilder *self, const char *pattern, guint32 *entry, GError **error)
{
  DlTree *tree = dl_tree_parse (self, pattern, error);
  const guint first = self->nodes->len;

  if (tree == NULL)
    return FALSE;

  *entry = emit (self, tree, emit_simple (self, DL_NODE_ACCEPT, 0, 0));
  find_looks (self->nodes, first);
  dl_tree_free (tree);

  return TRUE;
}

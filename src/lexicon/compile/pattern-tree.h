/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "builder.h"

G_BEGIN_DECLS

typedef enum
{
  DL_TREE_SEQUENCE,
  DL_TREE_CHOICE,
  DL_TREE_OPTIONAL,
  DL_TREE_STAR,
  DL_TREE_PLUS,
  DL_TREE_CAPTURE,
  DL_TREE_EXTENT,
  DL_TREE_NOT,
  DL_TREE_LEAF
} DlTreeKind;

typedef struct _DlTree DlTree;
/**
 * DlTree:
 *
 * A pattern as it was parsed: a leaf is one node, all else has children.
 */
struct _DlTree
{
  DlTreeKind kind;
  DlNodeRecord leaf;
  guint32 name;        /* of a capture */
  GPtrArray *children; /* of DlTree, owned */
};

DlTree *dl_tree_parse (DlBuilder *builder, const char *pattern, GError **error);
void dl_tree_free (DlTree *tree);

G_END_DECLS

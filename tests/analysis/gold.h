/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "kind.h"

G_BEGIN_DECLS

/* One mark of a .gold file. */
typedef struct
{
  DlSpan span; /* in the text without marks */
  DlKind kind;
  char *value; /* owned: the attribute, “” if none */
  gboolean optional;
} DlGoldMark;

/**
 * DlGold:
 *
 * An article marked by hand; tests/data/gold/FORMAT.md describes the file.
 */
typedef struct
{
  char *name;
  char *language;
  char *published;  /* or NULL */
  char *background; /* or NULL */
  char *text;       /* without marks */
  GArray *marks;    /* of DlGoldMark, as they begin in the text */
  char **expected;  /* the lines after “---” */
} DlGold;

DlGold *dl_gold_load (const char *path);
void dl_gold_free (DlGold *self);
DlArticle *dl_gold_make_article (const DlGold *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlGold, dl_gold_free)

G_END_DECLS

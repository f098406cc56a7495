/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "country-signs.h"

/* Words that give away the country an article is written in without naming it: only
 * Americans have a “Highway Patrol”, only the Irish “gardaí”.  Those of class “local-sign”
 * stand in reports from a town, as do those of “named-sign” after a name; those of
 * “country-sign” stand anywhere.  What some countries share speaks for each of them. */

typedef enum
{
  SIGN_NONE,
  SIGN_ANYWHERE,
  SIGN_LOCAL,
} SignKind;

/* The classes of the tables. */
typedef struct
{
  guint anywhere, local, named;
} SignClasses;

static void
remember (DlReading *reading, const DlEdge *edge, gboolean is_local)
{
  const char *value = dl_tables_string (reading->tables, edge->value);
  g_auto (GStrv) countries = NULL;

  for (guint i = 0; i < reading->signs->len; i++)
    {
      if (g_array_index (reading->signs, DlCountrySign, i).name == edge->name)
        return;
    }
  countries = g_strsplit (value, " ", -1);
  for (guint i = 0; countries[i] != NULL; i++)
    {
      const DlCountrySign sign = { edge->name, g_intern_string (countries[i]), is_local };

      g_array_append_val (reading->signs, sign);
    }
}

static gboolean
is_capital (DlPassage *passage, guint token)
{
  return token < dl_passage_get_n_tokens (passage) &&
         (dl_passage_get_token (passage, token)->flags & DL_CHAR_UPPER);
}

static SignKind
get_kind (DlPassage *passage, const SignClasses *classes, guint token, const DlEdge *edge)
{
  if (edge->name == NULL)
    return SIGN_NONE;
  if (edge->klass == classes->anywhere)
    return SIGN_ANYWHERE;
  if (edge->klass == classes->local)
    return SIGN_LOCAL;

  /* “Velmar County”, but “County Velmar”, “Velmar County Council” */
  return edge->klass == classes->named && token > 0 && is_capital (passage, token - 1) &&
             !is_capital (passage, edge->after)
           ? SIGN_LOCAL
           : SIGN_NONE;
}

/* The tables may have a word in several forms, all of which are at one token: it counts
 * once. */
static void
read_token (DlPassage *passage, const SignClasses *classes, guint token)
{
  const DlEdge *best = NULL;
  SignKind kind = SIGN_NONE;

  for (guint32 i = g_array_index (passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);
      const SignKind of_edge = get_kind (passage, classes, token, edge);

      if (of_edge != SIGN_NONE && (best == NULL || edge->after > best->after))
        {
          best = edge;
          kind = of_edge;
        }
      i = edge->next;
    }
  if (best != NULL)
    remember (passage->reading, best, kind == SIGN_LOCAL);
}

/**
 * dl_country_signs_read:
 *
 * Takes note of the words of the passage that give away a country, each once.
 */
void
dl_country_signs_read (DlPassage *passage)
{
  DlLexicon *lexicon = passage->reading->lexicon;
  const SignClasses classes = { dl_lexicon_find_class (lexicon, "country-sign"),
                                dl_lexicon_find_class (lexicon, "local-sign"),
                                dl_lexicon_find_class (lexicon, "named-sign") };

  for (guint token = 0; token < dl_passage_get_n_tokens (passage); token++)
    read_token (passage, &classes, token);
}

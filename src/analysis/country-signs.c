/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "country-signs.h"

/* Words that give away the country an article is written in without naming it: only
 * Americans have a “Highway Patrol”, only the Irish “gardaí”.  Those of class “local-sign”
 * stand in reports from a town, those of “country-sign” anywhere. */

static void
remember (DlReading *reading, const DlEdge *edge, gboolean is_local)
{
  const DlCountrySign sign = { edge->name, dl_tables_string (reading->tables, edge->value),
                               is_local };

  for (guint i = 0; i < reading->signs->len; i++)
    {
      if (g_array_index (reading->signs, DlCountrySign, i).name == edge->name)
        return;
    }
  g_array_append_val (reading->signs, sign);
}

/**
 * dl_country_signs_read:
 *
 * Takes note of the words of the passage that give away a country, each once.
 */
void
dl_country_signs_read (DlPassage *passage)
{
  DlReading *reading = passage->reading;
  const guint anywhere = dl_lexicon_find_class (reading->lexicon, "country-sign");
  const guint local = dl_lexicon_find_class (reading->lexicon, "local-sign");

  for (guint i = 0; i < passage->edges->len; i++)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->name != NULL && (edge->klass == anywhere || edge->klass == local))
        remember (reading, edge, edge->klass == local);
    }
}

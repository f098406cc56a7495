/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "country-places.h"

#include "mention.h"

/* Where an article names a country, itself or one of its offices.  The country within the name of
 * its ministry is no place of its own in the text. */

/**
 * dl_country_places_new:
 * @mentions: (element-type DlMention): of the annotations that have @country
 *
 * Returns: (transfer full) (element-type guint): indexes of the mentions of @country that lie in
 *   no other one of them, in the order of the text
 */
GArray *
dl_country_places_new (DlCountry *country, DlList *mentions)
{
  const DlCountryFields *fields = dl_country_get_fields (country);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  DlSpan last = { 0, 0 };

  for (guint i = 0; i < fields->n_mentions; i++)
    {
      const guint index = fields->mentions[i];
      DlMention *mention = dl_list_get (mentions, index);
      const DlSpan span = mention != NULL ? dl_mention_get_span (mention) : last;

      if (mention == NULL || (places->len > 0 && dl_span_contains (last, span)))
        continue;
      g_array_append_val (places, index);
      last = span;
    }

  return places;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "address-finder.h"

#include "web-address.h"

/* Where an article can be left for the web: words that lead there, and addresses that its text
 * spells out. */

static const GArray *
get_links (DlArticle *article)
{
  return dl_article_get_fields (article)->links;
}

/**
 * dl_address_finder_find:
 * @within: what is searched
 * @found: (out): the first piece of it that leads somewhere
 *
 * Returns: whether there is one
 */
gboolean
dl_address_finder_find (DlArticle *article, DlSpan within, DlSpan *found)
{
  const GArray *links = get_links (article);
  const guint i = dl_web_links_find_first (links, within.start);
  DlSpan link = { within.end, within.end };

  if (links != NULL && i < links->len)
    {
      const DlSpan span = g_array_index (links, DlWebLink, i).span;

      link.start = CLAMP (span.start, within.start, within.end);
      link.end = MIN (span.end, within.end);
    }
  /* what is spelt out within a link leads where the link does */
  if (dl_web_address_find (dl_article_get_text (article), within.start, link.start, found))
    return TRUE;
  *found = link;

  return !dl_span_is_empty (link);
}

/**
 * dl_address_finder_dup_at:
 * @byte: the start of a character
 * @found: (out): what leads there
 *
 * Returns: (transfer full) (nullable): the address that the character leads to
 */
char *
dl_address_finder_dup_at (DlArticle *article, gsize byte, DlSpan *found)
{
  const DlWebLink *link = dl_web_links_find_at (get_links (article), byte);
  const gsize length = dl_article_get_length (article);

  if (link != NULL)
    {
      *found = link->span;
      return g_strdup (link->address);
    }

  return dl_web_address_find_at (dl_article_get_text (article), length, byte, found)
           ? dl_article_dup_excerpt (article, *found)
           : NULL;
}

/**
 * dl_address_finder_find_step:
 * @step: 1: the first that begins behind @byte; -1: the last that begins before it
 * @found: (out): what leads somewhere
 *
 * Returns: whether there is one
 */
gboolean
dl_address_finder_find_step (DlArticle *article, gsize byte, int step, DlSpan *found)
{
  const gsize end = step > 0 ? dl_article_get_length (article) : byte;
  DlSpan within = { step > 0 ? byte : 0, end };
  gboolean any = FALSE;
  g_autofree char *address = NULL;
  DlSpan next;

  while (dl_address_finder_find (article, within, &next))
    {
      within.start = next.end;
      if (step > 0 && next.start <= byte)
        continue;
      *found = next;
      any = TRUE;
      if (step > 0)
        break;
    }

  /* @byte may stand in it */
  if (any)
    address = dl_address_finder_dup_at (article, found->start, found);

  return any;
}

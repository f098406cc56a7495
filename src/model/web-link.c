/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "web-link.h"

/* Words of an article that lead to a place on the web: a list of them in the order of the text, in
 * which none overlaps another. */

static void
clear_link (gpointer link)
{
  g_free (((DlWebLink *) link)->address);
}

/* Returns: (transfer full) (element-type DlWebLink): an empty list */
GArray *
dl_web_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (DlWebLink));

  g_array_set_clear_func (links, clear_link);

  return links;
}

/**
 * dl_web_links_append:
 * @links: (element-type DlWebLink): not yet given to an article
 * @span: behind those before; one that is empty or overlaps the last, or is one too many for
 *   %DL_WEB_LINKS_MAX, is left out; one that follows it at once and leads to the same place makes it
 *   longer
 * @address: is copied
 */
void
dl_web_links_append (GArray *links, DlSpan span, const char *address)
{
  DlWebLink *last = links->len > 0 ? &g_array_index (links, DlWebLink, links->len - 1) : NULL;
  DlWebLink link = { .span = span };

  if (dl_span_is_empty (span) || (last != NULL && span.start < last->span.end))
    return;
  if (last != NULL && span.start == last->span.end && g_str_equal (address, last->address))
    {
      last->span.end = span.end;
      return;
    }
  if (links->len >= DL_WEB_LINKS_MAX)
    return;
  link.address = g_strdup (address);
  g_array_append_val (links, link);
}

/**
 * dl_web_links_find_first:
 * @links: (nullable) (element-type DlWebLink): of an article; %NULL: it has none
 *
 * Returns: the place of the first that ends behind @byte; their number if there is none
 */
guint
dl_web_links_find_first (const GArray *links, gsize byte)
{
  guint first = 0, end = links != NULL ? links->len : 0;

  while (first < end)
    {
      const guint middle = first + (end - first) / 2;

      if (g_array_index (links, DlWebLink, middle).span.end <= byte)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/**
 * dl_web_links_find_at:
 * @links: (nullable) (element-type DlWebLink): of an article
 *
 * Returns: (nullable): the one that holds @byte
 */
const DlWebLink *
dl_web_links_find_at (const GArray *links, gsize byte)
{
  const guint i = dl_web_links_find_first (links, byte);
  const DlWebLink *link =
    links != NULL && i < links->len ? &g_array_index (links, DlWebLink, i) : NULL;

  return link != NULL && link->span.start <= byte ? link : NULL;
}

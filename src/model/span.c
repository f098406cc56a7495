/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "span.h"

/**
 * dl_span_is_empty:
 * @span: a span
 *
 * Returns: whether no byte stands in @span
 */
gboolean
dl_span_is_empty (DlSpan span)
{
  return span.start >= span.end;
}

/**
 * dl_span_overlaps:
 * @a: a span
 * @b: another
 *
 *   a |-----|            a |-----|
 *   b     |-----|  yes   b       |-----|  no: they touch
 *
 * Returns: whether a byte stands in both; never for an empty span
 */
gboolean
dl_span_overlaps (DlSpan a, DlSpan b)
{
  return MAX (a.start, b.start) < MIN (a.end, b.end);
}

/**
 * dl_span_contains:
 * @outer: a span
 * @inner: another
 *
 * Returns: whether @inner lies wholly in @outer; a span contains itself and each empty
 *   span at its edges
 */
gboolean
dl_span_contains (DlSpan outer, DlSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * dl_span_get_distance:
 *
 * Returns: how many bytes stand between the two, in whatever order; 0: they touch or overlap
 */
gsize
dl_span_get_distance (DlSpan a, DlSpan b)
{
  return a.start >= b.end ? a.start - b.end : b.start >= a.end ? b.start - a.end : 0;
}

/**
 * dl_span_compare:
 * @a: a span
 * @b: another
 *
 * The order of an annotation's mentions: what starts first comes first, and of two that
 * start together the longer one, so that the outer stands before the inner.
 *
 * Returns: below, equal to or above 0
 */
int
dl_span_compare (DlSpan a, DlSpan b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;

  return (a.end < b.end) - (a.end > b.end);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlSpan:
 * @start: first byte
 * @end: the byte after the last
 *
 * A piece of an article's text, half open, in bytes of its UTF-8 buffer.  Both ends
 * stand at the start of a code point.
 */
typedef struct
{
  gsize start;
  gsize end;
} DlSpan;

gboolean dl_span_is_empty (DlSpan span);
gboolean dl_span_overlaps (DlSpan a, DlSpan b);
gboolean dl_span_contains (DlSpan outer, DlSpan inner);
gsize dl_span_get_distance (DlSpan a, DlSpan b);
int dl_span_compare (DlSpan a, DlSpan b);

G_END_DECLS

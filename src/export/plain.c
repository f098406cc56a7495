/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plain.h"

/* What a terminal may be sent of an article that anybody may have written. */

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

/**
 * dl_plain_append:
 * @out: what has been written
 * @text: UTF-8 that need not end in a NUL byte
 * @length: its length in bytes
 *
 * Adds @text with a replacement character for each control character but tabs and the
 * ends of lines: a terminal would obey them.
 */
void
dl_plain_append (GString *out, const char *text, gsize length)
{
  gsize written = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = text[i];
      gboolean is_c0 = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f;
      gboolean is_c1 = byte == 0xc2 && i + 1 < length && (guchar) text[i + 1] < 0xa0;

      if (!is_c0 && !is_c1)
        continue;

      g_string_append_len (out, text + written, i - written);
      g_string_append (out, REPLACEMENT);
      i += is_c1;
      written = i + 1;
    }

  g_string_append_len (out, text + written, length - written);
}

static void
close_marks (GString *out, GArray *ends, gsize offset)
{
  while (ends->len > 0 && g_array_index (ends, gsize, ends->len - 1) <= offset)
    {
      g_string_append_c (out, ']');
      g_array_set_size (ends, ends->len - 1);
    }
}

/**
 * dl_plain_append_marked:
 * @out: what has been written
 * @annotations: what was found in an article
 * @span: a piece of its text that no mention crosses the ends of
 *
 * Adds the piece with each mention in brackets, one in the other where they are nested.
 */
void
dl_plain_append_marked (GString *out, DlAnnotations *annotations, DlSpan span)
{
  const char *text = dl_article_get_text (dl_annotations_get_article (annotations));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint n = dl_annotations_get_n_mentions (annotations);
  guint next = dl_annotations_find_first_after (annotations, span.start);
  gsize offset = span.start;

  while (offset < span.end)
    {
      gsize stop = span.end;

      for (; next < n; next++)
        {
          DlSpan mention = dl_mention_get_span (dl_annotations_get_mention (annotations, next));

          if (mention.start > offset)
            {
              stop = MIN (stop, mention.start);
              break;
            }
          if (mention.start < offset || dl_span_is_empty (mention))
            continue;
          g_string_append_c (out, '[');
          g_array_append_val (ends, mention.end);
        }

      if (ends->len > 0)
        stop = MIN (stop, g_array_index (ends, gsize, ends->len - 1));
      dl_plain_append (out, text + offset, stop - offset);
      offset = stop;
      close_marks (out, ends, offset);
    }

  close_marks (out, ends, G_MAXSIZE);
}

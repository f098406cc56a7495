/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-map.h"

#include <string.h>

/* Cuts an article into the lines of a text buffer.
 *
 * 1. Line n of the buffer shows the bytes [start, end) of lines[n]; lines are in order
 *    and do not overlap.
 * 2. A line has as many bytes in the buffer as in the article: only characters that would
 *    break it are replaced, each by one of the same length.
 *
 * By (1) and (2) a position is a line and a byte in it, on both sides. */

typedef struct
{
  DlSpan span;
  DlBlockKind kind;
  const char *language; /* of the block, BCP 47; or NULL */
  gboolean continued;   /* by the next line, in the same paragraph */
} Line;

struct _DlTextMap
{
  DlArticle *article;
  GArray *lines; /* of Line */
};

/* U+2029 ends a paragraph, U+2028 only a line; both take three bytes. */
static const char paragraph_separator[] = "\xe2\x80\xa9";
static const char line_separator[] = "\xe2\x80\xa8";

static const char *
find_cut (const char *start, const char *end)
{
  const char *cut = g_utf8_find_prev_char (start, end);

  for (const char *at = cut; at > start + (end - start) / 2; at = g_utf8_prev_char (at))
    if (*at == ' ' || *at == '\n')
      return at + 1;

  while (cut > start && g_unichar_ismark (g_utf8_get_char (cut)))
    cut = g_utf8_prev_char (cut);

  return cut > start ? cut : end;
}

static void
append_block (DlTextMap *self, DlSpan span, DlBlockKind kind, const char *language)
{
  const char *text = dl_article_get_text (self->article);
  Line line = { .span = span, .kind = kind, .language = language };

  while (span.end - line.span.start > DL_TEXT_MAP_MAX_LINE)
    {
      const char *limit = text + line.span.start + DL_TEXT_MAP_MAX_LINE;

      while ((*limit & 0xc0) == 0x80)
        limit--;
      line.span.end = find_cut (text + line.span.start, limit) - text;
      line.continued = TRUE;
      g_array_append_val (self->lines, line);
      line.span.start = line.span.end;
    }

  line.span.end = span.end;
  line.continued = FALSE;
  g_array_append_val (self->lines, line);
}

/**
 * dl_text_map_new:
 *
 * Returns: (transfer full): one line for each block; a giant block takes several
 */
DlTextMap *
dl_text_map_new (DlArticle *article)
{
  DlTextMap *self;

  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);

  self = g_new0 (DlTextMap, 1);
  self->article = g_object_ref (article);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlBlock *block = dl_article_get_block (article, i);

      append_block (self, dl_block_get_span (block), dl_block_get_kind (block),
                    dl_block_get_language (block));
    }
  if (self->lines->len == 0)
    append_block (self, (DlSpan){ 0, dl_article_get_length (article) }, DL_BLOCK_PARAGRAPH, NULL);

  return self;
}

void
dl_text_map_free (DlTextMap *self)
{
  g_object_unref (self->article);
  g_array_unref (self->lines);
  g_free (self);
}

/* By (2). */
static void
flatten (char *line, gsize length)
{
  for (char *at = line; at < line + length; at++)
    if (*at == '\n' || *at == '\r')
      *at = ' ';
    else if (*at == paragraph_separator[0] && length - (at - line) >= 3 &&
             memcmp (at, paragraph_separator, 3) == 0)
      memcpy (at, line_separator, 3);
}

/**
 * dl_text_map_dup_display:
 * @first, @end: the lines wanted are [@first, @end)
 * @length: (out): of what is returned, in bytes
 *
 * Returns: (transfer full): what the buffer is to hold after the lines before @first: these
 *   lines, with a line feed before each but the first of the article
 */
char *
dl_text_map_dup_display (DlTextMap *self, guint first, guint end, gsize *length)
{
  const char *text = dl_article_get_text (self->article);
  GString *display;

  g_return_val_if_fail (first < end && end <= self->lines->len, NULL);

  display = g_string_sized_new (dl_text_map_get_line (self, end - 1).end -
                                dl_text_map_get_line (self, first).start + end - first + 1);
  for (guint i = first; i < end; i++)
    {
      DlSpan span = dl_text_map_get_line (self, i);
      gsize start;

      if (i > 0)
        g_string_append_c (display, '\n');
      start = display->len;
      g_string_append_len (display, text + span.start, span.end - span.start);
      flatten (display->str + start, display->len - start);
    }

  *length = display->len;

  return g_string_free (display, FALSE);
}

DlArticle *
dl_text_map_get_article (DlTextMap *self)
{
  return self->article;
}

/* Returns: (transfer none): that of the article */
const char *
dl_text_map_get_text (DlTextMap *self)
{
  return dl_article_get_text (self->article);
}

guint
dl_text_map_get_n_lines (DlTextMap *self)
{
  return self->lines->len;
}

DlSpan
dl_text_map_get_line (DlTextMap *self, guint line)
{
  return g_array_index (self->lines, Line, line).span;
}

DlBlockKind
dl_text_map_get_line_kind (DlTextMap *self, guint line)
{
  return g_array_index (self->lines, Line, line).kind;
}

/* Returns: (nullable): BCP 47; %NULL if it is that of the article */
const char *
dl_text_map_get_line_language (DlTextMap *self, guint line)
{
  return g_array_index (self->lines, Line, line).language;
}

gboolean
dl_text_map_is_continued (DlTextMap *self, guint line)
{
  return g_array_index (self->lines, Line, line).continued;
}

/**
 * dl_text_map_find_line:
 *
 * Returns: the last line that starts at or before @byte, or the first
 */
guint
dl_text_map_find_line (DlTextMap *self, gsize byte)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (dl_text_map_get_line (self, middle).start <= byte)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * dl_text_map_get_iter:
 * @byte: a position in the article; one between two blocks counts as the end of the first
 */
void
dl_text_map_get_iter (DlTextMap *self, GtkTextBuffer *buffer, gsize byte, GtkTextIter *iter)
{
  guint line = dl_text_map_find_line (self, byte);
  DlSpan span = dl_text_map_get_line (self, line);

  gtk_text_buffer_get_iter_at_line_index (buffer, iter, line,
                                          CLAMP (byte, span.start, span.end) - span.start);
}

/**
 * dl_text_map_get_byte:
 *
 * Returns: the position in the article
 */
gsize
dl_text_map_get_byte (DlTextMap *self, const GtkTextIter *iter)
{
  guint line = MIN ((guint) gtk_text_iter_get_line (iter), self->lines->len - 1);
  DlSpan span = dl_text_map_get_line (self, line);

  return MIN (span.start + gtk_text_iter_get_line_index (iter), span.end);
}

/**
 * dl_text_map_dup_text:
 * @start, @end: positions in the article
 *
 * Returns: (transfer full): what [@start, @end) says, for another program: a line for each block,
 *   however many lines of the buffer show it, and nothing that stands for what is no text
 */
char *
dl_text_map_dup_text (DlTextMap *self, gsize start, gsize end)
{
  static const char object[] = "\xef\xbf\xbc"; /* U+FFFC */
  GString *text = g_string_new (NULL);

  const guint first = dl_text_map_find_line (self, start);

  for (guint i = first; i < self->lines->len && dl_text_map_get_line (self, i).start <= end; i++)
    {
      const DlSpan line = dl_text_map_get_line (self, i);
      const gsize from = MAX (line.start, start), to = MIN (line.end, end);

      if (i > first && !dl_text_map_is_continued (self, i - 1))
        g_string_append_c (text, '\n');
      if (from < to)
        g_string_append_len (text, dl_article_get_text (self->article) + from, to - from);
    }
  g_string_replace (text, object, "", 0);

  return g_string_free (text, FALSE);
}

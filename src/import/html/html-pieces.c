/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-pieces.h"

#include <string.h>

#include "html-walk.h"
#include "text-width.h"
#include "xml.h"
#include "xml-tree.h"

/* The element that holds the article → its blocks of text.
 *
 * 1. A short run that is mostly links, or a word or two, a colon and nothing but a link, leads to
 *    something else and is left out, unless all text shall be kept.
 * 2. The cells of a table's row are one block, parted by “ | ”, if there is nothing in them but
 *    a line of text each; else the table only lays out the page.
 * 3. The lines of preformatted text are blocks. */

/* More blocks than this are no article. */
#define MAX_BLOCKS 100000
/* (1): bytes, and the share of them in links; and what may stand before the colon, its width. */
#define MAX_LEAD 300
#define MAX_LINKS 0.7
#define MAX_LEAD_WORDS 24
/* (2): characters. */
#define MAX_ROW 600

#define CELL_MARK " | "

typedef struct
{
  DlHtmlMeasures *measures;
  DlHtmlVerdict least; /* the least one that leaves an element out */
  const xmlNode *body;
  GArray *pieces; /* of DlHtmlPiece */

  GString *run;                 /* the one that the walk is in */
  const xmlNode *first;         /* where it began */
  gsize in_links;               /* bytes of it */
  gsize links_start, links_end; /* of the first and the last link, bytes; no link: both 0 */
  GArray *links;                /* of DlHtmlLink; or NULL: none yet */
  const xmlNode *row;           /* (nullable): the row of a table around the walk */
  gboolean cell_over;
} Builder;

void
dl_html_piece_clear (DlHtmlPiece *self)
{
  g_free (self->text);
  g_free (self->language);
  g_clear_pointer (&self->links, g_array_unref);
}

static const xmlNode *
find_around (const Builder *self, const xmlNode *node, const char *names)
{
  for (; node != NULL && node != self->body; node = node->parent)
    {
      if (dl_html_is_one_of (node, names))
        return node;
    }

  return NULL;
}

/* The same tag heads a whole page, and is asked for at each of its blocks. */
static gboolean
is_language (const char *tag)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$", 0, 0, NULL));

  return g_regex_match (regex, tag, 0, NULL);
}

/* Of the element nearest to @node that has one, to the root of the page.
 *
 * Returns: (transfer full) (nullable): BCP 47 */
static char *
find_language (const xmlNode *node)
{
  for (; node != NULL && node->type != XML_HTML_DOCUMENT_NODE && node->type != XML_DOCUMENT_NODE;
       node = node->parent)
    {
      g_autofree char *language =
        node->type == XML_ELEMENT_NODE ? dl_xml_dup_any_attribute (node, "lang") : NULL;

      if (language == NULL)
        continue;
      g_strdelimit (g_strstrip (language), "_", '-');
      if (is_language (language))
        return g_steal_pointer (&language);
    }

  return NULL;
}

static DlBlockKind
find_kind (const Builder *self, const xmlNode *node)
{
  if (find_around (self, node, " figcaption caption ") != NULL)
    return DL_BLOCK_CAPTION;
  if (find_around (self, node, " li ") != NULL)
    return DL_BLOCK_LIST_ITEM;

  return find_around (self, node, " blockquote ") != NULL ? DL_BLOCK_QUOTE : DL_BLOCK_PARAGRAPH;
}

/* “Read also: …” in any language: a few words, a colon, and a link that is a title by its length;
 * a list of names has several. */
static gboolean
is_announced (const Builder *self)
{
  g_autofree char *before = g_strndup (self->run->str, self->links_start);
  const char *after = self->run->str + self->links_end;

  g_strchomp (before);

  return (g_str_has_suffix (before, ":") || g_str_has_suffix (before, "：")) &&
         dl_text_width_measure (before) <= MAX_LEAD_WORDS &&
         self->links_end - self->links_start == self->in_links &&
         self->in_links >= DL_HTML_MIN_PROSE && after[strspn (after, " .|›»")] == '\0';
}

static gboolean
is_kept (const Builder *self, const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || self->pieces->len >= MAX_BLOCKS)
    return FALSE;
  if (self->least == DL_HTML_NOT_TEXT || self->row != NULL ||
      find_around (self, self->first, " pre ") != NULL)
    return TRUE;

  return length >= MAX_LEAD || (self->in_links <= MAX_LINKS * length && !is_announced (self));
}

/* @before: (out): the bytes that were taken away at the start
 *
 * Returns: (transfer full): @text without white space at its ends, the wide space that Chinese and
 * Japanese paragraphs begin with too */
static char *
strip (const char *text, gsize *before)
{
  const char *start = text, *end = text + strlen (text);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  *before = start - text;

  return g_strndup (start, end - start);
}

/* Moves the links of a run to where they stand in its text. */
static GArray *
shift (GArray *links, gsize before, gsize length)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      DlSpan *span = &g_array_index (links, DlHtmlLink, i).span;

      span->start = MIN (span->start - MIN (span->start, before), length);
      span->end = MIN (span->end - MIN (span->end, before), length);
    }

  return links;
}

static void
end_piece (Builder *self)
{
  DlHtmlPiece piece = { DL_BLOCK_PARAGRAPH };
  gsize before;
  g_autofree char *text = strip (self->run->str, &before);

  if (self->first != NULL)
    {
      const xmlNode *heading = find_around (self, self->first, " h1 h2 h3 h4 h5 h6 ");

      piece.kind = heading != NULL ? DL_BLOCK_HEADING : find_kind (self, self->first);
      piece.level = heading != NULL ? heading->name[1] - '0' : 0;
    }
  if (is_kept (self, text))
    {
      piece.links = shift (g_steal_pointer (&self->links), before, strlen (text));
      piece.text = g_steal_pointer (&text);
      piece.language = find_language (self->first);
      g_array_append_val (self->pieces, piece);
    }
  else if (self->in_links > 0 && self->pieces->len > 0)
    g_array_index (self->pieces, DlHtmlPiece, self->pieces->len - 1).n_links++;
  g_string_truncate (self->run, 0);
  g_clear_pointer (&self->links, g_array_unref);
  self->first = NULL;
  self->in_links = self->links_start = self->links_end = 0;
  self->cell_over = FALSE;
}

static gboolean
is_row (Builder *self, const xmlNode *element)
{
  guint n = 0;

  if (!dl_html_is (element, "tr") ||
      dl_html_measures_find (self->measures, element)->all.text > MAX_ROW)
    return FALSE;
  for (const xmlNode *cell = element->children; cell != NULL; cell = cell->next)
    {
      const DlHtmlMeasure *measure;

      if (!dl_html_is_one_of (cell, " td th "))
        continue;
      measure = dl_html_measures_find (self->measures, cell);
      if (measure == NULL || measure->all.n_runs > 1)
        return FALSE;
      n += measure->all.n_runs;
    }

  return n > 1;
}

static gboolean
enter_cb (const xmlNode *element, gpointer user_data)
{
  Builder *self = user_data;
  const DlHtmlMeasure *measure = dl_html_measures_find (self->measures, element);

  if (measure == NULL || measure->verdict >= self->least)
    return FALSE;
  if (self->row == NULL && is_row (self, element))
    self->row = element;

  return TRUE;
}

/* Returns: where in the run @content begins */
static gsize
append_line (Builder *self, const char *content, gsize length)
{
  g_autofree char *line = g_strndup (content, length);
  gsize before = self->run->len;
  gboolean is_cell = self->cell_over;

  dl_xml_append_text (self->run, line);
  if (self->run->len == before)
    return before;
  self->cell_over = FALSE;
  if (is_cell)
    g_string_insert (self->run, before, CELL_MARK);

  return is_cell ? before + strlen (CELL_MARK) : before;
}

/* The run from @start on leads where @link does. */
static void
extend_link (Builder *self, const xmlNode *link, gsize start)
{
  DlHtmlLink added = { { start, self->run->len }, link };
  DlHtmlLink *last;

  if (self->links == NULL)
    self->links = g_array_new (FALSE, FALSE, sizeof (DlHtmlLink));
  last =
    self->links->len > 0 ? &g_array_index (self->links, DlHtmlLink, self->links->len - 1) : NULL;
  if (last != NULL && last->element == link)
    last->span.end = added.span.end;
  else
    g_array_append_val (self->links, added);
}

/* The place at the head of a report, which pages set off from it by style alone. */
static gboolean
is_behind_dateline (const xmlNode *text)
{
  const xmlNode *before = text->prev;
  g_autofree char *class = dl_html_is_one_of (before, " span b strong em ")
                             ? dl_html_dup_attribute (before, "class")
                             : NULL;

  return class != NULL && g_regex_match_simple ("(^|[-_ ])(dateline|location|place)($|[-_ ])",
                                                class, G_REGEX_CASELESS, 0);
}

static void
text_cb (const xmlNode *text, const xmlNode *link, gpointer user_data)
{
  Builder *self = user_data;
  const char *content = dl_html_get_content (text);
  gsize before = self->run->len, start;

  if (self->first == NULL && *content != '\0' && !xmlIsBlankNode (text))
    self->first = text;
  if (strchr (content, '\n') != NULL && find_around (self, text, " pre ") != NULL)
    {
      for (const char *end; (end = strchr (content, '\n')) != NULL; content = end + 1)
        {
          append_line (self, content, end - content);
          end_piece (self);
          self->first = text;
        }
      before = self->run->len;
    }
  if (self->run->len > 0 && is_behind_dateline (text))
    append_line (self, " ", 1);
  start = append_line (self, content, strlen (content));
  if (link == NULL || self->run->len == before)
    return;
  extend_link (self, link, start);
  self->links_start = self->in_links == 0 ? before : self->links_start;
  self->links_end = self->run->len;
  self->in_links += self->run->len - before;
}

static void
end_run_cb (const xmlNode *block, gpointer user_data)
{
  Builder *self = user_data;

  if (self->row == NULL)
    end_piece (self);
  else if (block == self->row)
    {
      end_piece (self);
      self->row = NULL;
    }
  else if (self->run->len > 0)
    self->cell_over = TRUE;
}

/**
 * dl_html_pieces_find:
 * @body: the element that holds the article
 * @least: the least verdict that leaves an element out
 *
 * Returns: (transfer full) (element-type DlHtmlPiece): the blocks in it, in order
 */
GArray *
dl_html_pieces_find (const xmlNode *body, DlHtmlMeasures *measures, DlHtmlVerdict least)
{
  static const DlHtmlVisitor visitor = { enter_cb, text_cb, end_run_cb };
  g_autoptr (GString) run = g_string_new (NULL);
  Builder builder = { .measures = measures, .least = least, .body = body, .run = run };

  builder.pieces = g_array_new (FALSE, FALSE, sizeof (DlHtmlPiece));
  g_array_set_clear_func (builder.pieces, (GDestroyNotify) dl_html_piece_clear);
  dl_html_walk (body, &visitor, &builder);

  return builder.pieces;
}

static void
add_links (DlArticleBuilder *builder, const GArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const DlHtmlLink *link = &g_array_index (links, DlHtmlLink, i);
      g_autofree char *reference = dl_html_dup_attribute (link->element, "href");

      if (reference != NULL)
        dl_article_builder_add_link (builder, link->span, reference);
    }
}

/**
 * dl_html_pieces_append:
 * @pieces: (element-type DlHtmlPiece): of dl_html_pieces_find()
 *
 * Makes blocks of them, as long as the page's tree is there.
 */
void
dl_html_pieces_append (const GArray *pieces, DlArticleBuilder *builder)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const DlHtmlPiece *piece = &g_array_index (pieces, DlHtmlPiece, i);

      add_links (builder, piece->links);
      if (piece->kind == DL_BLOCK_HEADING)
        dl_article_builder_append_heading (builder, piece->level, piece->text, piece->language);
      else
        dl_article_builder_append (builder, piece->kind, piece->text, piece->language);
    }
}

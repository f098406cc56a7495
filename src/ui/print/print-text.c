/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "event-format.h"
#include "headline.h"
#include "mark-style.h"
#include "words.h"

/* Sizes are points. */
#define TITLE_FONT "sans bold 18"
#define HEADING_FONT "sans bold 12"
#define TEXT_FONT "serif 10.5"
#define NOTE_FONT "sans 8.5"
#define LINE_SPACING 1.25f
#define QUOTE_INDENT 18
#define GAP 6

/* How far a mark stands below the line that letters stand on. */
#define MARK_GAP 1.5f
/* Marks are drawn in pixels of the screen; so many points are one. */
#define MARK_SCALE 0.6f

typedef struct
{
  int start, end; /* bytes of the piece's text */
  DlKind kind;
} Mark;

/* A paragraph, or a picture. */
typedef struct
{
  PangoLayout *layout; /* owned; or NULL */
  GArray *marks;       /* of Mark */
  GskRenderNode *node; /* owned; or NULL: no picture */
  graphene_size_t size;
  double indent;
  double above;  /* room before it, but at the top of a page */
  gboolean keep; /* with what follows */
} Piece;

typedef struct
{
  const Piece *piece;
  PangoLayoutLine *line; /* owned; or NULL: of a picture */
  double x, ascent, height;
  gboolean is_first;
} Line;

struct _DlPrintText
{
  PangoContext *context; /* owned */
  DlSession *session;    /* owned */
  double width, height;
  GPtrArray *pieces; /* of Piece */
  GArray *lines;     /* of Line */
  GArray *pages;     /* of guint: the first line of each */
};

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->node, gsk_render_node_unref);
  g_array_unref (piece->marks);
  g_free (piece);
}

static void
line_clear (gpointer data)
{
  g_clear_pointer (&((Line *) data)->line, pango_layout_line_unref);
}

/**
 * dl_print_text_new:
 * @context: of the printer
 * @width: of the part of a page that is printed on, points
 * @height: of the same
 *
 * Returns: (transfer full): nothing to print yet
 */
DlPrintText *
dl_print_text_new (PangoContext *context, DlSession *session, double width, double height)
{
  DlPrintText *self = g_new0 (DlPrintText, 1);

  self->context = g_object_ref (context);
  self->session = g_object_ref (session);
  self->width = width;
  self->height = height;
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
dl_print_text_free (DlPrintText *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->pieces);
  g_object_unref (self->session);
  g_object_unref (self->context);
  g_free (self);
}

static Piece *
add_piece (DlPrintText *self, double above)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->above = above;
  piece->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

static Piece *
add_words (DlPrintText *self, const char *words, const char *font, double indent)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  Piece *piece = add_piece (self, GAP);

  piece->indent = indent;
  piece->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (piece->layout, description);
  pango_layout_set_width (piece->layout, (self->width - indent) * PANGO_SCALE);
  pango_layout_set_wrap (piece->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (piece->layout, LINE_SPACING);
  pango_layout_set_text (piece->layout, words, -1);
  pango_font_description_free (description);

  return piece;
}

static void
add_heading (DlPrintText *self, const char *words)
{
  Piece *piece = add_words (self, words, HEADING_FONT, 0);

  piece->keep = TRUE;
  piece->above = 3 * GAP;
}

/* The outermost mentions of the block that the window marks. */
static void
add_marks (DlPrintText *self, Piece *piece, DlSpan block)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  const guint n = annotations != NULL ? dl_annotations_get_n_mentions (annotations) : 0;

  for (guint i = n > 0 ? dl_annotations_find_first_after (annotations, block.start) : 0; i < n; i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));

      if (fields->span.start >= block.end)
        break;
      if (fields->span.start < block.start || fields->within != DL_NONE ||
          !dl_session_is_mention_shown (self->session, i))
        continue;
      g_array_append_val (piece->marks, ((Mark){ fields->span.start - block.start,
                                                 MIN (fields->span.end, block.end) - block.start,
                                                 fields->kind }));
    }
}

static void
add_block (DlPrintText *self, DlArticle *article, DlBlock *block)
{
  const DlSpan span = dl_block_get_span (block);
  const DlBlockKind kind = dl_block_get_kind (block);
  const gboolean is_heading = kind == DL_BLOCK_HEADING || kind == DL_BLOCK_TITLE;
  g_autofree char *words = dl_article_dup_excerpt (article, span);
  Piece *piece = add_words (self, words, is_heading ? HEADING_FONT : TEXT_FONT,
                            kind == DL_BLOCK_QUOTE ? QUOTE_INDENT : 0);

  piece->keep = is_heading;
  add_marks (self, piece, span);
}

/* What the lines under the words mean. */
static void
add_legend (DlPrintText *self, guint kinds)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
    {
      Mark mark = { words->len, 0, kind };

      if (!(kinds >> kind & 1))
        continue;
      if (words->len > 0)
        g_string_append (words, "     ");
      mark.start = words->len;
      g_string_append (words, dl_words_get_kind_group (kind));
      mark.end = words->len;
      g_array_append_val (marks, mark);
    }
  if (marks->len > 0)
    g_array_append_vals (add_words (self, words->str, NOTE_FONT, 0)->marks, marks->data,
                         marks->len);
}

static guint
find_kinds (DlPrintText *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (self->pieces, i);

      for (guint k = 0; k < piece->marks->len; k++)
        kinds |= 1u << g_array_index (piece->marks, Mark, k).kind;
    }

  return kinds;
}

/* Adds the title and the text of the session's article, with its marks and their legend. */
void
dl_print_text_add_article (DlPrintText *self)
{
  DlArticle *article = dl_session_get_article (self->session);
  g_autofree char *title = NULL, *subtitle = NULL;

  if (article == NULL)
    return;

  title = dl_headline_dup_title (article);
  subtitle = dl_headline_dup_subtitle (article, dl_session_get_annotations (self->session));
  add_words (self, title, TITLE_FONT, 0)->keep = TRUE;
  add_words (self, subtitle, NOTE_FONT, 0)->keep = TRUE;
  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    add_block (self, article, dl_article_get_block (article, i));
  add_legend (self, find_kinds (self));
}

static void
add_event (DlPrintText *self, DlEvent *event, DlAnnotations *annotations)
{
  g_autofree char *date = dl_event_format_date (event, annotations, DL_CLOCK_TOLD);
  g_autofree char *quote = dl_event_is_background (event) ? dl_event_dup_source (event)
                                                          : dl_event_dup_quote (event, annotations);
  g_autofree char *words =
    g_strdup_printf ("%s\n%s", date != NULL ? date : "", dl_event_get_fields (event)->what);
  Piece *piece = add_words (self, words, "sans 10", 0);
  PangoAttrList *bold = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->end_index = date != NULL ? strlen (date) : 0;
  pango_attr_list_insert (bold, weight);
  pango_layout_set_attributes (piece->layout, bold);
  pango_attr_list_unref (bold);
  if (quote != NULL && *quote != '\0')
    {
      piece->keep = TRUE;
      add_words (self, quote, NOTE_FONT, QUOTE_INDENT)->above = 0;
    }
}

/* Adds the events that the window shows, one below the other. */
void
dl_print_text_add_timeline (DlPrintText *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  gboolean has_heading = FALSE;

  for (guint i = 0; annotations != NULL && i < dl_annotations_get_n_events (annotations); i++)
    {
      if (!dl_session_is_event_shown (self->session, i))
        continue;
      if (!has_heading)
        add_heading (self, _ ("Timeline"));
      has_heading = TRUE;
      add_event (self, dl_annotations_get_event (annotations, i), annotations);
    }
}

/* Adds the map, as wide as the page; nothing where it has no size yet. */
void
dl_print_text_add_picture (DlPrintText *self, GdkPaintable *picture)
{
  const double width = gdk_paintable_get_intrinsic_width (picture);
  const double height = gdk_paintable_get_intrinsic_height (picture);
  const double scale = MIN (self->width / width, self->height / 2 / height);
  GtkSnapshot *snapshot;
  Piece *piece;

  if (width < 1 || height < 1)
    return;

  add_heading (self, _ ("Map"));
  snapshot = gtk_snapshot_new ();
  piece = add_piece (self, GAP);
  piece->size = GRAPHENE_SIZE_INIT (width * scale, height * scale);
  gdk_paintable_snapshot (picture, snapshot, piece->size.width, piece->size.height);
  piece->node = gtk_snapshot_free_to_node (snapshot);
}

static void
add_lines (DlPrintText *self, const Piece *piece)
{
  PangoLayoutIter *iter;
  gboolean is_first = TRUE;

  if (piece->layout == NULL)
    {
      g_array_append_val (
        self->lines, ((Line){ .piece = piece, .height = piece->size.height, .is_first = TRUE }));
      return;
    }

  iter = pango_layout_get_iter (piece->layout);
  do
    {
      Line line = { .piece = piece, .is_first = is_first };
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.x = piece->indent + logical.x / (double) PANGO_SCALE;
      line.ascent = (pango_layout_iter_get_baseline (iter) - logical.y) / (double) PANGO_SCALE;
      line.height = logical.height / (double) PANGO_SCALE;
      g_array_append_val (self->lines, line);
      is_first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static double
get_room (DlPrintText *self, guint i, gboolean at_top)
{
  const Line *line = &g_array_index (self->lines, Line, i);

  return line->height + (line->is_first && !at_top ? line->piece->above : 0);
}

static const Piece *
get_piece (DlPrintText *self, guint i)
{
  return i < self->lines->len ? g_array_index (self->lines, Line, i).piece : NULL;
}

/* The room for the lines from @i on that stay together: all that is kept with what follows,
 * and the first two lines of that. */
static double
get_need (DlPrintText *self, guint i)
{
  double need = 0;
  guint k = i;

  for (; get_piece (self, k) != NULL && get_piece (self, k)->keep; k++)
    need += get_room (self, k, k == i);
  for (guint n = 0; n < 2 && get_piece (self, k) != NULL; n++, k++)
    {
      need += get_room (self, k, k == i);
      if (get_piece (self, k + 1) != get_piece (self, k))
        break;
    }

  return need;
}

/**
 * dl_print_text_break:
 *
 * Breaks what was added into pages.
 *
 * Returns: how many; at least one
 */
guint
dl_print_text_break (DlPrintText *self)
{
  double y = 0;

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    add_lines (self, g_ptr_array_index (self->pieces, i));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const double above = line->is_first && y > 0 ? line->piece->above : 0;
      const double need = line->is_first ? get_need (self, i) : line->height;

      if (i == 0 || (y > 0 && y + above + need > self->height))
        {
          g_array_append_val (self->pages, i);
          y = 0;
        }
      y += (y > 0 ? above : 0) + line->height;
    }

  return MAX (self->pages->len, 1);
}

static void
draw_mark (const Line *line, const Mark *mark, GtkSnapshot *snapshot)
{
  int *ranges = NULL, n = 0;

  pango_layout_line_get_x_ranges (line->line, mark->start, mark->end, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      const float from = ranges[2 * i] / (float) PANGO_SCALE;
      const float to = ranges[2 * i + 1] / (float) PANGO_SCALE;

      dl_mark_style_draw (mark->kind, snapshot,
                          &GRAPHENE_POINT_INIT ((line->piece->indent + from) / MARK_SCALE, 0),
                          (to - from) / MARK_SCALE, FALSE, FALSE);
    }
  g_free (ranges);
}

/* The marks of the line, below the line that its letters stand on. */
static void
draw_marks (const Line *line, cairo_t *cr)
{
  const int start = line->line->start_index, end = start + line->line->length;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  for (guint i = 0; i < line->piece->marks->len; i++)
    {
      const Mark *mark = &g_array_index (line->piece->marks, Mark, i);

      if (mark->start < end && mark->end > start)
        draw_mark (line, &(Mark){ MAX (mark->start, start), MIN (mark->end, end), mark->kind },
                   snapshot);
    }
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, MARK_SCALE, MARK_SCALE);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

static void
draw_line (const Line *line, double y, cairo_t *cr)
{
  cairo_save (cr);
  if (line->line == NULL)
    {
      cairo_translate (cr, 0, y);
      gsk_render_node_draw (line->piece->node, cr);
    }
  else
    {
      cairo_move_to (cr, line->x, y + line->ascent);
      pango_cairo_show_layout_line (cr, line->line);
      cairo_translate (cr, 0, y + line->ascent + MARK_GAP);
      draw_marks (line, cr);
    }
  cairo_restore (cr);
}

/**
 * dl_print_text_draw:
 * @page: counted from 0, of those that dl_print_text_break() made
 * @cr: whose unit is a point, its origin the upper left corner of the page
 */
void
dl_print_text_draw (DlPrintText *self, guint page, cairo_t *cr)
{
  const guint after =
    page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->lines->len;
  double y = 0;

  for (guint i = page < self->pages->len ? g_array_index (self->pages, guint, page) : after;
       i < after; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->is_first && y > 0)
        y += line->piece->above;
      draw_line (line, y, cr);
      y += line->height;
    }
}

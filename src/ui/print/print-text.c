/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "event-format.h"
#include "headline.h"
#include "print-pages.h"
#include "words.h"

/* Sizes are points. */
#define TITLE_FONT "sans bold 18"
#define HEADING_FONT "sans bold 12"
#define TEXT_FONT "serif 10.5"
#define NOTE_FONT "sans 8.5"
#define QUOTE_INDENT 18
#define GAP 6

typedef enum
{
  STAGE_HEAD,
  STAGE_BLOCKS,
  STAGE_LEGEND,
  STAGE_TIMELINE,
  STAGE_PICTURE,
  STAGE_DONE
} Stage;

struct _DlPrintText
{
  DlPrintPages *pages; /* owned */
  DlSession *session;  /* owned */
  GdkPaintable *map;   /* owned; or NULL */

  /* Of the session when printing began: the reader goes on while it lasts. */
  DlArticle *article;         /* owned; or NULL */
  DlAnnotations *annotations; /* owned; or NULL */
  DlClock clock;
  DlBlock *title; /* that stands at the head already; or NULL */

  Stage stage;
  guint next; /* block or event of the stage */
  gboolean has_timeline;
};

/**
 * dl_print_text_new:
 * @context: of the printer
 * @map: (nullable): printed as it looks now
 * @width: of the part of a page that is printed on, points
 * @height: of the same
 *
 * Returns: (transfer full): the article of @session to be printed, with its marks, its events and
 *   the map
 */
DlPrintText *
dl_print_text_new (PangoContext *context,
                   DlSession *session,
                   GdkPaintable *map,
                   double width,
                   double height)
{
  DlPrintText *self = g_new0 (DlPrintText, 1);

  self->pages = dl_print_pages_new (context, width, height);
  self->session = g_object_ref (session);
  g_set_object (&self->map, map);
  self->clock = dl_session_get_clock (session);
  g_set_object (&self->article, dl_session_get_article (session));
  g_set_object (&self->annotations, dl_session_get_annotations (session));

  return self;
}

void
dl_print_text_free (DlPrintText *self)
{
  dl_print_pages_free (self->pages);
  g_object_unref (self->session);
  g_clear_object (&self->map);
  g_clear_object (&self->article);
  g_clear_object (&self->annotations);
  g_free (self);
}

static DlPrintPiece *
add_words (DlPrintText *self, const char *words, const char *font, const char *language)
{
  DlPrintPiece *piece = dl_print_pages_add_words (self->pages, words, font, 0, language);

  piece->above = GAP;

  return piece;
}

static void
add_heading (DlPrintText *self, const char *words)
{
  DlPrintPiece *piece = add_words (self, words, HEADING_FONT, NULL);

  piece->keep = TRUE;
  piece->above = 3 * GAP;
}

static const char *
get_language (DlPrintText *self, DlBlock *block)
{
  return dl_words_get_language (self->article, self->annotations, block);
}

/* The outermost mentions of the block that the window marks. */
static void
add_marks (DlPrintText *self, DlPrintPiece *piece, DlSpan block)
{
  DlAnnotations *annotations = self->annotations;
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
      g_array_append_val (piece->marks,
                          ((DlPrintMark){ fields->span.start - block.start,
                                          MIN (fields->span.end, block.end) - block.start,
                                          fields->kind }));
    }
}

/* The title, if it is a part of the text too; or NULL. */
static DlBlock *
find_title (DlPrintText *self, const char *title)
{
  DlBlock *block =
    dl_article_get_n_blocks (self->article) > 0 ? dl_article_get_block (self->article, 0) : NULL;
  g_autofree char *words = NULL;

  if (block == NULL || dl_block_get_kind (block) != DL_BLOCK_TITLE)
    return NULL;

  words = dl_article_dup_excerpt (self->article, dl_block_get_span (block));

  return g_str_equal (words, title) ? block : NULL;
}

static void
add_head (DlPrintText *self)
{
  g_autofree char *title = dl_headline_dup_title (self->article);
  g_autofree char *subtitle =
    dl_headline_dup_subtitle (self->article, self->annotations, self->clock);
  DlPrintPiece *piece = add_words (self, title, TITLE_FONT, get_language (self, NULL));

  piece->keep = TRUE;
  self->title = find_title (self, title);
  if (self->title != NULL)
    add_marks (self, piece, dl_block_get_span (self->title));
  add_words (self, subtitle, NOTE_FONT, NULL)->keep = TRUE;
}

static void
add_block (DlPrintText *self, DlBlock *block)
{
  const DlSpan span = dl_block_get_span (block);
  const DlBlockKind kind = dl_block_get_kind (block);
  const gboolean is_heading = kind == DL_BLOCK_HEADING || kind == DL_BLOCK_TITLE;
  g_autofree char *words = dl_article_dup_excerpt (self->article, span);
  DlPrintPiece *piece =
    dl_print_pages_add_words (self->pages, words, is_heading ? HEADING_FONT : TEXT_FONT,
                              kind == DL_BLOCK_QUOTE ? QUOTE_INDENT : 0,
                              get_language (self, block));

  piece->above = GAP;
  piece->keep = is_heading;
  add_marks (self, piece, span);
}

/* What the lines under the words mean. */
static void
add_legend (DlPrintText *self)
{
  const guint kinds = dl_print_pages_get_kinds (self->pages);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DlPrintMark));

  for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
    {
      DlPrintMark mark = { words->len, 0, kind };

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
    g_array_append_vals (add_words (self, words->str, NOTE_FONT, NULL)->marks, marks->data,
                         marks->len);
}

static void
add_event (DlPrintText *self, DlEvent *event)
{
  g_autofree char *date = dl_event_format_date (event, self->annotations, self->clock);
  g_autofree char *quote = dl_event_is_background (event)
                             ? dl_event_dup_source (event)
                             : dl_event_dup_quote (event, self->annotations);
  g_auto (GStrv) notes = dl_event_format_notes (event, self->annotations, self->clock);
  g_autofree char *note = g_strjoinv (" · ", notes);
  g_autofree char *words = g_strdup_printf ("%s%s%s\n%s", date, *note != '\0' ? " · " : "", note,
                                            dl_event_get_fields (event)->what);
  DlPrintPiece *piece = add_words (self, words, "sans 10", NULL);
  PangoAttrList *bold = pango_attr_list_new ();
  PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  weight->end_index = strlen (date);
  pango_attr_list_insert (bold, weight);
  pango_layout_set_attributes (piece->layout, bold);
  pango_attr_list_unref (bold);
  if (quote != NULL && *quote != '\0')
    {
      piece->keep = TRUE;
      dl_print_pages_add_words (self->pages, quote, NOTE_FONT, QUOTE_INDENT,
                                get_language (self, NULL));
    }
}

/* Adds the next event of those that the window shows. */
static void
add_shown_event (DlPrintText *self, guint event)
{
  if (!dl_session_is_event_shown (self->session, event))
    return;
  if (!self->has_timeline)
    add_heading (self, _ ("Timeline"));
  self->has_timeline = TRUE;
  add_event (self, dl_annotations_get_event (self->annotations, event));
}

static void
add_map (DlPrintText *self)
{
  if (self->map == NULL || gdk_paintable_get_intrinsic_width (self->map) < 1 ||
      gdk_paintable_get_intrinsic_height (self->map) < 1)
    return;

  add_heading (self, _ ("Map"));
  dl_print_pages_add_picture (self->pages, self->map)->above = GAP;
}

/* How many parts the stage has: those of the article and of the timeline are many. */
static guint
count_parts (DlPrintText *self)
{
  if (self->article == NULL)
    return 0;
  if (self->stage == STAGE_BLOCKS)
    return dl_article_get_n_blocks (self->article);
  if (self->stage == STAGE_TIMELINE)
    return self->annotations != NULL ? dl_annotations_get_n_events (self->annotations) : 0;

  return 1;
}

static void
add_part (DlPrintText *self)
{
  switch (self->stage)
    {
    case STAGE_HEAD:
      add_head (self);
      break;
    case STAGE_BLOCKS:
      if (dl_article_get_block (self->article, self->next) != self->title)
        add_block (self, dl_article_get_block (self->article, self->next));
      break;
    case STAGE_LEGEND:
      add_legend (self);
      break;
    case STAGE_TIMELINE:
      add_shown_event (self, self->next);
      break;
    case STAGE_PICTURE:
      add_map (self);
      break;
    case STAGE_DONE:
    default:
      break;
    }
}

/**
 * dl_print_text_lay_out:
 *
 * Does the next small part of the work: a paragraph, an event.
 *
 * Returns: whether all is done
 */
gboolean
dl_print_text_lay_out (DlPrintText *self)
{
  while (self->stage < STAGE_DONE && self->next >= count_parts (self))
    {
      self->stage++;
      self->next = 0;
    }
  if (self->stage == STAGE_DONE)
    return TRUE;

  add_part (self);
  dl_print_pages_lay_out (self->pages);
  self->next++;

  return FALSE;
}

/**
 * dl_print_text_break:
 *
 * Breaks what was laid out into pages.
 *
 * Returns: how many; at least one
 */
guint
dl_print_text_break (DlPrintText *self)
{
  return dl_print_pages_break (self->pages);
}

/**
 * dl_print_text_draw:
 * @page: counted from 0, of those that dl_print_text_break() made
 * @cr: whose unit is a point, its origin the upper left corner of the page
 */
void
dl_print_text_draw (DlPrintText *self, guint page, cairo_t *cr)
{
  dl_print_pages_draw (self->pages, page, cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-text-private.h"

#include <adwaita.h>
#include <string.h>

#include "address-finder.h"
#include "hit-painter.h"
#include "mark-painter.h"
#include "spoken-painter.h"
#include "text-layout.h"

/**
 * DlArticleText:
 *
 * The article as text, with the marks of its mentions.  The text goes into the buffer
 * once; marks are no part of it, but drawn below the text for the lines in sight, from
 * the session, at each frame.  So annotations that come late, a filter or a selection
 * cost a redraw and no layout, whatever the length of the article.
 */

/* Space that the lines need for the marks below them, and the eye to find the next, px. */
#define LINE_SPACING 6
#define PARAGRAPH_SPACING 10 /* and that of a line */

G_DEFINE_FINAL_TYPE (DlArticleText, dl_article_text, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_FONT_CHANGED,
  SIGNAL_ALLOCATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (DlArticleText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
dl_article_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  DlArticleText *self = DL_ARTICLE_TEXT (view);
  DlSpan visible;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->map == NULL)
    return;

  visible = dl_text_layout_get_visible (view, self->map);
  dl_spoken_painter_draw (dl_session_get_spoken (self->session), view, self->map, visible,
                          snapshot);
  if (self->hits != NULL)
    dl_hit_painter_draw (self->hits, self->hit, view, self->map, visible, snapshot);
  if (self->ascent == 0)
    self->ascent = dl_text_layout_get_ascent (view);
  dl_mark_painter_draw (self->session, view, self->map, self->ascent, visible, snapshot);
}

/* Returns: where the reader is, if @next says the same up to there and all that is in sight, as the
 *   whole of what began does; else 0 */
static gsize
find_kept_place (DlArticleText *self, DlArticle *next)
{
  DlArticle *shown = self->map != NULL ? dl_text_map_get_article (self->map) : NULL;
  DlSpan visible;

  if (shown == NULL || next == NULL ||
      gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self))) == 0)
    return 0;
  visible = dl_text_layout_get_visible (GTK_TEXT_VIEW (self), self->map);

  return visible.end <= dl_article_get_length (next) &&
             memcmp (dl_article_get_text (shown), dl_article_get_text (next), visible.end) == 0
           ? visible.start
           : 0;
}

static void
article_cb (DlArticleText *self)
{
  DlArticle *article = dl_session_get_article (self->session);
  DlTextMap *map = article != NULL ? dl_text_map_new (article) : NULL;
  const gsize place = find_kept_place (self, article);

  dl_article_text_set_hits (self, NULL);
  dl_text_filler_set_language (self->filler,
                               article != NULL ? dl_article_get_language (article) : NULL);
  dl_text_filler_fill (self->filler, map);
  dl_text_scroller_set_map (self->scroller, map);
  g_clear_pointer (&self->map, dl_text_map_free);
  self->map = map;
  if (map == NULL)
    return;

  if (place > 0)
    dl_text_scroller_scroll_to (self->scroller, place, 0);
  else
    /* not to the first line, but to the margin above it */
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
}

/* A language that the article does not state, and the analysis found.  Where each letter looks the
 * same in all languages the text would be laid out anew for nothing. */
static void
annotations_cb (DlArticleText *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  const char *language = annotations != NULL ? dl_annotations_get_language (annotations) : "";

  if (g_str_has_prefix (language, "ja") || g_str_has_prefix (language, "ko") ||
      g_str_has_prefix (language, "zh"))
    dl_text_filler_set_language (self->filler, language);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dark_cb (DlArticleText *self)
{
  dl_text_filler_set_dark (self->filler,
                           adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to (DlArticleText *self, gsize byte)
{
  dl_text_scroller_place_caret (self->scroller, byte);
  dl_text_scroller_reveal (self->scroller, (DlSpan){ byte, byte }, 0.3);
}

static void
reveal_cb (DlArticleText *self)
{
  DlSpan place;

  if (dl_session_get_place (self->session, &place))
    go_to (self, place.start);
}

/* Follows the voice: a sentence that begins or ends out of sight comes to the top. */
static void
spoken_cb (DlArticleText *self)
{
  const DlSpan spoken = dl_session_get_spoken (self->session);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!dl_span_is_empty (spoken))
    dl_text_scroller_reveal (self->scroller, spoken, 0.1);
}

static void
dl_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_article_text_parent_class)->css_changed (widget, change);

  DL_ARTICLE_TEXT (widget)->ascent = 0;
  g_signal_emit (widget, signals[SIGNAL_FONT_CHANGED], 0);
}

/* What the article says, not how the buffer holds it. */
static void
dl_article_text_copy_clipboard (GtkTextView *view)
{
  DlArticleText *self = DL_ARTICLE_TEXT (view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->map == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return;

  text = dl_text_map_dup_text (self->map, dl_text_map_get_byte (self->map, &start),
                               dl_text_map_get_byte (self->map, &end));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
dl_article_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (dl_article_text_parent_class)->size_allocate (widget, width, height, baseline);

  g_signal_emit (widget, signals[SIGNAL_ALLOCATED], 0);
}

static void
dl_article_text_dispose (GObject *object)
{
  DlArticleText *self = DL_ARTICLE_TEXT (object);

  dl_article_text_set_session (self, NULL);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_object (&self->signals);
  g_clear_pointer (&self->scroller, dl_text_scroller_free);
  g_clear_pointer (&self->filler, dl_text_filler_free);
  g_clear_pointer (&self->map, dl_text_map_free);

  G_OBJECT_CLASS (dl_article_text_parent_class)->dispose (object);
}

static void
dl_article_text_class_init (DlArticleTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_article_text_dispose;
  GTK_WIDGET_CLASS (klass)->css_changed = dl_article_text_css_changed;
  GTK_WIDGET_CLASS (klass)->size_allocate = dl_article_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = dl_article_text_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = dl_article_text_copy_clipboard;

  /**
   * DlArticleText::allocated:
   *
   * It has its place, and perhaps another size than before.
   */
  signals[SIGNAL_ALLOCATED] = g_signal_new ("allocated", DL_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DlArticleText::font-changed:
   *
   * dl_article_text_get_char_width() may tell something else than before.
   */
  signals[SIGNAL_FONT_CHANGED] =
    g_signal_new ("font-changed", DL_TYPE_ARTICLE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
dl_article_text_init (DlArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 24);
  gtk_text_view_set_right_margin (view, 24);
  gtk_text_view_set_top_margin (view, 32);
  gtk_text_view_set_bottom_margin (view, 48);
  self->filler = dl_text_filler_new (get_buffer (self));
  self->scroller = dl_text_scroller_new (view, self->filler);
  dl_article_text_set_line_spacing (self, LINE_SPACING);

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::article", G_CALLBACK (article_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::annotations", G_CALLBACK (annotations_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "reveal", G_CALLBACK (reveal_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::spoken", G_CALLBACK (spoken_cb), self);
  for (const char *const *name =
         (const char *const[]){ "notify::selection", "notify::density", "notify::hidden-kinds",
                                "notify::time-filter", "notify::pointed-entity", NULL };
       *name != NULL; name++)
    g_signal_group_connect_swapped (self->signals, *name, G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb),
                           self, G_CONNECT_SWAPPED);
  dark_cb (self);
}

GtkWidget *
dl_article_text_new (void)
{
  return g_object_new (DL_TYPE_ARTICLE_TEXT, NULL);
}

/**
 * dl_article_text_set_line_spacing:
 * @spacing_px: what is added between the lines of a paragraph; paragraphs stand further apart
 */
void
dl_article_text_set_line_spacing (DlArticleText *self, int spacing_px)
{
  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), spacing_px);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), spacing_px + PARAGRAPH_SPACING);
  dl_text_filler_set_line_spacing (self->filler, spacing_px);
}

/**
 * dl_article_text_set_session:
 * @session: (nullable): what to show
 */
void
dl_article_text_set_session (DlArticleText *self, DlSession *session)
{
  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  if (!g_set_object (&self->session, session))
    return;

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, session);
  if (session != NULL)
    article_cb (self);
}

/**
 * dl_article_text_get_char_width:
 *
 * Returns: the mean width of a character of the text, px
 */
double
dl_article_text_get_char_width (DlArticleText *self)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  double width = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return width;
}

/**
 * dl_article_text_set_hits:
 * @hits: (nullable) (element-type DlSpan): what a search found in the article shown, in order
 *
 * None of them is gone to.
 */
void
dl_article_text_set_hits (DlArticleText *self, GArray *hits)
{
  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  if (hits != NULL)
    g_array_ref (hits);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->hit = DL_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dl_article_text_show_hit:
 * @hit: the place of one among those found
 */
void
dl_article_text_show_hit (DlArticleText *self, guint hit)
{
  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->hits != NULL && hit < self->hits->len);

  self->hit = hit;
  go_to (self, g_array_index (self->hits, DlSpan, hit).start);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dl_article_text_get_first_in_sight:
 *
 * Returns: the first byte of the article that is in sight
 */
gsize
dl_article_text_get_first_in_sight (DlArticleText *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), 0);

  return self->map != NULL ? dl_text_layout_get_visible (GTK_TEXT_VIEW (self), self->map).start : 0;
}

/* From the caret, but for a reader who has scrolled away from it. */
static gsize
find_start (DlArticleText *self, int step)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const DlSpan visible = dl_text_layout_get_visible (GTK_TEXT_VIEW (self), self->map);
  GtkTextIter iter;
  gsize byte;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  byte = dl_text_map_get_byte (self->map, &iter);
  if (byte >= visible.start && byte < visible.end)
    return byte;

  return step > 0 ? visible.start : visible.end;
}

/**
 * dl_article_text_step_address:
 * @step: 1 or -1
 *
 * Selects the next words that lead to an address, or those before, if there are any.
 */
void
dl_article_text_step_address (DlArticleText *self, int step)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  DlSpan span;

  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  if (self->map == NULL || !dl_address_finder_find_step (dl_session_get_article (self->session),
                                                         find_start (self, step), step, &span))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  dl_text_scroller_reveal (self->scroller, span, 0.3);
  dl_text_map_get_iter (self->map, buffer, span.start, &start);
  dl_text_map_get_iter (self->map, buffer, span.end, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/**
 * dl_article_text_go_to:
 * @byte: of the article; one beyond its end is the end
 *
 * Brings it to the top, and the caret there.
 */
void
dl_article_text_go_to (DlArticleText *self, gsize byte)
{
  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  if (self->map == NULL)
    return;

  byte = MIN (byte, dl_article_get_length (dl_session_get_article (self->session)));
  dl_text_scroller_place_caret (self->scroller, byte);
  dl_text_scroller_scroll_to (self->scroller, byte, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-text.h"

#include <adwaita.h>

#include "hit-painter.h"
#include "mark-painter.h"
#include "text-layout.h"
#include "text-map.h"

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

struct _DlArticleText
{
  GtkTextView parent_instance;

  DlSession *session; /* or NULL */
  GSignalGroup *signals;
  DlTextMap *map; /* or NULL: nothing to read */
  GtkTextTag *kind_tags[DL_N_BLOCK_KINDS];
  GtkTextTag *continued_tag;

  GArray *hits; /* of DlSpan, in order: what a search found; or NULL */
  guint hit;    /* the one that the reader is at, or DL_NONE */
};

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

static DlAnnotations *
get_annotations (DlArticleText *self)
{
  return self->session != NULL && self->map != NULL ? dl_session_get_annotations (self->session)
                                                    : NULL;
}

static void
dl_article_text_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  DlArticleText *self = DL_ARTICLE_TEXT (view);
  DlSpan visible;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->map == NULL)
    return;

  visible = dl_text_layout_get_visible (view, self->map);
  if (self->hits != NULL)
    dl_hit_painter_draw (self->hits, self->hit, view, self->map, visible, snapshot);
  dl_mark_painter_draw (self->session, view, self->map, visible, snapshot);
}

static void
tag_lines (DlArticleText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  for (guint i = 0; i < dl_text_map_get_n_lines (self->map); i++)
    {
      GtkTextTag *tag = self->kind_tags[dl_text_map_get_line_kind (self->map, i)];
      gboolean continued = dl_text_map_is_continued (self->map, i);
      GtkTextIter start, end;

      if (tag == NULL && !continued)
        continue;

      gtk_text_buffer_get_iter_at_line (buffer, &start, i);
      end = start;
      gtk_text_iter_forward_line (&end);
      if (tag != NULL)
        gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      if (continued)
        gtk_text_buffer_apply_tag (buffer, self->continued_tag, &start, &end);
    }
}

static void
article_cb (DlArticleText *self)
{
  DlArticle *article = dl_session_get_article (self->session);
  g_autofree char *display = NULL;
  GtkTextIter start;
  gsize length;

  dl_article_text_set_hits (self, NULL);
  g_clear_pointer (&self->map, dl_text_map_free);
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  if (article == NULL)
    return;

  self->map = dl_text_map_new (article);
  display = dl_text_map_dup_display (self->map, &length);
  gtk_text_buffer_set_text (get_buffer (self), display, length);
  tag_lines (self);

  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &start, 0, TRUE, 0, 0);
}

static gboolean
is_in_sight (DlArticleText *self, const GtkTextIter *iter)
{
  GdkRectangle visible, location;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &location);

  return location.y >= visible.y && location.y + location.height <= visible.y + visible.height;
}

/* The caret waits where reading goes on by keys. */
static void
go_to (DlArticleText *self, gsize byte)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  dl_text_map_get_iter (self->map, buffer, byte, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  if (!is_in_sight (self, &iter))
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0,
                                  TRUE, 0, 0.3);
}

static void
reveal_cb (DlArticleText *self)
{
  DlSpan place;

  if (self->map != NULL && dl_session_get_place (self->session, &place))
    go_to (self, place.start);
}

static void
dl_article_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_article_text_parent_class)->css_changed (widget, change);

  g_signal_emit (widget, signals[SIGNAL_FONT_CHANGED], 0);
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
create_tags (DlArticleText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  self->kind_tags[DL_BLOCK_TITLE] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_TITLE),
                                "weight", PANGO_WEIGHT_BOLD, NULL);
  self->kind_tags[DL_BLOCK_HEADING] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_HEADING),
                                "weight", PANGO_WEIGHT_BOLD, NULL);
  self->kind_tags[DL_BLOCK_QUOTE] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 56, "right-margin", 56, "style",
                                PANGO_STYLE_ITALIC, NULL);
  self->kind_tags[DL_BLOCK_LIST_ITEM] =
    gtk_text_buffer_create_tag (buffer, NULL, "left-margin", 48, NULL);
  self->kind_tags[DL_BLOCK_CAPTION] =
    gtk_text_buffer_create_tag (buffer, NULL, "scale", dl_text_layout_get_scale (DL_BLOCK_CAPTION),
                                NULL);
  self->continued_tag =
    gtk_text_buffer_create_tag (buffer, NULL, "pixels-below-lines", LINE_SPACING, NULL);
  dl_article_text_set_line_spacing (self, LINE_SPACING);
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
  create_tags (self);

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::article", G_CALLBACK (article_cb), self);
  g_signal_group_connect_swapped (self->signals, "reveal", G_CALLBACK (reveal_cb), self);
  for (const char *const *name =
         (const char *const[]){ "notify::annotations", "notify::selection", "notify::density",
                                "notify::hidden-kinds", "notify::time-filter",
                                "notify::pointed-entity", NULL };
       *name != NULL; name++)
    g_signal_group_connect_swapped (self->signals, *name, G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
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
  g_object_set (self->continued_tag, "pixels-below-lines", spacing_px, NULL);
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

static guint
find_shown (DlArticleText *self, gsize byte)
{
  DlAnnotations *annotations = get_annotations (self);
  guint mention = DL_NONE;

  if (annotations != NULL)
    mention = dl_annotations_find_mention_at (annotations, byte);
  while (mention != DL_NONE && !dl_session_is_mention_shown (self->session, mention))
    mention = dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->within;

  return mention;
}

/**
 * dl_article_text_find_mention:
 * @x, @y: a point in the widget, px
 *
 * Returns: the innermost marked mention under the point, or %DL_NONE
 */
guint
dl_article_text_find_mention (DlArticleText *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);

  if (self->map == NULL)
    return DL_NONE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  /* Not _at_location(), which rounds to the nearest edge of a character. */
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return DL_NONE;

  return find_shown (self, dl_text_map_get_byte (self->map, &iter));
}

/**
 * dl_article_text_find_mention_at_caret:
 *
 * Returns: the innermost marked mention that holds the caret, or %DL_NONE
 */
guint
dl_article_text_find_mention_at_caret (DlArticleText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);

  if (self->map == NULL)
    return DL_NONE;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return find_shown (self, dl_text_map_get_byte (self->map, &iter));
}

/* The last mention that starts before what is in sight, so that a step leads into it. */
static guint
find_before_sight (DlArticleText *self, DlAnnotations *annotations, int step)
{
  DlSpan visible = dl_text_layout_get_visible (GTK_TEXT_VIEW (self), self->map);
  guint after =
    dl_annotations_find_first_after (annotations, step > 0 ? visible.start : visible.end);

  if (after == DL_NONE)
    after = dl_annotations_get_n_mentions (annotations);

  return step > 0 ? after - 1 : after;
}

/**
 * dl_article_text_find_step:
 * @of_entity: whether only mentions of the selected entity count, if there is one
 * @step: 1 for the next mention, -1 for the one before
 *
 * Returns: the next marked mention in reading order from the selected one, or from what
 *   is in sight; after the last comes the first; %DL_NONE if there is none
 */
guint
dl_article_text_find_step (DlArticleText *self, gboolean of_entity, int step)
{
  DlAnnotations *annotations = get_annotations (self);
  guint n_mentions, entity, at;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);
  g_return_val_if_fail (step == 1 || step == -1, DL_NONE);

  n_mentions = annotations != NULL ? dl_annotations_get_n_mentions (annotations) : 0;
  if (n_mentions == 0)
    return DL_NONE;

  entity = of_entity ? dl_session_get_entity (self->session) : DL_NONE;
  at = dl_session_get_mention (self->session);
  if (at == DL_NONE)
    at = find_before_sight (self, annotations, step);

  for (guint i = 0; i < n_mentions; i++)
    {
      at = (at + n_mentions + step) % n_mentions;
      if (entity != DL_NONE
            ? dl_mention_get_entity (dl_annotations_get_mention (annotations, at)) == entity
            : dl_session_is_mention_shown (self->session, at) &&
                !dl_mark_painter_is_covered (self->session, at))
        return at;
    }

  return DL_NONE;
}

static void
take_first_piece (const GdkRectangle *piece, gpointer user_data)
{
  GdkRectangle *area = user_data;

  if (area->height == 0)
    *area = *piece;
}

/**
 * dl_article_text_get_mention_area:
 * @area: (out): where the mention, or the start of it, stands in the widget, px
 *
 * Returns: whether it is laid out at all
 */
gboolean
dl_article_text_get_mention_area (DlArticleText *self, guint mention, GdkRectangle *area)
{
  DlAnnotations *annotations = get_annotations (self);

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  *area = (GdkRectangle){ 0 };
  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  dl_text_layout_foreach_piece (GTK_TEXT_VIEW (self), self->map,
                                dl_mention_get_span (
                                  dl_annotations_get_mention (annotations, mention)),
                                take_first_piece, area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area->x,
                                         area->y, &area->x, &area->y);

  return area->height > 0;
}

/**
 * dl_article_text_get_mention_position:
 *
 * Lays nothing out: within a paragraph the share of its bytes stands for that of its
 * height, and a paragraph that was never in sight has the height that GTK guesses.
 *
 * Returns: where the mention stands in the whole text, 0 to 1
 */
double
dl_article_text_get_mention_position (DlArticleText *self, guint mention)
{
  DlAnnotations *annotations = get_annotations (self);
  GtkTextIter iter, end;
  int y, height, last_y, last_height;
  double share;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), 0);

  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return 0;

  dl_text_map_get_iter (
    self->map, get_buffer (self),
    dl_mention_get_span (dl_annotations_get_mention (annotations, mention)).start, &iter);
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &end, &last_y, &last_height);
  share = gtk_text_iter_get_line_index (&iter) / MAX (gtk_text_iter_get_bytes_in_line (&iter), 1.);

  return CLAMP ((y + share * height) / MAX (last_y + last_height, 1), 0, 1);
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
  if (self->map != NULL)
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

/**
 * dl_article_text_go_to:
 * @byte: of the article; one beyond its end is the end
 *
 * Brings it to the top, and the caret there.
 */
void
dl_article_text_go_to (DlArticleText *self, gsize byte)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (DL_IS_ARTICLE_TEXT (self));

  if (self->map == NULL)
    return;
  buffer = get_buffer (self);
  byte = MIN (byte, dl_article_get_length (dl_session_get_article (self->session)));
  dl_text_map_get_iter (self->map, buffer, byte, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-text-private.h"

#include "address-finder.h"
#include "mention-finder.h"
#include "text-layout.h"

/* What the text shows at a point or at the caret, and where it shows something. */

static DlAnnotations *
get_annotations (DlArticleText *self)
{
  return self->session != NULL && self->map != NULL ? dl_session_get_annotations (self->session)
                                                    : NULL;
}

static guint
find_mention_at (DlArticleText *self, const GtkTextIter *iter)
{
  return dl_mention_finder_find_at (self->session, dl_text_map_get_byte (self->map, iter));
}

static char *
dup_address (DlArticleText *self, const GtkTextIter *iter)
{
  DlSpan span;

  return dl_address_finder_dup_at (dl_session_get_article (self->session),
                                   dl_text_map_get_byte (self->map, iter), &span);
}

static gboolean
get_iter_at (DlArticleText *self, double x, double y, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;

  if (self->map == NULL)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);

  /* Not _at_location(), which rounds to the nearest edge of a character. */
  return gtk_text_view_get_iter_at_position (view, iter, NULL, buffer_x, buffer_y);
}

static void
get_caret (DlArticleText *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

/**
 * dl_article_text_dup_address:
 * @x, @y: a point in the widget, px
 *
 * Returns: (transfer full) (nullable): the web or mail address that the text there leads to
 */
char *
dl_article_text_dup_address (DlArticleText *self, double x, double y)
{
  GtkTextIter iter;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), NULL);

  return get_iter_at (self, x, y, &iter) ? dup_address (self, &iter) : NULL;
}

/**
 * dl_article_text_dup_selected_address:
 *
 * Returns: (transfer full) (nullable): where the selected words lead, if they are all that does
 */
char *
dl_article_text_dup_selected_address (DlArticleText *self)
{
  g_autofree char *address = NULL;
  GtkTextIter start, end;
  DlSpan span;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), NULL);

  if (self->map == NULL ||
      !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                             &start, &end))
    return NULL;

  address = dl_address_finder_dup_at (dl_session_get_article (self->session),
                                      dl_text_map_get_byte (self->map, &start), &span);

  return address != NULL && span.start == dl_text_map_get_byte (self->map, &start) &&
             span.end == dl_text_map_get_byte (self->map, &end)
           ? g_steal_pointer (&address)
           : NULL;
}

/* Returns: (transfer full) (nullable): the address that the text at the caret leads to */
char *
dl_article_text_dup_address_at_caret (DlArticleText *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), NULL);

  if (self->map == NULL)
    return NULL;

  get_caret (self, &iter);

  return dup_address (self, &iter);
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
  GtkTextIter iter;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);

  return get_iter_at (self, x, y, &iter) ? find_mention_at (self, &iter) : DL_NONE;
}

/**
 * dl_article_text_find_mention_at_caret:
 *
 * Returns: the innermost marked mention that holds the caret, or %DL_NONE
 */
guint
dl_article_text_find_mention_at_caret (DlArticleText *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);

  if (self->map == NULL)
    return DL_NONE;

  get_caret (self, &iter);

  return find_mention_at (self, &iter);
}

/* dl_mention_finder_find_step () */
guint
dl_article_text_find_step (DlArticleText *self, gboolean of_entity, int step)
{
  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), DL_NONE);

  if (self->map == NULL)
    return DL_NONE;

  return dl_mention_finder_find_step (self->session, of_entity, step,
                                      dl_text_layout_get_visible (GTK_TEXT_VIEW (self), self->map));
}

typedef struct
{
  int y; /* in the buffer */
  GdkRectangle area;
} Wanted;

/* The first piece, or a later one that holds the wanted height. */
static void
take_piece (const GdkRectangle *piece, gpointer user_data)
{
  Wanted *wanted = user_data;

  if (wanted->area.height == 0 || (wanted->y >= piece->y && wanted->y < piece->y + piece->height))
    wanted->area = *piece;
}

/**
 * dl_article_text_get_mention_area:
 * @near_y: which line is wanted of a mention on several, as a height in the widget, px; the
 *   first if it has none there
 * @area: (out): where the mention stands on that line, in the widget, px
 *
 * Returns: whether it is laid out at all
 */
gboolean
dl_article_text_get_mention_area (DlArticleText *self,
                                  guint mention,
                                  double near_y,
                                  GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  DlAnnotations *annotations = get_annotations (self);
  Wanted wanted = { 0 };
  int x;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, near_y, &x, &wanted.y);
  dl_text_layout_foreach_piece (view, self->map,
                                dl_mention_get_span (
                                  dl_annotations_get_mention (annotations, mention)),
                                take_piece, &wanted);
  *area = wanted.area;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &area->y);

  return area->height > 0;
}

/**
 * dl_article_text_get_position:
 * @byte: of the article
 *
 * Lays nothing out: within a paragraph the share of its bytes stands for that of its
 * height, and a paragraph that was never in sight has the height that GTK guesses.
 *
 * Returns: where @byte stands in the whole text, 0 to 1
 */
double
dl_article_text_get_position (DlArticleText *self, gsize byte)
{
  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), 0);

  return self->map != NULL ? dl_text_layout_get_position (GTK_TEXT_VIEW (self), self->map, byte)
                           : 0;
}

/**
 * dl_article_text_find_position:
 * @position: 0 to 1
 *
 * Returns: the byte of the article for which dl_article_text_get_position() is about @position
 */
gsize
dl_article_text_find_position (DlArticleText *self, double position)
{
  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (self), 0);

  return self->map != NULL
           ? dl_text_layout_find_position (GTK_TEXT_VIEW (self), self->map, position)
           : 0;
}

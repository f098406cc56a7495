/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-scroller.h"

struct _DlTextScroller
{
  GtkTextView *view;    /* not owned */
  DlTextFiller *filler; /* not owned */
  DlTextMap *map;       /* not owned; or NULL: nothing to read */

  gsize target; /* byte of the article that was scrolled to last */
  double target_align;
  guint settle_id; /* source that scrolls there once more, or 0 */
};

/**
 * dl_text_scroller_new:
 * @filler: of the buffer of @view; both outlive the scroller
 *
 * Returns: (transfer full): with nothing to read
 */
DlTextScroller *
dl_text_scroller_new (GtkTextView *view, DlTextFiller *filler)
{
  DlTextScroller *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_new0 (DlTextScroller, 1);
  self->view = view;
  self->filler = filler;

  return self;
}

void
dl_text_scroller_free (DlTextScroller *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_free (self);
}

/**
 * dl_text_scroller_set_map:
 * @map: (nullable): of the article that the view shows from now on; outlives its time here
 */
void
dl_text_scroller_set_map (DlTextScroller *self, DlTextMap *map)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->map = map;
}

static void
get_iter (DlTextScroller *self, gsize byte, GtkTextIter *iter)
{
  dl_text_map_get_iter (self->map, gtk_text_view_get_buffer (self->view), byte, iter);
}

static void
scroll_to_target (DlTextScroller *self)
{
  GtkTextIter iter;

  get_iter (self, self->target, &iter);
  gtk_text_view_scroll_to_iter (self->view, &iter, 0, TRUE, 0, self->target_align);
}

static gboolean
settle_cb (gpointer user_data)
{
  DlTextScroller *self = user_data;

  self->settle_id = 0;
  scroll_to_target (self);

  return G_SOURCE_REMOVE;
}

/**
 * dl_text_scroller_scroll_to:
 * @byte: of the article
 * @align: 0 is the top of what is in sight, 1 the bottom
 *
 * Scrolls now, and once more when all that was put into the buffer is laid out, for until then no
 * view scrolls farther than it has laid out.
 */
void
dl_text_scroller_scroll_to (DlTextScroller *self, gsize byte, double align)
{
  if (self->map == NULL)
    return;

  dl_text_filler_reach (self->filler, byte);
  self->target = byte;
  self->target_align = align;
  scroll_to_target (self);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add_full (G_PRIORITY_LOW, settle_cb, self, NULL);
}

/**
 * dl_text_scroller_place_caret:
 * @byte: of the article
 *
 * The caret waits where reading goes on by keys.
 */
void
dl_text_scroller_place_caret (DlTextScroller *self, gsize byte)
{
  GtkTextIter iter;

  if (self->map == NULL)
    return;

  dl_text_filler_reach (self->filler, byte);
  get_iter (self, byte, &iter);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->view), &iter);
}

static gboolean
is_in_sight (DlTextScroller *self, gsize byte)
{
  GdkRectangle visible, location;
  GtkTextIter iter;

  get_iter (self, byte, &iter);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &iter, &location);

  return location.y >= visible.y && location.y + location.height <= visible.y + visible.height;
}

/**
 * dl_text_scroller_reveal:
 * @span: of the article
 * @align: where it is to begin: 0 is the top of what is in sight, 1 the bottom
 *
 * Scrolls only if @span begins or ends out of sight.
 */
void
dl_text_scroller_reveal (DlTextScroller *self, DlSpan span, double align)
{
  if (self->map == NULL)
    return;

  dl_text_filler_reach (self->filler, span.end);
  if (!is_in_sight (self, span.start) || !is_in_sight (self, span.end))
    dl_text_scroller_scroll_to (self, span.start, align);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lead-picture.h"

#include "picture-decoder.h"

/**
 * DlLeadPicture:
 *
 * The picture at the head of an article, with its caption, above the text and scrolling with it:
 * it lies over the top margin of the text view, which is as high as it needs.  So the text and
 * the places in it are the same with it and without.
 */

/* Between the picture and the text, px. */
#define GAP 20
#define CAPTION_GAP 6
/* No higher than this, nor than this share of what is in sight: the text shall be seen too. */
#define MAX_HEIGHT 420
#define SIGHT_SHARE 0.6

struct _DlLeadPicture
{
  GtkWidget parent_instance;

  GtkTextView *view; /* not owned: the parent, a DlArticleText */
  int margin;        /* at the top of @view without a picture, px */
  DlSession *session;
  GSignalGroup *signals;
  GSignalGroup *sight; /* of the adjustment by which @view scrolls */
  double top;          /* to which it was scrolled last, px */
  GCancellable *decoding;
  guint fit_id;
  int view_width, view_page; /* what it was fitted to, px */
  int room, width, height;   /* of the text, and of the picture; px */

  GtkPicture *picture;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (DlLeadPicture, dl_lead_picture, GTK_TYPE_WIDGET)

static int
measure_caption (DlLeadPicture *self, int width)
{
  int minimum, natural;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->caption)))
    return 0;
  gtk_widget_measure (GTK_WIDGET (self->caption), GTK_ORIENTATION_VERTICAL, width, &minimum,
                      &natural, NULL, NULL);

  return CAPTION_GAP + natural;
}

/* The width of the picture and its height, px; a picture is made smaller only. */
static void
fit_picture (DlLeadPicture *self, int room, int *width, int *height)
{
  GdkPaintable *paintable = gtk_picture_get_paintable (self->picture);
  GtkAdjustment *sight = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const double ratio = gdk_paintable_get_intrinsic_aspect_ratio (paintable);
  const double page = sight != NULL ? gtk_adjustment_get_page_size (sight) : 0;
  double most = MAX_HEIGHT;

  if (page > 0)
    most = MIN (most, SIGHT_SHARE * page);
  *width = MIN (room, gdk_paintable_get_intrinsic_width (paintable));
  *height = *width / ratio;
  if (*height > most)
    {
      *height = most;
      *width = *height * ratio;
    }
  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
}

/* Gives the picture the width of the text, and the text the room above it. */
static void
fit (DlLeadPicture *self)
{
  const int left = gtk_text_view_get_left_margin (self->view);
  int full;

  if (!dl_lead_picture_is_shown (self))
    return;
  self->room = MAX (gtk_widget_get_width (GTK_WIDGET (self->view)) - left -
                      gtk_text_view_get_right_margin (self->view),
                    1);
  fit_picture (self, self->room, &self->width, &self->height);
  full = self->height + measure_caption (self, self->room);
  gtk_text_view_set_top_margin (self->view, self->margin + full + GAP);
  gtk_text_view_move_overlay (self->view, GTK_WIDGET (self), left, -full - GAP);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
fit_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DlLeadPicture *self = DL_LEAD_PICTURE (widget);

  self->fit_id = 0;
  fit (self);

  return G_SOURCE_REMOVE;
}

/* The text view is being given its size, and cannot be asked for another just now. */
static void
queue_fit (DlLeadPicture *self)
{
  if (self->fit_id == 0)
    self->fit_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_cb, NULL, NULL);
}

static void
hide (DlLeadPicture *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_text_view_set_top_margin (self->view, self->margin);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlLeadPicture) self = user_data;
  g_autoptr (GdkTexture) texture = dl_picture_decoder_decode_finish (result);

  /* another article has come, or the window is gone */
  if (texture == NULL || g_task_get_cancellable (G_TASK (result)) != self->decoding)
    return;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  fit (self);
  queue_fit (self);
}

static void
set_caption (DlLeadPicture *self, const char *caption)
{
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *caption != '\0');
}

static void
article_cb (DlLeadPicture *self)
{
  DlArticle *article = self->session != NULL ? dl_session_get_article (self->session) : NULL;
  const DlArticleFields *fields = article != NULL ? dl_article_get_fields (article) : NULL;
  GBytes *bytes = fields != NULL ? fields->picture : NULL;

  g_cancellable_cancel (self->decoding);
  g_clear_object (&self->decoding);
  hide (self);
  if (bytes == NULL)
    return;

  set_caption (self, fields->caption != NULL ? fields->caption : "");
  gtk_picture_set_alternative_text (self->picture, fields->picture_text != NULL
                                                     ? fields->picture_text
                                                     : fields->caption);
  self->decoding = g_cancellable_new ();
  dl_picture_decoder_decode_async (bytes, self->decoding, decoded_cb, g_object_ref (self));
}

/* Only another size, not another place, asks for more. */
static void
allocated_cb (DlLeadPicture *self)
{
  GtkAdjustment *sight = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  const int page = sight != NULL ? gtk_adjustment_get_page_size (sight) : 0;

  if (width == self->view_width && page == self->view_page)
    return;
  self->view_width = width;
  self->view_page = page;
  queue_fit (self);
}

/* Up to GTK 4.18 a text view gives what lies over it a new place only when it is itself given its
 * size.  Out of sight, it may stand anywhere. */
static void
scrolled_cb (DlLeadPicture *self, GtkAdjustment *sight)
{
  const double top = gtk_adjustment_get_value (sight);
  const gboolean is_seen = MIN (top, self->top) < gtk_text_view_get_top_margin (self->view);

  self->top = top;
  if (!is_seen || !dl_lead_picture_is_shown (self))
    return;
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
  gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
sight_cb (DlLeadPicture *self)
{
  g_signal_group_set_target (self->sight,
                             gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));
}

/* A text view is never smaller than what lies over it: it would keep the window from becoming
 * narrow.  So next to nothing is asked for, and more is taken. */
static void
dl_lead_picture_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
allocate (gpointer child, int x, int y, int width, int height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, minimum), height }, -1);
}

static void
dl_lead_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlLeadPicture *self = DL_LEAD_PICTURE (widget);
  const int below = measure_caption (self, self->room);

  allocate (self->picture, (self->room - self->width) / 2, 0, self->width, self->height);
  if (below > 0)
    allocate (self->caption, 0, self->height + CAPTION_GAP, self->room, below - CAPTION_GAP);
}

/* A larger font makes the caption higher. */
static void
dl_lead_picture_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_lead_picture_parent_class)->css_changed (widget, change);

  queue_fit (DL_LEAD_PICTURE (widget));
}

static void
dl_lead_picture_dispose (GObject *object)
{
  DlLeadPicture *self = DL_LEAD_PICTURE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->decoding);
  g_clear_object (&self->decoding);
  g_clear_object (&self->signals);
  g_clear_object (&self->sight);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_lead_picture_parent_class)->dispose (object);
}

static void
dl_lead_picture_class_init (DlLeadPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_lead_picture_dispose;
  widget_class->measure = dl_lead_picture_measure;
  widget_class->size_allocate = dl_lead_picture_size_allocate;
  widget_class->css_changed = dl_lead_picture_css_changed;
  gtk_widget_class_set_css_name (widget_class, "leadpicture");
}

static void
dl_lead_picture_init (DlLeadPicture *self)
{
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->picture, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->picture), GTK_WIDGET (self));
  self->caption = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->caption, TRUE);
  gtk_label_set_wrap_mode (self->caption, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->caption, 0.5);
  gtk_label_set_justify (self->caption, GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (self->caption, TRUE);
  /* else the focus comes here before the text, and selects all of it */
  gtk_widget_set_focusable (GTK_WIDGET (self->caption), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->caption), GTK_WIDGET (self));

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::article", G_CALLBACK (article_cb), self);
  self->sight = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->sight, "value-changed", G_CALLBACK (scrolled_cb), self);
}

/**
 * dl_lead_picture_new:
 * @view: a DlArticleText: shows the article's text, and nothing else in its top margin
 *
 * Returns: (transfer none): a child of @view
 */
DlLeadPicture *
dl_lead_picture_new (GtkTextView *view)
{
  DlLeadPicture *self = g_object_new (DL_TYPE_LEAD_PICTURE, "visible", FALSE, NULL);

  self->view = view;
  self->margin = gtk_text_view_get_top_margin (view);
  gtk_text_view_add_overlay (view, GTK_WIDGET (self), 0, 0);
  g_signal_connect_object (view, "allocated", G_CALLBACK (allocated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (sight_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * dl_lead_picture_set_session:
 * @session: (nullable): whose article it belongs to
 */
void
dl_lead_picture_set_session (DlLeadPicture *self, DlSession *session)
{
  g_return_if_fail (DL_IS_LEAD_PICTURE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  article_cb (self);
}

/* Returns: whether there is one, and it could be decoded */
gboolean
dl_lead_picture_is_shown (DlLeadPicture *self)
{
  g_return_val_if_fail (DL_IS_LEAD_PICTURE (self), FALSE);

  return gtk_picture_get_paintable (self->picture) != NULL;
}

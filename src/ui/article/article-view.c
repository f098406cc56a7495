/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "article-actions.h"
#include "text-zoom.h"

/**
 * DlArticleView:
 *
 * The article panel: the text at a comfortable measure, ticks beside its scroll bar, and
 * what pointer and keys do to its marks.
 */

/* The text's own margins, both together, px. */
#define MEASURE_MARGINS 48

G_DEFINE_FINAL_TYPE (DlArticleView, dl_article_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TYPEFACE,
  PROP_TEXT_SIZE,
  PROP_SPACING,
  PROP_MEASURE,
  PROP_JUSTIFIED,
  N_PROPS
};

enum
{
  SIGNAL_SCROLLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Follows the font: size, typeface, text scale. */
static void
update_measure (DlArticleView *self)
{
  int width =
    ceil (dl_article_text_get_char_width (self->text) * dl_measure_get_chars (self->measure)) +
    MEASURE_MARGINS;

  g_object_set (self->clamp, "maximum-size", width, "tightening-threshold", width, NULL);
}

static void
set_size_class (DlArticleView *self, gboolean set)
{
  g_autofree char *class = g_strdup_printf ("size-%u", self->text_size);

  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), class);
}

static void
set_spacing (DlArticleView *self, DlSpacing spacing)
{
  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  dl_article_text_set_line_spacing (self->text, dl_spacing_get_px (spacing));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}

static void
set_measure (DlArticleView *self, DlMeasure measure)
{
  if (self->measure == measure)
    return;

  self->measure = measure;
  update_measure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

static gboolean
is_justified (DlArticleView *self)
{
  return gtk_text_view_get_justification (GTK_TEXT_VIEW (self->text)) == GTK_JUSTIFY_FILL;
}

static void
set_justified (DlArticleView *self, gboolean justified)
{
  if (is_justified (self) == justified)
    return;

  gtk_text_view_set_justification (GTK_TEXT_VIEW (self->text),
                                   justified ? GTK_JUSTIFY_FILL : GTK_JUSTIFY_LEFT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JUSTIFIED]);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlArticleView *self = DL_ARTICLE_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_TYPEFACE:
      g_value_set_enum (value, self->typeface);
      break;
    case PROP_TEXT_SIZE:
      g_value_set_uint (value, self->text_size);
      break;
    case PROP_SPACING:
      g_value_set_enum (value, self->spacing);
      break;
    case PROP_MEASURE:
      g_value_set_enum (value, self->measure);
      break;
    case PROP_JUSTIFIED:
      g_value_set_boolean (value, is_justified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlArticleView *self = DL_ARTICLE_VIEW (object);

  switch (property)
    {
    case PROP_SESSION:
      dl_article_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_TYPEFACE:
      dl_article_view_set_typeface (self, g_value_get_enum (value));
      break;
    case PROP_TEXT_SIZE:
      dl_article_view_set_text_size (self, g_value_get_uint (value));
      break;
    case PROP_SPACING:
      set_spacing (self, g_value_get_enum (value));
      break;
    case PROP_MEASURE:
      set_measure (self, g_value_get_enum (value));
      break;
    case PROP_JUSTIFIED:
      set_justified (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_article_view_dispose (GObject *object)
{
  DlArticleView *self = DL_ARTICLE_VIEW (object);

  self->find = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->pointer, dl_text_pointer_free);
  g_clear_pointer (&self->opener, dl_card_opener_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_article_view_parent_class)->dispose (object);
}

static void
dl_article_view_class_init (DlArticleViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_article_view_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION, flags);
  properties[PROP_TYPEFACE] =
    g_param_spec_enum ("typeface", NULL, NULL, DL_TYPE_TYPEFACE, DL_TYPEFACE_SERIF, flags);
  properties[PROP_TEXT_SIZE] = g_param_spec_uint ("text-size", NULL, NULL, DL_TEXT_SIZE_LEAST,
                                                  DL_TEXT_SIZE_MOST, DL_TEXT_SIZE_USUAL, flags);
  properties[PROP_SPACING] =
    g_param_spec_enum ("spacing", NULL, NULL, DL_TYPE_SPACING, DL_SPACING_NORMAL, flags);
  properties[PROP_MEASURE] =
    g_param_spec_enum ("measure", NULL, NULL, DL_TYPE_MEASURE, DL_MEASURE_NORMAL, flags);
  properties[PROP_JUSTIFIED] = g_param_spec_boolean ("justified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlArticleView::scrolled:
   *
   * dl_article_view_get_place() may tell something else than before.
   */
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", DL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  dl_article_actions_install (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articleview");
}

/* WCAG 2.1, success criterion 1.4.13: a card that the pointer opened has no focus. */
static gboolean
key_cb (DlArticleView *self, guint key)
{
  return key == GDK_KEY_Escape && dl_card_opener_close (self->opener) ? GDK_EVENT_STOP
                                                                      : GDK_EVENT_PROPAGATE;
}

static void
scrolled_cb (DlArticleView *self)
{
  if (self->opener != NULL)
    dl_card_opener_interrupt (self->opener);
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

static void
add_controllers (DlArticleView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->opener = dl_card_opener_new (GTK_WIDGET (self), self->text);
  self->pointer = dl_text_pointer_new (self->text, self->opener);
  dl_text_zoom_add_controllers (GTK_WIDGET (self));
}

/* Ticks stand where the text does, and under a pointer at rest the text may move. */
static void
follow_scrolling (DlArticleView *self, GtkAdjustment *adjustment)
{
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self->ticks,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
dl_article_view_init (DlArticleView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  self->text = DL_ARTICLE_TEXT (dl_article_text_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Article"), -1);

  self->picture = dl_lead_picture_new (GTK_TEXT_VIEW (self->text));
  self->clamp = g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "child", self->text, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->clamp);

  self->ticks = DL_TICK_BAR (dl_tick_bar_new (self->text));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scrolled);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->ticks));
  gtk_widget_set_vexpand (overlay, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), overlay);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->text, "font-changed", G_CALLBACK (update_measure), self);
  follow_scrolling (self, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  add_controllers (self);
  self->text_size = DL_TEXT_SIZE_USUAL;
  self->spacing = DL_SPACING_NORMAL;
  self->measure = DL_MEASURE_NORMAL;
  set_size_class (self, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "serif");
}

GtkWidget *
dl_article_view_new (void)
{
  return g_object_new (DL_TYPE_ARTICLE_VIEW, NULL);
}

DlSession *
dl_article_view_get_session (DlArticleView *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE_VIEW (self), NULL);

  return self->session;
}

void
dl_article_view_set_session (DlArticleView *self, DlSession *session)
{
  g_return_if_fail (DL_IS_ARTICLE_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;

  dl_card_opener_set_session (self->opener, session);
  dl_text_pointer_set_session (self->pointer, session);
  dl_article_text_set_session (self->text, session);
  dl_lead_picture_set_session (self->picture, session);
  dl_tick_bar_set_session (self->ticks, session);
  if (self->find != NULL)
    dl_find_bar_set_session (self->find, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

DlTypeface
dl_article_view_get_typeface (DlArticleView *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE_VIEW (self), DL_TYPEFACE_SERIF);

  return self->typeface;
}

void
dl_article_view_set_typeface (DlArticleView *self, DlTypeface typeface)
{
  g_return_if_fail (DL_IS_ARTICLE_VIEW (self));

  if (self->typeface == typeface)
    return;

  self->typeface = typeface;
  if (typeface == DL_TYPEFACE_SERIF)
    gtk_widget_add_css_class (GTK_WIDGET (self), "serif");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "serif");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPEFACE]);
}

guint
dl_article_view_get_text_size (DlArticleView *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE_VIEW (self), DL_TEXT_SIZE_USUAL);

  return self->text_size;
}

/**
 * dl_article_view_set_text_size:
 * @percent: of the usual size; brought to the nearest size that there is
 */
void
dl_article_view_set_text_size (DlArticleView *self, guint percent)
{
  g_return_if_fail (DL_IS_ARTICLE_VIEW (self));

  percent = CLAMP (percent, DL_TEXT_SIZE_LEAST, DL_TEXT_SIZE_MOST);
  percent = (percent + DL_TEXT_SIZE_STEP / 2) / DL_TEXT_SIZE_STEP * DL_TEXT_SIZE_STEP;
  if (self->text_size == percent)
    return;

  set_size_class (self, FALSE);
  self->text_size = percent;
  set_size_class (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SIZE]);
}

/* Returns: the first byte of the article that is in sight */
gsize
dl_article_view_get_place (DlArticleView *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE_VIEW (self), 0);

  return dl_article_text_get_first_in_sight (self->text);
}

/**
 * dl_article_view_go_to:
 * @byte: of the article; one beyond its end is the end
 *
 * Brings it to the top.
 */
void
dl_article_view_go_to (DlArticleView *self, gsize byte)
{
  g_return_if_fail (DL_IS_ARTICLE_VIEW (self));

  dl_article_text_go_to (self->text, byte);
}

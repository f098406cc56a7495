/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "article-text.h"
#include "entity-card.h"
#include "find-bar.h"
#include "lead-picture.h"
#include "text-zoom.h"
#include "tick-bar.h"

/**
 * DlArticleView:
 *
 * The article panel: the text at a comfortable measure, ticks beside its scroll bar, and
 * what pointer and keys do to its marks.
 */

/* Characters a line; the middle is what typographers hold to be easy to read. */
static const int measure_chars[DL_N_MEASURES] = { 50, 66, 84 };
/* Pixels between lines; marks need the room of the least. */
static const int spacing_px[DL_N_SPACINGS] = { 3, 6, 12 };
/* The text's own margins, both together, px. */
#define MEASURE_MARGINS 48
/* The pointer may tremble this far in a click, px. */
#define CLICK_DISTANCE 4

struct _DlArticleView
{
  GtkWidget parent_instance;

  DlSession *session; /* or NULL */
  DlTypeface typeface;
  DlSpacing spacing;
  DlMeasure measure;
  guint text_size; /* per cent */

  GtkWidget *box;
  GtkWidget *clamp;
  DlArticleText *text;
  DlLeadPicture *picture;
  DlTickBar *ticks;
  DlEntityCard *card; /* made when it is first opened, or NULL */
  DlFindBar *find;    /* likewise */

  double press_x, press_y; /* NAN: no press that could become a click */
};

G_DEFINE_ENUM_TYPE (DlTypeface,
                    dl_typeface,
                    G_DEFINE_ENUM_VALUE (DL_TYPEFACE_SERIF, "serif"),
                    G_DEFINE_ENUM_VALUE (DL_TYPEFACE_SANS, "sans"))

G_DEFINE_ENUM_TYPE (DlSpacing,
                    dl_spacing,
                    G_DEFINE_ENUM_VALUE (DL_SPACING_TIGHT, "tight"),
                    G_DEFINE_ENUM_VALUE (DL_SPACING_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (DL_SPACING_LOOSE, "loose"))

G_DEFINE_ENUM_TYPE (DlMeasure,
                    dl_measure,
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_LONG, "long"))

G_DEFINE_FINAL_TYPE (DlArticleView, dl_article_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TYPEFACE,
  PROP_TEXT_SIZE,
  PROP_SPACING,
  PROP_MEASURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static DlEntityCard *
get_card (DlArticleView *self)
{
  if (self->card == NULL)
    {
      self->card = DL_ENTITY_CARD (dl_entity_card_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
    }
  dl_entity_card_set_session (self->card, self->session);

  return self->card;
}

static void
open_card (DlArticleView *self, guint mention)
{
  GdkRectangle area;
  graphene_point_t point;

  if (mention == DL_NONE || !dl_article_text_get_mention_area (self->text, mention, &area))
    return;

  dl_session_select_mention (self->session, mention);
  dl_article_text_get_mention_area (self->text, mention, &area);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->text), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (area.x, area.y), &point))
    return;

  area.x = point.x;
  area.y = point.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (get_card (self)), &area);
  dl_entity_card_popup (self->card, mention);
}

static gboolean
has_selected_text (DlArticleView *self)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
}

static gboolean
get_text_point (DlArticleView *self, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t point;
  double native_x, native_y;

  if (!gdk_event_get_position (event, x, y))
    return FALSE;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->text),
                                 &GRAPHENE_POINT_INIT (*x - native_x, *y - native_y), &point))
    return FALSE;

  *x = point.x;
  *y = point.y;

  return TRUE;
}

/* A click is told from the start of a text selection by where the button is let go.  The
 * text view claims every press for itself, so that a gesture would never see the end. */
static gboolean
event_cb (DlArticleView *self, GdkEvent *event, GtkEventController *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      !get_text_point (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;

  if (type == GDK_BUTTON_PRESS)
    {
      self->press_x = has_selected_text (self) ? NAN : x;
      self->press_y = y;
    }
  else if (hypot (x - self->press_x, y - self->press_y) <= CLICK_DISTANCE &&
           !has_selected_text (self))
    open_card (self, dl_article_text_find_mention (self->text, x, y));

  return GDK_EVENT_PROPAGATE;
}

static void
point_at (DlArticleView *self, guint mention)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  guint entity = DL_NONE;

  if (annotations != NULL && mention != DL_NONE)
    entity = dl_mention_get_entity (dl_annotations_get_mention (annotations, mention));
  if (self->session != NULL)
    dl_session_set_pointed_entity (self->session, entity);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text),
                                   mention != DL_NONE ? "pointer" : "text");
}

static void
motion_cb (DlArticleView *self, double x, double y)
{
  point_at (self, dl_article_text_find_mention (self->text, x, y));
}

static void
leave_cb (DlArticleView *self)
{
  point_at (self, DL_NONE);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  gboolean of_entity;
  int step;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(bi)", &of_entity, &step);
  dl_session_select_mention (self->session,
                             dl_article_text_find_step (self->text, of_entity, step));
}

static void
open_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  guint mention;

  if (self->session == NULL)
    return;

  mention = dl_session_get_mention (self->session);
  if (mention == DL_NONE || gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)))
    mention = dl_article_text_find_mention_at_caret (self->text);
  open_card (self, mention);
}

/* The key 1 is the first kind that the article has, as the list of entities shows them. */
static void
toggle_kind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlSession *session = DL_ARTICLE_VIEW (widget)->session;
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  guint present = 0, left = g_variant_get_uint32 (parameter);

  for (guint i = 0; annotations != NULL && i < dl_annotations_get_n_entities (annotations); i++)
    present |= 1u << dl_entity_get_kind (dl_annotations_get_entity (annotations, i));

  for (guint kind = 0; kind < DL_N_KINDS; kind++)
    if ((present & 1u << kind) != 0 && --left == 0)
      {
        dl_session_set_hidden_kinds (session, dl_session_get_hidden_kinds (session) ^ 1u << kind);
        return;
      }
}

static void
toggle_caret_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkTextView *text = GTK_TEXT_VIEW (DL_ARTICLE_VIEW (widget)->text);

  gtk_text_view_set_cursor_visible (text, !gtk_text_view_get_cursor_visible (text));
}

static DlFindBar *
get_find_bar (DlArticleView *self)
{
  if (self->find == NULL)
    {
      self->find = DL_FIND_BAR (dl_find_bar_new (self->text));
      dl_find_bar_set_session (self->find, self->session);
      gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->find));
    }

  return self->find;
}

/* What is selected in the text is what to look for, if it is within a line. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    words = gtk_text_iter_get_text (&start, &end);
  dl_find_bar_open (get_find_bar (self), words);
}

static void
find_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_find_bar_step (get_find_bar (DL_ARTICLE_VIEW (widget)), g_variant_get_int32 (parameter));
}

/* Follows the font: size, typeface, text scale. */
static void
update_measure (DlArticleView *self)
{
  int width = ceil (dl_article_text_get_char_width (self->text) * measure_chars[self->measure]) +
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
  dl_article_text_set_line_spacing (self->text, spacing_px[spacing]);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_article_view_dispose (GObject *object)
{
  DlArticleView *self = DL_ARTICLE_VIEW (object);

  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  self->find = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_article_view_parent_class)->dispose (object);
}

static void
add_step_binding (GtkWidgetClass *class, guint key, gboolean of_entity, int step)
{
  gtk_widget_class_add_binding_action (class, key, 0, "article.step", "(bi)", of_entity, step);
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
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "article.step", "(bi)", step_action);
  gtk_widget_class_install_action (widget_class, "article.open-card", NULL, open_card_action);
  gtk_widget_class_install_action (widget_class, "article.toggle-caret", NULL, toggle_caret_action);
  gtk_widget_class_install_action (widget_class, "article.toggle-kind", "u", toggle_kind_action);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "article.toggle-kind", "u",
                                         i);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.find-step", "i", find_step_action);
  add_step_binding (widget_class, GDK_KEY_n, TRUE, 1);
  add_step_binding (widget_class, GDK_KEY_p, TRUE, -1);
  add_step_binding (widget_class, GDK_KEY_j, FALSE, 1);
  add_step_binding (widget_class, GDK_KEY_k, FALSE, -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "article.open-card", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "article.open-card",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "win.cycle-density", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "article.toggle-caret", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articleview");
}

static void
add_controllers (DlArticleView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), events);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text), motion);

  dl_text_zoom_add_controllers (GTK_WIDGET (self));
}

static void
dl_article_view_init (DlArticleView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  self->press_x = NAN;
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

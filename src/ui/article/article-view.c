/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "article-text.h"
#include "card-opener.h"
#include "find-bar.h"
#include "lead-picture.h"
#include "text-pointer.h"
#include "text-zoom.h"
#include "tick-bar.h"
#include "window.h"

/**
 * DlArticleView:
 *
 * The article panel: the text at a comfortable measure, ticks beside its scroll bar, and
 * what pointer and keys do to its marks.
 */

/* The text's own margins, both together, px. */
#define MEASURE_MARGINS 48

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
  DlCardOpener *opener;
  DlTextPointer *pointer;
  DlFindBar *find; /* made when it is first opened, or NULL */
};

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
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && DL_IS_WINDOW (root))
    dl_window_add_toast (DL_WINDOW (root),
                         adw_toast_new (_ ("No program here opens this address")));
}

/* Outside: by the program that the reader has chosen for it; in a sandbox the portal asks. */
static void
open_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GAppLaunchContext) context =
    G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (widget)));

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), context, NULL,
                                           opened_cb, g_object_ref (widget));
}

static void
open_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  g_autofree char *address = NULL;
  guint mention;

  if (self->session == NULL)
    return;

  if (gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)))
    address = dl_article_text_dup_address_at_caret (self->text);
  if (address != NULL)
    {
      gtk_widget_activate_action (widget, "article.open-address", "s", address);
      return;
    }

  mention = dl_session_get_mention (self->session);
  if (mention == DL_NONE || gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text)))
    mention = dl_article_text_find_mention_at_caret (self->text);
  dl_card_opener_open (self->opener, mention);
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
  properties[PROP_JUSTIFIED] = g_param_spec_boolean ("justified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlArticleView::scrolled:
   *
   * dl_article_view_get_place() may tell something else than before.
   */
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", DL_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "article.step", "(bi)", step_action);
  gtk_widget_class_install_action (widget_class, "article.open-card", NULL, open_card_action);
  gtk_widget_class_install_action (widget_class, "article.open-address", "s", open_address_action);
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

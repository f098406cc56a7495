/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-view.h"

#include <glib/gi18n.h>

#include "date-format.h"
#include "event-row.h"
#include "gradual-list.h"
#include "latest.h"
#include "timeline-axis.h"
#include "timeline-rows.h"

/**
 * DlTimelineView:
 *
 * What happened when: a drawn axis with the same events as rows below, one selection in
 * both.
 *
 * Emits ::jump when the reader asks to see the sentence of an event, which the session has
 * then been told to reveal: a window that shows one panel at a time turns to the article.
 */

/* The rows of so many events are there within a quarter of a frame. */
#define FEW_EVENTS 1000

struct _DlTimelineView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *axis;
  GtkWidget *chip;
  GtkLabel *chip_label;
  GtkWidget *clock_button;
  GtkStack *list_stack;
  GtkListView *list;

  DlSession *session;
  DlGradualList *rows;
  DlLatest *latest; /* finds the rows */
  GtkSingleSelection *selection;
  gboolean is_following; /* the list is being set to the session's selection */
};

G_DEFINE_FINAL_TYPE (DlTimelineView, dl_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CLOCK,
  N_PROPS
};

enum
{
  SIGNAL_JUMP,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static guint
find_row (DlTimelineView *self, guint event)
{
  GListModel *rows = dl_gradual_list_get_rows (self->rows);
  guint position = rows != NULL ? dl_timeline_rows_find (DL_LIST (rows), event) : DL_NONE;

  if (position == DL_NONE)
    return GTK_INVALID_LIST_POSITION;

  dl_gradual_list_reach (self->rows, position);

  return position;
}

/* Sets the list to the session's selection, without telling the session of it again. */
static void
follow_selection (DlTimelineView *self)
{
  guint position = find_row (self, dl_session_get_event (self->session));

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->is_following = FALSE;
}

static void
selected_cb (DlTimelineView *self)
{
  guint event;

  if (self->is_following || self->session == NULL)
    return;

  event = dl_timeline_rows_get_event (G_LIST_MODEL (self->rows),
                                      gtk_single_selection_get_selected (self->selection));
  if (event != DL_NONE)
    dl_session_select_event (self->session, event);
}

static void
update_chip (DlTimelineView *self)
{
  DlDate *filter = dl_session_get_time_filter (self->session);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->chip, filter != NULL);
  if (filter == NULL)
    return;

  text = dl_date_format (filter, DL_DATE_STYLE_MEDIUM);
  gtk_label_set_label (self->chip_label, text);
}

static void
update_pages (DlTimelineView *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  gboolean is_empty = annotations == NULL || dl_annotations_get_n_events (annotations) == 0;
  gboolean has_rows =
    g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 || dl_latest_is_busy (self->latest);

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "events");
  gtk_stack_set_visible_child_name (self->list_stack, has_rows ? "rows" : "none");
}

/* The choice is offered where it changes something. */
static void
update_clock_button (DlTimelineView *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  guint n_events = annotations != NULL ? dl_annotations_get_n_events (annotations) : 0;
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_events && !is_found; i++)
    is_found = dl_event_has_instant (dl_annotations_get_event (annotations, i), annotations);

  gtk_widget_set_visible (self->clock_button, is_found);
}

static void
set_rows (DlTimelineView *self, DlList *rows)
{
  self->is_following = TRUE;
  if (rows != NULL)
    dl_gradual_list_set_rows (self->rows, G_LIST_MODEL (rows));
  else
    dl_gradual_list_clear (self->rows);
  self->is_following = FALSE;
}

static void
show_rows (DlTimelineView *self, DlList *rows)
{
  set_rows (self, rows);
  update_pages (self);
  follow_selection (self);
}

typedef struct
{
  DlAnnotations *annotations;
  DlVisibility *visibility;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->annotations);
  dl_visibility_free (request->visibility);
  g_free (request);
}

static gpointer
find_rows (gconstpointer data, GCancellable *cancellable)
{
  const Request *request = data;

  return dl_timeline_rows_new (request->annotations, request->visibility);
}

static void
rows_found_cb (gpointer result, gpointer user_data)
{
  g_autoptr (DlList) rows = result;

  show_rows (user_data, rows);
}

/* Until the new ones are found the old rows stay: the events are the same. */
static void
update_rows (DlTimelineView *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  Request *request;

  update_chip (self);
  if (annotations == NULL)
    {
      dl_latest_cancel (self->latest);
      show_rows (self, NULL);
      return;
    }

  request = g_new (Request, 1);
  request->annotations = g_object_ref (annotations);
  request->visibility = dl_visibility_copy (dl_session_get_visibility (self->session));
  dl_latest_ask (self->latest, request, dl_annotations_get_n_events (annotations) <= FEW_EVENTS);
  update_pages (self);
}

static void
jump_to (DlTimelineView *self, guint event)
{
  if (event == DL_NONE)
    return;

  dl_session_select_event (self->session, event);
  g_signal_emit (self, signals[SIGNAL_JUMP], 0);
}

static void
activate_cb (DlTimelineView *self, guint position)
{
  jump_to (self, dl_timeline_rows_get_event (G_LIST_MODEL (self->rows), position));
}

static void
row_jump_cb (DlEventRow *row, DlTimelineView *self)
{
  jump_to (self, dl_event_row_get_event (row));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlTimelineView *self)
{
  GtkWidget *row = dl_event_row_new ();

  g_signal_connect_object (row, "jump", G_CALLBACK (row_jump_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlTimelineView *self)
{
  DlTimelineRow *row = gtk_list_item_get_item (item);

  dl_event_row_bind (DL_EVENT_ROW (gtk_list_item_get_child (item)), self->session,
                     dl_timeline_row_get_event (row), dl_timeline_row_get_heading (row));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlTimelineView *self)
{
  dl_event_row_unbind (DL_EVENT_ROW (gtk_list_item_get_child (item)));
}

static void
clear_filter_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  if (self->session != NULL)
    dl_session_set_time_filter (self->session, NULL);
}

static void
zoom_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (DL_TIMELINE_VIEW (widget)->axis, "axis.zoom", parameter);
}

static void
fit_selected_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  dl_timeline_axis_fit_selected (DL_TIMELINE_AXIS (DL_TIMELINE_VIEW (widget)->axis));
}

/* Escape in the list: the axis handles its own. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (widget);

  if (self->session == NULL || dl_session_get_time_filter (self->session) == NULL)
    return GDK_EVENT_PROPAGATE;

  dl_session_set_time_filter (self->session, NULL);
  return GDK_EVENT_STOP;
}

static void
add_style (void)
{
  static gsize added = 0;
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL || !g_once_init_enter (&added))
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider,
                                       "/io/github/dateline/Dateline/timeline/timeline.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_once_init_leave (&added, 1);
}

static DlClock
get_clock (DlTimelineView *self)
{
  return self->session != NULL ? dl_session_get_clock (self->session) : DL_CLOCK_TOLD;
}

static void
dl_timeline_view_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_SESSION)
    g_value_set_object (value, DL_TIMELINE_VIEW (object)->session);
  else if (property == PROP_CLOCK)
    g_value_set_enum (value, get_clock (DL_TIMELINE_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_timeline_view_set_property (GObject *object,
                               guint property,
                               const GValue *value,
                               GParamSpec *pspec)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  if (property == PROP_SESSION)
    dl_timeline_view_set_session (self, g_value_get_object (value));
  else if (property == PROP_CLOCK && self->session != NULL)
    dl_session_set_clock (self->session, g_value_get_enum (value));
  else if (property != PROP_CLOCK)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_timeline_view_dispose (GObject *object)
{
  DlTimelineView *self = DL_TIMELINE_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->latest, dl_latest_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_timeline_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/dateline/Dateline/timeline/timeline-view.ui");
  gtk_widget_class_bind_template_child (klass, DlTimelineView, stack);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, axis);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, chip);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, chip_label);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, clock_button);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, list_stack);
  gtk_widget_class_bind_template_child (klass, DlTimelineView, list);
  gtk_widget_class_bind_template_callback (klass, activate_cb);
  gtk_widget_class_bind_template_callback (klass, setup_row_cb);
  gtk_widget_class_bind_template_callback (klass, bind_row_cb);
  gtk_widget_class_bind_template_callback (klass, unbind_row_cb);
}

static void
dl_timeline_view_class_init (DlTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_timeline_view_dispose;
  object_class->get_property = dl_timeline_view_get_property;
  object_class->set_property = dl_timeline_view_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * DlTimelineView:clock:
   *
   * That of the session: what the menu of the view chooses.
   */
  properties[PROP_CLOCK] =
    g_param_spec_enum ("clock", NULL, NULL, DL_TYPE_CLOCK, DL_CLOCK_TOLD,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlTimelineView::jump:
   *
   * The session has been told to reveal a sentence: turn to the article.
   */
  signals[SIGNAL_JUMP] = g_signal_new ("jump", DL_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DL_TYPE_TIMELINE_AXIS);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "timeline.clear-filter", NULL,
                                   clear_filter_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom", "d", zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.fit-selected", NULL,
                                   fit_selected_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.clock", "clock");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
dl_timeline_view_init (DlTimelineView *self)
{
  add_style ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = dl_gradual_list_new ();
  self->latest = dl_latest_new (find_rows, free_request, g_object_unref, rows_found_cb, self);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
dl_timeline_view_new (void)
{
  return g_object_new (DL_TYPE_TIMELINE_VIEW, NULL);
}

DlSession *
dl_timeline_view_get_session (DlTimelineView *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

static void
annotations_changed_cb (DlTimelineView *self)
{
  set_rows (self, NULL);
  update_clock_button (self);
  update_rows (self);
}

static void
clock_changed_cb (DlTimelineView *self)
{
  update_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOCK]);
}

static void
connect_session (DlTimelineView *self)
{
  g_signal_connect_swapped (self->session, "notify::annotations",
                            G_CALLBACK (annotations_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::clock", G_CALLBACK (clock_changed_cb), self);
  g_signal_connect_swapped (self->session, "notify::time-filter", G_CALLBACK (update_rows), self);
  g_signal_connect_swapped (self->session, "notify::event", G_CALLBACK (follow_selection), self);
  annotations_changed_cb (self);
}

/**
 * dl_timeline_view_set_session:
 * @session: (nullable): whose events are shown
 */
void
dl_timeline_view_set_session (DlTimelineView *self, DlSession *session)
{
  g_return_if_fail (DL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || DL_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  dl_latest_cancel (self->latest);
  set_rows (self, NULL);
  g_set_object (&self->session, session);
  dl_timeline_axis_set_session (DL_TIMELINE_AXIS (self->axis), session);
  if (session != NULL)
    connect_session (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

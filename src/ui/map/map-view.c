/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-view.h"

#include "map-card.h"
#include "map-keys.h"
#include "map-legend.h"
#include "map-list.h"
#include "map-steps.h"

/**
 * DlMapView:
 *
 * The map of an article's countries with its buttons and its legend.  Its actions move the
 * map: map.zoom-in, map.zoom-out, map.frame, map.pan (ii: a direction right and down),
 * map.next and map.previous, which go through the countries, map.next-anywhere and
 * map.previous-anywhere, which visit the places in them too; map.card tells of the selected
 * place or country; map.shading and map.list choose what is seen.
 */

#define ZOOM_STEP 1.5

/* For one press of an arrow key. */
#define PAN_STEP_PX 60

struct _DlMapView
{
  GtkWidget parent_instance;

  DlSession *session;

  DlMapShading shading;
  gboolean listed; /* the countries as a list instead of the map */

  DlMapCanvas *canvas;
  DlMapList *list;
  DlMapLegend *legend;
  GtkStack *stack;
  GtkWidget *zoom_buttons;
  DlMapCard *card; /* NULL: not needed yet */
};

G_DEFINE_FINAL_TYPE (DlMapView, dl_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHADING,
  PROP_LISTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_canvas_zoom (DL_MAP_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_canvas_zoom (DL_MAP_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
frame_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_canvas_frame (DL_MAP_VIEW (widget)->canvas);
}

/* The reader goes right: the map moves left. */
static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int right, down;

  g_variant_get (parameter, "(ii)", &right, &down);
  dl_map_canvas_pan (DL_MAP_VIEW (widget)->canvas, -right * PAN_STEP_PX, -down * PAN_STEP_PX);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_step (DL_MAP_VIEW (widget)->session, 1, TRUE);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_step (DL_MAP_VIEW (widget)->session, -1, TRUE);
}

static void
next_anywhere_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_step_anywhere (DL_MAP_VIEW (widget)->session, 1);
}

static void
previous_anywhere_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_step_anywhere (DL_MAP_VIEW (widget)->session, -1);
}

static void
card_closed_cb (DlMapView *self)
{
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
}

static DlMapCard *
get_card (DlMapView *self)
{
  if (self->card == NULL)
    {
      self->card = DL_MAP_CARD (dl_map_card_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
      g_signal_connect_swapped (self->card, "closed", G_CALLBACK (card_closed_cb), self);
      /* it would cover the card, and tells no more */
      g_object_bind_property (self->card, "visible", self->canvas, "has-tooltip",
                              G_BINDING_INVERT_BOOLEAN);
    }

  return self->card;
}

/* @rect: in what is shown, the map or the list */
static void
point_card_to (DlMapView *self, const GdkRectangle *rect)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  GdkRectangle place = *rect;
  graphene_point_t point;

  if (gtk_widget_compute_point (shown, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (rect->x, rect->y),
                                &point))
    {
      place.x = point.x;
      place.y = point.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (get_card (self)), &place);
}

/* Whether the map or the list shows the selected place; then @rect is where. */
static gboolean
find_place (DlMapView *self, guint entity, GdkRectangle *rect)
{
  if (!self->listed)
    return dl_map_canvas_get_place_rect (self->canvas, entity, rect);

  return entity != DL_NONE && dl_map_list_get_selected_place (self->list) == entity &&
         dl_map_list_get_selected_rect (self->list, rect);
}

static gboolean
find_country (DlMapView *self, const char *code, GdkRectangle *rect)
{
  return self->listed ? dl_map_list_get_selected_rect (self->list, rect)
                      : dl_map_canvas_get_country_rect (self->canvas, code, rect);
}

static void
card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlMapView *self = DL_MAP_VIEW (widget);
  const char *code;
  guint entity;
  GdkRectangle rect;

  if (self->session == NULL)
    return;

  code = dl_session_get_country (self->session);
  entity = dl_session_get_entity (self->session);
  if (find_place (self, entity, &rect))
    {
      point_card_to (self, &rect);
      dl_map_card_popup_place (self->card, self->session, entity);
    }
  else if (code != NULL && find_country (self, code, &rect))
    {
      point_card_to (self, &rect);
      dl_map_card_popup_country (self->card, self->session, code);
    }
}

static void
set_shading (DlMapView *self, DlMapShading shading)
{
  if (self->shading == shading)
    return;

  self->shading = shading;
  dl_map_canvas_set_shading (self->canvas, shading);
  dl_map_legend_set_shading (self->legend, shading);
  dl_map_list_set_shading (self->list, shading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHADING]);
}

static void
set_listed (DlMapView *self, gboolean listed)
{
  if (self->listed == listed)
    return;

  self->listed = listed;
  gtk_stack_set_visible_child (self->stack,
                               GTK_WIDGET (listed ? (gpointer) self->list : self->canvas));
  gtk_widget_set_visible (self->zoom_buttons, !listed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTED]);
}

/* Whoever comes by key meets the map before its buttons, which float over it. */
static gboolean
dl_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  DlMapView *self = DL_MAP_VIEW (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));

  return GTK_WIDGET_CLASS (dl_map_view_parent_class)->focus (widget, direction);
}

static void
dl_map_view_dispose (GObject *object)
{
  DlMapView *self = DL_MAP_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_MAP_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_map_view_parent_class)->dispose (object);
}

static void
dl_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, DL_MAP_VIEW (object)->session);
      break;
    case PROP_SHADING:
      g_value_set_enum (value, DL_MAP_VIEW (object)->shading);
      break;
    case PROP_LISTED:
      g_value_set_boolean (value, DL_MAP_VIEW (object)->listed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      dl_map_view_set_session (DL_MAP_VIEW (object), g_value_get_object (value));
      break;
    case PROP_SHADING:
      set_shading (DL_MAP_VIEW (object), g_value_get_enum (value));
      break;
    case PROP_LISTED:
      set_listed (DL_MAP_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_view_class_init (DlMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_map_view_dispose;
  object_class->get_property = dl_map_view_get_property;
  object_class->set_property = dl_map_view_set_property;
  widget_class->focus = dl_map_view_focus;

  /**
   * DlMapView:session:
   *
   * Whose countries are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * DlMapView:shading:
   *
   * What the fill of a country tells.
   */
  properties[PROP_SHADING] =
    g_param_spec_enum ("shading", NULL, NULL, DL_TYPE_MAP_SHADING, DL_MAP_SHADING_PART,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * DlMapView:listed:
   *
   * Whether the countries stand as a list in the place of the map.
   */
  properties[PROP_LISTED] =
    g_param_spec_boolean ("listed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DL_TYPE_MAP_CANVAS);
  g_type_ensure (DL_TYPE_MAP_LEGEND);
  g_type_ensure (DL_TYPE_MAP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, MAP_RESOURCES "/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DlMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, DlMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, DlMapView, list);
  gtk_widget_class_bind_template_child (widget_class, DlMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, DlMapView, zoom_buttons);
  gtk_widget_class_set_css_name (widget_class, "mapview");

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "map.frame", NULL, frame_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "map.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "map.next-anywhere", NULL, next_anywhere_action);
  gtk_widget_class_install_action (widget_class, "map.previous-anywhere", NULL,
                                   previous_anywhere_action);
  gtk_widget_class_install_action (widget_class, "map.card", NULL, card_action);
  gtk_widget_class_install_property_action (widget_class, "map.shading", "shading");
  gtk_widget_class_install_property_action (widget_class, "map.list", "listed");
  dl_map_keys_bind (widget_class);
}

static void
dl_map_view_init (DlMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DlMapView *
dl_map_view_new (void)
{
  return g_object_new (DL_TYPE_MAP_VIEW, NULL);
}

DlSession *
dl_map_view_get_session (DlMapView *self)
{
  g_return_val_if_fail (DL_IS_MAP_VIEW (self), NULL);

  return self->session;
}

void
dl_map_view_set_session (DlMapView *self, DlSession *session)
{
  g_return_if_fail (DL_IS_MAP_VIEW (self));
  g_return_if_fail (session == NULL || DL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  dl_map_canvas_set_session (self->canvas, session);
  dl_map_legend_set_session (self->legend, session);
  dl_map_list_set_session (self->list, session);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dl_map_view_get_canvas:
 *
 * Returns: the map itself, the widget that takes the focus
 */
DlMapCanvas *
dl_map_view_get_canvas (DlMapView *self)
{
  g_return_val_if_fail (DL_IS_MAP_VIEW (self), NULL);

  return self->canvas;
}

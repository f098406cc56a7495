/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-view.h"

#include "map-legend.h"

/**
 * DlMapView:
 *
 * The map of an article's countries with its buttons and its legend.  Its actions move the
 * map: map.zoom-in, map.zoom-out, map.frame, map.pan (ii: a direction right and down),
 * map.next and map.previous.
 */

#define ZOOM_STEP 1.5

/* For one press of an arrow key. */
#define PAN_STEP_PX 60

struct _DlMapView
{
  GtkWidget parent_instance;

  DlSession *session;

  DlMapCanvas *canvas;
  DlMapLegend *legend;
};

G_DEFINE_FINAL_TYPE (DlMapView, dl_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
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
  dl_map_canvas_step (DL_MAP_VIEW (widget)->canvas, 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_map_canvas_step (DL_MAP_VIEW (widget)->canvas, -1);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_Home, "map.frame" },
    { GDK_KEY_0, "map.frame" },
    { GDK_KEY_KP_0, "map.frame" },
    { GDK_KEY_n, "map.next" },
    { GDK_KEY_Page_Down, "map.next" },
    { GDK_KEY_p, "map.previous" },
    { GDK_KEY_Page_Up, "map.previous" },
  };
  static const struct
  {
    guint key;
    int right, down;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },  { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },   { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, NULL);
  /* Where the key needs Shift, GTK compares the state too. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding_action (klass, arrows[i].key, 0, "map.pan", "(ii)",
                                         arrows[i].right, arrows[i].down);
}

static void
dl_map_view_class_init (DlMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_map_view_dispose;
  object_class->get_property = dl_map_view_get_property;
  object_class->set_property = dl_map_view_set_property;

  /**
   * DlMapView:session:
   *
   * Whose countries are shown.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DL_TYPE_MAP_CANVAS);
  g_type_ensure (DL_TYPE_MAP_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, MAP_RESOURCES "/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DlMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, DlMapView, legend);
  gtk_widget_class_set_css_name (widget_class, "mapview");

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "map.frame", NULL, frame_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  gtk_widget_class_install_action (widget_class, "map.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "map.previous", NULL, previous_action);
  bind_keys (widget_class);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "map-cache.h"
#include "map-flight.h"
#include "map-input.h"
#include "map-keys.h"
#include "map-scene.h"
#include "map-words.h"

/**
 * DlMapCanvas:
 *
 * The drawn map of a session's countries: one focusable picture, described in words.
 *
 * 1. Nothing is read or drawn within a frame: a frame copies the last picture, and a new one
 *    is drawn when the program is idle, the first after the window has been seen.
 * 2. While the reader drags or zooms, the picture is drawn anew only when it no longer fills
 *    the view; otherwise once the movement rests.
 * 3. It is never mirrored: west is left in every language.
 */

/* A movement rests when nothing came for so long: longer than between two turns of a wheel. */
#define REST_MS 120

struct _DlMapCanvas
{
  GtkWidget parent_instance;

  DlSession *session;
  DlMapScene scene;

  DlMapCamera camera;
  DlMapCache cache;
  guint draw_source;
  gboolean framed; /* the camera shows what the article is about, or what was asked for since */
  gboolean moved;  /* the latter */
  gboolean steady; /* the reader points at the map: do not move it under the pointer */

  DlMapFlight flight;
};

G_DEFINE_FINAL_TYPE (DlMapCanvas, dl_map_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const DlMapPalette *
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return dl_map_palette_get (adw_style_manager_get_dark (manager),
                             adw_style_manager_get_high_contrast (manager));
}

static gboolean
load_scene (DlMapCanvas *self)
{
  gboolean had_message = self->scene.message != NULL;
  gboolean loaded = dl_map_scene_load (&self->scene);

  if (!loaded && !had_message)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  dl_map_scene_update (&self->scene, self->session);

  return loaded;
}

static void
draw (DlMapCanvas *self)
{
  /* Until it has a size there is nothing to frame in. */
  if (self->camera.width_px <= 1 || !load_scene (self))
    return;

  if (!self->framed)
    {
      dl_map_camera_frame (&self->camera,
                           dl_map_looks_get_box (self->scene.shapes, self->scene.looks));
      self->framed = TRUE;
    }
  dl_map_cache_draw (&self->cache, &self->scene, get_palette (), &self->camera,
                     gtk_widget_get_pango_context (GTK_WIDGET (self)),
                     gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
draw_cb (gpointer data)
{
  DlMapCanvas *self = data;

  self->draw_source = 0;
  draw (self);

  return G_SOURCE_REMOVE;
}

/* After the next frame, or after a rest. */
static void
queue_picture (DlMapCanvas *self, guint delay_ms)
{
  g_clear_handle_id (&self->draw_source, g_source_remove);
  self->draw_source =
    delay_ms == 0 ? g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_cb, self, NULL)
                  : g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, delay_ms, draw_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_to (DlMapCanvas *self, const DlMapCamera *camera)
{
  self->camera = *camera;
  self->framed = self->moved = TRUE;
  queue_picture (self, dl_map_cache_covers (&self->cache, camera) ? REST_MS : 0);
}

static void
flight_cb (const DlMapCamera *camera, gpointer data)
{
  move_to (data, camera);
}

static void
update_description (DlMapCanvas *self)
{
  g_autofree char *text = self->session != NULL ? dl_map_describe (self->session) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
drop_looks (DlMapCanvas *self)
{
  dl_map_scene_drop_looks (&self->scene);
  update_description (self);
  queue_picture (self, 0);
}

static void
show_selected (DlMapCanvas *self)
{
  const char *code = dl_session_get_country (self->session);
  DlMapCamera camera = self->camera;

  dl_map_scene_update (&self->scene, self->session);
  if (code != NULL && !self->steady && self->framed &&
      dl_map_scene_get_close_up (&self->scene, code, &camera))
    dl_map_canvas_fly_to (self, &camera);
}

static void
annotations_changed_cb (DlMapCanvas *self)
{
  dl_map_flight_stop (&self->flight);
  self->framed = self->moved = FALSE;
  drop_looks (self);
}

static void
selection_changed_cb (DlMapCanvas *self)
{
  drop_looks (self);
  show_selected (self);
}

static void
dl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlMapCanvas *self = DL_MAP_CANVAS (widget);
  const DlMapPalette *palette = get_palette ();
  DlMapColor ring = palette->outline;
  GdkRGBA sea = { palette->sea.red, palette->sea.green, palette->sea.blue, 1 };
  graphene_rect_t view =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (!dl_map_cache_covers (&self->cache, &self->camera))
    gtk_snapshot_append_color (snapshot, &sea, &view);
  dl_map_cache_snapshot (&self->cache, &self->camera, snapshot);

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    {
      GskRoundedRect outline;
      GdkRGBA color = { ring.red, ring.green, ring.blue, 1 };

      gsk_rounded_rect_init_from_rect (&outline, &view, 0);
      gtk_snapshot_append_border (snapshot, &outline, (float[]){ 2, 2, 2, 2 },
                                  (GdkRGBA[]){ color, color, color, color });
    }
}

static void
dl_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlMapCanvas *self = DL_MAP_CANVAS (widget);

  if (width == self->camera.width_px && height == self->camera.height_px)
    return;

  dl_map_flight_stop (&self->flight);
  dl_map_camera_resize (&self->camera, width, height);
  self->framed &= self->moved;
  queue_picture (self, 0);
}

static GtkSizeRequestMode
dl_map_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static gboolean
dl_map_canvas_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  DlMapCanvas *self = DL_MAP_CANVAS (widget);
  const char *code;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return FALSE;

  code = keyboard ? dl_session_get_country (self->session) : dl_map_canvas_find_at (self, x, y);
  if (code == NULL)
    return FALSE;

  text = dl_map_describe_country (self->session, code);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
restyle_cb (DlMapCanvas *self)
{
  queue_picture (self, 0);
}

static void
dl_map_canvas_dispose (GObject *object)
{
  DlMapCanvas *self = DL_MAP_CANVAS (object);

  dl_map_flight_stop (&self->flight);
  g_clear_handle_id (&self->draw_source, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_map_canvas_parent_class)->dispose (object);
}

static void
dl_map_canvas_finalize (GObject *object)
{
  DlMapCanvas *self = DL_MAP_CANVAS (object);

  dl_map_cache_clear (&self->cache);
  dl_map_scene_clear (&self->scene);

  G_OBJECT_CLASS (dl_map_canvas_parent_class)->finalize (object);
}

static void
dl_map_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DlMapCanvas *self = DL_MAP_CANVAS (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->scene.message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      dl_map_canvas_set_session (DL_MAP_CANVAS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_canvas_class_init (DlMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_map_canvas_dispose;
  object_class->finalize = dl_map_canvas_finalize;
  object_class->get_property = dl_map_canvas_get_property;
  object_class->set_property = dl_map_canvas_set_property;
  widget_class->snapshot = dl_map_canvas_snapshot;
  widget_class->size_allocate = dl_map_canvas_size_allocate;
  widget_class->get_request_mode = dl_map_canvas_get_request_mode;
  widget_class->query_tooltip = dl_map_canvas_query_tooltip;

  /**
   * DlMapCanvas:session:
   *
   * What is read.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * DlMapCanvas:message:
   *
   * Why there is no map, a sentence for the reader.
   */
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "map");
  dl_map_keys_bind_tab (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dl_map_canvas_init (DlMapCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  dl_map_camera_init (&self->camera, 1, 1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the countries in the article"), -1);
  dl_map_input_attach (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyle_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (restyle_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (restyle_cb), NULL);
}

DlSession *
dl_map_canvas_get_session (DlMapCanvas *self)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  return self->session;
}

void
dl_map_canvas_set_session (DlMapCanvas *self, DlSession *session)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));
  g_return_if_fail (session == NULL || DL_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::annotations", G_CALLBACK (annotations_changed_cb),
                                self);
      g_signal_connect_swapped (session, "notify::selection", G_CALLBACK (selection_changed_cb),
                                self);
      g_signal_connect_swapped (session, "notify::time-filter", G_CALLBACK (drop_looks), self);
    }
  annotations_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

const char *
dl_map_canvas_get_message (DlMapCanvas *self)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  return self->scene.message;
}

/**
 * dl_map_canvas_get_camera:
 *
 * Returns: what is shown; in a flight, what will be
 */
const DlMapCamera *
dl_map_canvas_get_camera (DlMapCanvas *self)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  return dl_map_flight_is_on (&self->flight) ? &self->flight.to : &self->camera;
}

/**
 * dl_map_canvas_set_camera:
 *
 * Shows something else at once.
 */
void
dl_map_canvas_set_camera (DlMapCanvas *self, const DlMapCamera *camera)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  dl_map_flight_stop (&self->flight);
  move_to (self, camera);
}

/**
 * dl_map_canvas_fly_to:
 *
 * Goes there in a short flight; at once where the reader wants no animations.
 */
void
dl_map_canvas_fly_to (DlMapCanvas *self, const DlMapCamera *camera)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  dl_map_flight_start (&self->flight, GTK_WIDGET (self), &self->camera, camera, flight_cb, self);
}

/**
 * dl_map_canvas_zoom:
 * @factor: more than 1: closer, at the middle of the view
 */
void
dl_map_canvas_zoom (DlMapCanvas *self, double factor)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  dl_map_camera_zoom (&camera, factor, camera.width_px / 2, camera.height_px / 2);
  dl_map_canvas_fly_to (self, &camera);
}

/**
 * dl_map_canvas_pan:
 * @dx_px: how far the map moves to the right
 * @dy_px: how far it moves down
 */
void
dl_map_canvas_pan (DlMapCanvas *self, double dx_px, double dy_px)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  dl_map_camera_pan (&camera, dx_px, dy_px);
  dl_map_canvas_set_camera (self, &camera);
}

/**
 * dl_map_canvas_frame:
 *
 * Shows all that the article is about.
 */
void
dl_map_canvas_frame (DlMapCanvas *self)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  if (!load_scene (self))
    return;

  dl_map_camera_frame (&camera, dl_map_looks_get_box (self->scene.shapes, self->scene.looks));
  dl_map_canvas_fly_to (self, &camera);
}

/**
 * dl_map_canvas_find_at:
 *
 * Returns: (nullable): the code of the country whose dot or land is there
 */
const char *
dl_map_canvas_find_at (DlMapCanvas *self, double x_px, double y_px)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  dl_map_scene_update (&self->scene, self->session);

  return dl_map_scene_find_at (&self->scene, &self->camera, x_px, y_px);
}

/**
 * dl_map_canvas_select_at:
 *
 * Selects the place or the country that is there, without moving the map; at sea, nothing.
 */
void
dl_map_canvas_select_at (DlMapCanvas *self, double x_px, double y_px)
{
  const char *code = dl_map_canvas_find_at (self, x_px, y_px);
  guint place = self->scene.places != NULL
                  ? dl_map_places_find_at (self->scene.places, &self->camera, x_px, y_px)
                  : DL_NONE;

  if (self->session == NULL)
    return;

  self->steady = TRUE;
  if (place != DL_NONE)
    dl_session_select_entity (self->session, place);
  else if (code != NULL)
    dl_session_select_country (self->session, code);
  else
    dl_session_clear_selection (self->session);
  self->steady = FALSE;
}

/**
 * dl_map_canvas_get_place:
 *
 * Returns: whether @code is in sight; then @rect is where its dot or its name is, in the view
 */
gboolean
dl_map_canvas_get_place (DlMapCanvas *self, const char *code, GdkRectangle *rect)
{
  double x, y;
  guint country;

  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), FALSE);

  country = self->scene.shapes != NULL ? dl_map_shapes_find (self->scene.shapes, code) : DL_NONE;
  if (country == DL_NONE)
    return FALSE;

  dl_map_shapes_get_label (self->scene.shapes, country, &x, &y);
  dl_map_camera_to_view (dl_map_canvas_get_camera (self), x, y, &x, &y);
  *rect = (GdkRectangle){ x - 4, y - 4, 8, 8 };

  return x >= 0 && y >= 0 && x < self->camera.width_px && y < self->camera.height_px;
}

/**
 * dl_map_canvas_set_shading:
 *
 * Chooses what the fill of a country tells.
 */
void
dl_map_canvas_set_shading (DlMapCanvas *self, DlMapShading shading)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  if (self->scene.shading == shading)
    return;

  self->scene.shading = shading;
  drop_looks (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lexicon.h"
#include "map-cache.h"
#include "map-input.h"
#include "map-looks.h"
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

#define FLIGHT_MS 350

/* A selected country is left where it is when it is whole in sight and so large. */
#define PLAIN_SIZE_PX 40

/* Room about a country that the map flies to, in its own sizes. */
#define SURROUNDINGS 0.9

struct _DlMapCanvas
{
  GtkWidget parent_instance;

  DlSession *session;
  DlMapShapes *shapes; /* NULL: not yet read, or @message says why not */
  DlMapLook *looks;    /* of each country of @shapes; NULL: to be made */
  char *message;       /* why there is no map, for the reader; or NULL */

  DlMapCamera camera;
  DlMapCache cache;
  guint draw_source;
  gboolean framed; /* the camera shows what the article is about, or what was asked for since */
  gboolean moved;  /* the latter */
  gboolean steady; /* the reader points at the map: do not move it under the pointer */

  AdwAnimation *flight; /* or NULL */
  DlMapCamera flight_from, flight_to;
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
load_shapes (DlMapCanvas *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->shapes != NULL || self->message != NULL)
    return self->shapes != NULL;

  path = dl_data_path ("map.dat");
  self->shapes = dl_map_shapes_open (path, &error);
  if (self->shapes == NULL)
    {
      self->message = g_strdup (error->message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
    }

  return self->shapes != NULL;
}

static const DlMapLook *
get_looks (DlMapCanvas *self)
{
  if (self->looks == NULL)
    self->looks = dl_map_looks_new (self->shapes, self->session);

  return self->looks;
}

static void
draw (DlMapCanvas *self)
{
  DlMapPicture picture;

  /* Until it has a size there is nothing to frame in. */
  if (self->camera.width_px <= 1 || !load_shapes (self))
    return;

  if (!self->framed)
    {
      dl_map_camera_frame (&self->camera, dl_map_looks_get_box (self->shapes, get_looks (self)));
      self->framed = TRUE;
    }
  picture = (DlMapPicture){ self->shapes, get_looks (self), get_palette () };
  dl_map_cache_draw (&self->cache, &picture, &self->camera,
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
flight_cb (double part, gpointer data)
{
  DlMapCanvas *self = data;
  DlMapCamera camera = dl_map_camera_between (&self->flight_from, &self->flight_to, part);

  move_to (self, part < 1 ? &camera : &self->flight_to);
}

static void
stop_flight (DlMapCanvas *self)
{
  if (self->flight != NULL)
    adw_animation_pause (self->flight);
  g_clear_object (&self->flight);
}

static gboolean
is_flying (DlMapCanvas *self)
{
  return self->flight != NULL && adw_animation_get_state (self->flight) == ADW_ANIMATION_PLAYING;
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
  g_clear_pointer (&self->looks, g_free);
  update_description (self);
  queue_picture (self, 0);
}

/* The country with what is about it. */
static DlMapBox
get_surroundings (DlMapCanvas *self, guint country)
{
  DlMapBox box = dl_map_shapes_get_main_box (self->shapes, country);
  double room = MAX (box.x1 - box.x0, box.y1 - box.y0) * SURROUNDINGS;

  return (DlMapBox){ box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room };
}

static gboolean
is_plain (DlMapCanvas *self, guint country)
{
  DlMapBox box = dl_map_shapes_get_main_box (self->shapes, country);
  double x0, y0, x1, y1;

  dl_map_camera_to_view (&self->camera, box.x0, box.y0, &x0, &y0);
  dl_map_camera_to_view (&self->camera, box.x1, box.y1, &x1, &y1);

  return x0 >= 0 && y0 >= 0 && x1 <= self->camera.width_px && y1 <= self->camera.height_px &&
         MAX (x1 - x0, y1 - y0) >= PLAIN_SIZE_PX;
}

static void
show_selected (DlMapCanvas *self)
{
  const char *code = dl_session_get_country (self->session);
  guint country;
  DlMapCamera camera = self->camera;

  if (code == NULL || self->steady || !self->framed || self->shapes == NULL)
    return;

  country = dl_map_shapes_find (self->shapes, code);
  if (country == DL_NONE || is_plain (self, country))
    return;

  dl_map_camera_frame (&camera, get_surroundings (self, country));
  dl_map_canvas_fly_to (self, &camera);
}

static void
annotations_changed_cb (DlMapCanvas *self)
{
  stop_flight (self);
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

  stop_flight (self);
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

  stop_flight (self);
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
  g_clear_pointer (&self->looks, g_free);
  g_clear_object (&self->shapes);
  g_free (self->message);

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
      g_value_set_string (value, self->message);
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

  return self->message;
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

  return is_flying (self) ? &self->flight_to : &self->camera;
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

  stop_flight (self);
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

  stop_flight (self);
  self->flight_from = self->camera;
  self->flight_to = *camera;
  self->flight =
    adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_MS,
                             adw_callback_animation_target_new (flight_cb, self, NULL));
  g_object_ref_sink (self->flight);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->flight), ADW_EASE_IN_OUT_CUBIC);
  adw_animation_play (self->flight);
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

  if (!load_shapes (self))
    return;

  dl_map_camera_frame (&camera, dl_map_looks_get_box (self->shapes, get_looks (self)));
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
  guint country;
  double x, y;

  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  if (self->shapes == NULL)
    return NULL;

  country = dl_map_looks_find_dot (self->shapes, get_looks (self), &self->camera, x_px, y_px);
  if (country == DL_NONE)
    {
      dl_map_camera_to_map (&self->camera, x_px, y_px, &x, &y);
      country = dl_map_shapes_find_at (self->shapes, x, y);
    }

  return country != DL_NONE ? dl_map_shapes_get_code (self->shapes, country) : NULL;
}

/**
 * dl_map_canvas_select_at:
 *
 * Selects the country that is there, without moving the map; at sea, nothing.
 */
void
dl_map_canvas_select_at (DlMapCanvas *self, double x_px, double y_px)
{
  const char *code = dl_map_canvas_find_at (self, x_px, y_px);

  if (self->session == NULL)
    return;

  self->steady = TRUE;
  if (code != NULL)
    dl_session_select_country (self->session, code);
  else
    dl_session_clear_selection (self->session);
  self->steady = FALSE;
}

/**
 * dl_map_canvas_step:
 * @direction: 1: the next of the article's countries; −1: the one before
 *
 * Selects it; after the last comes the first.
 */
void
dl_map_canvas_step (DlMapCanvas *self, int direction)
{
  DlAnnotations *annotations;
  const char *code;
  guint n_countries, position = DL_NONE;

  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  annotations = self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;
  if (n_countries == 0)
    return;

  code = dl_session_get_country (self->session);
  if (code != NULL)
    position = dl_annotations_find_country (annotations, code);
  if (position == DL_NONE)
    position = direction > 0 ? 0 : n_countries - 1;
  else
    position = (position + n_countries + direction) % n_countries;

  dl_session_select_country (self->session, dl_country_get_code (
                                              dl_annotations_get_country (annotations, position)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "map-input.h"
#include "map-keys.h"
#include "map-words.h"

/**
 * DlMapCanvas:
 *
 * The drawn map of a session's countries: one focusable picture, described in words.  It is
 * never mirrored: west is left in every language.
 */

G_DEFINE_FINAL_TYPE (DlMapCanvas, dl_map_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
annotations_changed_cb (DlMapCanvas *self)
{
  dl_map_flight_stop (&self->flight);
  self->framed = self->moved = FALSE;
  dl_map_canvas_drop_looks (self);
}

static void
selection_changed_cb (DlMapCanvas *self)
{
  dl_map_canvas_drop_looks (self);
  dl_map_canvas_follow_selection (self);
}

static void
dl_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  dl_map_canvas_draw_picture (DL_MAP_CANVAS (widget), snapshot);
}

static void
dl_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlMapCanvas *self = DL_MAP_CANVAS (widget);

  if (width == self->camera.width_px && height == self->camera.height_px)
    return;

  /* What it flies to is shown at once. */
  if (dl_map_flight_is_on (&self->flight))
    {
      self->camera = self->flight.to;
      self->framed = self->moved = TRUE;
    }
  dl_map_flight_stop (&self->flight);
  dl_map_camera_resize (&self->camera, width, height);
  self->framed &= self->moved;
  dl_map_canvas_queue_picture (self);
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
  guint place;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return FALSE;

  place =
    keyboard ? dl_session_get_entity (self->session) : dl_map_canvas_find_place_at (self, x, y);
  code = keyboard ? dl_session_get_country (self->session) : dl_map_canvas_find_at (self, x, y);
  text = dl_map_describe_place (self->session, place);
  if (text == NULL && code != NULL)
    text = dl_map_describe_country (self->session, code);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
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
  dl_map_canvas_init_picture (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the countries in the article"), -1);
  dl_map_input_attach (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dl_map_canvas_expire_picture), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (dl_map_canvas_expire_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (dl_map_canvas_expire_picture), NULL);
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
      g_signal_connect_swapped (session, "notify::time-filter",
                                G_CALLBACK (dl_map_canvas_drop_looks), self);
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
  dl_map_canvas_drop_looks (self);
}

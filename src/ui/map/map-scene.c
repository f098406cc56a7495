/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-scene.h"

#include "lexicon.h"

/* A country is left where it is when it is whole in sight and so large. */
#define PLAIN_SIZE_PX 40

/* The same for a bloc, whose members are to be told apart, in the view's shorter side. */
#define PLAIN_BLOC_SIZE 0.6

/* Room about a country that the map goes to, in its own sizes. */
#define SURROUNDINGS 0.9

/**
 * dl_map_scene_load:
 *
 * Reads the shapes, once.
 *
 * Returns: whether they are there; if not, @message of the scene says why
 */
gboolean
dl_map_scene_load (DlMapScene *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->shapes != NULL || self->message != NULL)
    return self->shapes != NULL;

  path = dl_data_path ("map.dat");
  self->shapes = dl_map_shapes_open (path, &error);
  if (self->shapes == NULL)
    self->message = g_strdup (error->message);

  return self->shapes != NULL;
}

/* A code that nobody has a name for stays without. */
static void
collect_names (DlMapScene *self)
{
  guint n_countries = dl_map_shapes_get_n_countries (self->shapes);

  self->names = g_new0 (const char *, n_countries);
  for (guint i = 0; self->session != NULL && i < n_countries; i++)
    {
      const char *code = dl_map_shapes_get_code (self->shapes, i);

      if (*code != '\0')
        self->names[i] = dl_session_get_country_name (self->session, code);
      if (self->names[i] == code)
        self->names[i] = NULL;
    }
}

/**
 * dl_map_scene_update:
 * @session: (nullable): what the looks are made for, if there are none
 */
void
dl_map_scene_update (DlMapScene *self, DlSession *session)
{
  if (self->looks != NULL || self->shapes == NULL)
    return;

  self->session = session;
  self->looks = dl_map_looks_new (self->shapes, session, self->shading);
  self->places = dl_map_places_new (session);
  collect_names (self);
}

void
dl_map_scene_drop_looks (DlMapScene *self)
{
  g_clear_pointer (&self->looks, g_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->names, g_free);
}

void
dl_map_scene_clear (DlMapScene *self)
{
  dl_map_scene_drop_looks (self);
  g_clear_object (&self->shapes);
  g_clear_pointer (&self->message, g_free);
}

/**
 * dl_map_scene_find_at:
 *
 * Returns: (nullable): the code of the country whose dot or land is there
 */
const char *
dl_map_scene_find_at (DlMapScene *self, const DlMapCamera *camera, double x_px, double y_px)
{
  guint country;
  double x, y;

  if (self->looks == NULL)
    return NULL;

  country = dl_map_looks_find_dot (self->shapes, self->looks, camera, x_px, y_px);
  if (country == DL_NONE)
    {
      dl_map_camera_to_map (camera, x_px, y_px, &x, &y);
      country = dl_map_shapes_find_at (self->shapes, x, y);
    }

  return country != DL_NONE ? dl_map_shapes_get_code (self->shapes, country) : NULL;
}

static gboolean
is_plain (const DlMapCamera *camera, DlMapBox box, double least_px)
{
  double x0, y0, x1, y1;

  dl_map_camera_to_view (camera, box.x0, box.y0, &x0, &y0);
  dl_map_camera_to_view (camera, box.x1, box.y1, &x1, &y1);

  return x0 >= 0 && y0 >= 0 && x1 <= camera->width_px && y1 <= camera->height_px &&
         MAX (x1 - x0, y1 - y0) >= least_px;
}

static gboolean
frame_bloc (DlMapScene *self, DlMapCamera *camera)
{
  DlMapBox box = dl_map_looks_get_bloc_box (self->shapes, self->looks);
  double least_px = MIN (camera->width_px, camera->height_px) * PLAIN_BLOC_SIZE;

  if (dl_map_box_is_empty (box) || is_plain (camera, box, least_px))
    return FALSE;

  dl_map_camera_frame (camera, box);

  return TRUE;
}

/**
 * dl_map_scene_get_close_up:
 * @code: of a country, or of the selected bloc
 * @camera: (inout): set to where the country is seen with what is about it, or the whole bloc
 *
 * Returns: whether the camera has to move; not when the country is plain to see
 */
gboolean
dl_map_scene_get_close_up (DlMapScene *self, const char *code, DlMapCamera *camera)
{
  guint country = self->shapes != NULL ? dl_map_shapes_find (self->shapes, code) : DL_NONE;
  DlMapBox box;
  double room;

  if (country == DL_NONE)
    return self->looks != NULL && frame_bloc (self, camera);

  box = dl_map_shapes_get_main_box (self->shapes, country);
  if (is_plain (camera, box, PLAIN_SIZE_PX))
    return FALSE;

  room = MAX (box.x1 - box.x0, box.y1 - box.y0) * SURROUNDINGS;
  dl_map_camera_frame (camera,
                       (DlMapBox){ box.x0 - room, box.y0 - room, box.x1 + room, box.y1 + room });

  return TRUE;
}

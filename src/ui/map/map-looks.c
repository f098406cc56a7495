/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-looks.h"

#include <math.h>

/* How each country looks for what a session holds: between the session, which knows codes,
 * and the painter, which knows shapes. */

/* A dot is easier to hit than its four pixels: a finger's half. */
#define DOT_REACH_PX 12

static void
apply_parts (DlMapLook *looks, DlMapShapes *shapes, DlSession *session, DlMapShading shading)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;

  for (guint i = 0; i < n_countries; i++)
    {
      DlCountry *country = dl_annotations_get_country (annotations, i);
      const char *code = dl_country_get_code (country);
      guint index = dl_map_shapes_find (shapes, code);

      if (index == DL_NONE || !dl_session_is_country_shown (session, code))
        continue;
      looks[index].part = dl_country_get_part (country);
      looks[index].fill = dl_map_shading_get_fill (shading, session, country);
    }
}

static void
apply_selection (DlMapLook *looks, DlMapShapes *shapes, DlSession *session)
{
  const char *selected = dl_session_get_country (session);
  guint n_countries = dl_map_shapes_get_n_countries (shapes);

  if (!dl_session_has_selection (session))
    return;

  for (guint i = 0; i < n_countries; i++)
    {
      const char *code = dl_map_shapes_get_code (shapes, i);

      if (*code == '\0')
        continue;
      looks[i].selected = g_strcmp0 (code, selected) == 0;
      looks[i].lit = dl_session_is_country_lit (session, code);
    }
}

/* What is selected and no country may be a bloc. */
static void
apply_bloc (DlMapLook *looks, DlMapShapes *shapes, DlSession *session)
{
  const char *bloc = dl_session_get_country (session);
  g_auto (GStrv) members = NULL;

  if (bloc == NULL || dl_map_shapes_find (shapes, bloc) != DL_NONE)
    return;

  members = dl_session_dup_members (session, bloc);
  for (guint i = 0; members[i] != NULL; i++)
    {
      guint index = dl_map_shapes_find (shapes, members[i]);

      if (index != DL_NONE)
        looks[index].member = TRUE;
    }
}

/**
 * dl_map_looks_new:
 * @session: (nullable): %NULL: all is land
 *
 * Returns: (transfer full) (array): the look of each country of @shapes
 */
DlMapLook *
dl_map_looks_new (DlMapShapes *shapes, DlSession *session, DlMapShading shading)
{
  guint n_countries = dl_map_shapes_get_n_countries (shapes);
  DlMapLook *looks = g_new0 (DlMapLook, n_countries);

  for (guint i = 0; i < n_countries; i++)
    looks[i] = (DlMapLook){ .part = DL_N_PARTS, .fill = DL_MAP_FILL_LAND };
  if (session != NULL)
    {
      apply_parts (looks, shapes, session, shading);
      apply_selection (looks, shapes, session);
      apply_bloc (looks, shapes, session);
    }

  return looks;
}

static DlMapBox
get_box_of (DlMapShapes *shapes, const DlMapLook *looks, guint first_part, guint after_part)
{
  DlMapBox box = DL_MAP_BOX_EMPTY;
  guint n_countries = dl_map_shapes_get_n_countries (shapes);

  for (guint i = 0; i < n_countries; i++)
    if (looks[i].part >= first_part && looks[i].part < after_part)
      box = dl_map_box_union (box, dl_map_shapes_get_main_box (shapes, i));

  return box;
}

/**
 * dl_map_looks_get_box:
 *
 * Returns: what the article is about: the main parts of the countries that act, are named
 *   or take part; failing those, of the other ones; empty if there is none
 */
DlMapBox
dl_map_looks_get_box (DlMapShapes *shapes, const DlMapLook *looks)
{
  DlMapBox box = get_box_of (shapes, looks, 0, DL_PART_MEMBER);

  return dl_map_box_is_empty (box) ? get_box_of (shapes, looks, 0, DL_N_PARTS) : box;
}

/**
 * dl_map_looks_get_bloc_box:
 *
 * Returns: the main parts of the selected bloc's members; empty if none is selected
 */
DlMapBox
dl_map_looks_get_bloc_box (DlMapShapes *shapes, const DlMapLook *looks)
{
  DlMapBox box = DL_MAP_BOX_EMPTY;

  for (guint i = 0; i < dl_map_shapes_get_n_countries (shapes); i++)
    if (looks[i].member)
      box = dl_map_box_union (box, dl_map_shapes_get_main_box (shapes, i));

  return box;
}

/**
 * dl_map_looks_find_dot:
 *
 * Returns: the country whose dot is nearest to the place in the view, or %DL_NONE
 */
guint
dl_map_looks_find_dot (DlMapShapes *shapes,
                       const DlMapLook *looks,
                       const DlMapCamera *camera,
                       double x_px,
                       double y_px)
{
  guint n_countries = dl_map_shapes_get_n_countries (shapes), nearest = DL_NONE;
  double least = DOT_REACH_PX;

  for (guint i = 0; i < n_countries; i++)
    {
      double x, y, distance;

      if (!dl_map_look_stands_out (&looks[i]) || !dl_map_is_dot (shapes, i, camera))
        continue;

      dl_map_shapes_get_label (shapes, i, &x, &y);
      dl_map_camera_to_view (camera, x, y, &x, &y);
      distance = hypot (x - x_px, y - y_px);
      if (distance <= least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-shading.h"

#include "map-mentions.h"

/* The steps are the same in every article, so that two maps can be compared: named in
 * passing, a few times, often, and what the article is all about. */
static const guint steps[DL_MAP_N_STEPS] = { 1, 2, 5, 10 };

G_DEFINE_ENUM_TYPE (DlMapShading,
                    dl_map_shading,
                    G_DEFINE_ENUM_VALUE (DL_MAP_SHADING_PART, "part"),
                    G_DEFINE_ENUM_VALUE (DL_MAP_SHADING_MENTIONS, "mentions"))

/**
 * dl_map_shading_get_fill:
 *
 * Returns: the #DlMapFill of a country of the article
 */
guint
dl_map_shading_get_fill (DlMapShading self, DlSession *session, DlCountry *country)
{
  guint n_mentions, step = 0;

  if (self == DL_MAP_SHADING_PART)
    return dl_country_get_part (country);

  n_mentions = dl_map_mentions_count (session, country);
  if (n_mentions == 0)
    return DL_MAP_FILL_UNNAMED;

  while (step + 1 < DL_MAP_N_STEPS && n_mentions >= steps[step + 1])
    step++;

  return DL_MAP_FILL_STEP + step;
}

/**
 * dl_map_shading_get_bounds:
 * @fill: a step
 * @most: (out): included; of the last step %G_MAXUINT
 *
 * How many mentions the step stands for.
 */
void
dl_map_shading_get_bounds (guint fill, guint *least, guint *most)
{
  guint step = fill - DL_MAP_FILL_STEP;

  g_return_if_fail (step < DL_MAP_N_STEPS);

  *least = steps[step];
  *most = step + 1 < DL_MAP_N_STEPS ? steps[step + 1] - 1 : G_MAXUINT;
}

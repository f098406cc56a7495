/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-style.h"

G_DEFINE_ENUM_TYPE (DlTypeface,
                    dl_typeface,
                    G_DEFINE_ENUM_VALUE (DL_TYPEFACE_SERIF, "serif"),
                    G_DEFINE_ENUM_VALUE (DL_TYPEFACE_SANS, "sans"))

G_DEFINE_ENUM_TYPE (DlSpacing,
                    dl_spacing,
                    G_DEFINE_ENUM_VALUE (DL_SPACING_TIGHT, "tight"),
                    G_DEFINE_ENUM_VALUE (DL_SPACING_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (DL_SPACING_LOOSE, "loose"))

G_DEFINE_ENUM_TYPE (DlMeasure,
                    dl_measure,
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_SHORT, "short"),
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_NORMAL, "normal"),
                    G_DEFINE_ENUM_VALUE (DL_MEASURE_LONG, "long"))

/* Returns: characters a line; the middle is what typographers hold to be easy to read */
guint
dl_measure_get_chars (DlMeasure measure)
{
  static const guint chars[DL_N_MEASURES] = { 50, 66, 84 };

  g_return_val_if_fail (measure < DL_N_MEASURES, 0);

  return chars[measure];
}

/* Returns: pixels between lines; marks need the room of the least */
int
dl_spacing_get_px (DlSpacing spacing)
{
  static const int px[DL_N_SPACINGS] = { 3, 6, 12 };

  g_return_val_if_fail (spacing < DL_N_SPACINGS, 0);

  return px[spacing];
}

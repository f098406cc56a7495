/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panels-layout.h"

/* Least widths of the layouts at the usual text size, px; a larger text needs more. */
#define WIDE_WIDTH 1000
#define MEDIUM_WIDTH 800
#define COMPACT_WIDTH 600

/* Resolution at which gtk-xft-dpi does not scale text. */
#define USUAL_DPI (96.0 * 1024)

G_DEFINE_ENUM_TYPE (DlPanelsLayout,
                    dl_panels_layout,
                    G_DEFINE_ENUM_VALUE (DL_PANELS_WIDE, "wide"),
                    G_DEFINE_ENUM_VALUE (DL_PANELS_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (DL_PANELS_COMPACT, "compact"),
                    G_DEFINE_ENUM_VALUE (DL_PANELS_NARROW, "narrow"))

/**
 * dl_panels_layout_choose:
 * @width: that there is for the panels, px
 * @settings: tells how large text is
 *
 * Returns: the widest layout that has room
 */
DlPanelsLayout
dl_panels_layout_choose (int width, GtkSettings *settings)
{
  int dpi = 0;
  double scale;

  g_return_val_if_fail (GTK_IS_SETTINGS (settings), DL_PANELS_WIDE);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? MAX (dpi / USUAL_DPI, 1) : 1;

  if (width >= WIDE_WIDTH * scale)
    return DL_PANELS_WIDE;
  if (width >= MEDIUM_WIDTH * scale)
    return DL_PANELS_MEDIUM;
  if (width >= COMPACT_WIDTH * scale)
    return DL_PANELS_COMPACT;

  return DL_PANELS_NARROW;
}

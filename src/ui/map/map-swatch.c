/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-swatch.h"

#include <adwaita.h>

#include "map-palette.h"

#define WIDTH_PX 24
#define HEIGHT_PX 14

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer fill)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const DlMapPalette *palette = dl_map_palette_get (adw_style_manager_get_dark (manager),
                                                    adw_style_manager_get_high_contrast (manager));

  cairo_rectangle (cr, 0, 0, width, height);
  dl_map_palette_fill (palette, cr, GPOINTER_TO_UINT (fill));
}

/**
 * dl_map_swatch_new:
 * @fill: a #DlMapFill
 *
 * Returns: a sample of how the map fills a country
 */
GtkWidget *
dl_map_swatch_new (guint fill)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *swatch = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, "content-width", WIDTH_PX,
                                    "content-height", HEIGHT_PX, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_cb, GUINT_TO_POINTER (fill),
                                  NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), swatch,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           swatch, G_CONNECT_SWAPPED);

  return swatch;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "fixture.h"
#include "map-view.h"

/* Usage: map-picture PICTURE.png WIDTH HEIGHT [COUNTRY]
 * With DATELINE_DATADIR set to the build's data folder.
 * The view of the tests' article as a picture, for eyes to judge; COUNTRY is selected. */

static gboolean
is_ready (DlMapCanvas *canvas)
{
  const DlMapCamera *camera = dl_map_canvas_get_camera (canvas);

  for (double y = 0; y < camera->height_px; y += 4)
    for (double x = 0; x < camera->width_px; x += 4)
      if (dl_map_canvas_find_at (canvas, x, y) != NULL)
        return TRUE;

  return FALSE;
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

static void
save (GtkWidget *widget, GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, path);
}

int
main (int argc, char *argv[])
{
  g_autoptr (DlSession) session = NULL;
  GtkWidget *window;
  DlMapView *view;

  if (argc < 4)
    return EXIT_FAILURE;

  gtk_init ();
  adw_init ();
  session = map_fixture_session ();
  window = gtk_window_new ();
  view = dl_map_view_new ();
  dl_map_view_set_session (view, session);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  while (!is_ready (dl_map_view_get_canvas (view)))
    {
      if (dl_map_canvas_get_message (dl_map_view_get_canvas (view)) != NULL)
        g_error ("%s", dl_map_canvas_get_message (dl_map_view_get_canvas (view)));
      g_main_context_iteration (NULL, TRUE);
    }
  if (argc > 4)
    dl_session_select_country (session, argv[4]);
  settle ();
  save (GTK_WIDGET (view), window, argv[1]);
  gtk_window_destroy (GTK_WINDOW (window));

  return EXIT_SUCCESS;
}

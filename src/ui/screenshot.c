/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screenshot.h"

#include <errno.h>

/* Takes a picture of a window once all is shown: the analysis has come or failed, the map is
 * drawn, the frame clock has painted it, and nothing that waits for an idle moment is left.  No
 * time is waited for. */

/* Frames painted in a row with nothing left to do between them: a view may make its next
 * part ready only after it saw the one before. */
#define QUIET_FRAMES 3

typedef struct
{
  DlWindow *window; /* not owned: the picture is dropped with it */
  char *path;
  char *selected; /* or NULL */
  guint quiet_frames;
  gboolean prepared;
} Screenshot;

static void
free_screenshot (gpointer data, GClosure *closure)
{
  Screenshot *self = data;

  g_free (self->path);
  g_free (self->selected);
  g_free (self);
}

static void
select_named (DlSession *session, const char *name)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);

  for (guint i = 0; annotations != NULL && i < dl_annotations_get_n_entities (annotations); i++)
    if (g_str_equal (dl_entity_get_name (dl_annotations_get_entity (annotations, i)), name))
      {
        dl_session_select_entity (session, i);
        return;
      }
}

static void
write_picture (Screenshot *self)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GskRenderNode *node;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);
  if (!gdk_texture_save_to_png (texture, self->path))
    g_printerr ("%s: %s\n", self->path, g_strerror (errno));
}

static gboolean
idle_cb (gpointer user_data)
{
  Screenshot *self = user_data;

  if (!dl_window_is_busy (self->window))
    {
      if (!self->prepared && self->selected != NULL)
        select_named (dl_window_get_session (self->window), self->selected);
      self->prepared = TRUE;
      self->quiet_frames++;
    }
  else
    {
      self->quiet_frames = 0;
    }

  gtk_widget_queue_draw (GTK_WIDGET (self->window));

  return G_SOURCE_REMOVE;
}

static void
painted_cb (Screenshot *self)
{
  if (self->quiet_frames < QUIET_FRAMES)
    {
      g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
      return;
    }

  write_picture (self);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
realize_cb (Screenshot *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));

  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), self);
}

/**
 * dl_screenshot_take:
 * @window: a window that was not presented yet
 * @path: where the picture goes, PNG
 * @selected: (nullable): name of an entity to select first
 *
 * Writes the picture and closes the window.
 */
void
dl_screenshot_take (DlWindow *window, const char *path, const char *selected)
{
  Screenshot *self;

  g_return_if_fail (DL_IS_WINDOW (window));
  g_return_if_fail (path != NULL);

  self = g_new0 (Screenshot, 1);
  self->window = window;
  self->path = g_strdup (path);
  self->selected = g_strdup (selected);
  g_signal_connect_data (window, "realize", G_CALLBACK (realize_cb), self, free_screenshot,
                         G_CONNECT_SWAPPED);
}

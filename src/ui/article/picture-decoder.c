/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-decoder.h"

#include <math.h>

/* The bytes of a picture → a texture.  Nobody vouches for the bytes: how many pixels they make is
 * looked at before any is, and decoding is left off when nobody waits for it any more.  GTK's own
 * way from bytes to a texture has no such bound. */

/* What is decoded at a time, bytes. */
#define CHUNK 65536

/* A size of nothing makes every loader give up. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  const double shrink = MAX (width, height) / (double) DL_PICTURE_DECODER_MAX_SIDE;

  if (width <= 0 || height <= 0 || (gint64) width * height > DL_PICTURE_DECODER_MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (shrink > 1)
    gdk_pixbuf_loader_set_size (loader, MAX (1, lround (width / shrink)),
                                MAX (1, lround (height / shrink)));
}

static void
updated_cb (GdkPixbufLoader *loader, int x, int y, int width, int height, gpointer user_data)
{
  int *bottom = user_data;

  *bottom = MAX (*bottom, y + height);
}

static GdkTexture *
make_texture (GdkPixbuf *pixbuf)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_autoptr (GBytes) pixels = gdk_pixbuf_read_pixel_bytes (upright);

  return gdk_memory_texture_new (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright),
                                 gdk_pixbuf_get_has_alpha (upright) ? GDK_MEMORY_R8G8B8A8
                                                                    : GDK_MEMORY_R8G8B8,
                                 pixels, gdk_pixbuf_get_rowstride (upright));
}

/**
 * dl_picture_decoder_decode:
 * @bytes: of a picture, in any format that gdk-pixbuf knows
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the picture, the first of several; %NULL if it is none, or
 *   not all there, or has too many pixels
 */
GdkTexture *
dl_picture_decoder_decode (GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean is_sound = TRUE;
  int bottom = 0; /* how far down there are pixels */
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), NULL);
  g_signal_connect (loader, "area-updated", G_CALLBACK (updated_cb), &bottom);
  for (gsize at = 0; at < size && is_sound; at += CHUNK)
    is_sound = !g_cancellable_is_cancelled (cancellable) &&
               gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), NULL);
  is_sound = gdk_pixbuf_loader_close (loader, NULL) && is_sound;
  pixbuf = is_sound ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;

  return pixbuf != NULL && bottom >= gdk_pixbuf_get_height (pixbuf) ? make_texture (pixbuf) : NULL;
}

static void
decode_thread (GTask *task, gpointer source, gpointer bytes, GCancellable *cancellable)
{
  g_task_return_pointer (task, dl_picture_decoder_decode (bytes, cancellable), g_object_unref);
}

/* Does the work of dl_picture_decoder_decode() in a thread. */
void
dl_picture_decoder_decode_async (GBytes *bytes,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dl_picture_decoder_decode_async);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_thread);
}

/* Returns: (transfer full) (nullable): as of dl_picture_decoder_decode(), or %NULL if cancelled */
GdkTexture *
dl_picture_decoder_decode_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

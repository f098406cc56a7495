/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* No picture of more pixels than this is decoded, however few its bytes. */
#define DL_PICTURE_DECODER_MAX_PIXELS (40 * 1000 * 1000)
/* Larger ones are made smaller as they are decoded; pixels of the longer side. */
#define DL_PICTURE_DECODER_MAX_SIDE 1600

GdkTexture *dl_picture_decoder_decode (GBytes *bytes, GCancellable *cancellable);
void dl_picture_decoder_decode_async (GBytes *bytes,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GdkTexture *dl_picture_decoder_decode_finish (GAsyncResult *result);

G_END_DECLS

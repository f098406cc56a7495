/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GtkFileChooserNative is deprecated since GTK 4.10; GtkFileDialog came with it.  When
 * the floor reaches 4.10, keep that one and delete the other. */

void dl_file_picker_open_async (GtkWindow *parent,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GListModel *dl_file_picker_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS

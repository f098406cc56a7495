/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *dl_picture_folder_find (const char *address, gpointer page);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *dl_settings_new (void);
void dl_settings_bind (GSettings *settings, const char *key, gpointer object, const char *property);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dl_interface_locale (void);
char *dl_interface_locale_choose (const char *messages, const char *formats);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dl_region_name_in_own_script (const char *code, const char *locale);

G_END_DECLS

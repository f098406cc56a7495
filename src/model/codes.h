/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *dl_codes_dup (const char *const *codes);

G_END_DECLS

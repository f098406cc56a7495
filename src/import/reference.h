/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri *dl_reference_parse_base (const char *address);
char *dl_reference_resolve (GUri *base, const char *reference);

G_END_DECLS

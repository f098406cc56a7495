/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlCodePoints:
 *
 * Converts positions in a UTF-8 text from bytes to Unicode code points.
 */
typedef struct _DlCodePoints DlCodePoints;

DlCodePoints *dl_code_points_new (const char *text, gsize length);
void dl_code_points_free (DlCodePoints *self);
gsize dl_code_points_get (DlCodePoints *self, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlCodePoints, dl_code_points_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-format.h"

G_BEGIN_DECLS

gboolean main_part_find (const DlMapRing *rings,
                         guint n_rings,
                         const DlMapPoint *points,
                         DlMapPoint *low,
                         DlMapPoint *high);

G_END_DECLS

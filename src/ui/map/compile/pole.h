/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-format.h"

G_BEGIN_DECLS

DlMapPoint pole_find (const DlMapRing *rings, guint n_rings, const DlMapPoint *points);

G_END_DECLS

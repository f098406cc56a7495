/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topology.h"

G_BEGIN_DECLS

GPtrArray *seam_cut_ring (GArray *ring);
GPtrArray *seam_cut_line (GArray *line);

G_END_DECLS

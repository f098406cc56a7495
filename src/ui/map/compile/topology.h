/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  double lon, lat; /* degrees */
} Degrees;

/**
 * Feature:
 *
 * What carries one code: its rings as lists of arcs, the index of a reversed one
 * complemented (~), as TopoJSON writes them.
 */
typedef struct
{
  char *code;
  GPtrArray *rings; /* of GArray of int */
} Feature;

/**
 * Topology:
 *
 * The arcs and the countries of a TopoJSON file (“The TopoJSON Format Specification”,
 * version 1, sections 2.1.2 to 2.1.4).
 */
typedef struct
{
  GPtrArray *arcs;     /* of GArray of Degrees */
  GPtrArray *features; /* of Feature, sorted by code */
} Topology;

Topology *topology_load (const char *path, GError **error);
void topology_free (Topology *self);
GArray *topology_join_ring (Topology *self, GArray *ring);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Topology, topology_free)

G_END_DECLS

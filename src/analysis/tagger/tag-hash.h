/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hashes of what the tagger sees.  The weights are learned for just these: to change them
 * is to train again. */

static inline guint32
dl_tag_mix (guint32 a, guint32 b)
{
  guint32 hash = (a ^ (b + 0x9e3779b9u + (a << 6) + (a >> 2))) * 0x85ebca6bu;

  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;

  return hash ^ hash >> 16;
}

/* Of a form in the folded text. */
static inline guint32
dl_tag_hash (const char *bytes, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;

  return dl_tag_mix (hash, (guint32) length);
}

G_END_DECLS

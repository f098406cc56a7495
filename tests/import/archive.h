/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct
{
  GByteArray *bytes, *directory;
  guint n;
} Archive;

void archive_begin (Archive *self);
void archive_append (Archive *self, const char *name, const char *data, gsize length, guint flags);
GBytes *archive_end (Archive *self);

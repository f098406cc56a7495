/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "code-points.h"

/* How many bytes lie between two places whose code point is kept: an index of a sixteenth
 * of the text, and no look-up counts further than this. */
#define STEP 64

struct _DlCodePoints
{
  const char *text; /* borrowed */
  gsize length;
  guint32 *steps; /* code points before each STEP-th byte */
};

/* Code points that begin in the bytes from @start to @end: all bytes but those that
 * continue one (10xxxxxx). */
static gsize
count (const char *text, gsize start, gsize end)
{
  gsize n = 0;

  for (gsize i = start; i < end; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;

  return n;
}

/**
 * dl_code_points_new:
 * @text: UTF-8, less than 4 GiB, which must outlive the result
 * @length: its length in bytes
 *
 * Reads the text once.
 *
 * Returns: (transfer full): what converts positions in @text
 */
DlCodePoints *
dl_code_points_new (const char *text, gsize length)
{
  DlCodePoints *self = g_new (DlCodePoints, 1);

  self->text = text;
  self->length = length;
  self->steps = g_new (guint32, length / STEP + 1);
  self->steps[0] = 0;
  for (gsize i = 1; i <= length / STEP; i++)
    self->steps[i] = self->steps[i - 1] + count (text, (i - 1) * STEP, i * STEP);

  return self;
}

void
dl_code_points_free (DlCodePoints *self)
{
  g_free (self->steps);
  g_free (self);
}

/**
 * dl_code_points_get:
 * @self: what converts positions
 * @offset: a byte at which a code point starts; past the end counts as the end
 *
 * Returns: how many code points stand before @offset
 */
gsize
dl_code_points_get (DlCodePoints *self, gsize offset)
{
  gsize step;

  offset = MIN (offset, self->length);
  step = offset / STEP;
  return self->steps[step] + count (self->text, step * STEP, offset);
}

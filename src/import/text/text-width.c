/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-width.h"

/* How much a text says, in a measure that holds in every script: its characters, of which those
 * of Chinese, Japanese and Korean count twice.  Bytes would make three times as much of a Thai or
 * a Chinese text as of an English one. */

/* From here on, letters are syllables or words: CJK Radicals Supplement and what follows it. */
#define FIRST_WIDE 0x2E80

/* Returns: whether the character at @at counts twice; its UTF-8 must be sound */
gboolean
dl_text_width_is_wide (const char *at)
{
  return (guchar) *at >= 0xE2 && g_utf8_get_char (at) >= FIRST_WIDE;
}

/**
 * dl_text_width_measure:
 * @text: UTF-8
 *
 * Returns: the width, in characters of an alphabet
 */
guint
dl_text_width_measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += dl_text_width_is_wide (p) ? 2 : 1;

  return width;
}

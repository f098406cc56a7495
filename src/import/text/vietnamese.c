/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "vietnamese.h"

#include <string.h>

/* Recognises Vietnamese in windows-1258, which ICU's detector does not know.
 *
 * The code page (Unicode consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT) differs from
 * windows-1252 in some twenty bytes.  Five of them are tones, which stand after a vowel and
 * nowhere else; windows-1252 has Ì Ò Þ ì ò there, windows-1251 М Т Ю м т. */

static const guchar TONES[] = { 0xCC, 0xD2, 0xDE, 0xEC, 0xF2 };

/* a ă â e ê i o ô ơ u ư y, small and capital */
static const guchar VOWELS[] = "aeiouyAEIOUY\xE2\xE3\xEA\xF4\xF5\xFD\xC2\xC3\xCA\xD4\xD5\xDD";

/* Less evidence than this is chance. */
#define MIN_TONES 4

static gboolean
is_tone (guchar byte)
{
  return memchr (TONES, byte, sizeof TONES) != NULL;
}

static gboolean
is_vowel (guchar byte)
{
  return memchr (VOWELS, byte, sizeof VOWELS - 1) != NULL;
}

/**
 * dl_vietnamese_looks_like_1258:
 *
 * Tells whether @data is Vietnamese in windows-1258: of the bytes that are tones there, all
 * but one in sixteen follow a vowel, and they are at least a fifth of the bytes that are not
 * ASCII (Vietnamese has about two in five).
 */
gboolean
dl_vietnamese_looks_like_1258 (const char *data, gsize size)
{
  const guchar *bytes = (const guchar *) data;
  gsize n_high = 0;
  gsize n_right = 0;
  gsize n_wrong = 0;

  g_return_val_if_fail (data != NULL, FALSE);

  for (gsize i = 1; i < size; i++)
    {
      if (bytes[i] >= 0x80)
        n_high++;
      if (!is_tone (bytes[i]))
        continue;
      if (is_vowel (bytes[i - 1]))
        n_right++;
      else
        n_wrong++;
    }

  return n_right >= MIN_TONES && n_right >= 16 * n_wrong && 5 * n_right >= n_high;
}

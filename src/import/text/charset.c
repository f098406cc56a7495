/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charset.h"

#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* Bytes of one encoding, by the name that a file gives it → UTF-8. */

/* No character of any converter takes more bytes in UTF-8 than three times its own. */
#define UTF8_GROWTH 3

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)

/* Names whose files are really written in a superset, and those that ICU does not know (Encoding
 * Standard of the WHATWG, section 4.2, “names and labels”). */
static const char *const SUPERSETS[][2] = {
  { "ISO-8859-1", "windows-1252" },
  { "latin1", "windows-1252" },
  { "l1", "windows-1252" },
  { "ISO-8859-9", "windows-1254" },
  { "latin5", "windows-1254" },
  { "ISO-8859-11", "windows-874" },
  { "TIS-620", "windows-874" },
  { "ISO-8859-8-I", "windows-1255" },
  { "ISO-8859-8", "windows-1255" },
  { "EUC-KR", "windows-949" },
  { "KS_C_5601-1987", "windows-949" },
  { "ksc5601", "windows-949" },
  { "korean", "windows-949" },
  { "Shift_JIS", "windows-31j" },
  { "sjis", "windows-31j" },
  { "x-sjis", "windows-31j" },
  { "GB2312", "GB18030" },
  { "GBK", "GB18030" },
  { "x-gbk", "GB18030" },
  { "EUC-CN", "GB18030" },
  { "chinese", "GB18030" },
  { "Big5", "Big5-HKSCS" },
  { "x-x-big5", "Big5-HKSCS" },
  { "cn-big5", "Big5-HKSCS" },
  { "x-cp1250", "windows-1250" },
  { "x-cp1251", "windows-1251" },
  { "x-cp1252", "windows-1252" },
};

/* Returns: (transfer none): the name of ICU for it, if another is needed */
static const char *
find_superset (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (SUPERSETS); i++)
    if (ucnv_compareNames (name, SUPERSETS[i][0]) == 0)
      return SUPERSETS[i][1];

  return name;
}

/* %NULL if a byte has no meaning in @name, and @on_fault does not give it one. */
static char *
convert (const char *name,
         UConverterToUCallback on_fault,
         const char *data,
         gsize size,
         gsize *length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UConverter) converter = NULL;
  g_autofree char *utf8 = NULL;
  gsize room = size * UTF8_GROWTH + 4;
  int32_t written;

  if (room > G_MAXINT32)
    return NULL;

  converter = ucnv_open (name, &status);
  ucnv_setToUCallBack (converter, on_fault, NULL, NULL, NULL, &status);
  if (U_FAILURE (status))
    return NULL;

  utf8 = g_malloc (room);
  written = ucnv_toAlgorithmic (UCNV_UTF8, converter, utf8, (int32_t) room - 1, data,
                                (int32_t) size, &status);
  if (U_FAILURE (status) || written < 0 || (gsize) written >= room)
    return NULL;

  utf8[written] = '\0';
  *length = written;

  return g_realloc (g_steal_pointer (&utf8), *length + 1);
}

/* Composes (NFC) in linear time, which g_utf8_normalize() does not. */
static char *
compose (const char *utf8, gsize length, gsize *composed_length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *marked = g_new (UChar, length + 1);
  g_autofree UChar *composed = g_new (UChar, length + 1);
  g_autofree char *text = NULL;
  int32_t room = (int32_t) length + 1;
  int32_t n = 0, n_bytes = 0;

  u_strFromUTF8 (marked, room, &n, utf8, (int32_t) length, &status);
  n = unorm2_normalize (unorm2_getNFCInstance (&status), marked, n, composed, room, &status);
  if (U_FAILURE (status))
    return NULL;

  /* a few characters grow by it, so that it is asked first how long the text will be */
  u_strToUTF8 (NULL, 0, &n_bytes, composed, n, &status);
  status = U_ZERO_ERROR;
  text = g_malloc ((gsize) n_bytes + 1);
  u_strToUTF8 (text, n_bytes + 1, &n_bytes, composed, n, &status);
  if (U_FAILURE (status))
    return NULL;

  *composed_length = n_bytes;

  return g_steal_pointer (&text);
}

static char *
convert_named (const char *name,
               UConverterToUCallback on_fault,
               const char *data,
               gsize size,
               gsize *length)
{
  g_autofree char *utf8 = convert (find_superset (name), on_fault, data, size, length);

  /* it writes a tone as a mark of its own, after its vowel */
  if (utf8 != NULL &&
      (ucnv_compareNames (name, "windows-1258") == 0 || ucnv_compareNames (name, "x-cp1258") == 0 ||
       ucnv_compareNames (name, "cp1258") == 0))
    return compose (utf8, *length, length);

  return g_steal_pointer (&utf8);
}

/**
 * dl_charset_can_be_declared:
 * @name: an encoding, as a file says in ASCII that it is in
 *
 * Tells whether there is such an encoding, and whether a declaration in it could have been read:
 * one in which ASCII reads otherwise (UTF-16, UTF-7, EBCDIC, SCSU) is false.
 */
gboolean
dl_charset_can_be_declared (const char *name)
{
  static const char probe[] = "<A1 +B- &C- \x01z";
  const char *known = find_superset (name);
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *utf8 = NULL;
  gsize length;

  /* a name that ICU does not list it would search for as a file */
  if (ucnv_countAliases (known, &status) == 0 || U_FAILURE (status))
    return FALSE;

  utf8 = convert (known, UCNV_TO_U_CALLBACK_STOP, probe, sizeof probe - 1, &length);

  return g_strcmp0 (utf8, probe) == 0;
}

/**
 * dl_charset_convert:
 * @name: an encoding that ICU knows, or a label of the Encoding Standard
 * @length: (out): bytes of the result
 *
 * windows-1258, which writes the tones of Vietnamese as marks, comes out composed (NFC).
 *
 * Returns: (transfer full) (nullable): UTF-8 with a NUL behind it; %NULL if a byte has no meaning
 */
char *
dl_charset_convert (const char *name, const char *data, gsize size, gsize *length)
{
  return convert_named (name, UCNV_TO_U_CALLBACK_STOP, data, size, length);
}

/* As dl_charset_convert(), but what has no meaning becomes U+FFFD, as browsers have it. */
char *
dl_charset_convert_damaged (const char *name, const char *data, gsize size, gsize *length)
{
  return convert_named (name, UCNV_TO_U_CALLBACK_SUBSTITUTE, data, size, length);
}

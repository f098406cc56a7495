/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "encoding.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "error.h"
#include "vietnamese.h"

/* Bytes → UTF-8.  In this order: the byte order mark, what the text declares of itself,
 * UTF-8 if the bytes are valid, and last what they look like. */

/* The detector sees this many bytes, from shortly before the first one that is not ASCII. */
#define SAMPLE_BYTES (64 * 1024)
#define SAMPLE_LEAD 256

/* ICU's confidence, of 100, below which a guess is not tried. */
#define MIN_CONFIDENCE 10

/* No character of any converter takes more bytes in UTF-8 than three times its own. */
#define UTF8_GROWTH 3

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UCharsetDetector, ucsdet_close)

typedef struct
{
  const char *mark;
  gsize length;
  const char *name;
} Bom;

/* UTF-32 before UTF-16: the mark of the one begins with the mark of the other. */
static const Bom BOMS[] = {
  { "\xEF\xBB\xBF", 3, "UTF-8" },        { "\xFF\xFE\x00\x00", 4, "UTF-32LE" },
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE" }, { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },         { "\x84\x31\x95\x33", 4, "GB18030" },
};

/* What the detector says, and the superset that such files are really written in
 * (Encoding Standard of the WHATWG, section 4.2). */
static const char *const SUPERSETS[][2] = {
  { "ISO-8859-1", "windows-1252" }, { "ISO-8859-9", "windows-1254" },
  { "EUC-KR", "windows-949" },      { "ISO-8859-8-I", "windows-1255" },
  { "ISO-8859-8", "windows-1255" }, { "Shift_JIS", "windows-31j" },
};

static gboolean
fail (GError **error, DlError code, const char *sentence)
{
  g_set_error_literal (error, DL_ERROR, code, sentence);
  return FALSE;
}

static const Bom *
find_bom (const char *data, gsize size)
{
  for (guint i = 0; i < G_N_ELEMENTS (BOMS); i++)
    if (size >= BOMS[i].length && memcmp (data, BOMS[i].mark, BOMS[i].length) == 0)
      return &BOMS[i];

  return NULL;
}

static const char *
find_superset (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (SUPERSETS); i++)
    if (g_ascii_strcasecmp (name, SUPERSETS[i][0]) == 0)
      return SUPERSETS[i][1];

  return name;
}

/* %NULL if a byte has no meaning in @name. */
static char *
convert (const char *name, const char *data, gsize size, gsize *length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UConverter) converter = NULL;
  g_autofree char *utf8 = NULL;
  gsize room = size * UTF8_GROWTH + 4;
  int32_t written;

  if (room > G_MAXINT32)
    return NULL;

  converter = ucnv_open (name, &status);
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
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

/* A declaration that could be read as ASCII is false if it names an encoding in which ASCII
 * reads otherwise: UTF-16, UTF-7, EBCDIC, SCSU.  A name ICU does not list it would search for
 * as a file. */
static gboolean
can_be_declared (const char *name)
{
  static const char probe[] = "<A1 +B- &C- \x01z";
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *utf8 = NULL;
  gsize length;

  if (ucnv_countAliases (name, &status) == 0 || U_FAILURE (status))
    return FALSE;

  utf8 = convert (name, probe, sizeof probe - 1, &length);

  return g_strcmp0 (utf8, probe) == 0;
}

/* C1 controls stand in no text: a single-byte encoding that yields one is the wrong one. */
static gboolean
has_c1_control (const char *utf8, gsize length)
{
  for (const char *p = memchr (utf8, 0xC2, length); p != NULL;
       p = memchr (p + 1, 0xC2, utf8 + length - p - 1))
    {
      guchar next = p[1];

      if (next >= 0x80 && next <= 0x9F && next != 0x85)
        return TRUE;
    }

  return FALSE;
}

static void
choose_sample (const char *data, gsize size, const char **sample, gsize *sample_size)
{
  gsize first = 0;

  while (first < size && (guchar) data[first] < 0x80)
    first++;
  first -= MIN (first, SAMPLE_LEAD);

  *sample = data + first;
  *sample_size = MIN (size - first, SAMPLE_BYTES);
}

/* Every guess of the detector that could be right, the surest first. */
static char *
convert_detected (const char *data, gsize size, gsize *length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autoptr (UCharsetDetector) detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  const char *sample;
  gsize sample_size;
  int32_t n = 0;

  choose_sample (data, size, &sample, &sample_size);
  ucsdet_setText (detector, sample, (int32_t) sample_size, &status);
  matches = ucsdet_detectAll (detector, &n, &status);
  if (U_FAILURE (status))
    return NULL;

  for (int32_t i = 0; i < n; i++)
    {
      const char *name = ucsdet_getName (matches[i], &status);
      g_autofree char *utf8 = NULL;

      if (U_FAILURE (status) || ucsdet_getConfidence (matches[i], &status) < MIN_CONFIDENCE)
        break;
      /* these were ruled out by now, and nobody writes news in EBCDIC */
      if (g_str_has_prefix (name, "UTF-") || g_str_has_prefix (name, "IBM"))
        continue;

      utf8 = convert (find_superset (name), data, size, length);
      if (utf8 != NULL && !has_c1_control (utf8, *length))
        return g_steal_pointer (&utf8);
    }

  return NULL;
}

/* Tells UTF-8 with a few bytes damaged, as by a cut, from another encoding: there, hardly a
 * sequence of high bytes is a character of UTF-8 by chance. */
static gboolean
is_damaged_utf8 (const char *data, gsize size, gsize *first_fault)
{
  const char *end = data + size;
  const char *p = data;
  gsize n_good = 0;
  gsize n_bad = 0;

  while (p < end)
    {
      const char *start = p;
      gboolean valid = g_utf8_validate_len (start, end - start, &p);

      for (const char *q = start; q < p; q = g_utf8_next_char (q))
        n_good += (guchar) *q >= 0x80;
      if (valid)
        break;
      if (n_bad++ == 0)
        *first_fault = p - data;
      p++;
    }

  return n_good > 8 * n_bad;
}

/* Composes (NFC) in linear time, which g_utf8_normalize() does not.  No character of
 * windows-1258 grows by it. */
static char *
compose (const char *utf8, gsize length, gsize *composed_length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *marked = g_new (UChar, length + 1);
  g_autofree UChar *composed = g_new (UChar, length + 1);
  g_autofree char *text = g_malloc (length + 1);
  int32_t room = (int32_t) length + 1;
  int32_t n = 0;

  u_strFromUTF8 (marked, room, &n, utf8, (int32_t) length, &status);
  n = unorm2_normalize (unorm2_getNFCInstance (&status), marked, n, composed, room, &status);
  u_strToUTF8 (text, room, &n, composed, n, &status);
  if (U_FAILURE (status))
    return NULL;

  *composed_length = n;

  return g_steal_pointer (&text);
}

/* It writes a tone as a mark of its own, after its vowel. */
static char *
convert_windows_1258 (const char *data, gsize size, gsize *length)
{
  g_autofree char *marked = convert ("windows-1258", data, size, length);

  return marked != NULL ? compose (marked, *length, length) : NULL;
}

static char *
convert_named (const char *name, const char *data, gsize size, gsize *length)
{
  if (ucnv_compareNames (name, "windows-1258") == 0 || ucnv_compareNames (name, "cp1258") == 0)
    return convert_windows_1258 (data, size, length);

  return convert (find_superset (name), data, size, length);
}

static char *
convert_guessed (const char *data, gsize size, gsize *length, GError **error)
{
  gsize fault = 0;
  const char *sample;
  gsize sample_size;
  char *utf8 = NULL;

  if (is_damaged_utf8 (data, size, &fault))
    {
      g_set_error (
        error, DL_ERROR, DL_ERROR_ENCODING,
        _ ("This text is UTF-8, but damaged at byte %zu. Get the file again from where it "
           "came, or save it anew in a text editor."),
        fault + 1);
      return NULL;
    }

  choose_sample (data, size, &sample, &sample_size);
  if (dl_vietnamese_looks_like_1258 (sample, sample_size))
    utf8 = convert_windows_1258 (data, size, length);
  if (utf8 == NULL)
    utf8 = convert_detected (data, size, length);
  if (utf8 == NULL)
    fail (error, DL_ERROR_ENCODING,
          _ ("The encoding of this text cannot be told. Save it as UTF-8 in a text editor and "
             "open it again."));

  return utf8;
}

static char *
convert_any (GBytes *bytes, const char *declared, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const Bom *bom = find_bom (data, size);
  char *utf8;

  if (bom != NULL)
    {
      utf8 = convert (bom->name, data + bom->length, size - bom->length, length);
      if (utf8 == NULL)
        g_set_error (error, DL_ERROR, DL_ERROR_ENCODING,
                     /* Translators: %s is an encoding, “UTF-16LE” */
                     _ ("This text begins with the mark of %s, but its bytes are no such text. "
                        "Save it as UTF-8 in a text editor and open it again."),
                     bom->name);
      return utf8;
    }

  if (memchr (data, '\0', size) != NULL)
    {
      fail (error, DL_ERROR_FORMAT,
            _ ("This file holds zero bytes, so it is no plain text. Save its text as a plain "
               "text file and open that."));
      return NULL;
    }

  if (declared != NULL && can_be_declared (declared))
    {
      utf8 = convert_named (declared, data, size, length);
      if (utf8 != NULL)
        return utf8;
    }

  if (g_utf8_validate_len (data, size, NULL))
    {
      *length = size;
      return g_strndup (data, size);
    }

  return convert_guessed (data, size, length, error);
}

/**
 * dl_encoding_to_utf8:
 * @bytes: text in any encoding, with or without a byte order mark
 * @declared: (nullable): the encoding that the text says, in ASCII, it is in; a name that is
 *   not known, or in which the bytes have no meaning, is passed over
 * @length: (out): bytes of the result
 *
 * The mark is dropped.  Nothing else is changed, except that windows-1258, which writes the
 * tones of Vietnamese as marks, comes out composed (NFC).
 *
 * Returns: (transfer full): UTF-8 with a NUL after it and none in it, or %NULL with
 *   %DL_ERROR_FORMAT (zero bytes) or %DL_ERROR_ENCODING set
 */
char *
dl_encoding_to_utf8 (GBytes *bytes, const char *declared, gsize *length, GError **error)
{
  g_autofree char *utf8 = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) == 0)
    {
      *length = 0;
      return g_strdup ("");
    }

  utf8 = convert_any (bytes, declared, length, error);
  if (utf8 == NULL)
    return NULL;

  if (memchr (utf8, '\0', *length) != NULL)
    {
      fail (error, DL_ERROR_FORMAT,
            _ ("This file holds zero characters, so it is no plain text. Save its text as a "
               "plain text file and open that."));
      return NULL;
    }
  if (g_str_has_prefix (utf8, "\xEF\xBB\xBF"))
    {
      *length -= 3;
      memmove (utf8, utf8 + 3, *length + 1);
    }

  return g_steal_pointer (&utf8);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "encoding.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unicode/ucsdet.h>

#include "charset.h"
#include "error.h"
#include "vietnamese.h"

/* Bytes → UTF-8.  In this order: the byte order mark, what the text declares of itself unless it
 * is UTF-8 beyond doubt, UTF-8 if the bytes are valid, and last what they look like. */

/* The detector sees this many bytes, from shortly before the first one that is not ASCII. */
#define SAMPLE_BYTES (64 * 1024)
#define SAMPLE_LEAD 256

/* ICU's confidence, of 100, below which a guess is not tried. */
#define MIN_CONFIDENCE 10

/* So many characters of UTF-8 are none by chance, whatever is declared: among common Chinese ones
 * in GB18030, which are the likeliest, one in five has such bytes. */
#define SURE_CHARACTERS 8

/* A page of which no more than one character in so many that are not ASCII has no meaning in the
 * encoding that it declares is damaged; else it lies. */
#define DAMAGED_ONE_IN 20

#define REPLACEMENT "\xEF\xBF\xBD"

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

/* Returns: how many characters of UTF-8 there are that are not ASCII */
static gsize
count_characters (const char *utf8, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += (guchar) utf8[i] >= 0xC0;

  return n;
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

      utf8 = dl_charset_convert (name, data, size, length);
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
    utf8 = dl_charset_convert ("windows-1258", data, size, length);
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
  gboolean is_utf8;
  char *utf8;

  if (bom != NULL)
    {
      utf8 = dl_charset_convert (bom->name, data + bom->length, size - bom->length, length);
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

  is_utf8 = g_utf8_validate_len (data, size, NULL);
  if (declared != NULL && !(is_utf8 && count_characters (data, size) >= SURE_CHARACTERS) &&
      dl_charset_can_be_declared (declared))
    {
      utf8 = dl_charset_convert (declared, data, size, length);
      if (utf8 != NULL)
        return utf8;
    }

  if (is_utf8)
    {
      *length = size;
      return g_strndup (data, size);
    }

  return convert_guessed (data, size, length, error);
}

/* A mark at the start of UTF-8 is none of its text. */
static void
drop_mark (char *utf8, gsize *length)
{
  if (g_str_has_prefix (utf8, "\xEF\xBB\xBF"))
    {
      *length -= 3;
      memmove (utf8, utf8 + 3, *length + 1);
    }
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
  drop_mark (utf8, length);

  return g_steal_pointer (&utf8);
}

static gsize
count_replacements (const char *utf8)
{
  gsize n = 0;

  for (const char *p = strstr (utf8, REPLACEMENT); p != NULL; p = strstr (p + 1, REPLACEMENT))
    n++;

  return n;
}

/* Takes the bytes that are zero out of @text. */
static gsize
drop_zeros (char *text, gsize length)
{
  const char *first = memchr (text, '\0', length);
  gsize n = first != NULL ? (gsize) (first - text) : length;

  for (gsize i = n; i < length; i++)
    if (text[i] != '\0')
      text[n++] = text[i];
  text[n] = '\0';

  return n;
}

static char *
convert_page (const char *data, gsize size, const char *declared, gsize *length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  gboolean is_utf8 = g_utf8_validate_len (data, size, NULL);
  gsize first_fault;
  char *utf8;

  if (is_utf8 && (declared == NULL || count_characters (data, size) >= SURE_CHARACTERS))
    {
      *length = size;
      return g_strndup (data, size);
    }
  if (!is_utf8 && declared != NULL && dl_charset_can_be_declared (declared))
    {
      utf8 = dl_charset_convert_damaged (declared, data, size, length);
      if (utf8 != NULL &&
          count_replacements (utf8) * DAMAGED_ONE_IN <= count_characters (utf8, *length))
        return utf8;
      g_free (utf8);
    }
  utf8 = dl_encoding_to_utf8 (bytes, is_utf8 ? declared : NULL, length, NULL);
  if (utf8 != NULL)
    return utf8;

  return dl_charset_convert_damaged (is_damaged_utf8 (data, size, &first_fault) ? "UTF-8"
                                                                                : "windows-1252",
                                     data, size, length);
}

/**
 * dl_encoding_page_to_utf8:
 * @bytes: a web page
 * @declared: (nullable): as for dl_encoding_to_utf8()
 * @length: (out): bytes of the result
 *
 * As dl_encoding_to_utf8(), but as browsers do it: what has no meaning becomes U+FFFD, and zero
 * bytes are left out.
 *
 * Returns: (transfer full): UTF-8 with a NUL after it and none in it
 */
char *
dl_encoding_page_to_utf8 (GBytes *bytes, const char *declared, gsize *length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const Bom *bom = find_bom (data, size);
  g_autofree char *copy = NULL;
  char *utf8 = NULL;

  if (bom != NULL)
    utf8 = dl_charset_convert_damaged (bom->name, data + bom->length, size - bom->length, length);
  else if (size > 0)
    {
      copy = g_malloc (size + 1);
      memcpy (copy, data, size);
      size = drop_zeros (copy, size);
      utf8 = convert_page (copy, size, declared, length);
    }
  if (utf8 == NULL)
    {
      *length = 0;
      return g_strdup ("");
    }
  *length = drop_zeros (utf8, *length);
  drop_mark (utf8, length);

  return utf8;
}

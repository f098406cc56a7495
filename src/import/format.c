/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format.h"

#include <string.h>

#include <glib/gi18n.h>

/* Tells formats apart by their first bytes.  The signatures are those of the MIME Sniffing
 * Standard of the WHATWG (sections 6 and 7.1) where it has them, else of the formats' own
 * specifications.  The order counts: the particular stands before the general. */

/* Markup is looked for in this much, as in the MIME Sniffing Standard. */
#define MARKUP_BYTES 1445

#define PDF_MAGIC "%PDF-"

typedef enum
{
  FAMILY_PAGES, /* a document with text in it */
  FAMILY_ARCHIVE,
  FAMILY_NO_TEXT, /* pictures, sound, programs */
  N_FAMILIES
} Family;

typedef struct
{
  gsize offset;
  const char *magic;
  gsize length;
  Family family;
  const char *what;
} Signature;

#define MAGIC(bytes) bytes, sizeof bytes - 1

static const Signature SIGNATURES[] = {
  { 0, MAGIC ("%!PS"), FAMILY_PAGES, N_ ("This is a PostScript document.") },
  { 0, MAGIC ("{\\rtf"), FAMILY_PAGES, N_ ("This is a rich text (RTF) document.") },
  { 0, MAGIC ("AT&TFORM"), FAMILY_PAGES, N_ ("This is a DjVu document.") },
  { 0, MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FAMILY_PAGES,
    N_ ("This is a document of an older office program.") },
  { 30, MAGIC ("[Content_Types].xml"), FAMILY_PAGES,
    N_ ("This is a document of an office program.") },
  { 0, MAGIC ("PK\x03\x04"), FAMILY_ARCHIVE, N_ ("This is a ZIP archive.") },
  { 0, MAGIC ("PK\x05\x06"), FAMILY_ARCHIVE, N_ ("This is a ZIP archive.") },
  { 0, MAGIC ("\x1F\x8B\x08"), FAMILY_ARCHIVE, N_ ("This is a file compressed with gzip.") },
  { 4, MAGIC ("1AY&SY"), FAMILY_ARCHIVE, N_ ("This is a file compressed with bzip2.") },
  { 0, MAGIC ("\xFD\x37zXZ\x00"), FAMILY_ARCHIVE, N_ ("This is a file compressed with xz.") },
  { 0, MAGIC ("\x28\xB5\x2F\xFD"), FAMILY_ARCHIVE,
    N_ ("This is a file compressed with Zstandard.") },
  { 0, MAGIC ("7z\xBC\xAF\x27\x1C"), FAMILY_ARCHIVE, N_ ("This is a 7-Zip archive.") },
  { 0, MAGIC ("Rar!\x1A\x07"), FAMILY_ARCHIVE, N_ ("This is a RAR archive.") },
  { 257, MAGIC ("ustar"), FAMILY_ARCHIVE, N_ ("This is a tar archive.") },
  { 0, MAGIC ("\x89PNG\r\n\x1A\n"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 0, MAGIC ("\xFF\xD8\xFF"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 0, MAGIC ("GIF87a"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 0, MAGIC ("GIF89a"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 8, MAGIC ("WEBPVP"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 4, MAGIC ("ftypavif"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 4, MAGIC ("ftypheic"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 0, MAGIC ("II*\x00"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 0, MAGIC ("MM\x00*"), FAMILY_NO_TEXT, N_ ("This is a picture.") },
  { 4, MAGIC ("ftyp"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 8, MAGIC ("AVI LIST"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 8, MAGIC ("WAVEfmt "), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0, MAGIC ("ID3\x03\x00"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0, MAGIC ("ID3\x04\x00"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0, MAGIC ("OggS\x00"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0, MAGIC ("fLaC"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0, MAGIC ("\x1A\x45\xDF\xA3"), FAMILY_NO_TEXT, N_ ("This is a film or a sound recording.") },
  { 0,
    MAGIC ("\x7F"
           "ELF"),
    FAMILY_NO_TEXT, N_ ("This is a program.") },
  { 0, MAGIC ("MZ\x90\x00"), FAMILY_NO_TEXT, N_ ("This is a program.") },
  { 0, MAGIC ("SQLite format 3\x00"), FAMILY_NO_TEXT, N_ ("This is a database.") },
};

static const char *const ADVICE[N_FAMILIES] = {
  [FAMILY_PAGES] =
    N_ ("Dateline opens texts, web pages, feeds, news files, books and documents: save the text "
        "of this one as a plain text file and open that."),
  [FAMILY_ARCHIVE] =
    N_ ("Dateline opens texts, web pages, feeds, news files, books and documents: unpack the "
        "file and open what is inside."),
  [FAMILY_NO_TEXT] =
    N_ ("Dateline opens texts, web pages, feeds, news files, books and documents: choose a file "
        "with text in it."),
};

/* Tags that only a web page begins with. */
static const char *const HTML_STARTS[] = {
  "<!doctype html", "<html", "<head",  "<body", "<title", "<script", "<style", "<iframe", "<meta",
  "<link",          "<div",  "<table", "<h1",   "<p",     "<br",     "<a",     "<b",      "<font",
};

static char *
dup_refusal (const char *what, const char *advice)
{
  /* Translators: two whole sentences: what the file is, and what can be done */
  return g_strdup_printf (C_ ("two sentences", "%s %s"), what, advice);
}

/* The first characters of @bytes as ASCII: marks and white space skipped, of UTF-16 the bytes
 * that are zero too. */
static char *
dup_start (const char *data, gsize size)
{
  GString *start = g_string_new (NULL);
  gsize end = MIN (size, MARKUP_BYTES);

  for (gsize i = 0; i < end; i++)
    {
      gboolean skipped = data[i] == '\0' || strchr ("\xEF\xBB\xBF\xFE\xFF \t\r\n\f", data[i]);

      if (start->len > 0 ? data[i] != '\0' : !skipped)
        g_string_append_c (start, data[i]);
    }

  return g_string_free (start, FALSE);
}

static gboolean
is_tag (const char *start, const char *tag)
{
  gsize length = strlen (tag);

  return g_ascii_strncasecmp (start, tag, length) == 0 &&
         (g_ascii_isspace (start[length]) || start[length] == '>' || start[length] == '/');
}

static gboolean
is_html (const char *start)
{
  for (guint i = 0; i < G_N_ELEMENTS (HTML_STARTS); i++)
    if (is_tag (start, HTML_STARTS[i]))
      return TRUE;

  return FALSE;
}

static const char *
skip_comments (const char *start)
{
  while (g_str_has_prefix (start, "<!--"))
    {
      const char *end = strstr (start, "-->");

      if (end == NULL)
        break;
      for (start = end + 3; g_ascii_isspace (*start); start++)
        ;
    }

  return start;
}

static DlFormat
sniff_markup (const char *start)
{
  const char *first = skip_comments (start);

  if (is_html (first) || (g_str_has_prefix (first, "<?xml") && strstr (first, "<html") != NULL))
    return DL_FORMAT_HTML;
  if (g_str_has_prefix (first, "<?xml") || g_str_has_prefix (first, "<!DOCTYPE") ||
      (first[0] == '<' && g_ascii_isalpha (first[1]) &&
       (strstr (first, "xmlns") != NULL || strstr (first, "</") != NULL)))
    return DL_FORMAT_XML;

  return DL_FORMAT_TEXT;
}

/* An object with a member, or an array of objects. */
static gboolean
is_json (const char *start)
{
  char second = start[0] != '\0' ? start[1 + strspn (start + 1, " \t\r\n")] : '\0';

  return (start[0] == '{' && second == '"') || (start[0] == '[' && second == '{');
}

static gboolean
is_pdf (const char *data, gsize size)
{
  return size >= strlen (PDF_MAGIC) && memcmp (data, PDF_MAGIC, strlen (PDF_MAGIC)) == 0;
}

/**
 * dl_format_sniff:
 * @refusal: (out) (transfer full): with %DL_FORMAT_OTHER, and with %DL_FORMAT_ZIP for when it is
 *   no book and no document, sentences for the reader that tell what it is and what can be done;
 *   else %NULL
 *
 * Looks at the first bytes only and never at a file's name.
 */
DlFormat
dl_format_sniff (GBytes *bytes, char **refusal)
{
  g_autofree char *start = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, DL_FORMAT_OTHER);
  g_return_val_if_fail (refusal != NULL, DL_FORMAT_OTHER);

  data = g_bytes_get_data (bytes, &size);
  *refusal = NULL;
  if (is_pdf (data, size))
    return DL_FORMAT_PDF;
  for (guint i = 0; i < G_N_ELEMENTS (SIGNATURES); i++)
    {
      const Signature *s = &SIGNATURES[i];

      if (size >= s->offset + s->length && memcmp (data + s->offset, s->magic, s->length) == 0)
        {
          *refusal = dup_refusal (_ (s->what), _ (ADVICE[s->family]));
          return memcmp (data, "PK", 2) == 0 ? DL_FORMAT_ZIP : DL_FORMAT_OTHER;
        }
    }

  start = dup_start (data, size);

  return is_json (start) ? DL_FORMAT_JSON : sniff_markup (start);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mhtml.h"

#include <string.h>

#include <glib/gi18n.h>

#include "encoding.h"
#include "error.h"

/* The page in a web archive of one file (MHTML, RFC 2557; MIME, RFC 2045 and 2046): the first part
 * that is HTML, decoded.  Pictures and styles are passed over. */

typedef struct
{
  const char *start;
  gsize length;
} Piece;

typedef struct
{
  char *type;     /* “text/html” */
  char *charset;  /* or NULL */
  char *boundary; /* or NULL */
  char *encoding; /* “base64”; or NULL */
  char *address;  /* of the web; or NULL */
  char *id;       /* its Content-ID; or NULL */
  Piece body;
} Part;

static void
clear_part (Part *self)
{
  g_free (self->type);
  g_free (self->charset);
  g_free (self->boundary);
  g_free (self->encoding);
  g_free (self->address);
  g_free (self->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, clear_part)

/* What stands in @text behind @pattern, which has one group. */
static char *
find (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex =
    g_regex_new (pattern, G_REGEX_RAW | G_REGEX_CASELESS | G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The headers of @piece, each in one line, up to the blank one; and where its body begins. */
static char *
dup_headers (Piece piece, gsize *body)
{
  GString *headers = g_string_new (NULL);
  gsize at = 0;

  while (at < piece.length && headers->len < DL_MHTML_MAX_HEADERS)
    {
      const char *line = piece.start + at;
      const char *end = memchr (line, '\n', piece.length - at);
      gsize length = end != NULL ? (gsize) (end - line) : piece.length - at;

      at += length + (end != NULL ? 1 : 0);
      if (length > 0 && line[length - 1] == '\r')
        length--;
      if (length == 0)
        break;
      if (headers->len > 0 && *line != ' ' && *line != '\t')
        g_string_append_c (headers, '\n');
      for (gsize i = 0; i < length; i++)
        g_string_append_c (headers, line[i] != '\0' ? line[i] : ' ');
    }
  *body = at;

  return g_string_free (headers, FALSE);
}

static void
read_part (Part *part, Piece piece)
{
  gsize body;
  g_autofree char *headers = dup_headers (piece, &body);
  g_autofree char *content = find ("^content-type:[ \\t]*(.*)$", headers);

  part->type = content != NULL ? g_ascii_strdown (content, strcspn (content, "; \t")) : NULL;
  part->charset = content != NULL ? find ("charset=\"?([^\";\\s]+)", content) : NULL;
  part->boundary = content != NULL ? find ("boundary=(?|\"([^\"]+)\"|([^;\\s]+))", content) : NULL;
  part->encoding = find ("^content-transfer-encoding:[ \\t]*([^\\s;]+)", headers);
  part->address = find ("^content-location:[ \\t]*(https?://\\S+)", headers);
  part->id = find ("^content-id:[ \\t]*<([^>\\s]+)>", headers);
  part->body = (Piece){ piece.start + body, piece.length - body };
}

static int
read_hex (const char *p, const char *end)
{
  return end - p >= 2 && g_ascii_isxdigit (p[0]) && g_ascii_isxdigit (p[1])
           ? g_ascii_xdigit_value (p[0]) * 16 + g_ascii_xdigit_value (p[1])
           : -1;
}

/* RFC 2045, section 6.7; what is no escape stays as it is. */
static GBytes *
decode_quoted (Piece body)
{
  GByteArray *out = g_byte_array_sized_new (body.length);
  const char *end = body.start + body.length;

  for (const char *p = body.start; p < end; p++)
    {
      guint8 byte = (guint8) *p;
      int value = byte == '=' ? read_hex (p + 1, end) : -1;
      gsize blank = byte == '=' && value < 0 ? 1 : 0;

      while (blank > 0 && p + blank < end && strchr (" \t\r", p[blank]) != NULL && p[blank] != '\0')
        blank++;
      if (blank > 0 && p + blank < end && p[blank] == '\n')
        {
          p += blank;
          continue;
        }
      if (value >= 0)
        {
          byte = (guint8) value;
          p += 2;
        }
      g_byte_array_append (out, &byte, 1);
    }

  return g_byte_array_free_to_bytes (out);
}

static GBytes *
decode_base64 (Piece body)
{
  int state = 0;
  guint save = 0;
  guint8 *out = g_malloc (body.length / 4 * 3 + 3);
  gsize length = g_base64_decode_step (body.start, body.length, out, &state, &save);

  return g_bytes_new_take (out, length);
}

static GBytes *
decode (const Part *part)
{
  if (part->encoding != NULL && g_ascii_strcasecmp (part->encoding, "quoted-printable") == 0)
    return decode_quoted (part->body);
  if (part->encoding != NULL && g_ascii_strcasecmp (part->encoding, "base64") == 0)
    return decode_base64 (part->body);

  return g_bytes_new (part->body.start, part->body.length);
}

/* The part's own word on its encoding counts for more than the page's: the page is marked. */
static GBytes *
mark_encoding (GBytes *page, const char *charset)
{
  gsize length;
  g_autofree char *utf8 = NULL;
  GString *marked;

  if (charset == NULL)
    return g_bytes_ref (page);
  utf8 = dl_encoding_page_to_utf8 (page, charset, &length);
  marked = g_string_new ("\xEF\xBB\xBF");
  g_string_append_len (marked, utf8, length);

  return g_string_free_to_bytes (marked);
}

/* Where the next line is that begins with “--” and @boundary, from @from on. */
static const char *
find_boundary (const char *from, const char *end, const char *boundary)
{
  g_autofree char *line = g_strconcat ("--", boundary, NULL);
  gsize length = strlen (line);

  for (const char *p = from; p < end && (gsize) (end - p) >= length; p++)
    {
      p = memmem (p, end - p, line, length);
      if (p == NULL)
        return NULL;
      if ((p == from || p[-1] == '\n') &&
          (p + length == end || strchr ("-\r\n \t", p[length]) != NULL))
        return p;
    }

  return NULL;
}

/* Whether @part is the one that is looked for. */
typedef gboolean (*PartTest) (const Part *part, const char *address);

typedef struct
{
  PartTest test;
  const char *address; /* (nullable) */
} Search;

static gboolean find_in (Piece piece, const Search *search, guint depth, Part *found);

static gboolean
find_in_parts (Piece body, const char *boundary, const Search *search, guint depth, Part *found)
{
  const char *end = body.start + body.length;
  const char *line = find_boundary (body.start, end, boundary);

  while (line != NULL)
    {
      const char *start = memchr (line, '\n', end - line);
      const char *next = start != NULL ? find_boundary (start + 1, end, boundary) : NULL;
      const char *stop = next != NULL ? next : end;

      if (start != NULL &&
          find_in ((Piece){ start + 1, stop - start - 1 }, search, depth + 1, found))
        return TRUE;
      line = next;
    }

  return FALSE;
}

static gboolean
is_page (const Part *part, const char *address)
{
  return g_str_equal (part->type, "text/html") || g_str_equal (part->type, "application/xhtml+xml");
}

/* By where it was on the web, or as “cid:NAME” (RFC 2392). */
static gboolean
is_picture (const Part *part, const char *address)
{
  if (!g_str_has_prefix (part->type, "image/"))
    return FALSE;
  if (g_str_has_prefix (address, "cid:"))
    return g_strcmp0 (part->id, address + strlen ("cid:")) == 0;

  return g_strcmp0 (part->address, address) == 0;
}

static gboolean
find_in (Piece piece, const Search *search, guint depth, Part *found)
{
  g_auto (Part) part = { 0 };

  if (depth > DL_MHTML_MAX_DEPTH)
    return FALSE;
  read_part (&part, piece);
  if (part.boundary != NULL && part.type != NULL && g_str_has_prefix (part.type, "multipart/"))
    return find_in_parts (part.body, part.boundary, search, depth, found);
  if (part.type == NULL || !search->test (&part, search->address))
    return FALSE;

  *found = part;
  part = (Part){ 0 };

  return TRUE;
}

/**
 * dl_mhtml_is_mhtml:
 *
 * Tells whether @bytes begin with the headers of a MIME message of several parts.
 */
gboolean
dl_mhtml_is_mhtml (GBytes *bytes)
{
  gsize size, body;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *headers = NULL;
  g_autofree char *version = NULL, *type = NULL;

  if (size == 0 || !g_ascii_isalpha (*data))
    return FALSE;
  headers = dup_headers ((Piece){ data, MIN (size, 4096) }, &body);
  version = find ("^mime-version:[ \\t]*([0-9])", headers);
  type = find ("^content-type:[ \\t]*(multipart/)", headers);

  return version != NULL && type != NULL;
}

/* Where the page came from: its own part says so, or the browser that saved it. */
static char *
dup_address (Piece message, const Part *part)
{
  gsize body;
  g_autofree char *headers = dup_headers (message, &body);
  g_autofree char *saved = find ("^snapshot-content-location:[ \\t]*(https?://\\S+)", headers);

  return saved != NULL ? g_steal_pointer (&saved) : g_strdup (part->address);
}

/**
 * dl_mhtml_find_page:
 * @bytes: of which dl_mhtml_is_mhtml()
 * @address: (out) (optional) (nullable) (transfer full): where on the web the page was
 *
 * Returns: (transfer full): the page in it, or %NULL with %DL_ERROR_EMPTY set: there is none
 */
GBytes *
dl_mhtml_find_page (GBytes *bytes, char **address, GError **error)
{
  g_auto (Part) part = { 0 };
  g_autoptr (GBytes) page = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!find_in ((Piece){ data, size }, &(Search){ is_page, NULL }, 0, &part))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no page in this web archive. Save the page again, then "
                              "open it."));
      return NULL;
    }
  if (address != NULL)
    *address = dup_address ((Piece){ data, size }, &part);
  page = decode (&part);

  return mark_encoding (page, part.charset);
}

/**
 * dl_mhtml_find_picture:
 * @address: of a picture on the page in it
 * @archive: (type GBytes): as for dl_mhtml_find_page()
 *
 * A #DlPictureFinder.
 */
GBytes *
dl_mhtml_find_picture (const char *address, gpointer archive)
{
  g_auto (Part) part = { 0 };
  gsize size;
  const char *data = g_bytes_get_data (archive, &size);
  const Search search = { is_picture, address };

  return find_in ((Piece){ data, size }, &search, 0, &part) ? decode (&part) : NULL;
}

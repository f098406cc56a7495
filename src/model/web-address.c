/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "web-address.h"

#include <string.h>

/* Addresses that may be opened: “https://…”, “mailto:…”, and where a text spells them out.  No other
 * scheme is one: what an article brings along is not to start programs. */

static const char *const SCHEMES[] = { "https://", "http://", "mailto:" };

/* Returns: length of the scheme that begins at @at, or 0 */
static gsize
match_scheme (const char *at, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (SCHEMES); i++)
    {
      const gsize n = strlen (SCHEMES[i]);

      if (length > n && g_ascii_strncasecmp (at, SCHEMES[i], n) == 0)
        return n;
    }

  return 0;
}

/* Words follow each other without spaces, or endings stand after foreign words. */
static gboolean
runs_on (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
      return TRUE;
    default:
      return FALSE;
    }
}

/* RFC 3986, appendix A; beyond ASCII letters and digits, as RFC 3987 has them, where the text
 * around does not go on in the same letters. */
static gboolean
is_allowed (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) || (c != 0 && strchr ("-._~:/?#[]@!$&'()*+,;=%", c) != NULL)
                  : g_unichar_isalnum (c) && !runs_on (c);
}

/* A full stop or a bracket that belongs to the sentence around. */
static const char *
drop_punctuation (const char *start, const char *end)
{
  guint n_open = 0, n_closed = 0;

  for (const char *p = start; p < end; p++)
    {
      n_open += *p == '(';
      n_closed += *p == ')';
    }
  for (; end > start; end--)
    if (end[-1] == ')' && n_closed > n_open)
      n_closed--;
    else if (strchr (".,;:!?'*", end[-1]) == NULL)
      break;

  return end;
}

/* Returns: where the address ends that begins with @scheme bytes at @start; @start: it is none */
static const char *
find_end (const char *start, gsize scheme, const char *limit)
{
  const char *end = start + scheme;

  while (end < limit && end - start < DL_WEB_ADDRESS_MAX && is_allowed (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end - start >= DL_WEB_ADDRESS_MAX)
    return start;
  end = drop_punctuation (start + scheme, end);

  return end > start + scheme ? end : start;
}

static gboolean
is_in_word (const char *text, const char *at)
{
  return at > text && g_ascii_isalnum (at[-1]);
}

/**
 * dl_web_address_is_allowed:
 * @address: UTF-8
 *
 * Returns: whether it may be opened: of the web or of mail, of no more than %DL_WEB_ADDRESS_MAX
 *   bytes, without white space and without characters that are not to be seen
 */
gboolean
dl_web_address_is_allowed (const char *address)
{
  const gsize length = strlen (address);

  if (length >= DL_WEB_ADDRESS_MAX || match_scheme (address, length) == 0)
    return FALSE;
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/**
 * dl_web_address_find:
 * @text: UTF-8, NUL-terminated
 * @from, @end: [@from, @end) is searched, whole characters
 * @address: (out): the first address there
 *
 * Returns: whether there is one
 */
gboolean
dl_web_address_find (const char *text, gsize from, gsize end, DlSpan *address)
{
  const char *limit = text + end;

  /* Each scheme has a colon, which is rare. */
  for (const char *colon = memchr (text + from, ':', end - from); colon != NULL;
       colon = memchr (colon + 1, ':', limit - colon - 1))
    for (gsize back = MIN ((gsize) (colon - text) - from, strlen ("mailto"));
         back >= strlen ("http"); back--)
      {
        const char *start = colon - back;
        const gsize scheme = match_scheme (start, limit - start);
        const char *after = scheme > back ? find_end (start, scheme, limit) : start;

        if (after > colon && !is_in_word (text, start))
          {
            *address = (DlSpan){ start - text, after - text };
            return TRUE;
          }
      }

  return FALSE;
}

/**
 * dl_web_address_find_at:
 * @length: of @text, bytes
 * @byte: the start of a character
 * @address: (out): the address that holds it
 *
 * Returns: whether there is one
 */
gboolean
dl_web_address_find_at (const char *text, gsize length, gsize byte, DlSpan *address)
{
  gsize from = byte, end = byte;

  while (from > 0 && byte - from < DL_WEB_ADDRESS_MAX && !g_ascii_isspace (text[from - 1]))
    from--;
  while ((text[from] & 0xc0) == 0x80 && from < byte)
    from++;
  while (end < length && end - byte < DL_WEB_ADDRESS_MAX && !g_ascii_isspace (text[end]))
    end++;
  while (end < length && (text[end] & 0xc0) == 0x80)
    end++;

  for (; dl_web_address_find (text, from, end, address); from = address->end)
    if (byte >= address->start && byte < address->end)
      return TRUE;

  return FALSE;
}

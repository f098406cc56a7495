/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "request.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* Reads one JSON object (RFC 8259) and keeps four members of it.  Not json-glib: what it
 * makes of a lone surrogate swallows the next character, it ends a string at \u0000, and
 * positions in what it gives would no longer be positions in what was sent. */
typedef struct
{
  const char *at;
  const char *end;
  guint depth;
} Reader;

#define REPLACEMENT 0xfffd

static void
skip_space (Reader *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
}

/* Also skips the space behind it. */
static gboolean
read_sign (Reader *self, char sign)
{
  if (self->at == self->end || *self->at != sign)
    return FALSE;

  self->at++;
  skip_space (self);
  return TRUE;
}

static gboolean
read_hex (Reader *self, gunichar *value)
{
  *value = 0;
  if (self->end - self->at < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (!g_ascii_isxdigit (*self->at))
        return FALSE;
      *value = *value * 16 + g_ascii_xdigit_value (*self->at);
    }

  return TRUE;
}

/* The four digits behind “\u”, and the second half of a pair; half a pair alone counts as
 * one code point, and becomes U+FFFD. */
static gboolean
read_code_point (Reader *self, gunichar *value)
{
  Reader ahead;
  gunichar low;

  if (!read_hex (self, value) || *value == 0)
    return FALSE;
  if (*value < 0xd800 || *value > 0xdfff)
    return TRUE;

  ahead = *self;
  if (*value < 0xdc00 && self->end - self->at > 2 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      ahead.at += 2;
      if (read_hex (&ahead, &low) && low >= 0xdc00 && low <= 0xdfff)
        {
          *value = 0x10000 + ((*value - 0xd800) << 10) + (low - 0xdc00);
          *self = ahead;
          return TRUE;
        }
    }

  *value = REPLACEMENT;
  return TRUE;
}

static gboolean
read_escape (Reader *self, GString *out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  gunichar value;
  const char *found;
  char letter;

  if (self->at == self->end)
    return FALSE;

  letter = *self->at++;
  if (letter == 'u')
    {
      if (!read_code_point (self, &value))
        return FALSE;
      g_string_append_unichar (out, value);
      return TRUE;
    }

  found = strchr (letters, letter);
  if (found == NULL)
    return FALSE;
  g_string_append_c (out, meanings[found - letters]);
  return TRUE;
}

/* Also skips the space behind it. */
static gboolean
read_string (Reader *self, GString *out)
{
  if (self->at == self->end || *self->at != '"')
    return FALSE;

  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      const char *from = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (out, from, self->at - from);

      if (self->at == self->end || *self->at == '"')
        continue;
      if (*self->at++ != '\\' || !read_escape (self, out))
        return FALSE;
    }

  return read_sign (self, '"');
}

static gboolean
read_digits (Reader *self)
{
  const char *from = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at > from;
}

static gboolean
read_number (Reader *self)
{
  if (self->at < self->end && *self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0')
    self->at++;
  else if (!read_digits (self))
    return FALSE;

  if (self->at < self->end && *self->at == '.')
    {
      self->at++;
      if (!read_digits (self))
        return FALSE;
    }

  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!read_digits (self))
        return FALSE;
    }

  skip_space (self);
  return TRUE;
}

static gboolean
read_word (Reader *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0)
        {
          self->at += length;
          skip_space (self);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean read_value (Reader *self, GString *scratch);

/* An object or array of which nothing is kept. */
static gboolean
read_nested (Reader *self, char open, char close, GString *scratch)
{
  gboolean is_object = open == '{';

  if (!read_sign (self, open) || ++self->depth > DL_REQUEST_MAX_DEPTH)
    return FALSE;

  if (!read_sign (self, close))
    {
      do
        {
          g_string_truncate (scratch, 0);
          if (is_object && !(read_string (self, scratch) && read_sign (self, ':')))
            return FALSE;
          if (!read_value (self, scratch))
            return FALSE;
        }
      while (read_sign (self, ','));
      if (!read_sign (self, close))
        return FALSE;
    }

  self->depth--;
  return TRUE;
}

/* Any value; that of a string is left in @scratch. */
static gboolean
read_value (Reader *self, GString *scratch)
{
  g_string_truncate (scratch, 0);
  if (self->at == self->end)
    return FALSE;

  switch (*self->at)
    {
    case '"':
      return read_string (self, scratch);
    case '{':
      return read_nested (self, '{', '}', scratch);
    case '[':
      return read_nested (self, '[', ']', scratch);
    case 't':
    case 'f':
    case 'n':
      return read_word (self);
    default:
      return read_number (self);
    }
}

static gboolean
set_wrong_kind (GError **error, const char *key)
{
  /* TRANSLATORS: %s is the name of a member of a JSON object: text, dct, lang */
  g_set_error (error, DL_ERROR, DL_ERROR_SYNTAX, _ ("The “%s” of this line is not a string."), key);
  return FALSE;
}

/* Takes over what is wanted of a member whose value was read from @from on. */
static gboolean
keep (DlRequest *self,
      const char *key,
      const char *from,
      const char *to,
      GString *value,
      GError **error)
{
  char **member = NULL;

  if (g_str_equal (key, "id"))
    {
      g_free (self->id);
      self->id = g_strchomp (g_strndup (from, to - from));
      return TRUE;
    }

  if (g_str_equal (key, "text"))
    member = &self->text;
  else if (g_str_equal (key, "dct"))
    member = &self->dct;
  else if (g_str_equal (key, "lang"))
    member = &self->lang;
  if (member == NULL)
    return TRUE;

  g_clear_pointer (member, g_free);
  if (*from == 'n')
    return TRUE;
  if (*from != '"')
    return set_wrong_kind (error, key);

  *member = g_strndup (value->str, value->len);
  return TRUE;
}

static gboolean
read_members (DlRequest *self, Reader *reader, GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);

  skip_space (reader);
  if (!read_sign (reader, '{'))
    return FALSE;
  if (read_sign (reader, '}'))
    return reader->at == reader->end;

  do
    {
      const char *from;

      g_string_truncate (key, 0);
      if (!read_string (reader, key) || !read_sign (reader, ':'))
        return FALSE;
      from = reader->at;
      if (!read_value (reader, value) || !keep (self, key->str, from, reader->at, value, error))
        return FALSE;
    }
  while (read_sign (reader, ','));

  return read_sign (reader, '}') && reader->at == reader->end;
}

/**
 * dl_request_parse:
 * @self: where to keep what was read; whatever it holds before is not freed
 * @line: a JSON object, UTF-8
 * @length: its length in bytes
 * @error: return location
 *
 * Of two members of one name the last counts.  If the line is bad, @self holds what was
 * read before the fault, its id above all.
 *
 * Returns: whether it is an object with a text; if not, %DL_ERROR_ENCODING or
 *   %DL_ERROR_SYNTAX is set
 */
gboolean
dl_request_parse (DlRequest *self, const char *line, gsize length, GError **error)
{
  Reader reader = { line, line + length, 0 };
  GError *fault = NULL;

  *self = (DlRequest){ .id = g_strdup ("null") };
  if (!g_utf8_validate_len (line, length, NULL))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_ENCODING, _ ("This line is not UTF-8."));
      return FALSE;
    }

  if (!read_members (self, &reader, &fault))
    {
      if (fault != NULL)
        g_propagate_error (error, fault);
      else
        g_set_error (error, DL_ERROR, DL_ERROR_SYNTAX,
                     _ ("This line is not a JSON object: it goes wrong at byte %zu."),
                     (gsize) (reader.at - line) + 1);
      return FALSE;
    }
  if (self->text == NULL)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX, _ ("This line has no “text”."));
      return FALSE;
    }

  return TRUE;
}

/**
 * dl_request_clear:
 * @self: a request
 *
 * Frees what it holds.
 */
void
dl_request_clear (DlRequest *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->dct, g_free);
  g_clear_pointer (&self->lang, g_free);
}

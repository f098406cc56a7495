/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fold.h"

#include <string.h>

/* Rooms for one more character: the longest fold is “ß” to “ss”, the longest character 4 bytes. */
#define ROOM 8

DlFold *
dl_fold_new (void)
{
  return g_new0 (DlFold, 1);
}

void
dl_fold_free (DlFold *self)
{
  g_free (self->text);
  g_free (self->flags);
  g_free (self->source);
  g_free (self);
}

static void
reserve (DlFold *self, gsize size)
{
  if (size <= self->allocated)
    return;

  self->allocated = MAX (size, self->allocated * 2);
  self->text = g_realloc (self->text, self->allocated);
  self->flags = g_realloc (self->flags, self->allocated);
  self->source = g_renew (guint32, self->source, self->allocated);
}

static void
append (DlFold *self, gunichar c, DlCharFlags flags, guint32 source)
{
  int length;

  reserve (self, self->length + ROOM);
  length = g_unichar_to_utf8 (c, self->text + self->length);
  for (int i = 0; i < length; i++)
    {
      self->flags[self->length] = flags | (i > 0 ? DL_CHAR_INSIDE : 0);
      self->source[self->length++] = source;
    }
}

static gunichar
pop (DlFold *self, DlCharFlags *flags, guint32 *source)
{
  gsize start = self->length;

  while (start > 0 && (self->flags[--start] & DL_CHAR_INSIDE))
    ;
  self->length = start;
  *flags = self->flags[start];
  *source = self->source[start];

  return g_utf8_get_char (self->text + start);
}

/* The tone mark of “oa”, “oe” and “uy” stands on the first vowel in the old spelling and
 * on the second in the new one; both are in use.  The new one is kept. */
static gboolean
move_tone (gunichar first, gunichar second, gunichar *new_first, gunichar *new_second)
{
  static const gunichar o[] = { 0xf2, 0xf3, 0x1ecf, 0xf5, 0x1ecd };
  static const gunichar u[] = { 0xf9, 0xfa, 0x1ee7, 0x169, 0x1ee5 };
  static const gunichar a[] = { 0xe0, 0xe1, 0x1ea3, 0xe3, 0x1ea1 };
  static const gunichar e[] = { 0xe8, 0xe9, 0x1ebb, 0x1ebd, 0x1eb9 };
  static const gunichar y[] = { 0x1ef3, 0xfd, 0x1ef7, 0x1ef9, 0x1ef5 };
  const gunichar *from = second == 'y' ? u : o;
  const gunichar *to = second == 'y' ? y : second == 'a' ? a : e;

  if (second != 'a' && second != 'e' && second != 'y')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (o); i++)
    {
      if (first == from[i])
        {
          *new_first = second == 'y' ? 'u' : 'o';
          *new_second = to[i];
          return TRUE;
        }
    }

  return FALSE;
}

static gunichar
replace (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xff01 - '!';
  else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x301c || c == 0xff5e)
    return '-';
  else if (c == 0x2018 || c == 0x2019 || c == 0x2bc || c == 0x2032)
    return '\'';
  else if (c == 0x451 || c == 0x401) /* ё */
    return 0x435;
  else if (c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671) /* alef with a sign */
    return 0x627;
  else if (c == 0x649) /* final ya without dots */
    return 0x64a;
  else if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9))
    return '0' + g_unichar_digit_value (c);
  else if (c == 0x60c || c == 0x66b || c == 0x66c) /* comma, marks in numbers */
    return ',';
  else if (c == 0x130) /* dotted capital I */
    return 'i';

  return g_unichar_tolower (c);
}

static gboolean
is_ignored (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0x640 || (c >= 0x64b && c <= 0x65f) ||
         c == 0x670;
}

static gboolean
is_single (gunichar c)
{
  return (c >= 0x0e00 && c <= 0x0eff) || /* Thai, Lao */
         (c >= 0x1000 && c <= 0x109f) || /* Burmese */
         (c >= 0x1780 && c <= 0x17ff) || /* Khmer */
         (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30ff) ||
         (c >= 0x31f0 && c <= 0x31ff) || (c >= 0x3400 && c <= 0x4dbf) ||
         (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3134f);
}

/* A numeral in Chinese characters, of those below 10,000. */
static gboolean
is_numeral (gunichar c)
{
  static const gunichar numerals[] = { 0x3007, 0x4e00, 0x4e03, 0x4e09, 0x4e24, 0x4e5d,
                                       0x4e8c, 0x4e94, 0x5169, 0x516b, 0x516d, 0x5341,
                                       0x5343, 0x5345, 0x56db, 0x5eff, 0x767e, 0x96f6 };
  guint low = 0, high = G_N_ELEMENTS (numerals);

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (numerals[middle] == c)
        return TRUE;
      if (numerals[middle] < c)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static DlCharFlags
classify (gunichar c)
{
  if (is_single (c))
    return DL_CHAR_LETTER | DL_CHAR_SINGLE | (is_numeral (c) ? DL_CHAR_DIGIT : 0);
  if ((c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff))
    return DL_CHAR_LETTER | DL_CHAR_SINGLE | DL_CHAR_HANGUL;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
      return DL_CHAR_LETTER | DL_CHAR_UPPER;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return DL_CHAR_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
      return DL_CHAR_DIGIT;
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_CONTROL:
      return DL_CHAR_SPACE;
    default:
      return 0;
    }
}

static void
append_space (DlFold *self, guint32 source)
{
  if (self->length > 0 && (self->flags[self->length - 1] & DL_CHAR_SPACE))
    return;

  append (self, ' ', DL_CHAR_SPACE, source);
}

/* Joins a combining mark with the character before it. */
static gboolean
join (DlFold *self, gunichar c)
{
  DlCharFlags flags;
  guint32 source;
  gunichar first, joined;

  if (self->length == 0 || c < 0x300 || c > 0x36f)
    return FALSE;

  first = pop (self, &flags, &source);
  if (!g_unichar_compose (first, c, &joined))
    {
      append (self, first, flags, source);
      return FALSE;
    }
  append (self, joined, flags, source);

  return TRUE;
}

static void
append_char (DlFold *self, gunichar c, guint32 source)
{
  DlCharFlags flags = classify (c);
  gunichar folded;

  if (flags & DL_CHAR_SPACE)
    {
      append_space (self, source);
      return;
    }
  if (is_ignored (c) || join (self, c))
    return;

  folded = replace (c);
  if (folded == 0xdf)
    {
      append (self, 's', flags, source);
      folded = 's';
    }
  else if (c >= 0xff10 && c <= 0xff19)
    flags = DL_CHAR_DIGIT;
  append (self, folded, flags, source);
}

/* Appends “a”, “e” or “y” that follows a character beyond ASCII. */
static void
append_vowel (DlFold *self, gunichar vowel, DlCharFlags flags, guint32 source)
{
  DlCharFlags first_flags;
  guint32 first_source;
  gunichar first = pop (self, &first_flags, &first_source);

  move_tone (first, vowel, &first, &vowel);
  append (self, first, first_flags, first_source);
  append (self, vowel, flags, source);
}

/* Marks where tokens begin: a run of letters, a run of digits, any other character. */
static void
mark_tokens (DlFold *self)
{
  DlCharFlags before = 0;

  for (gsize i = 0; i < self->length; i++)
    {
      const DlCharFlags flags = self->flags[i];

      if (flags == DL_CHAR_LETTER && before == DL_CHAR_LETTER)
        continue;
      if (flags & (DL_CHAR_INSIDE | DL_CHAR_SPACE))
        {
          if (flags & DL_CHAR_SPACE)
            before = 0;
          continue;
        }
      if ((flags & DL_CHAR_SINGLE) || (before & DL_CHAR_SINGLE) ||
          !(flags & before & (DL_CHAR_LETTER | DL_CHAR_DIGIT)))
        self->flags[i] |= DL_CHAR_TOKEN;
      before = flags;
    }
}

static DlCharFlags
classify_ascii (guchar c)
{
  if (g_ascii_isalpha (c))
    return DL_CHAR_LETTER | (c <= 'Z' ? DL_CHAR_UPPER : 0);

  return g_ascii_isdigit (c) ? DL_CHAR_DIGIT : 0;
}

static gboolean
is_plain (guchar c)
{
  return c > ' ' && c < 0x80;
}

/* Appends the characters from @p on as long as they are ASCII and no blanks: most of most
 * texts.  Returns: the first that is not */
static const char *
append_plain (DlFold *self, const char *text, const char *p, const char *end)
{
  char *folded = self->text + self->length;
  guint8 *flags = self->flags + self->length;
  guint32 *source = self->source + self->length;
  gsize n = 0;

  for (; p < end && is_plain (*p); p++, n++)
    {
      const guchar c = *p;
      const gboolean is_capital = (guint) c - 'A' < 26;

      folded[n] = is_capital ? c + ('a' - 'A') : c;
      flags[n] = is_capital             ? DL_CHAR_LETTER | DL_CHAR_UPPER
                 : (guint) c - 'a' < 26 ? DL_CHAR_LETTER
                                        : classify_ascii (c);
      source[n] = p - text;
    }
  self->length += n;

  return p;
}

/* “a”, “e” or “y” after a character beyond ASCII, which may bear its tone mark. */
static gboolean
is_second_vowel (const DlFold *self, guchar c)
{
  const guchar lower = c | 0x20;

  return (lower == 'a' || lower == 'e' || lower == 'y') && self->length > 0 &&
         (guchar) self->text[self->length - 1] >= 0x80;
}

/**
 * dl_fold_set:
 * @text: valid UTF-8, @length bytes, less than 4 GiB
 *
 * Makes @self the folded view of @text.  Its memory is used again.
 */
void
dl_fold_set (DlFold *self, const char *text, gsize length)
{
  const char *end = text + length;

  g_return_if_fail (length < G_MAXUINT32);

  self->length = 0;
  reserve (self, length + ROOM);
  for (const char *p = text; p < end;)
    {
      const guchar c = *p;

      if (is_plain (c) && !is_second_vowel (self, c))
        {
          p = append_plain (self, text, p, end);
          continue;
        }
      if (is_plain (c))
        append_vowel (self, c | 0x20, classify_ascii (c), p - text);
      else if (c <= ' ')
        append_space (self, p - text);
      else
        append_char (self, g_utf8_get_char (p), p - text);
      p = g_utf8_next_char (p);
      reserve (self, self->length + (end - p) + ROOM);
    }
  mark_tokens (self);
  self->source[self->length] = length;
}

/**
 * dl_fold_string:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text folded, without blanks at its ends
 */
char *
dl_fold_string (const char *text)
{
  g_autoptr (DlFold) fold = dl_fold_new ();

  dl_fold_set (fold, text, strlen (text));

  return g_strstrip (g_strndup (fold->text, fold->length));
}

/**
 * dl_fold_get_source:
 * @start: first byte in the folded text
 * @end: the byte after the last, at the end of a character
 *
 * Returns: the same piece in the text that was folded
 */
DlSpan
dl_fold_get_source (const DlFold *self, gsize start, gsize end)
{
  return (DlSpan){ self->source[start], self->source[end] };
}

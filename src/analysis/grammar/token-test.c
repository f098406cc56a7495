/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "token-test.h"

#include <string.h>

/* What one token is asked for by a pattern, so far as that looks at no table. */

static gboolean
is_quote (DlPassage *passage, const DlToken *token, gboolean opening)
{
  static const char *const open[] = { "\"", "“", "„", "«", "‹", "「", "『", "《", "〈", "'" };
  static const char *const close[] = { "\"", "”", "“", "»", "›", "」", "』", "》", "〉", "'" };
  const char *text = passage->matcher->fold->text + token->start;
  const gsize length = token->end - token->start;

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      const char *mark = opening ? open[i] : close[i];

      if (strlen (mark) == length && memcmp (mark, text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether the token is a numeral in Chinese characters, or a part of one */
gboolean
dl_token_test_is_numeral (const DlToken *token)
{
  return (token->flags & (DL_CHAR_DIGIT | DL_CHAR_SINGLE)) == (DL_CHAR_DIGIT | DL_CHAR_SINGLE);
}

/**
 * dl_token_test_read_number:
 * @value: (out)
 * @digits: (out): so many it has
 *
 * Returns: whether the token is a number of at most nine digits of any script, and no
 *   part of a numeral in Chinese characters
 */
gboolean
dl_token_test_read_number (DlPassage *passage, const DlToken *token, guint *value, guint *digits)
{
  const char *text = passage->matcher->fold->text;

  *value = *digits = 0;
  if (!(token->flags & DL_CHAR_DIGIT) || token->end - token->start > 36 ||
      dl_token_test_is_numeral (token))
    return FALSE;

  for (const char *p = text + token->start; p < text + token->end; p = g_utf8_next_char (p))
    {
      *value =
        *value * 10 + (g_ascii_isdigit (*p) ? (guint) (*p - '0')
                                            : (guint) g_unichar_digit_value (g_utf8_get_char (p)));
      if (++*digits > 9)
        return FALSE;
    }

  return TRUE;
}

/* A part of a numeral counts, until all of it is read. */
static gboolean
is_number (DlPassage *passage, const DlNodeRecord *node, const DlToken *token)
{
  guint value, digits;

  if (dl_token_test_is_numeral (token))
    return TRUE;

  return dl_token_test_read_number (passage, token, &value, &digits) && value >= node->a &&
         value <= node->b && (node->c == 0 || node->c == digits);
}

static gboolean
is_upper (DlPassage *passage, const DlToken *token)
{
  guint letters = 0;

  if (!(token->flags & DL_CHAR_UPPER))
    return FALSE;

  for (guint32 i = token->start; i < token->end; i++)
    {
      guint8 flags = passage->matcher->fold->flags[i];

      if (flags & DL_CHAR_INSIDE)
        continue;
      if (!(flags & DL_CHAR_UPPER))
        return FALSE;
      letters++;
    }

  return letters >= 2;
}

static gboolean
is_of_script (DlPassage *passage, const DlToken *token, DlNodeOp op)
{
  gunichar c;

  if ((token->flags & (DL_CHAR_SINGLE | DL_CHAR_HANGUL)) != DL_CHAR_SINGLE)
    return FALSE;
  c = g_utf8_get_char (passage->matcher->fold->text + token->start);
  if (op == DL_NODE_KATAKANA)
    return c >= 0x30a1 && c <= 0x30ff && c != 0x30fb;

  return c >= 0x3400 || c == 0x3005;
}

/* Returns: whether one token is what a node asks for that looks at no table; of a numeral
 *   in Chinese characters, which may be longer, whether it may begin there */
gboolean
dl_token_test_accepts (DlPassage *passage, const DlNodeRecord *node, const DlToken *token)
{
  const guint16 flags = token->flags;

  switch (node->op)
    {
    case DL_NODE_LITERAL:
      return token->literal == node->a;
    case DL_NODE_NUMBER:
      return is_number (passage, node, token);
    case DL_NODE_CAPITALISED:
      return (flags & DL_CHAR_UPPER) != 0;
    case DL_NODE_UPPER:
      return is_upper (passage, token);
    case DL_NODE_LOWER:
      return (flags & DL_CHAR_LETTER) && !(flags & DL_CHAR_UPPER);
    case DL_NODE_WORD:
      return (flags & DL_CHAR_LETTER) != 0;
    case DL_NODE_ANY:
      return TRUE;
    case DL_NODE_INITIAL:
      return dl_passage_is_initial (passage, token);
    case DL_NODE_HAN:
    case DL_NODE_KATAKANA:
      return is_of_script (passage, token, node->op);
    case DL_NODE_OPEN_QUOTE:
      return is_quote (passage, token, TRUE);
    case DL_NODE_CLOSE_QUOTE:
      return is_quote (passage, token, FALSE);
    default:
      return FALSE;
    }
}

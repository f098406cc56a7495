/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "numeral.h"

/* Numbers in Chinese characters, as Chinese, Japanese and Korean write them up to 9999:
 * with the names of the powers of ten (二千零二十一, 二十五, 廿五), or digit by digit, which
 * is common for years (二〇二一, 八〇). */

/* Returns: the digit, 10, 100 or 1000; -1 if @c is none.  廿 and 卅 are 20 and 30. */
static int
get_numeral (gunichar c)
{
  switch (c)
    {
    case 0x3007: /* 〇 */
    case 0x96f6: /* 零 */
      return 0;
    case 0x4e00: /* 一 */
      return 1;
    case 0x4e8c: /* 二 */
    case 0x4e24: /* 两 */
    case 0x5169: /* 兩 */
      return 2;
    case 0x4e09: /* 三 */
      return 3;
    case 0x56db: /* 四 */
      return 4;
    case 0x4e94: /* 五 */
      return 5;
    case 0x516d: /* 六 */
      return 6;
    case 0x4e03: /* 七 */
      return 7;
    case 0x516b: /* 八 */
      return 8;
    case 0x4e5d: /* 九 */
      return 9;
    case 0x5341: /* 十 */
      return 10;
    case 0x5eff: /* 廿 */
      return 20;
    case 0x5345: /* 卅 */
      return 30;
    case 0x767e: /* 百 */
      return 100;
    case 0x5343: /* 千 */
      return 1000;
    default:
      return -1;
    }
}

/* Digit by digit: years, and decades such as 八〇; “三四” is “three or four”. */
static gboolean
read_positional (const char *text, gsize length, guint *value, guint *digits)
{
  int last = -1;

  *value = *digits = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      last = get_numeral (g_utf8_get_char (p));
      if (last < 0 || last > 9 || ++*digits > 4)
        return FALSE;
      *value = *value * 10 + last;
    }

  return *digits == 1 || *digits == 4 || (*digits == 2 && last == 0);
}

static gboolean
read_powers (const char *text, gsize length, guint *value)
{
  int digit = -1, power = 10000;

  *value = 0;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const int numeral = get_numeral (g_utf8_get_char (p));
      const int unit = numeral == 20 || numeral == 30 ? 10 : numeral;

      if (numeral < 0 || (numeral < 10 && digit > 0) || (numeral >= 10 && unit >= power))
        return FALSE;
      if (numeral < 10)
        {
          digit = numeral;
          continue;
        }
      *value += numeral > unit ? numeral : (digit > 0 ? digit : 1) * unit;
      power = unit;
      digit = -1;
    }
  *value += MAX (digit, 0);

  return TRUE;
}

/**
 * dl_numeral_read:
 * @text: valid UTF-8, @length bytes, nothing but a numeral
 * @value: (out): what it says, 0 to 9999
 * @digits: (out): how many decimal digits it has
 *
 * Returns: whether @text is a number in Chinese characters
 */
gboolean
dl_numeral_read (const char *text, gsize length, guint *value, guint *digits)
{
  if (length == 0)
    return FALSE;
  if (read_positional (text, length, value, digits))
    return TRUE;
  if (!read_powers (text, length, value))
    return FALSE;
  *digits = *value < 10 ? 1 : *value < 100 ? 2 : *value < 1000 ? 3 : 4;

  return TRUE;
}

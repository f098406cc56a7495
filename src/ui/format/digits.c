/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "digits.h"

#include <string.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>

#include "interface-locale.h"

/* Numbers in the digits of the interface's locale, so that a count and the date beside it look
 * alike: printf knows 0 to 9 alone. */

#define N_DIGITS 10

/* Fills @digits with those that are usual in @locale; 0 to 9 where numbers are not written
 * with ten digits. */
static void
find_digits (const char *locale, gunichar digits[N_DIGITS])
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_open (locale, &status);
  UChar described[2 * N_DIGITS + 1];
  int32_t length = 0, at = 0;

  for (guint i = 0; i < N_DIGITS; i++)
    digits[i] = '0' + i;

  if (U_SUCCESS (status) && !unumsys_isAlgorithmic (system) &&
      unumsys_getRadix (system) == N_DIGITS)
    length = unumsys_getDescription (system, described, G_N_ELEMENTS (described), &status);
  if (U_SUCCESS (status) && u_countChar32 (described, length) == N_DIGITS)
    for (guint i = 0; i < N_DIGITS; i++)
      {
        UChar32 digit;

        U16_NEXT (described, at, length, digit);
        digits[i] = digit;
      }
  unumsys_close (system);
}

/**
 * dl_digits_localize:
 * @text: UTF-8
 * @locale: an ICU locale
 *
 * Returns: (transfer full): @text with the digits 0 to 9 as @locale writes them
 */
char *
dl_digits_localize (const char *text, const char *locale)
{
  gunichar digits[N_DIGITS];
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  find_digits (locale, digits);
  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (out, digits[*p - '0']);
    else
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

/**
 * dl_digits_printf:
 * @format: as of printf(); no name goes in, for the digits of a name stay as they are
 *
 * Returns: (transfer full): what g_strdup_printf() returns, in the digits of the interface's
 *   locale
 */
char *
dl_digits_printf (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  return dl_digits_localize (text, dl_interface_locale ());
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "region-name.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

/* Names of countries where the tables have them in another script: they keep one list for
 * Chinese, and its first name is the simplified one. */

#define NAME_MAX_LENGTH 128

static gboolean
find_script (const char *locale, char script[ULOC_SCRIPT_CAPACITY])
{
  UErrorCode status = U_ZERO_ERROR;
  char full[ULOC_FULLNAME_CAPACITY];

  uloc_addLikelySubtags (locale, full, sizeof full, &status);
  uloc_getScript (full, script, ULOC_SCRIPT_CAPACITY, &status);

  return U_SUCCESS (status);
}

/* Whether readers of @locale write their language otherwise than most of its readers do. */
static gboolean
has_own_script (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char language[ULOC_LANG_CAPACITY], usual[ULOC_SCRIPT_CAPACITY], own[ULOC_SCRIPT_CAPACITY];

  uloc_getLanguage (locale, language, sizeof language, &status);

  return U_SUCCESS (status) && find_script (language, usual) && find_script (locale, own) &&
         strcmp (usual, own) != 0;
}

/**
 * dl_region_name_in_own_script:
 * @code: ISO 3166-1 alpha-2, or “EU”, “UN”
 * @locale: an ICU locale
 *
 * Returns: (transfer full) (nullable): the name that CLDR has of @code in the script of
 *   @locale; %NULL where that is the usual script of the language, or where there is no name
 */
char *
dl_region_name_in_own_script (const char *code, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UDisplayContext contexts[] = { UDISPCTX_LENGTH_SHORT, UDISPCTX_NO_SUBSTITUTE };
  ULocaleDisplayNames *names;
  UChar name[NAME_MAX_LENGTH];
  int32_t length = 0;

  g_return_val_if_fail (code != NULL, NULL);

  if (!has_own_script (locale))
    return NULL;

  names = uldn_openForContext (locale, contexts, G_N_ELEMENTS (contexts), &status);
  if (U_SUCCESS (status))
    length = uldn_regionDisplayName (names, code, name, NAME_MAX_LENGTH, &status);
  uldn_close (names);

  if (U_FAILURE (status) || length == 0 || length >= NAME_MAX_LENGTH)
    return NULL;

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

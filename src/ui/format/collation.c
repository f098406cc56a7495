/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "collation.h"

#include <string.h>
#include <unicode/ucol.h>

/* The order in which readers of a language look for names.  By ICU and not by the C library:
 * in a sandbox the library may have no table for the reader's language, and would sort Đ behind
 * Z. */

struct _DlCollation
{
  UCollator *collator; /* NULL where there is none: then bytes are compared */
};

/**
 * dl_collation_new:
 * @locale: an ICU locale; one without an order of its own gets that of Unicode
 */
DlCollation *
dl_collation_new (const char *locale)
{
  DlCollation *self = g_new0 (DlCollation, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->collator = ucol_open (locale, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&self->collator, ucol_close);

  return self;
}

void
dl_collation_free (DlCollation *self)
{
  g_clear_pointer (&self->collator, ucol_close);
  g_free (self);
}

/**
 * dl_collation_compare:
 * @a: UTF-8
 * @b: UTF-8
 *
 * Returns: less than, equal to or greater than 0, as strcmp() does
 */
int
dl_collation_compare (DlCollation *self, const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result;

  g_return_val_if_fail (self != NULL, 0);

  if (self->collator == NULL)
    return strcmp (a, b);

  result = ucol_strcollUTF8 (self->collator, a, -1, b, -1, &status);

  return result == UCOL_EQUAL ? strcmp (a, b) : result;
}

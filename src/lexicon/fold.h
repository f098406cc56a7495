/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

typedef enum
{
  DL_CHAR_LETTER = 1 << 0,
  DL_CHAR_DIGIT = 1 << 1, /* a numeral in Chinese characters is a letter and single too */
  DL_CHAR_UPPER = 1 << 2, /* a capital in the text that was folded */
  DL_CHAR_SPACE = 1 << 3,
  DL_CHAR_SINGLE = 1 << 4, /* of a script without spaces, or Hangul: a token by itself */
  DL_CHAR_HANGUL = 1 << 5, /* of a script with spaces, but particles follow the name */
  DL_CHAR_INSIDE = 1 << 6, /* not the first byte of its character */
  DL_CHAR_TOKEN = 1 << 7,  /* first byte of a token */
} DlCharFlags;

/**
 * DlFold:
 * @text: the folded text, UTF-8, not NUL-terminated
 * @flags: #DlCharFlags of each byte of @text
 * @source: for each byte of @text, and for its end, the byte of the text it came from
 * @length: bytes of @text
 *
 * A view of a text in which forms that mean the same name are the same bytes: composed
 * (NFC), lower case, one space for each run of white space, plain hyphens and
 * apostrophes, narrow forms, the tone mark of Vietnamese “khỏe” placed as in “khoẻ”, no
 * Arabic vowel signs, European digits.  The text itself is never rewritten; @source leads back to it.
 */
typedef struct
{
  char *text;
  guint8 *flags;
  guint32 *source;
  gsize length;
  gsize allocated;
} DlFold;

DlFold *dl_fold_new (void);
void dl_fold_free (DlFold *self);
void dl_fold_set (DlFold *self, const char *text, gsize length);
char *dl_fold_string (const char *text);
DlSpan dl_fold_get_source (const DlFold *self, gsize start, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFold, dl_fold_free)

G_END_DECLS

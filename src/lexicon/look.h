/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fold.h"

G_BEGIN_DECLS

/**
 * DlLook:
 *
 * A set of what one token may be: a bit per shape, and bits that the classes share, and
 * those that the literals share (a superimposed code: C. Mooers, “Zatocoding”, 1947).
 * Where what a pattern asks for and what a token is have no bit in common, the pattern
 * does not go on there.
 */
typedef guint64 DlLook;

#define DL_LOOK_DIGITS (G_GUINT64_CONSTANT (1) << 0)
#define DL_LOOK_CAPITAL (G_GUINT64_CONSTANT (1) << 1) /* letters, the first a capital */
#define DL_LOOK_LETTERS (G_GUINT64_CONSTANT (1) << 2) /* any other letters */
#define DL_LOOK_OTHER (G_GUINT64_CONSTANT (1) << 3)
#define DL_LOOK_END (G_GUINT64_CONSTANT (1) << 4) /* no token: the end of a sentence */
#define DL_LOOK_ANY (DL_LOOK_DIGITS | DL_LOOK_CAPITAL | DL_LOOK_LETTERS | DL_LOOK_OTHER)

static inline DlLook
dl_look_of_class (guint klass)
{
  return G_GUINT64_CONSTANT (1) << (5 + klass % 37);
}

static inline DlLook
dl_look_of_literal (guint literal)
{
  return G_GUINT64_CONSTANT (1) << (42 + literal % 22);
}

/* Returns: the shapes of a token by its #DlCharFlags; a numeral in Chinese characters has two */
static inline DlLook
dl_look_of_flags (guint flags)
{
  const DlLook digits = flags & DL_CHAR_DIGIT ? DL_LOOK_DIGITS : 0;

  if (flags & DL_CHAR_UPPER)
    return digits | DL_LOOK_CAPITAL;
  if (flags & DL_CHAR_LETTER)
    return digits | DL_LOOK_LETTERS;

  return digits != 0 ? digits : DL_LOOK_OTHER;
}

G_END_DECLS

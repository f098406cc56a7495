/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/**
 * DlSkeletonFormat:
 *
 * Writes dates of one locale by CLDR skeletons (“yMMMd”), keeping what ICU takes long to
 * open.  Belongs to the thread that asked for it.
 */
typedef struct _DlSkeletonFormat DlSkeletonFormat;

/* What dl_skeleton_format_point() writes in the place of a time zone, UTF-8; in no text. */
#define DL_SKELETON_ZONE "\uf8ff"

/**
 * DlNumberStyle:
 *
 * How dl_skeleton_format_number() writes a number: 20, 20th, XX.
 */
typedef enum
{
  DL_NUMBER_PLAIN,
  DL_NUMBER_ORDINAL,
  DL_NUMBER_ROMAN,
  DL_N_NUMBER_STYLES
} DlNumberStyle;

DlSkeletonFormat *dl_skeleton_format_get (const char *locale);
const char *dl_skeleton_format_get_locale (DlSkeletonFormat *self);

char *
dl_skeleton_format_point (DlSkeletonFormat *self, const DlDatePoint *point, const char *skeleton);
char *dl_skeleton_format_interval (DlSkeletonFormat *self,
                                   const DlDatePoint *start,
                                   const DlDatePoint *end,
                                   const char *skeleton);
char *dl_skeleton_format_number (DlSkeletonFormat *self, int number, DlNumberStyle style);

G_END_DECLS

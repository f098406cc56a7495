/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The reader's choices of how the article is set. */

/**
 * DlTypeface:
 *
 * In which face the article is set.
 */
typedef enum
{
  DL_TYPEFACE_SERIF,
  DL_TYPEFACE_SANS
} DlTypeface;

/**
 * DlSpacing:
 *
 * How far the lines of the article stand apart.
 */
typedef enum
{
  DL_SPACING_TIGHT,
  DL_SPACING_NORMAL,
  DL_SPACING_LOOSE,
  DL_N_SPACINGS
} DlSpacing;

/**
 * DlMeasure:
 *
 * How long the lines of the article may become.
 */
typedef enum
{
  DL_MEASURE_SHORT,
  DL_MEASURE_NORMAL,
  DL_MEASURE_LONG,
  DL_N_MEASURES
} DlMeasure;

#define DL_TYPE_SPACING (dl_spacing_get_type ())
GType dl_spacing_get_type (void);

#define DL_TYPE_MEASURE (dl_measure_get_type ())
GType dl_measure_get_type (void);

#define DL_TYPE_TYPEFACE (dl_typeface_get_type ())
GType dl_typeface_get_type (void);

guint dl_measure_get_chars (DlMeasure measure);
int dl_spacing_get_px (DlSpacing spacing);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/**
 * DlDateStyle:
 * @DL_DATE_STYLE_SHORT: “13–14 Oct”: no year where a day is given
 * @DL_DATE_STYLE_MEDIUM: “13–14 Oct 2021”
 * @DL_DATE_STYLE_LONG: “13–14 October 2021”
 */
typedef enum
{
  DL_DATE_STYLE_SHORT,
  DL_DATE_STYLE_MEDIUM,
  DL_DATE_STYLE_LONG
} DlDateStyle;

/**
 * DlAxisUnit:
 *
 * What one step of a time axis is.
 */
typedef enum
{
  DL_AXIS_MINUTE,
  DL_AXIS_DAY,
  DL_AXIS_MONTH,
  DL_AXIS_YEAR
} DlAxisUnit;

/**
 * DlAxisFlags:
 * @DL_AXIS_FULL: name the next greater unit too: “12 Oct”, “Jan 2021”
 * @DL_AXIS_YEARLESS: the year is not known; never write it
 */
typedef enum
{
  DL_AXIS_FULL = 1 << 0,
  DL_AXIS_YEARLESS = 1 << 1
} DlAxisFlags;

char *dl_date_format (DlDate *date, DlDateStyle style);
char *dl_date_format_for_locale (DlDate *date, DlDateStyle style, const char *locale);
char *dl_date_format_spoken (DlDate *date);
char *dl_date_format_spoken_for_locale (DlDate *date, const char *locale);

char *dl_date_format_axis (double day, DlAxisUnit unit, DlAxisFlags flags);
char *
dl_date_format_axis_for_locale (double day, DlAxisUnit unit, DlAxisFlags flags, const char *locale);

G_END_DECLS

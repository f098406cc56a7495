/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DL_YEAR_UNKNOWN G_MININT

typedef enum
{
  DL_DATE_APPROXIMATE = 1 << 0, /* “about”, EDTF “~” */
  DL_DATE_UNCERTAIN = 1 << 1,   /* “perhaps”, EDTF “?” */
} DlDateFlags;

/**
 * DlDatePoint:
 * @year: proleptic Gregorian, astronomical (0 is 1 BC), or %DL_YEAR_UNKNOWN
 * @year_digits: 4: a year; 3: a decade (@year is its first year); 2: a century
 * @month: 1 to 12; 21 to 24 for spring, summer, autumn, winter; 33 to 36 for the
 *   quarters (ISO 8601-2); 0: not given
 * @day: 1 to 31; 0: not given
 * @hour: 0 to 24; -1: not given
 * @minute: 0 to 59; -1: not given
 * @second: 0 to 60; -1: not given
 * @zone: minutes east of UTC, or %DL_ZONE_NONE
 *
 * One date to the precision it is known.
 */
typedef struct
{
  int year;
  gint8 year_digits;
  gint8 month;
  gint8 day;
  gint8 hour;
  gint8 minute;
  gint8 second;
  gint16 zone;
  DlDateFlags flags;
} DlDatePoint;

#define DL_ZONE_NONE G_MAXINT16
#define DL_DATE_POINT_INIT                                                                         \
  {                                                                                                \
    .year = DL_YEAR_UNKNOWN, .year_digits = 4, .hour = -1, .minute = -1, .second = -1,             \
    .zone = DL_ZONE_NONE                                                                           \
  }

/**
 * DlDate:
 *
 * An immutable, reference-counted date or interval of ISO 8601-2 (EDTF).  An interval
 * may be open at either end; both of its ends belong to it.
 */
typedef struct _DlDate DlDate;

#define DL_TYPE_DATE (dl_date_get_type ())
GType dl_date_get_type (void);

DlDate *dl_date_new (const DlDatePoint *point);
DlDate *dl_date_new_interval (const DlDatePoint *start, const DlDatePoint *end);
DlDate *dl_date_new_ymd (int year, int month, int day);
DlDate *dl_date_parse (const char *edtf, GError **error);
DlDate *dl_date_ref (DlDate *self);
void dl_date_unref (DlDate *self);

gboolean dl_date_is_interval (DlDate *self);
gboolean dl_date_is_yearless (DlDate *self);
const DlDatePoint *dl_date_get_start (DlDate *self);
const DlDatePoint *dl_date_get_end (DlDate *self);

char *dl_date_to_edtf (DlDate *self);
char *dl_date_to_timex (DlDate *self);
DlDate *dl_date_with_year (DlDate *self, int year);

gboolean dl_date_get_days (DlDate *self, gint64 *first, gint64 *after);
gboolean dl_date_overlaps (DlDate *a, DlDate *b);
gboolean dl_date_equal (DlDate *a, DlDate *b);
int dl_date_compare (DlDate *a, DlDate *b);

gint64 dl_date_day_from_civil (int year, int month, int day);
void dl_date_civil_from_day (gint64 day, int *year, int *month, int *mday);
int dl_date_days_in_month (int year, int month);
int dl_date_weekday (gint64 day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDate, dl_date_unref)

G_END_DECLS

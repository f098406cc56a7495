/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-count.h"

#include "date-shift.h"

/* A day so many days ago has just been. */
#define DAYS_JUST_BEEN 7

/* Nothing tells its date; TIMEX3 writes @timex for it. */
void
dl_date_count_set_open (DlDateCount *self, const char *timex)
{
  self->is_open = TRUE;
  self->timex = g_strdup (timex);
}

/* What TIMEX3 writes for a unit that cannot be counted. */
void
dl_date_count_set_open_unit (DlDateCount *self, const DlDateParts *parts)
{
  if (parts->is_vague)
    dl_date_count_set_open (self, parts->shift > 0 || parts->toward == DL_DATE_TOWARD_FUTURE
                                    ? "FUTURE_REF"
                                    : "PAST_REF");
  else if (parts->unit <= DL_DATE_UNIT_DAY)
    dl_date_count_set_open (self, "XXXX-XX-XX");
  else if (parts->unit <= DL_DATE_UNIT_WEEKEND)
    dl_date_count_set_open (self, parts->unit == DL_DATE_UNIT_WEEK ? "XXXX-WXX" : "XXXX-WXX-WE");
  else if (parts->unit <= DL_DATE_UNIT_QUARTER)
    dl_date_count_set_open (self, parts->unit == DL_DATE_UNIT_MONTH ? "XXXX-XX" : "XXXX-QX");
  else
    dl_date_count_set_open (self, "XXXX");
}

/* The Monday of a week, or the Saturday of its end, stands for all of it; a day that is
 * exact, for itself. */
void
dl_date_count_set_week (DlDateCount *self, gint64 day, gboolean is_weekend, gboolean is_exact)
{
  const gint64 thursday = dl_date_shift_get_monday (day) + 3;
  int year, month, mday;

  dl_date_civil_from_day (thursday, &year, &month, &mday);
  self->is_interval = !is_exact;
  dl_date_shift_set_day (&self->first, day);
  self->last = self->first;
  dl_date_shift_set_day (&self->last, day + (is_weekend ? 1 : 6));
  self->timex = g_strdup_printf ("%04d-W%02d%s", year,
                                 (int) ((thursday - dl_date_day_from_civil (year, 1, 1)) / 7 + 1),
                                 is_weekend ? "-WE" : "");
}

/* Whether the verb looks ahead to a day of the month, which may not just have been. */
static gboolean
is_to_come (int day, int today, int tense)
{
  return tense > 0 && day < today &&
         (tense != DL_DATE_TENSE_LIKELY || today - day > DAYS_JUST_BEEN);
}

/* “the 14th”: of the month of publication or of the one before or after it, whichever the
 * words or else the verb point at. */
void
dl_date_count_add_month (DlDateCount *self, const DlDateParts *parts, const DlDateContext *context)
{
  const int tense = parts->toward == DL_DATE_TOWARD_FUTURE ? 1
                    : parts->toward == DL_DATE_TOWARD_PAST ? -1
                                                           : context->tense;
  const gboolean from_text = context->now == NULL || context->is_history;
  const DlDatePoint *now = from_text ? context->then : context->now;
  DlDatePoint *point = &self->first;

  if (now == NULL || now->month < 1 || now->month > 12)
    return;
  point->month = now->month;
  point->year = now->year;
  if (now == context->now && now->day != 0 && tense <= 0 && point->day > now->day &&
      point->day - now->day > (tense < 0 ? 0 : 15))
    point->month--;
  else if (now == context->now && is_to_come (point->day, now->day, tense))
    point->month++;
  point->year += point->month == 13 ? 1 : point->month == 0 ? -1 : 0;
  point->month = point->month == 13 ? 1 : point->month == 0 ? 12 : point->month;
}

/* Returns: (transfer full) (nullable): the date, or the interval; %NULL if it is open */
DlDate *
dl_date_count_make_date (const DlDateCount *self)
{
  if (self->is_open)
    return NULL;

  return self->is_interval ? dl_date_new_interval (&self->first, &self->last)
                           : dl_date_new (&self->first);
}

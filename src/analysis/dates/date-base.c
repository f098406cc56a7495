/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-base.h"

#include "date-shift.h"

/* “That day” and the one before or after it go by the last day named, “three days later” by
 * the last date: if that is a month, by it; if a year, by publication; in history by the last
 * day named. */
static gboolean
is_by_day (const DlDateParts *parts, const DlDateContext *context)
{
  return parts->shift == 0 || context->then->day != 0 ||
         (parts->unit == DL_DATE_UNIT_DAY && ABS (parts->shift) == 1);
}

/* What the unit is counted from. */
static const DlDatePoint *
find_base (const DlDateParts *parts, const DlDateContext *context)
{
  const gboolean is_day = parts->unit <= DL_DATE_UNIT_WEEKEND;

  if (parts->base == DL_DATE_BASE_HERE && context->now != NULL && !context->is_history)
    return context->now;
  if (parts->base == DL_DATE_BASE_NOW || context->then == NULL)
    return context->now;
  if (is_day && context->day != NULL && is_by_day (parts, context))
    return context->day;

  if (!is_day || (context->then->month >= 1 && context->then->month <= 12))
    return context->then;
  if (context->is_history && context->day != NULL)
    return context->day;

  return context->now != NULL ? context->now : context->then;
}

/* A few days after some day of a month are told by the month at best. */
static gboolean
is_within_month (const DlDateParts *parts, const DlDatePoint *base)
{
  const int days = parts->unit == DL_DATE_UNIT_WEEK ? 7 : 1;

  return base->day == 0 && base->month >= 1 && base->month <= 12 &&
         (parts->unit == DL_DATE_UNIT_DAY || parts->unit == DL_DATE_UNIT_WEEK) &&
         parts->weekday == 0 && ABS (parts->shift) * days < 15;
}

/* “this weekend” beside a verb of the past is the last one, early in the week. */
static int
get_shift (const DlDateParts *parts, const DlDateContext *context, const DlDatePoint *base)
{
  const gboolean is_past = parts->unit == DL_DATE_UNIT_WEEKEND && parts->shift == 0 &&
                           parts->base == DL_DATE_BASE_NOW && context->tense < 0 &&
                           dl_date_shift_has_day (base) &&
                           dl_date_weekday (dl_date_shift_get_day (base)) <= 3;

  return is_past ? -1 : parts->shift;
}

/**
 * dl_date_base_count:
 * @count: (inout): nothing yet; its first date becomes the unit so many steps from the base
 * @parts: with a base
 *
 * Returns: whether there is something to count from
 */
gboolean
dl_date_base_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *base = find_base (parts, context);

  if (base != NULL)
    count->first = *base;
  if (base != NULL && !parts->is_vague && is_within_month (parts, base))
    return TRUE;
  if (base == NULL || parts->is_vague ||
      !dl_date_shift_point (&count->first, parts->unit, get_shift (parts, context, base),
                            parts->is_exact))
    {
      const DlDatePoint nothing = DL_DATE_POINT_INIT;

      count->first = nothing;
      return FALSE;
    }
  if (parts->is_same)
    count->first.month = base->month;

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-clock.h"

#include "time-zones.h"

/* Turns the time of an event into the reader's own, or UTC.
 *
 * 1. Only an instant is turned: a day of a known year with an hour in it, and a zone that
 *    is told (“9:00 GMT”), or that of the place in whose time the text says that it counts.
 *    A day by itself is none: it is two days elsewhere.
 * 2. An hour that a clock skips or strikes twice is none either: dl_time_zones_get_offset().
 * 3. Both ends of an interval are turned or neither.  What is not turned stays as told. */

#define DAY_S (24 * 60 * 60)

G_DEFINE_ENUM_TYPE (DlClock,
                    dl_clock,
                    G_DEFINE_ENUM_VALUE (DL_CLOCK_TOLD, "told"),
                    G_DEFINE_ENUM_VALUE (DL_CLOCK_READER, "reader"),
                    G_DEFINE_ENUM_VALUE (DL_CLOCK_UTC, "utc"))

/* The zone of the place where the event was; several where its country has them. */
static GPtrArray *
find_zones_of_place (const DlEventFields *fields, DlAnnotations *annotations)
{
  const DlEntityFields *place;

  if (fields->place >= dl_annotations_get_n_entities (annotations))
    return NULL;

  place = dl_entity_get_fields (dl_annotations_get_entity (annotations, fields->place));
  if (place->zone != NULL)
    return dl_time_zones_find (place->zone);
  if (place->countries == NULL || place->countries[0] == NULL || place->countries[1] != NULL)
    return NULL;

  return dl_time_zones_find (place->countries[0]);
}

static GPtrArray *
find_zones (const DlEventFields *fields, DlAnnotations *annotations)
{
  if (!fields->local_time)
    return NULL;
  if (fields->clock != NULL)
    return dl_time_zones_find (fields->clock);

  return find_zones_of_place (fields, annotations);
}

static gint64
get_seconds (const DlDatePoint *point)
{
  return dl_date_day_from_civil (point->year, point->month, point->day) * DAY_S +
         point->hour * 3600 + MAX (point->minute, 0) * 60 + MAX (point->second, 0);
}

/* By (1) and (2).  @seconds: of the point in UTC, since 1970 */
static gboolean
find_instant (const DlDatePoint *point,
              const DlEventFields *fields,
              DlAnnotations *annotations,
              gint64 *seconds)
{
  GPtrArray *zones;
  int offset;

  if (point->year == DL_YEAR_UNKNOWN || point->day == 0 || point->hour < 0)
    return FALSE;

  *seconds = get_seconds (point);
  if (point->zone != DL_ZONE_NONE)
    {
      *seconds -= point->zone * 60;
      return TRUE;
    }

  zones = find_zones (fields, annotations);
  if (zones == NULL || !dl_time_zones_get_offset (zones, *seconds, &offset))
    return FALSE;

  *seconds -= offset;
  return TRUE;
}

/* UTC is said beside the hour; whose time the reader's is, the notes of the event tell. */
static void
turn (DlDatePoint *point, gint64 instant, DlClock clock)
{
  int offset = clock == DL_CLOCK_UTC ? 0 : dl_time_zone_get_reader_offset (instant);
  gint64 seconds = instant + offset;
  gint64 day = seconds / DAY_S - (seconds % DAY_S < 0 ? 1 : 0);
  int rest = (int) (seconds - day * DAY_S);
  int month, mday;

  dl_date_civil_from_day (day, &point->year, &month, &mday);
  point->month = month;
  point->day = mday;
  point->hour = rest / 3600;
  if (point->minute >= 0 || rest % 3600 != 0)
    point->minute = rest / 60 % 60;
  if (point->second >= 0)
    point->second = rest % 60;
  point->zone = clock == DL_CLOCK_UTC ? 0 : DL_ZONE_NONE;
}

/* Leaves an open end as it is. */
static gboolean
turn_end (const DlDatePoint *told,
          DlDatePoint *point,
          const DlEventFields *fields,
          DlAnnotations *annotations,
          DlClock clock)
{
  gint64 instant;

  if (told == NULL)
    return TRUE;
  if (!find_instant (told, fields, annotations, &instant))
    return FALSE;

  *point = *told;
  turn (point, instant, clock);
  return TRUE;
}

static DlDate *
dup_turned (const DlEventFields *fields, DlAnnotations *annotations, DlClock clock)
{
  const DlDatePoint *first = dl_date_get_start (fields->date);
  const DlDatePoint *last = dl_date_get_end (fields->date);
  DlDatePoint start, end;

  if (!dl_date_is_interval (fields->date))
    return turn_end (first, &start, fields, annotations, clock) ? dl_date_new (&start) : NULL;
  if ((first == NULL && last == NULL) || !turn_end (first, &start, fields, annotations, clock) ||
      !turn_end (last, &end, fields, annotations, clock))
    return NULL;

  return dl_date_new_interval (first != NULL ? &start : NULL, last != NULL ? &end : NULL);
}

/**
 * dl_event_dup_date:
 *
 * Returns: (transfer full) (nullable): when the event was, by @clock: as the text tells it
 *   where its instant is not known; %NULL: the text does not say
 */
DlDate *
dl_event_dup_date (DlEvent *event, DlAnnotations *annotations, DlClock clock)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  DlDate *turned = NULL;

  if (fields->date == NULL)
    return NULL;
  if (clock != DL_CLOCK_TOLD)
    turned = dup_turned (fields, annotations, clock);

  return turned != NULL ? turned : dl_date_ref (fields->date);
}

/**
 * dl_event_has_instant:
 *
 * Returns: whether it is known when the event was by any clock, the reader's too
 */
gboolean
dl_event_has_instant (DlEvent *event, DlAnnotations *annotations)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autoptr (DlDate) turned =
    fields->date != NULL ? dup_turned (fields, annotations, DL_CLOCK_UTC) : NULL;

  return turned != NULL;
}

/**
 * dl_event_has_time:
 *
 * Returns: whether the text tells the hour of the event
 */
gboolean
dl_event_has_time (DlEvent *event)
{
  DlDate *date = dl_event_get_date (event);
  const DlDatePoint *start = date != NULL ? dl_date_get_start (date) : NULL;
  const DlDatePoint *end = date != NULL ? dl_date_get_end (date) : NULL;

  return (start != NULL && start->hour >= 0) || (end != NULL && end->hour >= 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-item.h"

/* Places an article's events on the line of days. */

/* Has a 29 February, and is nobody's guess: its number is never shown. */
#define ANY_YEAR 2000

static const DlDatePoint *
get_known_point (DlDate *date)
{
  return dl_date_get_start (date) != NULL ? dl_date_get_start (date) : dl_date_get_end (date);
}

static gboolean
find_year (DlDate *date, gboolean with_month, int *year)
{
  const DlDatePoint *point;

  if (date == NULL || dl_date_is_yearless (date))
    return FALSE;

  point = get_known_point (date);
  if (with_month && point->month == 0)
    return FALSE;

  *year = point->year;
  return TRUE;
}

static gboolean
find_event_year (DlAnnotations *annotations, gboolean with_month, int *year)
{
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    if (find_year (dl_event_get_date (dl_annotations_get_event (annotations, i)), with_month, year))
      return TRUE;

  return FALSE;
}

/* The year in which dates without one are drawn, so that they stand near the rest: that of
 * the article, else of the first event that is told to the month, else of any.  No label
 * tells it. */
static int
choose_reference_year (DlAnnotations *annotations)
{
  DlDate *published = dl_article_get_published (dl_annotations_get_article (annotations));
  int year = ANY_YEAR;

  if (!find_year (published, FALSE, &year) && !find_event_year (annotations, TRUE, &year))
    find_event_year (annotations, FALSE, &year);

  return year;
}

static double
get_fraction (const DlDatePoint *point)
{
  return (point->hour + MAX (point->minute, 0) / 60.0) / 24;
}

static void
set_ends (DlTimelineItem *item, DlDate *date, gint64 first, gint64 after)
{
  const DlDatePoint *start = dl_date_get_start (date);
  const DlDatePoint *end = dl_date_get_end (date);

  item->start = first;
  item->end = after;
  if ((start != NULL && start->hour >= 0) || (end != NULL && end->hour >= 0))
    item->flags |= DL_ITEM_TIMED;
  if (!dl_date_is_interval (date) && (after - first == 1 || start->hour >= 0))
    {
      item->flags |= DL_ITEM_POINT;
      item->start = item->end = first + (start->hour >= 0 ? get_fraction (start) : 0.5);
      return;
    }
  if (start != NULL && start->hour >= 0)
    item->start = first + get_fraction (start);
  if (end != NULL && end->hour >= 0)
    item->end = after - 1 + get_fraction (end);
}

/* An open end has no day of its own: it stands at the other one. */
static gboolean
find_days (DlDate *date, DlTimelineItem *item)
{
  const DlDatePoint *known = dl_date_get_start (date);
  g_autoptr (DlDate) end = NULL;
  gint64 first, after;

  if (dl_date_is_interval (date) && known == NULL)
    {
      known = dl_date_get_end (date);
      item->flags |= DL_ITEM_OPEN_START;
    }
  else if (dl_date_is_interval (date) && dl_date_get_end (date) == NULL)
    item->flags |= DL_ITEM_OPEN_END;
  if (known == NULL)
    return FALSE;

  if ((item->flags & (DL_ITEM_OPEN_START | DL_ITEM_OPEN_END)) == 0)
    {
      if (!dl_date_get_days (date, &first, &after))
        return FALSE;
      set_ends (item, date, first, after);
      return TRUE;
    }

  end = dl_date_new (known);
  if (!dl_date_get_days (end, &first, &after))
    return FALSE;
  item->start = item->end = (item->flags & DL_ITEM_OPEN_START) != 0 ? after : first;
  return TRUE;
}

static gboolean
is_vague (DlDate *date)
{
  const DlDatePoint *start = dl_date_get_start (date);
  const DlDatePoint *end = dl_date_get_end (date);

  return (start != NULL && start->flags != 0) || (end != NULL && end->flags != 0);
}

static gboolean
has_month (const DlDatePoint *point)
{
  return point == NULL || point->month > 0;
}

/* %NULL where not even the month is known.  A 29 February goes to a year that has one. */
static DlDate *
place_in_year (DlDate *date, int year)
{
  DlDate *placed;

  if (!dl_date_is_yearless (date))
    return dl_date_ref (date);
  if (!has_month (dl_date_get_start (date)) || !has_month (dl_date_get_end (date)))
    return NULL;

  placed = dl_date_with_year (date, year);
  return placed != NULL ? placed : dl_date_with_year (date, year - ((year % 4) + 4) % 4);
}

static gboolean
init_item (DlTimelineItem *item, DlEvent *event, DlDate *date, int reference_year)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autoptr (DlDate) placed = NULL;

  if (date == NULL)
    return FALSE;

  placed = place_in_year (date, reference_year);
  if (placed == NULL)
    return FALSE;

  if (dl_date_is_yearless (date))
    item->flags |= DL_ITEM_YEARLESS;
  if (is_vague (date))
    item->flags |= DL_ITEM_VAGUE;
  if (fields->during)
    item->flags |= DL_ITEM_DURING;
  if (fields->year_inferred)
    item->flags |= DL_ITEM_INFERRED;
  if (fields->source != NULL)
    item->flags |= DL_ITEM_BACKGROUND;

  return find_days (placed, item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const DlTimelineItem *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->event < second->event ? -1 : first->event > second->event;
}

/* From the first to the last of those that lack @flags. */
static gboolean
find_extent (GArray *rows, DlItemFlags flags, double *first, double *after)
{
  *first = G_MAXDOUBLE;
  *after = -G_MAXDOUBLE;
  for (guint i = 0; i < rows->len; i++)
    {
      const DlTimelineItem *item = &g_array_index (rows, DlTimelineItem, i);

      if ((item->flags & flags) != 0)
        continue;

      *first = MIN (*first, item->start);
      *after = MAX (*after, item->end);
    }

  return *first <= *after;
}

static void
find_extents (DlTimelineItems *self)
{
  if (!find_extent (self->rows, 0, &self->first, &self->after))
    self->first = self->after = 0;
  if (!find_extent (self->rows, DL_ITEM_BACKGROUND, &self->own_first, &self->own_after))
    {
      self->own_first = self->first;
      self->own_after = self->after;
    }
}

/**
 * dl_timeline_items_new:
 * @clock: by which an hour is placed
 *
 * Events whose date names no day of any year (“in spring”, “at ten”) have no place and are
 * left out.
 *
 * Returns: (transfer full): the events of @annotations that have a place on the axis
 */
DlTimelineItems *
dl_timeline_items_new (DlAnnotations *annotations, DlClock clock)
{
  DlTimelineItems *self = g_new0 (DlTimelineItems, 1);
  int any;

  self->rows = g_array_new (FALSE, FALSE, sizeof (DlTimelineItem));
  self->reference_year = choose_reference_year (annotations);
  self->whole_days = TRUE;
  self->yearless = !find_event_year (annotations, FALSE, &any);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlTimelineItem item = { .event = i };
      DlEvent *event = dl_annotations_get_event (annotations, i);
      g_autoptr (DlDate) date = dl_event_dup_date (event, annotations, clock);

      if (!init_item (&item, event, date, self->reference_year))
        continue;

      self->whole_days = self->whole_days && (item.flags & DL_ITEM_TIMED) == 0;
      g_array_append_val (self->rows, item);
    }
  g_array_sort (self->rows, compare_items);
  find_extents (self);

  return self;
}

void
dl_timeline_items_free (DlTimelineItems *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

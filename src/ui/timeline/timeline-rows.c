/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-rows.h"

#include <glib/gi18n.h>

/**
 * DlTimelineRow:
 *
 * One event in the list under the axis.
 */

struct _DlTimelineRow
{
  GObject parent_instance;

  guint event;
  DlDate *date;        /* by the session's clock; or NULL */
  const char *heading; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DlTimelineRow, dl_timeline_row, G_TYPE_OBJECT)

static void
dl_timeline_row_finalize (GObject *object)
{
  g_clear_pointer (&DL_TIMELINE_ROW (object)->date, dl_date_unref);

  G_OBJECT_CLASS (dl_timeline_row_parent_class)->finalize (object);
}

static void
dl_timeline_row_class_init (DlTimelineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_timeline_row_finalize;
}

static void
dl_timeline_row_init (DlTimelineRow *self)
{
}

/**
 * dl_timeline_row_new:
 * @event: index of the event
 */
DlTimelineRow *
dl_timeline_row_new (guint event)
{
  DlTimelineRow *self = g_object_new (DL_TYPE_TIMELINE_ROW, NULL);

  self->event = event;
  return self;
}

guint
dl_timeline_row_get_event (DlTimelineRow *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_ROW (self), DL_NONE);

  return self->event;
}

/**
 * dl_timeline_row_get_heading:
 *
 * Returns: (nullable): the heading of the section that begins here
 */
const char *
dl_timeline_row_get_heading (DlTimelineRow *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_ROW (self), NULL);

  return self->heading;
}

static DlRowSection
find_section (DlEvent *event)
{
  if (dl_event_is_background (event))
    return DL_ROW_BACKGROUND;

  return dl_event_get_date (event) != NULL ? DL_ROW_DATED : DL_ROW_DATELESS;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const DlTimelineRow *first = *(DlTimelineRow *const *) a, *second = *(DlTimelineRow *const *) b;

  return dl_date_compare (first->date, second->date);
}

/* The annotations have the events in the order of their dates as told; by the reader's clock
 * one may be later than another.  The sort is stable. */
static void
append_section (GPtrArray *rows,
                DlAnnotations *annotations,
                const DlVisibility *visibility,
                DlRowSection section,
                const char *heading)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlEvent *event = dl_annotations_get_event (annotations, i);
      DlTimelineRow *row;

      if (find_section (event) != section ||
          !dl_visibility_shows_event (visibility, annotations, i))
        continue;

      row = dl_timeline_row_new (i);
      row->date = dl_event_dup_date (event, annotations, visibility->clock);
      g_ptr_array_add (added, row);
    }
  if (section == DL_ROW_DATED && visibility->clock != DL_CLOCK_TOLD)
    g_ptr_array_sort (added, compare_rows);
  if (added->len > 0)
    ((DlTimelineRow *) added->pdata[0])->heading = heading;
  g_ptr_array_extend_and_steal (rows, g_steal_pointer (&added));
}

/**
 * dl_timeline_rows_new:
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (element-type DlTimelineRow): the events that pass the time filter;
 *   those without a date after the others, and last what the text does not tell
 */
DlList *
dl_timeline_rows_new (DlAnnotations *annotations, const DlVisibility *visibility)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  append_section (rows, annotations, visibility, DL_ROW_DATED, NULL);
  append_section (rows, annotations, visibility, DL_ROW_DATELESS, _ ("Without a date"));
  append_section (rows, annotations, visibility, DL_ROW_BACKGROUND, _ ("Background"));

  return dl_list_new_take (DL_TYPE_TIMELINE_ROW, rows);
}

/**
 * dl_timeline_rows_get_event:
 * @rows: of #DlTimelineRow
 *
 * Returns: index of the event at @position; %DL_NONE beyond the last
 */
guint
dl_timeline_rows_get_event (GListModel *rows, guint position)
{
  g_autoptr (DlTimelineRow) row = g_list_model_get_item (rows, position);

  return row != NULL ? dl_timeline_row_get_event (row) : DL_NONE;
}

/**
 * dl_timeline_rows_find:
 *
 * Returns: the position of the event's row, or %DL_NONE
 */
guint
dl_timeline_rows_find (DlList *rows, guint event)
{
  for (guint i = 0; event != DL_NONE && i < dl_list_get_length (rows); i++)
    if (((DlTimelineRow *) dl_list_get (rows, i))->event == event)
      return i;

  return DL_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-rows.h"

/**
 * DlTimelineRow:
 *
 * One event in the list under the axis.
 */

struct _DlTimelineRow
{
  GObject parent_instance;

  guint event;
  gboolean has_heading;
};

G_DEFINE_FINAL_TYPE (DlTimelineRow, dl_timeline_row, G_TYPE_OBJECT)

static void
dl_timeline_row_class_init (DlTimelineRowClass *klass)
{
}

static void
dl_timeline_row_init (DlTimelineRow *self)
{
}

guint
dl_timeline_row_get_event (DlTimelineRow *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_ROW (self), DL_NONE);

  return self->event;
}

/**
 * dl_timeline_row_has_heading:
 *
 * Returns: whether the events without a date begin here
 */
gboolean
dl_timeline_row_has_heading (DlTimelineRow *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_ROW (self), FALSE);

  return self->has_heading;
}

static void
append_rows (GPtrArray *rows, DlSession *session, gboolean dated)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  gboolean is_first = !dated;

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlTimelineRow *row;

      if ((dl_event_get_date (dl_annotations_get_event (annotations, i)) != NULL) != dated ||
          !dl_session_is_event_shown (session, i))
        continue;

      row = g_object_new (DL_TYPE_TIMELINE_ROW, NULL);
      row->event = i;
      row->has_heading = is_first;
      is_first = FALSE;
      g_ptr_array_add (rows, row);
    }
}

/**
 * dl_timeline_rows_new:
 *
 * Returns: (transfer full) (element-type DlTimelineRow): the events that pass the session's
 *   time filter, those without a date last
 */
GPtrArray *
dl_timeline_rows_new (DlSession *session)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (dl_session_get_annotations (session) == NULL)
    return rows;

  append_rows (rows, session, TRUE);
  append_rows (rows, session, FALSE);
  return rows;
}

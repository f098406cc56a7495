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
  const char *heading; /* or NULL */
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

static void
append_section (GPtrArray *rows, DlSession *session, DlRowSection section, const char *heading)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlTimelineRow *row;

      if (find_section (dl_annotations_get_event (annotations, i)) != section ||
          !dl_session_is_event_shown (session, i))
        continue;

      row = dl_timeline_row_new (i);
      row->heading = g_steal_pointer (&heading);
      g_ptr_array_add (rows, row);
    }
}

/**
 * dl_timeline_rows_new:
 *
 * Returns: (transfer full) (element-type DlTimelineRow): the events that pass the session's
 *   time filter; those without a date after the others, and last what the text does not tell
 */
GPtrArray *
dl_timeline_rows_new (DlSession *session)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (dl_session_get_annotations (session) == NULL)
    return rows;

  append_section (rows, session, DL_ROW_DATED, NULL);
  append_section (rows, session, DL_ROW_DATELESS, _ ("Without a date"));
  append_section (rows, session, DL_ROW_BACKGROUND, _ ("Background"));
  return rows;
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

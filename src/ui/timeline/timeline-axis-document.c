/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "date-format.h"

/* The dates of the document itself, when it was published and when changed.  It does not tell
 * them as events: they are dashed lines behind the events, and no selection reaches them. */

#define DASH_PX 3
#define HIT_SLACK_PX 5

typedef enum
{
  PUBLISHED,
  UPDATED,
  N_DOCUMENT_DATES
} DocumentDate;

static DlDate *
get_date (DlTimelineAxis *self, DocumentDate which)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);

  if (which == PUBLISHED)
    return dl_annotations_get_published (annotations);

  return dl_article_get_fields (dl_annotations_get_article (annotations))->updated;
}

static const DlDatePoint *
get_day (DlTimelineAxis *self, DocumentDate which)
{
  DlDate *date = get_date (self, which);
  const DlDatePoint *point = date != NULL ? dl_date_get_start (date) : NULL;

  return point != NULL && point->year != DL_YEAR_UNKNOWN && point->day > 0 ? point : NULL;
}

/* In the middle of the day, where no hour is known. */
static gboolean
find_x (DlTimelineAxis *self, DocumentDate which, double *x)
{
  const DlDatePoint *point = get_day (self, which);
  double hour;

  if (point == NULL)
    return FALSE;

  hour = point->hour >= 0 ? point->hour + MAX (point->minute, 0) / 60.0 : 12;
  *x =
    dl_time_scale_to_x (&self->scale,
                        dl_date_day_from_civil (point->year, point->month, point->day) + hour / 24);
  return *x >= 0 && *x < self->scale.width_px;
}

/* To the day, as over the article. */
static char *
describe (DlTimelineAxis *self, DocumentDate which)
{
  const DlDatePoint *point = get_day (self, which);
  g_autoptr (DlDate) day = dl_date_new_ymd (point->year, point->month, point->day);
  g_autofree char *words = dl_date_format (day, DL_DATE_STYLE_LONG);

  if (which == PUBLISHED)
    /* Translators: when the article was published; %s is a day */
    return g_strdup_printf (C_ ("document", "Published: %s"), words);

  /* Translators: when the article was last changed; %s is a day */
  return g_strdup_printf (C_ ("document", "Updated: %s"), words);
}

/**
 * dl_timeline_axis_draw_document:
 *
 * What is seen of the document's own dates.
 */
void
dl_timeline_axis_draw_document (DlTimelineAxis *self,
                                GtkSnapshot *snapshot,
                                const DlTimelinePalette *palette)
{
  double foot = dl_timeline_axis_get_line_y (self), x;

  for (guint i = 0; i < N_DOCUMENT_DATES; i++)
    for (double y = 0; find_x (self, i, &x) && y + DASH_PX < foot; y += 2 * DASH_PX)
      gtk_snapshot_append_color (snapshot, &palette->text,
                                 &GRAPHENE_RECT_INIT (floor (x), y, 1, DASH_PX));
}

/**
 * dl_timeline_axis_describe_document:
 * @x_px: of the widget; NAN: anywhere, in sight or not
 *
 * Returns: (transfer full) (nullable): the document's own dates that are there, a line each
 */
char *
dl_timeline_axis_describe_document (DlTimelineAxis *self, double x_px)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  double x;

  for (guint i = 0; i < N_DOCUMENT_DATES; i++)
    if (isnan (x_px) ? get_day (self, i) != NULL
                     : find_x (self, i, &x) && fabs (x - x_px) <= HIT_SLACK_PX)
      {
        g_autofree char *line = describe (self, i);

        g_strv_builder_add (lines, line);
      }
  texts = g_strv_builder_end (lines);

  return texts[0] != NULL ? g_strjoinv ("\n", texts) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "list.h"
#include "visibility.h"

G_BEGIN_DECLS

/**
 * DlRowSection:
 * @DL_ROW_DATED: told by the text, with a date
 * @DL_ROW_DATELESS: told by the text, without one
 * @DL_ROW_BACKGROUND: told by a background file
 */
typedef enum
{
  DL_ROW_DATED,
  DL_ROW_DATELESS,
  DL_ROW_BACKGROUND
} DlRowSection;

#define DL_TYPE_TIMELINE_ROW (dl_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineRow, dl_timeline_row, DL, TIMELINE_ROW, GObject)

DlTimelineRow *dl_timeline_row_new (guint event);
guint dl_timeline_row_get_event (DlTimelineRow *self);
const char *dl_timeline_row_get_heading (DlTimelineRow *self);

DlList *dl_timeline_rows_new (DlAnnotations *annotations, const DlVisibility *visibility);
guint dl_timeline_rows_get_event (GListModel *rows, guint position);
guint dl_timeline_rows_find (DlList *rows, guint event);

G_END_DECLS

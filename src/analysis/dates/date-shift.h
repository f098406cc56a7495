/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"

G_BEGIN_DECLS

gint64 dl_date_shift_get_day (const DlDatePoint *point);
void dl_date_shift_set_day (DlDatePoint *point, gint64 day);
gboolean dl_date_shift_has_day (const DlDatePoint *point);
gint64 dl_date_shift_get_monday (gint64 day);
gint64 dl_date_shift_get_easter (int year);
gint64 dl_date_shift_get_pascha (int year);
gint64 dl_date_shift_get_islamic (int year, int month, int day);
gboolean dl_date_shift_point (DlDatePoint *point, DlDateUnit unit, int shift, gboolean is_exact);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"

G_BEGIN_DECLS

gboolean dl_date_lunar_get_day (DlDateFeast feast, int year, int month, int mday, gint64 *day);

G_END_DECLS

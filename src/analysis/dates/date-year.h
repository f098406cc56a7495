/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-anchor.h"

G_BEGIN_DECLS

DlDate *dl_date_year_add (const DlDateAnchor *self,
                          DlDate *date,
                          const DlDateExpression *expression,
                          int tense,
                          char **reason);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-piece.h"
#include "grammar.h"

G_BEGIN_DECLS

/* A verb at @token: -1 past, 1 future, or %DL_DATE_TENSE_LIKELY. */
typedef struct
{
  guint32 token;
  int tense;
} DlDateTense;

void dl_date_composer_run (DlPassage *passage, GArray *pieces);

G_END_DECLS

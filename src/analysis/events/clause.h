/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

/* What the words of an event may have at most, as dl_clause_measure() counts. */
#define DL_CLAUSE_MAX_WIDTH 110

guint dl_clause_measure (const char *text, gsize from, gsize to);
gsize dl_clause_find_start (const DlScene *scene, const DlSentence *sentence, gsize at);
gsize dl_clause_find_end (const DlScene *scene, gsize from, gsize limit, guint width);
gboolean dl_clause_has_comma (const DlReading *reading, DlSpan a, DlSpan b);
gsize dl_clause_trim (const char *text, gsize start, gsize end);
gboolean dl_clause_is_between (const DlReading *reading, DlSpan a, DlSpan b);
gsize dl_clause_skip_marks (const char *text, gsize from, gsize to);
gboolean dl_clause_has_break (const char *text, gsize from, gsize to);

G_END_DECLS

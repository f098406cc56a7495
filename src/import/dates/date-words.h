/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a language writes a date with: the names of its months and of the half of the day, and
 * whether day or month comes first.  All of it is CLDR's, as ICU has it. */
typedef struct _DlDateWords DlDateWords;

DlDateWords *dl_date_words_new (const char *language);
void dl_date_words_free (DlDateWords *self);

char *dl_date_words_normalize (const char *text);
char *dl_date_words_join_months (DlDateWords *self);
int dl_date_words_find_month (DlDateWords *self, const char *name);
const char *dl_date_words_get_after_noon (DlDateWords *self);
gboolean dl_date_words_get_order (DlDateWords *self, gboolean *is_month_first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDateWords, dl_date_words_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "date.h"

G_BEGIN_DECLS

/* Knows how one language writes dates. */
typedef struct _DlDateText DlDateText;

DlDateText *dl_date_text_new (const char *language);
void dl_date_text_free (DlDateText *self);
gboolean dl_date_text_find (DlDateText *self, const char *text, DlDate **first, DlDate **last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDateText, dl_date_text_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

/* How many articles' places are remembered: those that were read last. */
#define DL_PLACE_HISTORY_MAX 300

#define DL_TYPE_PLACE_HISTORY (dl_place_history_get_type ())
G_DECLARE_FINAL_TYPE (DlPlaceHistory, dl_place_history, DL, PLACE_HISTORY, GObject)

DlPlaceHistory *dl_place_history_new (const char *path);
DlPlaceHistory *dl_place_history_dup_default (void);
gsize dl_place_history_find (DlPlaceHistory *self, DlArticle *article);
void dl_place_history_note (DlPlaceHistory *self, DlArticle *article, gsize place);
void dl_place_history_clear (DlPlaceHistory *self);
gboolean dl_place_history_save (DlPlaceHistory *self, GError **error);

G_END_DECLS

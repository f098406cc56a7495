/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-view.h"
#include "place-history.h"

G_BEGIN_DECLS

/**
 * DlPlaceKeeper:
 *
 * Brings the reader back to where each article was left.
 */
typedef struct _DlPlaceKeeper DlPlaceKeeper;

DlPlaceKeeper *
dl_place_keeper_new (DlArticleView *view, DlPlaceHistory *history, GSettings *settings);
void dl_place_keeper_free (DlPlaceKeeper *self);
void dl_place_keeper_save (DlPlaceKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPlaceKeeper, dl_place_keeper_free)

G_END_DECLS

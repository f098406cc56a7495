/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-view.h"
#include "opener.h"

G_BEGIN_DECLS

/**
 * DlLastReading:
 *
 * What was read last and how far, kept in the settings, so that the next start goes on there.
 */
typedef struct _DlLastReading DlLastReading;

DlLastReading *dl_last_reading_new (DlOpener *opener, DlArticleView *view, GSettings *settings);
void dl_last_reading_free (DlLastReading *self);
gboolean dl_last_reading_reopen (DlLastReading *self);
gboolean dl_last_reading_give_up (DlLastReading *self);
void dl_last_reading_save (DlLastReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLastReading, dl_last_reading_free)

G_END_DECLS

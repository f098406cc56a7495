/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "opener.h"

G_BEGIN_DECLS

/**
 * DlLastReading:
 *
 * Which file was read last, kept in the settings, so that the next start opens it.
 */
typedef struct _DlLastReading DlLastReading;

DlLastReading *dl_last_reading_new (DlOpener *opener, GSettings *settings);
void dl_last_reading_free (DlLastReading *self);
gboolean dl_last_reading_reopen (DlLastReading *self);
gboolean dl_last_reading_give_up (DlLastReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLastReading, dl_last_reading_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DlLatest:
 *
 * Work that a view asks for again and again, of which it wants the newest result alone: what is
 * asked for later cancels what is under way.
 */
typedef struct _DlLatest DlLatest;

/* Any thread.  What is returned after it was cancelled is dropped. */
typedef gpointer (*DlLatestWork) (gconstpointer request, GCancellable *cancellable);

/* Takes the result. */
typedef void (*DlLatestReady) (gpointer result, gpointer user_data);

DlLatest *dl_latest_new (DlLatestWork work,
                         GDestroyNotify free_request,
                         GDestroyNotify free_result,
                         DlLatestReady ready,
                         gpointer user_data);
void dl_latest_free (DlLatest *self);

void dl_latest_ask (DlLatest *self, gpointer request, gboolean at_once);
void dl_latest_cancel (DlLatest *self);
gboolean dl_latest_is_busy (DlLatest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLatest, dl_latest_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

void dl_event_merger_run (DlReading *reading, GPtrArray *drafts);

G_END_DECLS

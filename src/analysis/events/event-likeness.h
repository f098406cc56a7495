/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"

G_BEGIN_DECLS

GPtrArray *dl_event_likeness_find_faces (DlReading *reading);
gboolean dl_event_likeness_is_same (GPtrArray *faces,
                                    DlReading *reading,
                                    const DlDraft *a,
                                    const DlDraft *b);

G_END_DECLS

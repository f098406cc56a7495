/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include "text-map.h"

G_BEGIN_DECLS

void dl_mark_painter_draw (DlSession *session,
                           GtkTextView *view,
                           DlTextMap *map,
                           int ascent,
                           DlSpan visible,
                           GtkSnapshot *snapshot);

G_END_DECLS

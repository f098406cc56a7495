/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"
#include "scene.h"

G_BEGIN_DECLS

void dl_event_actors_add (DlScene *scene, DlDraft *draft, const DlAct *act);

G_END_DECLS

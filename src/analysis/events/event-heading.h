/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

DlSpan dl_event_heading_find (DlScene *scene, const DlAct *act);
DlSpan dl_event_heading_find_said (DlScene *scene, const DlAct *act);

G_END_DECLS

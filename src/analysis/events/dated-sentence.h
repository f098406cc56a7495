/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draft.h"
#include "scene.h"

G_BEGIN_DECLS

DlDraft *dl_dated_sentence_read (const DlScene *scene, guint sentence, DlAct *act);

G_END_DECLS

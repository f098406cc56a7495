/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tag-model.h"
#include "tag-sentence.h"

G_BEGIN_DECLS

guint dl_tag_features_list (const DlTagSentence *sentence, guint token, guint32 *hashes);

G_END_DECLS

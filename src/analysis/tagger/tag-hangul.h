/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tag-sentence.h"

G_BEGIN_DECLS

void dl_tag_hangul_read (DlTagSentence *self, DlPassage *passage, const DlTokenRange *range);

G_END_DECLS

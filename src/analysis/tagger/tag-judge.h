/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "tag-model.h"

G_BEGIN_DECLS

/**
 * DlTagFound:
 *
 * A name as the tagger takes it.
 */
typedef struct
{
  guint first, after; /* tokens of the passage */
  DlTagKind kind;
  double probability; /* of just this name, by the model */
} DlTagFound;

gboolean dl_tag_judge_accepts (DlPassage *passage, DlTagFound *name);

G_END_DECLS

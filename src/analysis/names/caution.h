/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

typedef enum
{
  DL_VERDICT_REJECT,
  DL_VERDICT_UNSURE, /* nothing speaks for or against */
  DL_VERDICT_ACCEPT
} DlVerdict;

DlVerdict dl_caution_judge (DlPassage *passage, const DlHit *hit);

G_END_DECLS

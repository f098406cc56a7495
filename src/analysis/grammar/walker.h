/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "match.h"

G_BEGIN_DECLS

gboolean dl_walker_match (DlPassage *passage,
                          const DlRuleRecord *rule,
                          const DlTokenRange *sentence,
                          guint start,
                          DlMatch *match);

G_END_DECLS

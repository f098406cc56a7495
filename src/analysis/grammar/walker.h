/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grammar.h"

G_BEGIN_DECLS

gboolean dl_walker_match (DlPassage *passage,
                          const DlRuleRecord *rule,
                          const DlTokenRange *sentence,
                          guint start,
                          DlMatch *match);
gboolean
dl_walker_read_number (DlPassage *passage, const DlToken *token, guint *value, guint *digits);
gboolean dl_walker_is_numeral (const DlToken *token);
gboolean dl_walker_accepts (DlPassage *passage, const DlNodeRecord *node, const DlToken *token);

G_END_DECLS

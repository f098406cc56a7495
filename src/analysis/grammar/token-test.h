/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

gboolean dl_token_test_is_numeral (const DlToken *token);
gboolean
dl_token_test_read_number (DlPassage *passage, const DlToken *token, guint *value, guint *digits);
gboolean dl_token_test_accepts (DlPassage *passage, const DlNodeRecord *node, const DlToken *token);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grammar.h"

G_BEGIN_DECLS

void dl_act_recognizer_run (DlPassage *passage, DlGrammar *grammar);

G_END_DECLS

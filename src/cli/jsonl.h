/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analyzer.h"
#include "command.h"

G_BEGIN_DECLS

DlExit dl_jsonl_run (DlAnalyzer *analyzer, int fd);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

GPtrArray *dl_event_reader_run (DlReading *reading, GArray *plain);

G_END_DECLS

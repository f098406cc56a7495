/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

void dl_person_linker_run (DlReading *reading);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

DlSession *map_fixture_session (void);

G_END_DECLS

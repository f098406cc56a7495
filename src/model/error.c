/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"

G_DEFINE_QUARK (dl_error_quark, dl_error)

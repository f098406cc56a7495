/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

void dl_plain_append (GString *out, const char *text, gsize length);
void dl_plain_append_marked (GString *out, DlAnnotations *annotations, DlSpan span);

G_END_DECLS

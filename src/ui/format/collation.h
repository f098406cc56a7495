/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DlCollation DlCollation;

DlCollation *dl_collation_new (const char *locale);
void dl_collation_free (DlCollation *self);
int dl_collation_compare (DlCollation *self, const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlCollation, dl_collation_free)

G_END_DECLS

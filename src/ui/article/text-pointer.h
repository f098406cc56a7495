/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card-opener.h"

G_BEGIN_DECLS

/**
 * DlTextPointer:
 *
 * What the pointer does to the marks of an article: it lights them, and opens their cards.
 */
typedef struct _DlTextPointer DlTextPointer;

DlTextPointer *dl_text_pointer_new (DlArticleText *text, DlCardOpener *opener);
void dl_text_pointer_free (DlTextPointer *self);
void dl_text_pointer_set_session (DlTextPointer *self, DlSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTextPointer, dl_text_pointer_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tag-words.h"

G_BEGIN_DECLS

/**
 * DlWordList:
 *
 * The words of Korean as the tagger keeps them, from the Hunspell dictionary of that
 * language.
 */
typedef struct _DlWordList DlWordList;

DlWordList *dl_word_list_read (const char *path, GError **error);
void dl_word_list_free (DlWordList *self);
const DlTagWords *dl_word_list_get_words (const DlWordList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlWordList, dl_word_list_free)

G_END_DECLS

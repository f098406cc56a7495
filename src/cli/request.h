/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and arrays in each other; json-glib of 2022 has no such limit and overflows the
 * stack. */
#define DL_REQUEST_MAX_DEPTH 64

/**
 * DlRequest:
 * @id: the value of “id” as the line writes it, “"a"” or “17”; “null” if there is none
 * @text: the text to annotate
 * @dct: (nullable): when it was published, as the line gives it
 * @lang: (nullable): its language
 *
 * One line of `dateline-cli annotate --jsonl`.
 */
typedef struct
{
  char *id;
  char *text;
  char *dct;
  char *lang;
} DlRequest;

gboolean dl_request_parse (DlRequest *self, const char *line, gsize length, GError **error);
void dl_request_clear (DlRequest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlRequest, dl_request_clear)

G_END_DECLS

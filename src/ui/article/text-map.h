/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "article.h"

G_BEGIN_DECLS

/* A paragraph longer than this is shown as several lines of the buffer: the time to lay
 * out one line grows faster than its length. */
#define DL_TEXT_MAP_MAX_LINE 4096

/**
 * DlTextMap:
 *
 * Where the bytes of an article stand in the text buffer that shows it.
 */
typedef struct _DlTextMap DlTextMap;

DlTextMap *dl_text_map_new (DlArticle *article);
void dl_text_map_free (DlTextMap *self);

char *dl_text_map_dup_display (DlTextMap *self, guint first, guint end, gsize *length);
char *dl_text_map_dup_text (DlTextMap *self, gsize start, gsize end);

DlArticle *dl_text_map_get_article (DlTextMap *self);
const char *dl_text_map_get_text (DlTextMap *self);
guint dl_text_map_get_n_lines (DlTextMap *self);
guint dl_text_map_find_line (DlTextMap *self, gsize byte);
DlSpan dl_text_map_get_line (DlTextMap *self, guint line);
DlBlockKind dl_text_map_get_line_kind (DlTextMap *self, guint line);
const char *dl_text_map_get_line_language (DlTextMap *self, guint line);
gboolean dl_text_map_is_continued (DlTextMap *self, guint line);

void dl_text_map_get_iter (DlTextMap *self, GtkTextBuffer *buffer, gsize byte, GtkTextIter *iter);
gsize dl_text_map_get_byte (DlTextMap *self, const GtkTextIter *iter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTextMap, dl_text_map_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Objects and arrays in each other; json-glib has no such limit and overflows the stack. */
#define DL_JSON_MAX_DEPTH 64
#define DL_JSON_MAX_BYTES (16 * 1024 * 1024)

JsonNode *dl_json_parse (const char *text, gsize length, GError **error);

JsonObject *dl_json_get_object (JsonNode *node);
JsonNode *dl_json_get_first (JsonNode *node);
const char *dl_json_get_text (JsonNode *node);
const char *dl_json_get_string (JsonObject *object, const char *member);

G_END_DECLS

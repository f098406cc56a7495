/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json.h"

#include <glib/gi18n.h>

#include "error.h"

/* The one place that calls the parser of json-glib, which trusts what it is given: how deep
 * things are nested is looked at before.  What a file says is asked for by type, so that no
 * member of an unexpected one can be misread. */

static gboolean
is_shallow (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_string && (text[i] == '}' || text[i] == ']'))
        depth -= depth > 0;
      if (depth > DL_JSON_MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

/**
 * dl_json_parse:
 * @text: (array length=length): JSON (RFC 8259), UTF-8
 *
 * Returns: (transfer full): its root, or %NULL with %DL_ERROR_TOO_LARGE or %DL_ERROR_SYNTAX set
 */
JsonNode *
dl_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (length > DL_JSON_MAX_BYTES || !is_shallow (text, length))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                           _ ("This JSON file is larger or deeper than any article. Open a "
                              "smaller one."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL) ||
      !json_parser_load_from_data (parser, text, length, NULL) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX,
                           _ ("This file begins as JSON, but is damaged or cut off. Save it again, "
                              "then open it."));
      return NULL;
    }

  return json_node_ref (json_parser_get_root (parser));
}

/* Returns: (transfer none) (nullable): @node if it is an object */
JsonObject *
dl_json_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Returns: (transfer none) (nullable): the first element of @node if it is an array, else it */
JsonNode *
dl_json_get_first (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return node;

  return json_array_get_length (json_node_get_array (node)) > 0
           ? json_array_get_element (json_node_get_array (node), 0)
           : NULL;
}

/* Returns: (transfer none) (nullable): @node if it is a string */
const char *
dl_json_get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Returns: (transfer none) (nullable): the @member of @object if it is a string */
const char *
dl_json_get_string (JsonObject *object, const char *member)
{
  return object != NULL ? dl_json_get_text (json_object_get_member (object, member)) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* The longest that RFC 5646, section 4.4.1, asks programs to take. */
#define MAX_LENGTH 35

/**
 * dl_tag_check:
 * @tag: what should name a language, BCP 47: “vi”, “zh-Hant”
 * @error: return location
 *
 * Returns: whether it has the shape of such a tag; if not, %DL_ERROR_SYNTAX is set
 */
gboolean
dl_tag_check (const char *tag, GError **error)
{
  gsize primary = strcspn (tag, "-"), length = strlen (tag);
  gboolean is_tag = primary >= 2 && primary <= 8 && length <= MAX_LENGTH;

  for (gsize i = 0; is_tag && i < length; i++)
    is_tag = i < primary ? g_ascii_isalpha (tag[i]) : g_ascii_isalnum (tag[i]) || tag[i] == '-';

  if (!is_tag)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX,
                         _ ("A language is named by a tag such as vi, en or zh-Hant."));
  return is_tag;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reference.h"

#include <string.h>

#include "web-address.h"

/* What a link says → where it leads (RFC 3986, section 5), read as leniently as browsers do: the
 * URL Standard drops white space at the ends and what parts lines within, and escapes what no
 * address may hold. */

#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Returns: (transfer full) */
static char *
dup_clean (const char *reference)
{
  GString *clean = g_string_new (NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (reference));

  for (const char *p = stripped; *p != '\0'; p++)
    {
      if (strchr ("\t\n\r", *p) != NULL)
        continue;
      if (strchr (" \"<>\\^`{|}", *p) != NULL)
        g_string_append_printf (clean, "%%%02X", (guchar) *p);
      else
        g_string_append_c (clean, *p);
    }

  return g_string_free (clean, FALSE);
}

/**
 * dl_reference_parse_base:
 * @address: (nullable): where a page stands
 *
 * Returns: (transfer full) (nullable): what its links are relative to; %NULL: nothing on the web
 */
GUri *
dl_reference_parse_base (const char *address)
{
  g_autofree char *clean = address != NULL ? dup_clean (address) : NULL;

  return clean != NULL && g_ascii_strncasecmp (clean, "http", strlen ("http")) == 0 &&
             dl_web_address_is_allowed (clean)
           ? g_uri_parse (clean, FLAGS, NULL)
           : NULL;
}

/**
 * dl_reference_resolve:
 * @base: (nullable): as of dl_reference_parse_base(); %NULL: nothing relative can be resolved
 * @reference: UTF-8, as a link has it
 *
 * Returns: (transfer full) (nullable): the address, of which dl_web_address_is_allowed(); %NULL:
 *   it is none, or leads elsewhere on the same page
 */
char *
dl_reference_resolve (GUri *base, const char *reference)
{
  g_autofree char *clean = NULL, *address = NULL;
  g_autoptr (GUri) uri = NULL;

  if (strlen (reference) > DL_WEB_ADDRESS_MAX)
    return NULL;
  clean = dup_clean (reference);
  if (*clean == '\0' || *clean == '#')
    return NULL;
  uri = g_uri_parse_relative (base, clean, FLAGS, NULL);
  address = uri != NULL ? g_uri_to_string (uri) : NULL;

  return address != NULL && dl_web_address_is_allowed (address) ? g_steal_pointer (&address) : NULL;
}

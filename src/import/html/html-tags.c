/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-tags.h"

#include <string.h>

/* The tags of a page as the HTML Standard reads them (13.2.5, “tokenization”), to see before they
 * are parsed what the parser of libxml2 compares each with each. */

#define SPACES " \t\n\r\f"

/* Elements in which “<” begins no tag. */
static const char *const RAW[] = { "script", "style", "textarea", "title", "xmp", "iframe" };

/* Returns: the end of the value at @p */
static const char *
skip_value (const char *p)
{
  const char *end;

  p += strspn (p, SPACES);
  if (*p != '"' && *p != '\'')
    return p + strcspn (p, SPACES ">");
  end = strchr (p + 1, *p);

  return end != NULL ? end + 1 : p + strlen (p);
}

/* Returns: the end of the tag whose name ends at @p */
static const char *
skip_attributes (const char *p, guint *n)
{
  for (*n = 0;; (*n)++)
    {
      p += strspn (p, SPACES "/");
      if (*p == '\0' || *p == '>')
        return p;
      /* a name may begin with “=” */
      p += 1 + strcspn (p + 1, SPACES "/>=");
      if (p[strspn (p, SPACES)] == '=')
        p = skip_value (p + strspn (p, SPACES) + 1);
    }
}

/* Returns: @p, or where the element of @name that begins there ends, if it is raw */
static const char *
skip_raw (const char *p, const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (RAW); i++)
    {
      if (length != strlen (RAW[i]) || g_ascii_strncasecmp (name, RAW[i], length) != 0)
        continue;
      while ((p = strstr (p, "</")) != NULL && g_ascii_strncasecmp (p + 2, RAW[i], length) != 0)
        p += 2;

      return p != NULL ? p : name + strlen (name);
    }

  return p;
}

/**
 * dl_html_tags_count_attributes:
 * @text: a page, UTF-8
 *
 * Returns: the attributes of that tag which has most of them
 */
guint
dl_html_tags_count_attributes (const char *text)
{
  guint most = 0;

  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p, '<'))
    {
      const char *name = p + 1;
      gsize length = strcspn (name, SPACES "/>");
      const char *end = strncmp (p, "<!--", 4) == 0 ? strstr (p + 4, "-->") : NULL;
      guint n = 0;

      p++;
      if (end != NULL)
        p = end;
      else if (g_ascii_isalpha (*name))
        p = skip_raw (skip_attributes (name + length, &n), name, length);
      most = MAX (most, n);
    }

  return most;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader.h"

#include <string.h>

#include "../fold.h"

gboolean
dl_reader_fail (DlReader *reader, xmlNode *node, const char *what, const char *detail)
{
  g_set_error (reader->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%ld: %s%s%s", reader->path,
               xmlGetLineNo (node), what, detail != NULL ? ": " : "", detail != NULL ? detail : "");

  return FALSE;
}

char *
dl_reader_dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

char *
dl_reader_dup_content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup ((const char *) value));

  xmlFree (value);

  return copy;
}

guint32
dl_reader_add_string (DlReader *reader, xmlNode *node, const char *name)
{
  g_autofree char *value = dl_reader_dup_attribute (node, name);

  return dl_builder_string (reader->builder, value != NULL ? value : "");
}

double
dl_reader_get_number (xmlNode *node, const char *name, double fallback)
{
  g_autofree char *value = dl_reader_dup_attribute (node, name);

  return value != NULL && *value != '\0' ? g_ascii_strtod (value, NULL) : fallback;
}

gboolean
dl_reader_is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* “vi en”, “*”; zero if a tag has no tables. */
guint
dl_reader_get_languages (xmlNode *node)
{
  g_autofree char *value = dl_reader_dup_attribute (node, "lang");
  g_auto (GStrv) tags = NULL;
  guint mask = 0;

  if (value == NULL || strcmp (value, "*") == 0)
    return DL_LANGUAGE_ALL;

  tags = g_strsplit (value, " ", -1);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      DlLanguage language = dl_language_from_tag (tags[i]);

      if (language == DL_N_LANGUAGES)
        return 0;
      mask |= 1u << language;
    }

  return mask;
}

/* A bit for each token of @form that begins with a capital, the first 16. */
guint16
dl_reader_find_capitals (const char *form)
{
  g_autoptr (DlFold) fold = dl_fold_new ();
  guint token = 0;
  guint16 capitals = 0;

  dl_fold_set (fold, form, strlen (form));
  for (gsize i = 0; i < fold->length && token < 16; i++)
    {
      if (!(fold->flags[i] & DL_CHAR_TOKEN))
        continue;
      if (fold->flags[i] & DL_CHAR_UPPER)
        capitals |= 1u << token;
      token++;
    }

  return capitals;
}

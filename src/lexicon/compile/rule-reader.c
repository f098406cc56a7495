/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "kind.h"
#include "reader.h"

gboolean
dl_reader_read_words (DlReader *reader, xmlNode *node)
{
  g_autofree char *klass = dl_reader_dup_attribute (node, "class");
  g_autofree char *letter_case = dl_reader_dup_attribute (node, "case");
  g_autofree char *edge = dl_reader_dup_attribute (node, "edge");
  const guint languages = dl_reader_get_languages (node);

  if (klass == NULL || languages == 0)
    return dl_reader_fail (reader, node, "words lack a class or have an unknown language", klass);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *form = NULL;
      g_autofree char *own_case = NULL;
      const char *policy;
      DlBuildName *name;

      if (!dl_reader_is (child, "w"))
        continue;
      form = dl_reader_dup_content (child);
      if (*form == '\0')
        return dl_reader_fail (reader, child, "an empty word", NULL);
      own_case = dl_reader_dup_attribute (child, "case");
      policy = own_case != NULL ? own_case : letter_case;
      name = dl_builder_add_name (reader->builder, form);
      name->record.value = dl_reader_add_string (reader, child, "value");
      name->record.languages = languages;
      name->record.klass = dl_builder_class (reader->builder, klass);
      name->record.flags = DL_NAME_WORD | (g_strcmp0 (policy, "exact") == 0 ? DL_NAME_EXACT : 0) |
                           (g_strcmp0 (edge, "start") == 0 ? DL_NAME_START : 0);
      name->record.capitals =
        g_strcmp0 (policy, "capital") == 0 ? dl_reader_find_capitals (form) : 0;
    }

  return TRUE;
}

static guint32
read_attributes (DlReader *reader, xmlNode *node)
{
  guint32 first = reader->builder->attributes->len;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      DlAttributeRecord record = { dl_builder_string (reader->builder, name),
                                   dl_reader_add_string (reader, node, name) };

      if (strcmp (name, "id") != 0 && strcmp (name, "kind") != 0 && strcmp (name, "certainty") != 0)
        g_array_append_val (reader->builder->attributes, record);
    }

  return first;
}

static gboolean
read_rule (DlReader *reader, xmlNode *node, guint32 stage, guint languages)
{
  g_autofree char *nick = dl_reader_dup_attribute (node, "kind");
  g_autoptr (GError) reason = NULL;
  DlRuleRecord rule = { .stage = stage, .languages = languages };
  DlKind kind = DL_N_KINDS;

  if (nick != NULL && !dl_kind_from_nick (nick, &kind))
    return dl_reader_fail (reader, node, "unknown kind", nick);
  rule.id = dl_reader_add_string (reader, node, "id");
  rule.kind = kind;
  rule.certainty = dl_reader_get_number (node, "certainty", 0.8);
  rule.first_attribute = read_attributes (reader, node);
  rule.n_attributes = reader->builder->attributes->len - rule.first_attribute;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *pattern = NULL;

      if (!dl_reader_is (child, "match"))
        continue;
      pattern = dl_reader_dup_content (child);
      if (!dl_pattern_compile (reader->builder, pattern, &rule.entry, &reason))
        return dl_reader_fail (reader, child, "a pattern cannot be read", reason->message);
      g_array_append_val (reader->builder->rules, rule);
    }

  return TRUE;
}

gboolean
dl_reader_read_rules (DlReader *reader, xmlNode *node)
{
  const guint32 stage = dl_reader_add_string (reader, node, "stage");
  const guint languages = dl_reader_get_languages (node);

  if (languages == 0)
    return dl_reader_fail (reader, node, "rules of an unknown language", NULL);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (dl_reader_is (child, "rule") && !read_rule (reader, child, stage, languages))
        return FALSE;
    }

  return TRUE;
}

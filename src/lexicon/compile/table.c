/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "../fold.h"
#include "builder.h"
#include "kind.h"

/* Reads one table of data/lexicon.  The schema is described in data/lexicon/README.md. */

typedef struct
{
  DlBuilder *builder;
  const char *path;
  GError **error;
} Reader;

typedef xmlDoc DlXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlXmlDoc, xmlFreeDoc)

static gboolean
fail (Reader *reader, xmlNode *node, const char *what, const char *detail)
{
  g_set_error (reader->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%ld: %s%s%s", reader->path,
               xmlGetLineNo (node), what, detail != NULL ? ": " : "", detail != NULL ? detail : "");

  return FALSE;
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup ((const char *) value));

  xmlFree (value);

  return copy;
}

static guint32
string_attribute (Reader *reader, xmlNode *node, const char *name)
{
  g_autofree char *value = dup_attribute (node, name);

  return dl_builder_string (reader->builder, value != NULL ? value : "");
}

static double
number_attribute (xmlNode *node, const char *name, double fallback)
{
  g_autofree char *value = dup_attribute (node, name);

  return value != NULL && *value != '\0' ? g_ascii_strtod (value, NULL) : fallback;
}

static gboolean
is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* “vi en”, “*”; zero if a tag has no tables. */
static guint
read_languages (xmlNode *node)
{
  g_autofree char *value = dup_attribute (node, "lang");
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
static guint16
find_capitals (const char *form)
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

static gboolean
read_flags (Reader *reader, xmlNode *node, guint16 *flags, gboolean *lower)
{
  static const struct
  {
    const char *name;
    DlNameFlags flag;
  } known[] = {
    { "abbr", DL_NAME_ABBR },
    { "exact", DL_NAME_EXACT },
    { "context", DL_NAME_CONTEXT },
    { "metonym", DL_NAME_METONYM },
    { "lower", 0 },
  };
  g_autofree char *value = dup_attribute (node, "flags");
  g_auto (GStrv) names = g_strsplit (value != NULL ? value : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (known) && strcmp (names[i], known[k].name) != 0)
        k++;
      if (k == G_N_ELEMENTS (known) && *names[i] != '\0')
        return fail (reader, node, "unknown flag", names[i]);
      if (k < G_N_ELEMENTS (known))
        {
          *flags |= known[k].flag;
          *lower |= known[k].flag == 0;
        }
    }

  return TRUE;
}

/* The first name in a language is the one shown; an abbreviation only where no other is. */
static void
set_main_names (DlBuildEntity *entity, const DlNameRecord *name)
{
  const gboolean abbreviated = (name->flags & DL_NAME_ABBR) != 0;

  for (guint i = 0; i < DL_N_LANGUAGES; i++)
    {
      if (!(name->languages >> i & 1))
        continue;
      if (entity->main_names[i] == 0 || (!abbreviated && (entity->abbreviated >> i & 1)))
        {
          entity->main_names[i] = name->form;
          entity->abbreviated = (entity->abbreviated & ~(1u << i)) | (guint) abbreviated << i;
        }
    }
}

static gboolean
read_name (Reader *reader, xmlNode *node, DlBuildEntity *entity)
{
  g_autofree char *form = dup_content (node);
  g_autofree char *nick = dup_attribute (node, "kind");
  DlKind kind = entity->record.kind;
  gboolean lower = kind == DL_KIND_TERM;
  guint16 flags = 0;
  DlBuildName *name;

  if (*form == '\0' || strlen (form) > 200)
    return fail (reader, node, "a name is empty or too long", form);
  if (nick != NULL && !dl_kind_from_nick (nick, &kind))
    return fail (reader, node, "unknown kind", nick);
  if (!read_flags (reader, node, &flags, &lower))
    return FALSE;

  name = dl_builder_add_name (reader->builder, form);
  name->entity = entity;
  name->record.flags = flags;
  name->record.languages = read_languages (node);
  name->record.klass = kind < DL_N_KINDS ? kind : DL_KIND_COUNTRY;
  name->record.capitals = lower ? 0 : find_capitals (form);
  if (name->record.languages == 0)
    return fail (reader, node, "unknown language of", form);
  if (kind != DL_KIND_DEMONYM)
    set_main_names (entity, &name->record);

  return TRUE;
}

static void
read_member (Reader *reader, xmlNode *node, DlBuildEntity *bloc)
{
  DlBuildMember member = { .bloc = bloc };

  member.record.country = string_attribute (reader, node, "country");
  member.record.from = number_attribute (node, "from", 0);
  member.record.until = number_attribute (node, "until", 0);
  g_array_append_val (reader->builder->members, member);
}

static gboolean
read_entity (Reader *reader, xmlNode *node)
{
  g_autofree char *id = dup_attribute (node, "id");
  g_autofree char *nick = dup_attribute (node, "kind");
  DlBuildEntity *entity;
  DlKind kind;

  if (id == NULL)
    return fail (reader, node, "an entity has no id", NULL);
  entity = dl_builder_entity (reader->builder, id);
  if (nick != NULL)
    {
      if (!dl_kind_from_nick (nick, &kind))
        return fail (reader, node, "unknown kind", nick);
      entity->record.kind = kind;
      entity->record.role = string_attribute (reader, node, "role");
      entity->record.countries = string_attribute (reader, node, "countries");
      entity->record.wikidata = string_attribute (reader, node, "wikidata");
      entity->record.latitude = number_attribute (node, "lat", NAN);
      entity->record.longitude = number_attribute (node, "lon", NAN);
    }

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is (child, "name") && !read_name (reader, child, entity))
        return FALSE;
      if (is (child, "member"))
        read_member (reader, child, entity);
    }

  return TRUE;
}

static gboolean
read_cue (Reader *reader, xmlNode *node)
{
  static const struct
  {
    const char *where, *is;
    DlCueWhere value;
  } known[] = {
    { "before", "capital", DL_CUE_CAPITAL_BEFORE },
    { "after", "capital", DL_CUE_CAPITAL_AFTER },
    { "sentence", "first", DL_CUE_FIRST },
    { "list", NULL, DL_CUE_LIST },
    { "before", NULL, DL_CUE_BEFORE },
    { "after", NULL, DL_CUE_AFTER },
    { "sentence", NULL, DL_CUE_SENTENCE },
    { "article", NULL, DL_CUE_ARTICLE },
    { NULL, "first", DL_CUE_FIRST },
  };
  g_autofree char *where = dup_attribute (node, "where");
  g_autofree char *condition = dup_attribute (node, "is");
  g_autofree char *phrase = dup_content (node);
  g_autofree char *folded = dl_fold_string (phrase);
  DlCueRecord cue = { .accept = is (node, "accept") };

  if (g_strcmp0 (condition, "first") == 0)
    g_clear_pointer (&where, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_strcmp0 (where, known[i].where) != 0 || g_strcmp0 (condition, known[i].is) != 0)
        continue;
      cue.where = known[i].value;
      cue.phrase = dl_builder_string (reader->builder, folded);
      g_array_append_val (reader->builder->cues, cue);
      return TRUE;
    }

  return fail (reader, node, "unknown cue", where);
}

static gboolean
read_caution (Reader *reader, xmlNode *node)
{
  static const char *const rules[] = { "exact", "middle", "context", "longest", "never" };
  g_autofree char *form = dup_attribute (node, "form");
  g_autofree char *entity = dup_attribute (node, "entity");
  g_autofree char *rule = dup_attribute (node, "rule");
  g_autofree char *folded = NULL;
  DlCautionRecord caution = { .first_cue = reader->builder->cues->len };

  if (form == NULL || entity == NULL || rule == NULL)
    return fail (reader, node, "a caution lacks its form, entity or rule", NULL);
  while (caution.rule < G_N_ELEMENTS (rules) && strcmp (rules[caution.rule], rule) != 0)
    caution.rule++;
  if (caution.rule == G_N_ELEMENTS (rules))
    return fail (reader, node, "unknown rule", rule);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if ((is (child, "accept") || is (child, "reject")) && !read_cue (reader, child))
        return FALSE;
    }
  caution.n_cues = reader->builder->cues->len - caution.first_cue;
  g_array_append_val (reader->builder->cautions, caution);
  folded = dl_fold_string (form);
  g_ptr_array_add (reader->builder->caution_keys,
                   g_strdup_printf ("%u|%s|%s", read_languages (node), entity, folded));

  return TRUE;
}

static gboolean
read_words (Reader *reader, xmlNode *node)
{
  g_autofree char *klass = dup_attribute (node, "class");
  g_autofree char *letter_case = dup_attribute (node, "case");
  const guint languages = read_languages (node);

  if (klass == NULL || languages == 0)
    return fail (reader, node, "words lack a class or have an unknown language", klass);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *form = NULL;
      g_autofree char *own_case = NULL;
      const char *policy;
      DlBuildName *name;

      if (!is (child, "w"))
        continue;
      form = dup_content (child);
      if (*form == '\0')
        return fail (reader, child, "an empty word", NULL);
      own_case = dup_attribute (child, "case");
      policy = own_case != NULL ? own_case : letter_case;
      name = dl_builder_add_name (reader->builder, form);
      name->record.value = string_attribute (reader, child, "value");
      name->record.languages = languages;
      name->record.klass = dl_builder_class (reader->builder, klass);
      name->record.flags = DL_NAME_WORD | (g_strcmp0 (policy, "exact") == 0 ? DL_NAME_EXACT : 0);
      name->record.capitals = g_strcmp0 (policy, "capital") == 0 ? find_capitals (form) : 0;
    }

  return TRUE;
}

static guint32
read_attributes (Reader *reader, xmlNode *node)
{
  guint32 first = reader->builder->attributes->len;

  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      DlAttributeRecord record = { dl_builder_string (reader->builder, name),
                                   string_attribute (reader, node, name) };

      if (strcmp (name, "id") != 0 && strcmp (name, "kind") != 0 && strcmp (name, "certainty") != 0)
        g_array_append_val (reader->builder->attributes, record);
    }

  return first;
}

static gboolean
read_rule (Reader *reader, xmlNode *node, guint32 stage, guint languages)
{
  g_autofree char *nick = dup_attribute (node, "kind");
  g_autoptr (GError) reason = NULL;
  DlRuleRecord rule = { .stage = stage, .languages = languages };
  DlKind kind = DL_N_KINDS;

  if (nick != NULL && !dl_kind_from_nick (nick, &kind))
    return fail (reader, node, "unknown kind", nick);
  rule.id = string_attribute (reader, node, "id");
  rule.kind = kind;
  rule.certainty = number_attribute (node, "certainty", 0.8);
  rule.first_attribute = read_attributes (reader, node);
  rule.n_attributes = reader->builder->attributes->len - rule.first_attribute;

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *pattern = NULL;

      if (!is (child, "match"))
        continue;
      pattern = dup_content (child);
      if (!dl_pattern_compile (reader->builder, pattern, &rule.entry, &reason))
        return fail (reader, child, "a pattern cannot be read", reason->message);
      g_array_append_val (reader->builder->rules, rule);
    }

  return TRUE;
}

static gboolean
read_rules (Reader *reader, xmlNode *node)
{
  const guint32 stage = string_attribute (reader, node, "stage");
  const guint languages = read_languages (node);

  if (languages == 0)
    return fail (reader, node, "rules of an unknown language", NULL);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is (child, "rule") && !read_rule (reader, child, stage, languages))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_child (Reader *reader, xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;
  if (is (node, "entity"))
    return read_entity (reader, node);
  if (is (node, "caution"))
    return read_caution (reader, node);
  if (is (node, "words"))
    return read_words (reader, node);
  if (is (node, "rules"))
    return read_rules (reader, node);

  return fail (reader, node, "unknown element", (const char *) node->name);
}

/* Adds the table at @path.  Errors name the file and the line. */
gboolean
dl_table_read (DlBuilder *self, const char *path, GError **error)
{
  g_autoptr (DlXmlDoc) doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  Reader reader = { self, path, error };
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no XML", path);
      return FALSE;
    }

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (!read_child (&reader, child))
        return FALSE;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "kind.h"
#include "reader.h"

static gboolean
read_flags (DlReader *reader, xmlNode *node, guint16 *flags, gboolean *lower)
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
  g_autofree char *value = dl_reader_dup_attribute (node, "flags");
  g_auto (GStrv) names = g_strsplit (value != NULL ? value : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (known) && strcmp (names[i], known[k].name) != 0)
        k++;
      if (k == G_N_ELEMENTS (known) && *names[i] != '\0')
        return dl_reader_fail (reader, node, "unknown flag", names[i]);
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
read_name (DlReader *reader, xmlNode *node, DlBuildEntity *entity)
{
  g_autofree char *form = dl_reader_dup_content (node);
  g_autofree char *nick = dl_reader_dup_attribute (node, "kind");
  DlKind kind = entity->record.kind;
  gboolean lower = kind == DL_KIND_TERM;
  guint16 flags = 0;
  DlBuildName *name;

  if (*form == '\0' || strlen (form) > 200)
    return dl_reader_fail (reader, node, "a name is empty or too long", form);
  if (nick != NULL && !dl_kind_from_nick (nick, &kind))
    return dl_reader_fail (reader, node, "unknown kind", nick);
  if (!read_flags (reader, node, &flags, &lower))
    return FALSE;

  name = dl_builder_add_name (reader->builder, form);
  name->entity = entity;
  name->record.flags = flags;
  name->record.languages = dl_reader_get_languages (node);
  name->record.klass = kind < DL_N_KINDS ? kind : DL_KIND_COUNTRY;
  name->record.capitals = lower ? 0 : dl_reader_find_capitals (form);
  if (name->record.languages == 0)
    return dl_reader_fail (reader, node, "unknown language of", form);
  if (kind != DL_KIND_DEMONYM)
    set_main_names (entity, &name->record);

  return TRUE;
}

static void
read_member (DlReader *reader, xmlNode *node, DlBuildEntity *bloc)
{
  DlBuildMember member = { .bloc = bloc };

  member.record.country = dl_reader_add_string (reader, node, "country");
  member.record.from = dl_reader_get_number (node, "from", 0);
  member.record.until = dl_reader_get_number (node, "until", 0);
  g_array_append_val (reader->builder->members, member);
}

gboolean
dl_reader_read_entity (DlReader *reader, xmlNode *node)
{
  g_autofree char *id = dl_reader_dup_attribute (node, "id");
  g_autofree char *nick = dl_reader_dup_attribute (node, "kind");
  DlBuildEntity *entity;
  DlKind kind;

  if (id == NULL)
    return dl_reader_fail (reader, node, "an entity has no id", NULL);
  entity = dl_builder_entity (reader->builder, id);
  if (nick != NULL)
    {
      if (!dl_kind_from_nick (nick, &kind))
        return dl_reader_fail (reader, node, "unknown kind", nick);
      entity->record.kind = kind;
      entity->record.role = dl_reader_add_string (reader, node, "role");
      entity->record.countries = dl_reader_add_string (reader, node, "countries");
      entity->record.wikidata = dl_reader_add_string (reader, node, "wikidata");
      entity->record.zone = dl_reader_add_string (reader, node, "zone");
      entity->record.latitude = dl_reader_get_number (node, "lat", NAN);
      entity->record.longitude = dl_reader_get_number (node, "lon", NAN);
    }

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (dl_reader_is (child, "name") && !read_name (reader, child, entity))
        return FALSE;
      if (dl_reader_is (child, "member"))
        read_member (reader, child, entity);
    }

  return TRUE;
}

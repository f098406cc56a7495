/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "builder.h"

static void
begin (GByteArray *file, DlSection section)
{
  static const guint8 zeros[8];

  g_byte_array_append (file, zeros, (8 - file->len % 8) % 8);
  ((DlFormatHeader *) file->data)->sections[section].offset = file->len;
}

static void
end (GByteArray *file, DlSection section)
{
  DlFormatHeader *header = (DlFormatHeader *) file->data;

  header->sections[section].size = file->len - header->sections[section].offset;
}

static void
write_array (GByteArray *file, DlSection section, GArray *array)
{
  begin (file, section);
  g_byte_array_append (file, (const guint8 *) array->data,
                       array->len * g_array_get_element_size (array));
  end (file, section);
}

static void
write_entities (GByteArray *file, DlBuilder *self)
{
  begin (file, DL_SECTION_ENTITIES);
  for (guint i = 0; i < self->entities->len; i++)
    {
      const DlBuildEntity *entity = g_ptr_array_index (self->entities, i);

      g_byte_array_append (file, (const guint8 *) &entity->record, sizeof entity->record);
    }
  end (file, DL_SECTION_ENTITIES);

  begin (file, DL_SECTION_MAIN_NAMES);
  for (guint i = 0; i < self->entities->len; i++)
    {
      const DlBuildEntity *entity = g_ptr_array_index (self->entities, i);

      g_byte_array_append (file, (const guint8 *) entity->main_names, sizeof entity->main_names);
    }
  end (file, DL_SECTION_MAIN_NAMES);
}

static void
write_names (GByteArray *file, DlBuilder *self)
{
  begin (file, DL_SECTION_NAMES);
  for (guint i = 0; i < self->names->len; i++)
    {
      DlBuildName *name = g_ptr_array_index (self->names, i);
      const DlBuildName *next =
        i + 1 < self->names->len ? g_ptr_array_index (self->names, i + 1) : NULL;

      if (next == NULL || strcmp (next->folded, name->folded) != 0)
        name->record.flags |= DL_NAME_LAST;
      g_byte_array_append (file, (const guint8 *) &name->record, sizeof name->record);
    }
  end (file, DL_SECTION_NAMES);
}

static void
write_members (GByteArray *file, DlBuilder *self)
{
  begin (file, DL_SECTION_MEMBERS);
  for (guint i = 0; i < self->members->len; i++)
    g_byte_array_append (file,
                         (const guint8 *) &g_array_index (self->members, DlBuildMember, i).record,
                         sizeof (DlMemberRecord));
  end (file, DL_SECTION_MEMBERS);
}

/* Writes all that was built to @path, in the layout of format.h. */
gboolean
dl_builder_write (DlBuilder *self, GArray *trie, const char *path, GError **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  DlFormatHeader header = { .magic = DL_FORMAT_MAGIC, .version = DL_FORMAT_VERSION };

  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  begin (file, DL_SECTION_STRINGS);
  g_byte_array_append (file, self->strings->data, self->strings->len);
  end (file, DL_SECTION_STRINGS);
  write_array (file, DL_SECTION_CLASSES, self->classes);
  write_entities (file, self);
  write_names (file, self);
  write_array (file, DL_SECTION_TRIE, trie);
  write_array (file, DL_SECTION_CAUTIONS, self->cautions);
  write_array (file, DL_SECTION_CUES, self->cues);
  write_members (file, self);
  write_array (file, DL_SECTION_RULES, self->rules);
  write_array (file, DL_SECTION_ATTRIBUTES, self->attributes);
  write_array (file, DL_SECTION_NODES, self->nodes);
  write_array (file, DL_SECTION_VALUES, self->values);

  return g_file_set_contents (path, (const char *) file->data, file->len, error);
}

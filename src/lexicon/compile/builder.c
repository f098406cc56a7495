/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "builder.h"

#include <math.h>
#include <string.h>

#include "../fold.h"
#include "kind.h"

static void
name_free (gpointer data)
{
  DlBuildName *name = data;

  g_free (name->folded);
  g_free (name);
}

DlBuilder *
dl_builder_new (void)
{
  DlBuilder *self = g_new0 (DlBuilder, 1);

  self->strings = g_byte_array_new ();
  self->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->entities = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->literals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cautions = g_array_new (FALSE, FALSE, sizeof (DlCautionRecord));
  self->cues = g_array_new (FALSE, FALSE, sizeof (DlCueRecord));
  self->caution_keys = g_ptr_array_new_with_free_func (g_free);
  self->members = g_array_new (FALSE, FALSE, sizeof (DlBuildMember));
  self->rules = g_array_new (FALSE, FALSE, sizeof (DlRuleRecord));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (DlAttributeRecord));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (DlNodeRecord));
  self->values = g_array_new (FALSE, FALSE, sizeof (guint32));

  dl_builder_string (self, "");
  for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
    dl_builder_class (self, dl_kind_get_nick (kind));

  return self;
}

void
dl_builder_free (DlBuilder *self)
{
  g_byte_array_unref (self->strings);
  g_hash_table_unref (self->offsets);
  g_array_unref (self->classes);
  g_ptr_array_unref (self->entities);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->literals);
  g_array_unref (self->cautions);
  g_array_unref (self->cues);
  g_ptr_array_unref (self->caution_keys);
  g_array_unref (self->members);
  g_array_unref (self->rules);
  g_array_unref (self->attributes);
  g_array_unref (self->nodes);
  g_array_unref (self->values);
  g_free (self);
}

/* Returns: the offset of @text in the pool; equal texts have one. */
guint32
dl_builder_string (DlBuilder *self, const char *text)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->offsets, text, NULL, &known))
    {
      known = GUINT_TO_POINTER (self->strings->len);
      g_hash_table_insert (self->offsets, g_strdup (text), known);
      g_byte_array_append (self->strings, (const guint8 *) text, strlen (text) + 1);
    }

  return GPOINTER_TO_UINT (known);
}

/* Returns: the number of the class called @name, made if it is new. */
guint
dl_builder_class (DlBuilder *self, const char *name)
{
  guint32 string = dl_builder_string (self, name);

  for (guint i = 0; i < self->classes->len; i++)
    {
      if (g_array_index (self->classes, guint32, i) == string)
        return i;
    }
  g_array_append_val (self->classes, string);

  return self->classes->len - 1;
}

/* Returns: (transfer none): the entity called @id, made if it is new. */
DlBuildEntity *
dl_builder_entity (DlBuilder *self, const char *id)
{
  DlBuildEntity *entity = g_hash_table_lookup (self->by_id, id);

  if (entity == NULL)
    {
      entity = g_new0 (DlBuildEntity, 1);
      entity->record.id = dl_builder_string (self, id);
      entity->record.kind = DL_N_KINDS;
      entity->record.latitude = entity->record.longitude = NAN;
      g_ptr_array_add (self->entities, entity);
      g_hash_table_insert (self->by_id, g_strdup (id), entity);
    }

  return entity;
}

/* Returns: (transfer none): a new row for @form, its fields zero but for the form. */
DlBuildName *
dl_builder_add_name (DlBuilder *self, const char *form)
{
  g_autofree char *composed = g_utf8_normalize (form, -1, G_NORMALIZE_NFC);
  DlBuildName *name = g_new0 (DlBuildName, 1);

  name->folded = dl_fold_string (composed);
  name->record.form = dl_builder_string (self, composed);
  g_ptr_array_add (self->names, name);

  return name;
}

/* Returns: the number of the literal @token, one token already folded. */
guint32
dl_builder_literal (DlBuilder *self, const char *token)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->literals, token));
  DlBuildName *name;

  if (number != 0)
    return number;

  number = g_hash_table_size (self->literals) + 1;
  g_hash_table_insert (self->literals, g_strdup (token), GUINT_TO_POINTER (number));
  name = dl_builder_add_name (self, token);
  name->record.flags = DL_NAME_LITERAL;
  name->record.value = number;

  return number;
}

static int
compare_entities (gconstpointer a, gconstpointer b, gpointer strings)
{
  const DlBuildEntity *const *first = a, *const *second = b;
  const char *pool = strings;

  return strcmp (pool + (*first)->record.id, pool + (*second)->record.id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const DlBuildName *const *first = a, *const *second = b;

  return strcmp ((*first)->folded, (*second)->folded);
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const DlBuildMember *first = a, *second = b;

  return (int) first->record.bloc - (int) second->record.bloc;
}

static gboolean
check_entities (DlBuilder *self, GError **error)
{
  for (guint i = 0; i < self->entities->len; i++)
    {
      DlBuildEntity *entity = g_ptr_array_index (self->entities, i);

      entity->index = i;
      if (entity->record.kind == DL_N_KINDS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "entity “%s” is named but nowhere described",
                       (const char *) self->strings->data + entity->record.id);
          return FALSE;
        }
    }

  return TRUE;
}

/* A caution is for one form of one entity, in some languages. */
static gboolean
bind_cautions (DlBuilder *self, GError **error)
{
  for (guint i = 0; i < self->caution_keys->len; i++)
    {
      g_auto (GStrv) key = g_strsplit (g_ptr_array_index (self->caution_keys, i), "|", 3);
      const guint languages = (guint) g_ascii_strtoull (key[0], NULL, 10);
      gboolean bound = FALSE;

      for (guint k = 0; k < self->names->len; k++)
        {
          DlBuildName *name = g_ptr_array_index (self->names, k);

          if (name->entity == NULL || !(name->record.languages & languages) ||
              strcmp (name->folded, key[2]) != 0 ||
              strcmp ((const char *) self->strings->data + name->entity->record.id, key[1]) != 0)
            continue;
          name->record.caution = i;
          bound = TRUE;
        }
      if (!bound)
        g_printerr ("compile: no name “%s” of “%s” for its caution\n", key[2], key[1]);
    }

  return TRUE;
}

/* Sorts everything and turns references into indexes. */
gboolean
dl_builder_finish (DlBuilder *self, GError **error)
{
  g_ptr_array_sort_with_data (self->entities, compare_entities, self->strings->data);
  if (!check_entities (self, error))
    return FALSE;

  for (guint i = 0; i < self->names->len; i++)
    {
      DlBuildName *name = g_ptr_array_index (self->names, i);

      name->record.caution = DL_FORMAT_NONE;
      name->record.entity = name->entity != NULL ? name->entity->index : DL_FORMAT_NONE;
    }
  for (guint i = 0; i < self->members->len; i++)
    {
      DlBuildMember *member = &g_array_index (self->members, DlBuildMember, i);

      member->record.bloc = member->bloc->index;
    }
  g_array_sort (self->members, compare_members);
  g_ptr_array_sort (self->names, compare_names);

  return bind_cautions (self, error);
}

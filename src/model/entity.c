/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity.h"

#include "codes.h"
#include "mention.h"

/* What one or more mentions of an article name. */
struct _DlEntity
{
  GObject parent_instance;

  DlEntityFields fields;
};

G_DEFINE_FINAL_TYPE (DlEntity, dl_entity, G_TYPE_OBJECT)

static void
dl_entity_finalize (GObject *object)
{
  DlEntity *self = DL_ENTITY (object);

  g_free ((char *) self->fields.key);
  g_free ((char *) self->fields.name);
  g_free ((char *) self->fields.office);
  g_free ((char *) self->fields.wikidata);
  g_free ((char *) self->fields.zone);
  g_free ((gpointer) self->fields.countries);
  g_free ((guint *) self->fields.mentions);
  g_clear_pointer (&self->fields.date, dl_date_unref);

  G_OBJECT_CLASS (dl_entity_parent_class)->finalize (object);
}

static void
dl_entity_class_init (DlEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_entity_finalize;
}

static void
dl_entity_init (DlEntity *self)
{
}

/**
 * dl_entity_new:
 * @fields: what it holds; all of it is copied, the date referenced
 *
 * Returns: (transfer full): an entity
 */
DlEntity *
dl_entity_new (const DlEntityFields *fields)
{
  DlEntity *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->name != NULL, NULL);
  g_return_val_if_fail ((guint) fields->kind < DL_N_KINDS, NULL);

  self = g_object_new (DL_TYPE_ENTITY, NULL);
  self->fields = *fields;
  self->fields.key = g_strdup (fields->key);
  self->fields.name = g_strdup (fields->name);
  self->fields.role = g_intern_string (fields->role);
  self->fields.office = g_strdup (fields->office);
  self->fields.countries = dl_codes_dup (fields->countries);
  self->fields.wikidata = g_strdup (fields->wikidata);
  self->fields.zone = g_strdup (fields->zone);
  self->fields.date = fields->date == NULL ? NULL : dl_date_ref (fields->date);
  self->fields.mentions = g_memdup2 (fields->mentions, fields->n_mentions * sizeof (guint));
  return self;
}

/**
 * dl_entity_get_fields:
 * @self: an entity
 *
 * Returns: (transfer none): all that it holds, for as long as it lives
 */
const DlEntityFields *
dl_entity_get_fields (DlEntity *self)
{
  g_return_val_if_fail (DL_IS_ENTITY (self), NULL);

  return &self->fields;
}

DlKind
dl_entity_get_kind (DlEntity *self)
{
  g_return_val_if_fail (DL_IS_ENTITY (self), DL_KIND_TERM);

  return self->fields.kind;
}

/**
 * dl_entity_get_name:
 * @self: an entity
 *
 * Returns: (transfer none): its name as the article first gives it in full
 */
const char *
dl_entity_get_name (DlEntity *self)
{
  g_return_val_if_fail (DL_IS_ENTITY (self), NULL);

  return self->fields.name;
}

guint
dl_entity_get_n_mentions (DlEntity *self)
{
  g_return_val_if_fail (DL_IS_ENTITY (self), 0);

  return self->fields.n_mentions;
}

/**
 * dl_entity_get_mention:
 * @self: an entity
 * @position: which of its mentions, in the order of the text
 *
 * Returns: the index of the mention in its #DlAnnotations; %DL_NONE past the last
 */
guint
dl_entity_get_mention (DlEntity *self, guint position)
{
  g_return_val_if_fail (DL_IS_ENTITY (self), DL_NONE);

  return position < self->fields.n_mentions ? self->fields.mentions[position] : DL_NONE;
}

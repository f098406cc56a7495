/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity-item.h"

#include <string.h>

#include "collation.h"
#include "interface-locale.h"
#include "words.h"

/* Makes the flat list of headings and entities.  A list view has sections of its own only
 * since GTK 4.12. */

struct _DlEntityItem
{
  GObject parent_instance;

  DlKind kind;
  guint entity; /* DL_NONE for a heading */
  char *name;
  guint count; /* of mentions; of entities under a heading */
};

G_DEFINE_ENUM_TYPE (DlEntityOrder,
                    dl_entity_order,
                    G_DEFINE_ENUM_VALUE (DL_ENTITY_ORDER_TEXT, "text"),
                    G_DEFINE_ENUM_VALUE (DL_ENTITY_ORDER_COUNT, "count"),
                    G_DEFINE_ENUM_VALUE (DL_ENTITY_ORDER_NAME, "name"))

G_DEFINE_FINAL_TYPE (DlEntityItem, dl_entity_item, G_TYPE_OBJECT)

static void
dl_entity_item_finalize (GObject *object)
{
  DlEntityItem *self = DL_ENTITY_ITEM (object);

  g_free (self->name);

  G_OBJECT_CLASS (dl_entity_item_parent_class)->finalize (object);
}

static void
dl_entity_item_class_init (DlEntityItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_entity_item_finalize;
}

static void
dl_entity_item_init (DlEntityItem *self)
{
}

static DlEntityItem *
create_item (DlKind kind, guint entity, const char *name, guint count)
{
  DlEntityItem *self = g_object_new (DL_TYPE_ENTITY_ITEM, NULL);

  self->kind = kind;
  self->entity = entity;
  self->name = g_strdup (name);
  self->count = count;

  return self;
}

gboolean
dl_entity_item_is_heading (DlEntityItem *self)
{
  return self->entity == DL_NONE;
}

DlKind
dl_entity_item_get_kind (DlEntityItem *self)
{
  return self->kind;
}

/**
 * dl_entity_item_get_entity:
 *
 * Returns: index of the entity; %DL_NONE for a heading
 */
guint
dl_entity_item_get_entity (DlEntityItem *self)
{
  return self->entity;
}

const char *
dl_entity_item_get_name (DlEntityItem *self)
{
  return self->name;
}

/**
 * dl_entity_item_get_count:
 *
 * Returns: how often the entity is named; of a heading, how many entities it has
 */
guint
dl_entity_item_get_count (DlEntityItem *self)
{
  return self->count;
}

typedef struct
{
  DlEntityOrder order;
  DlCollation *collation; /* NULL unless names are sorted */
} Sorting;

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const DlEntityItem *first = *(DlEntityItem **) a, *second = *(DlEntityItem **) b;
  const Sorting *sorting = user_data;

  if (sorting->order == DL_ENTITY_ORDER_COUNT && first->count != second->count)
    return first->count > second->count ? -1 : 1;
  if (sorting->order == DL_ENTITY_ORDER_NAME)
    return dl_collation_compare (sorting->collation, first->name, second->name);

  return first->entity < second->entity ? -1 : first->entity > second->entity;
}

/* What is typed with accents finds what is written without, and the other way round. */
static gboolean
matches (const char *name, const char *search, const char *plain_search)
{
  return search == NULL || *search == '\0' || g_str_match_string (search, name, TRUE) ||
         (strchr (plain_search, '?') == NULL && g_str_match_string (plain_search, name, TRUE));
}

static GPtrArray *
collect_kind (DlAnnotations *annotations, DlKind kind, const char *search, Sorting *sorting)
{
  g_autofree char *plain_search = g_str_to_ascii (search != NULL ? search : "", NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, i);
      const char *name = dl_entity_get_name (entity);

      if (dl_entity_get_kind (entity) == kind && matches (name, search, plain_search))
        g_ptr_array_add (items, create_item (kind, i, name, dl_entity_get_n_mentions (entity)));
    }
  g_ptr_array_sort_with_data (items, compare_items, sorting);

  return g_steal_pointer (&items);
}

/**
 * dl_entity_item_list_all:
 * @search: (nullable): only names that have words which begin like these; accents do not
 *   count
 *
 * Each kind that has entities gets a heading and these below it.  May be called in any thread.
 *
 * Returns: (transfer full) (element-type DlEntityItem): the rows for the entities of @annotations
 */
DlList *
dl_entity_item_list_all (DlAnnotations *annotations, const char *search, DlEntityOrder order)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlCollation) collation =
    order == DL_ENTITY_ORDER_NAME ? dl_collation_new (dl_interface_locale ()) : NULL;
  Sorting sorting = { order, collation };

  for (guint kind = 0; kind < DL_N_KINDS; kind++)
    {
      GPtrArray *entities = collect_kind (annotations, kind, search, &sorting);

      if (entities->len > 0)
        g_ptr_array_add (items, create_item (kind, DL_NONE, dl_words_get_kind_group (kind),
                                             entities->len));
      g_ptr_array_extend_and_steal (items, entities);
    }

  return dl_list_new_take (DL_TYPE_ENTITY_ITEM, items);
}

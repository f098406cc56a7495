/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-readings.h"

#include <string.h>

/* The places that one name may mean, and how they lie in each other. */

/* Returns: (transfer none): the id of the place. */
const char *
dl_place_get_id (DlReading *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->tables, entity->id);
}

/* Returns: (transfer none): its countries; “” if none. */
const char *
dl_place_get_countries (DlReading *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->tables, entity->countries);
}

/* Returns: (transfer none): what it is; “” if not known. */
const char *
dl_place_get_role (DlReading *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->tables, entity->role);
}

/* The first row of the form that @name is one of; the rows of a form stand together. */
static const DlNameRecord *
get_first (DlReading *self, const DlNameRecord *name)
{
  while (name > self->tables->names && !(name[-1].flags & DL_NAME_LAST))
    name--;

  return name;
}

/* Returns: (transfer none): the row of the tables that stands for all of the form of
 * @candidate, which must be listed. */
const DlNameRecord *
dl_place_get_form (DlReading *self, const DlCandidate *candidate)
{
  return get_first (self, candidate->name);
}

/**
 * dl_place_get_readings:
 * @candidate: a listed one
 * @readings: (out): the places and countries of its form, what it is taken for first
 *
 * Returns: how many there are, at least 1
 */
guint
dl_place_get_readings (DlReading *self,
                       const DlCandidate *candidate,
                       const DlEntityRecord *readings[DL_PLACE_MAX_READINGS])
{
  const DlTables *tables = self->tables;
  guint n = 0;

  readings[n++] = &tables->entities[candidate->name->entity];
  for (const DlNameRecord *name = get_first (self, candidate->name);; name++)
    {
      if (!(name->flags & (DL_NAME_WORD | DL_NAME_LITERAL)) && n < DL_PLACE_MAX_READINGS &&
          name->entity != candidate->name->entity &&
          (name->klass == DL_KIND_COUNTRY || name->klass == DL_KIND_PLACE) &&
          (name->languages & candidate->name->languages))
        readings[n++] = &tables->entities[name->entity];
      if (name->flags & DL_NAME_LAST)
        break;
    }

  return n;
}

/* Bytes of the country's code at the end of the id of a town: “-us”. */
#define COUNTRY_TAIL 3

/* The id of a town ends in that of its region, which may leave out the country: in
 * “paris-texas-us” that of “texas-us”, in “london-ontario-ca” that of “ontario”. */
static gboolean
ends_in (const char *id, const char *region)
{
  const gsize tail = strlen (region);

  for (const char *at = strchr (id, '-'); at != NULL; at = strchr (at, '-'))
    {
      at++;
      if (strncmp (at, region, tail) == 0 &&
          (at[tail] == '\0' || (at[tail] == '-' && strlen (at + tail) == COUNTRY_TAIL)))
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether @inner is a place of the country or the region @outer. */
gboolean
dl_place_lies_in (DlReading *self, const DlEntityRecord *inner, const DlEntityRecord *outer)
{
  const char *countries = dl_place_get_countries (self, inner);

  if (inner == outer || inner->kind != DL_KIND_PLACE || *countries == '\0')
    return FALSE;
  if (outer->kind == DL_KIND_COUNTRY)
    return strcmp (countries, dl_place_get_id (self, outer)) == 0;

  return strcmp (dl_place_get_role (self, outer), "region") == 0 &&
         strcmp (dl_place_get_role (self, inner), "region") != 0 &&
         ends_in (dl_place_get_id (self, inner), dl_place_get_id (self, outer));
}

static gboolean
find_region (DlReading *self, const char *id, DlLexiconEntity *region)
{
  return dl_lexicon_find_entity (self->lexicon, id, region) && strcmp (region->role, "region") == 0;
}

/* Returns: (transfer none): the id of the region of a town, as far as its own id tells:
 * after the town's name; “” where no region of the tables is told. */
const char *
dl_place_get_region (DlReading *self, const DlEntityRecord *entity)
{
  DlLexiconEntity region;

  if (strcmp (dl_place_get_role (self, entity), "city") != 0)
    return "";
  for (const char *id = strchr (dl_place_get_id (self, entity), '-'); id != NULL;
       id = strchr (id, '-'))
    {
      g_autofree char *alone = NULL;

      id++;
      if (find_region (self, id, &region))
        return region.id;
      if (strlen (id) <= COUNTRY_TAIL || id[strlen (id) - COUNTRY_TAIL] != '-')
        continue;
      alone = g_strndup (id, strlen (id) - COUNTRY_TAIL);
      if (find_region (self, alone, &region) &&
          strcmp (region.countries, dl_place_get_countries (self, entity)) == 0)
        return region.id;
    }

  return "";
}

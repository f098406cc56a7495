/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-words.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "map-mentions.h"
#include "words.h"

/* What the map shows, said in words: its legend, its tool tips, and what a screen reader is
 * told.  Countries outside the time filter are not spoken of, as they are not filled. */

static DlCountry *
find_country (DlSession *session, const char *code)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint position;

  if (annotations == NULL || !dl_session_is_country_shown (session, code))
    return NULL;

  position = dl_annotations_find_country (annotations, code);

  return position != DL_NONE ? dl_annotations_get_country (annotations, position) : NULL;
}

/* Of the countries with @part, as a list; its rows are borrowed. */
static GPtrArray *
list_countries (DlSession *session, DlPart part)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;
  GPtrArray *countries = g_ptr_array_new ();

  for (guint i = 0; i < n_countries; i++)
    {
      DlCountry *country = dl_annotations_get_country (annotations, i);

      if (dl_country_get_part (country) == part &&
          dl_session_is_country_shown (session, dl_country_get_code (country)))
        g_ptr_array_add (countries, country);
    }

  return countries;
}

static void
append_name (GString *list, DlSession *session, const char *code)
{
  if (list->len > 0)
    g_string_append (list, C_ ("between the names of countries", ", "));
  g_string_append (list, dl_session_get_country_name (session, code));
}

static char *
join_blocs (DlSession *session, GPtrArray *countries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < countries->len; i++)
    {
      const char *bloc = dl_country_get_fields (countries->pdata[i])->bloc;

      if (bloc != NULL && g_hash_table_add (seen, (gpointer) bloc))
        append_name (list, session, bloc);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
join_names (DlSession *session, GPtrArray *countries)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < countries->len; i++)
    append_name (list, session, dl_country_get_code (countries->pdata[i]));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_words (DlPart part, const char *blocs)
{
  switch (part)
    {
    case DL_PART_ACTS:
      return g_strdup (C_ ("part of a country", "Acts or takes part"));

    case DL_PART_NAMED:
      return g_strdup (C_ ("part of a country", "Named"));

    case DL_PART_BACKGROUND:
      return g_strdup (C_ ("part of a country", "Takes part (background)"));

    case DL_PART_MEMBER:
      if (blocs == NULL || *blocs == '\0')
        return g_strdup (C_ ("part of a country", "Belongs to a bloc that takes part"));
      /* Translators: %s is a bloc or several: “European Union, ASEAN”. */
      return g_strdup_printf (C_ ("part of a country", "Through: %s"), blocs);

    case DL_PART_HINTED:
      return g_strdup (C_ ("part of a country", "Hinted at"));

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_part_words (DlSession *session, DlPart part)
{
  g_autoptr (GPtrArray) countries = list_countries (session, part);
  g_autofree char *blocs = join_blocs (session, countries);

  return dup_words (part, blocs);
}

static char *
dup_count_words (guint n_mentions)
{
  return dl_digits_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
}

static char *
dup_step_words (guint fill)
{
  guint least, most;

  dl_map_shading_get_bounds (fill, &least, &most);
  if (least == most)
    return dup_count_words (least);
  if (most == G_MAXUINT)
    /* Translators: in the legend of the map. */
    return dl_digits_printf (ngettext ("%u mention or more", "%u mentions or more", least), least);

  /* Translators: from so many to so many: “2–4 mentions”. */
  return dl_digits_printf (ngettext ("%u–%u mention", "%u–%u mentions", most), least, most);
}

/**
 * dl_map_dup_fill_words:
 * @fill: a #DlMapFill
 *
 * Returns: (transfer full): what the legend says of the countries filled so: “Hinted at”
 */
char *
dl_map_dup_fill_words (DlSession *session, guint fill)
{
  if (fill < DL_N_PARTS)
    return dup_part_words (session, fill);
  if (fill == DL_MAP_FILL_UNNAMED)
    return g_strdup (C_ ("country on the map", "Not named"));

  return dup_step_words (fill);
}

/**
 * dl_map_find_fills:
 *
 * Returns: bit 1 << #DlMapFill is set for each way in which a shown country is filled
 */
guint
dl_map_find_fills (DlSession *session, DlMapShading shading)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;
  guint fills = 0;

  for (guint i = 0; i < n_countries; i++)
    {
      DlCountry *country = dl_annotations_get_country (annotations, i);

      if (dl_session_is_country_shown (session, dl_country_get_code (country)))
        fills |= 1u << dl_map_shading_get_fill (shading, session, country);
    }

  return fills;
}

/**
 * dl_map_dup_country_part:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: (transfer full) (nullable): the part the country plays: “Named”; %NULL: none
 */
char *
dl_map_dup_country_part (DlSession *session, const char *code)
{
  DlCountry *country = find_country (session, code);
  const char *bloc;

  if (country == NULL)
    return NULL;

  bloc = dl_country_get_fields (country)->bloc;

  return dup_words (dl_country_get_part (country),
                    bloc != NULL ? dl_session_get_country_name (session, bloc) : NULL);
}

/**
 * dl_map_describe_country:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: (transfer full): its name, its part if it has one, and how often it is named:
 *   “Japan · Named · 2 mentions”
 */
char *
dl_map_describe_country (DlSession *session, const char *code)
{
  const char *name = dl_session_get_country_name (session, code);
  DlCountry *country = find_country (session, code);
  g_autofree char *part = dl_map_dup_country_part (session, code);
  guint n_mentions = country != NULL ? dl_map_mentions_count (session, country) : 0;
  g_autofree char *count = dup_count_words (n_mentions);

  if (country == NULL)
    return g_strdup (name);
  if (n_mentions == 0)
    /* Translators: a country and the part it plays: “Japan · Named”. */
    return g_strdup_printf (_ ("%s · %s"), name, part);

  /* Translators: a country, the part it plays, and how often: “Japan · Named · 2 mentions”. */
  return g_strdup_printf (_ ("%s · %s · %s"), name, part, count);
}

/**
 * dl_map_describe_place:
 * @entity: index of an entity, or %DL_NONE
 *
 * Returns: (transfer full) (nullable): the place, what it is, and how often it is named:
 *   “Geneva · Switzerland · 2 mentions”; %NULL: it is none
 */
char *
dl_map_describe_place (DlSession *session, guint entity)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  g_autofree char *what = NULL, *count = NULL;
  DlEntity *row;

  if (annotations == NULL || entity >= dl_annotations_get_n_entities (annotations))
    return NULL;

  row = dl_annotations_get_entity (annotations, entity);
  if (dl_entity_get_fields (row)->kind != DL_KIND_PLACE)
    return NULL;

  what = dl_words_describe_entity (session, row);
  count = dup_count_words (dl_entity_get_n_mentions (row));

  /* Translators: a place, its country, and how often: “Geneva · Switzerland · 2 mentions”. */
  return g_strdup_printf (_ ("%s · %s · %s"), dl_entity_get_name (row), what, count);
}

static void
describe_part (GString *text, DlSession *session, DlPart part)
{
  g_autoptr (GPtrArray) countries = list_countries (session, part);
  g_autofree char *names = NULL, *words = NULL;

  if (countries->len == 0)
    return;

  names = join_names (session, countries);
  words = dup_part_words (session, part);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  /* Translators: a part and the countries that play it: “Named: Japan, France.” */
  g_string_append_printf (text, _ ("%s: %s."), words, names);
}

/**
 * dl_map_describe:
 *
 * Returns: (transfer full): the selected place or country in a sentence; if none is, which countries
 *   are shown, part by part
 */
char *
dl_map_describe (DlSession *session)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *country = dl_session_get_country (session);
  g_autofree char *selected = dl_map_describe_place (session, dl_session_get_entity (session));

  if (selected == NULL && country != NULL)
    selected = dl_map_describe_country (session, country);
  if (selected != NULL)
    return g_strdup_printf (_ ("Selected: %s."), selected);

  for (guint part = 0; part < DL_N_PARTS; part++)
    describe_part (text, session, part);
  if (text->len == 0)
    g_string_append (text, _ ("The article names no country."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

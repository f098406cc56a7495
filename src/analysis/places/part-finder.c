/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "part-finder.h"

#include <string.h>

#include "country.h"
#include "event.h"

/* Which part each country plays in the article.  The strongest it has anywhere counts:
 * it acts, is named, takes part by the background file, belongs to a bloc that is named,
 * is only hinted at. */

/* A bloc to which most of the world belongs says nothing of its members. */
#define MAX_MEMBERS 60

/* What a newspaper or a news agency reports is no part that its country plays. */
#define ROLE_REPORTS "media"

/* What is known of one country while the article is gone through. */
typedef struct
{
  const char *code; /* interned */
  DlPart part;
  const DlCandidate *shown; /* the mention that tells the part; or NULL */
  const char *bloc;         /* interned, or NULL */
  const char *source;       /* borrowed from the background, or NULL */
  GArray *mentions;         /* of guint */
  guint position;           /* by first mention */
} Row;

typedef struct
{
  DlReading *reading;
  GPtrArray *rows; /* of Row, owned */
  GHashTable *by_code;
  GHashTable *actors; /* set of entities that act */
} Finder;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->mentions);
  g_free (row);
}

static Row *
find_row (Finder *finder, const char *code)
{
  Row *row = g_hash_table_lookup (finder->by_code, code);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->code = g_intern_string (code);
      row->part = DL_N_PARTS;
      row->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
      row->position = finder->rows->len;
      g_hash_table_insert (finder->by_code, (gpointer) row->code, row);
      g_ptr_array_add (finder->rows, row);
    }

  return row;
}

static void
strengthen (Row *row, DlPart part, const DlCandidate *shown)
{
  if (part >= row->part)
    return;
  row->part = part;
  row->shown = shown;
}

static gboolean
is_country (DlReading *reading, const char *code)
{
  DlLexiconEntity entity;

  return dl_lexicon_find_entity (reading->lexicon, code, &entity) && entity.kind == DL_KIND_COUNTRY;
}

/* Whether some act of the sentence is ascribed to what stands there. */
static gboolean
has_role (DlReading *reading, const DlCandidate *candidate)
{
  for (guint i = dl_reading_find_role (reading, candidate->span.start); i < reading->roles->len;
       i++)
    {
      const DlRole *role = &g_array_index (reading->roles, DlRole, i);

      if (role->span.start >= candidate->span.end)
        break;
      if (strcmp (role->role, DL_ROLE_WHERE) != 0 && strcmp (role->role, DL_ROLE_OWNED) != 0 &&
          dl_span_contains (candidate->span, role->span))
        return TRUE;
    }

  return FALSE;
}

/* Whether @candidate is a body of its country that does not speak for it. */
static gboolean
is_private (const DlCandidate *candidate)
{
  static const char *const roles[] = { "company", "team", "university", "hospital", NULL };

  return candidate->kind == DL_KIND_ORGANISATION && candidate->role != NULL &&
         g_strv_contains (roles, candidate->role);
}

static DlPart
get_part (Finder *finder, const DlCandidate *candidate)
{
  const DlSentence *sentence =
    &g_array_index (finder->reading->sentences, DlSentence, candidate->sentence);

  if (sentence->hints && candidate->span.start >= sentence->hint)
    return DL_PART_HINTED;
  if (is_private (candidate))
    return DL_PART_NAMED;
  if (g_hash_table_contains (finder->actors, GUINT_TO_POINTER (candidate->entity)) ||
      (candidate->flags & DL_CANDIDATE_METONYM) || has_role (finder->reading, candidate))
    return DL_PART_ACTS;

  return DL_PART_NAMED;
}

static void
read_candidate (Finder *finder, const DlCandidate *candidate, guint position)
{
  g_auto (GStrv) codes = g_strsplit (candidate->countries, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      Row *row;

      if (!is_country (finder->reading, codes[i]))
        continue;
      row = find_row (finder, codes[i]);
      strengthen (row, get_part (finder, candidate), candidate);
      g_array_append_val (row->mentions, position);
    }
}

/* Reads all but media, and what stands within their names: “Agence France-Presse”. */
static void
read_candidates (Finder *finder)
{
  const GPtrArray *candidates = finder->reading->candidates;
  gsize end = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->kind == DL_KIND_ORGANISATION && g_strcmp0 (candidate->role, ROLE_REPORTS) == 0)
        end = MAX (end, candidate->span.end);
      else if (candidate->span.start >= end)
        read_candidate (finder, candidate, i);
    }
}

/* The year in which membership is asked for: of the article, else of its events, else
 * the latest known. */
static int
get_year (DlReading *reading, GPtrArray *events)
{
  DlDate *published = dl_article_get_published (reading->article);

  if (published != NULL && !dl_date_is_yearless (published))
    return dl_date_get_start (published)->year;

  for (guint i = 0; i < events->len; i++)
    {
      DlDate *date = dl_event_get_date (g_ptr_array_index (events, i));

      if (date != NULL && !dl_event_is_background (g_ptr_array_index (events, i)) &&
          !dl_date_is_yearless (date) && dl_date_get_start (date) != NULL)
        return dl_date_get_start (date)->year;
    }

  return G_MAXINT;
}

static void
add_members (Finder *finder, const DlCandidate *candidate, int year)
{
  DlMember members[256];
  guint n, current = 0;

  if (candidate->id == NULL || g_strcmp0 (candidate->role, "bloc") != 0)
    return;

  n = MIN (dl_lexicon_get_members (finder->reading->lexicon, candidate->id, members,
                                   G_N_ELEMENTS (members)),
           G_N_ELEMENTS (members));
  for (guint i = 0; i < n; i++)
    current += dl_member_is_in (&members[i], year);
  if (current > MAX_MEMBERS)
    return;

  for (guint i = 0; i < n; i++)
    {
      Row *row;

      if (!dl_member_is_in (&members[i], year))
        continue;
      row = find_row (finder, members[i].country);
      if (row->part > DL_PART_MEMBER)
        row->bloc = g_intern_string (candidate->id);
      strengthen (row, DL_PART_MEMBER, candidate);
    }
}

static void
add_background (Finder *finder, DlBackground *background)
{
  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);

      if (fact->kind != DL_FACT_PARTICIPANT && fact->kind != DL_FACT_ORGANISER)
        continue;
      for (guint k = 0; fact->countries != NULL && fact->countries[k] != NULL; k++)
        {
          Row *row;

          if (!is_country (finder->reading, fact->countries[k]))
            continue;
          row = find_row (finder, fact->countries[k]);
          if (row->part <= DL_PART_BACKGROUND)
            continue;
          row->part = DL_PART_BACKGROUND;
          row->shown = NULL;
          row->source = fact->source;
        }
    }
}

static void
find_actors (Finder *finder, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      const DlEventFields *fields = dl_event_get_fields (g_ptr_array_index (events, i));

      for (guint k = 0; k < fields->n_actors; k++)
        {
          if (strcmp (fields->actors[k].role, "target") != 0)
            g_hash_table_add (finder->actors, GUINT_TO_POINTER (fields->actors[k].entity));
        }
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *const *first = a, *const *second = b;

  if ((*first)->part != (*second)->part)
    return (int) (*first)->part - (int) (*second)->part;

  return (int) (*first)->position - (int) (*second)->position;
}

static DlCountry *
make_country (DlReading *reading, const Row *row)
{
  DlCountryFields fields = {
    .code = row->code,
    .part = row->part,
    .sentence = row->shown != NULL
                  ? dl_reading_get_quote (reading, row->shown->sentence, row->shown->span)
                  : (DlSpan){ 0, 0 },
    .bloc = row->part == DL_PART_MEMBER ? row->bloc : NULL,
    .source = row->part == DL_PART_BACKGROUND ? row->source : NULL,
    .mentions = (const guint *) row->mentions->data,
    .n_mentions = row->mentions->len,
  };

  return dl_country_new (&fields);
}

/**
 * dl_part_finder_run:
 * @reading: with its candidates linked and numbered
 * @events: (element-type DlEvent)
 * @background: (nullable)
 *
 * Returns: (transfer full) (element-type DlCountry): by part, then by first mention
 */
GPtrArray *
dl_part_finder_run (DlReading *reading, GPtrArray *events, DlBackground *background)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) actors = g_hash_table_new (NULL, NULL);
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_object_unref);
  Finder finder = { reading, rows, by_code, actors };
  const int year = get_year (reading, events);

  find_actors (&finder, events);
  read_candidates (&finder);
  for (guint i = 0; i < reading->candidates->len; i++)
    add_members (&finder, g_ptr_array_index (reading->candidates, i), year);
  if (background != NULL)
    add_background (&finder, background);

  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (countries, make_country (reading, g_ptr_array_index (rows, i)));

  return countries;
}

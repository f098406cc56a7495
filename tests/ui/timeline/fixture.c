/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *edtf; /* NULL: no date */
  const char *what;
  const char *sentence;
  guint n_actors;
  gboolean during;
  gboolean year_inferred;
  gboolean local_time;
  gboolean has_place;
  const char *source;
} Row;

static const char *const names[] = {
  "Port of Trieste", "Danube Commission", "Hungary", "Ministry of Transport of Austria", "Romania",
  "Galați",          "Bulgaria",          "Vienna",
};

#define PLACE 7

static const Row mixed[N_MIXED] = {
  [MIXED_DECADE] = { "198X", "First plans for the canal",
                     "The first plans for a canal had been drawn in the 1980s.", 1 },
  [MIXED_UNTIL] = { "../2019-05", "The old treaty is in force",
                    "Until May 2019 the old treaty was in force.", 0 },
  [MIXED_MONTH_ABOUT] = { "2020-03~", "Talks break off",
                          "Talks broke off around March 2020, when borders were closed, and it "
                          "took until the following autumn before the two sides, under pressure "
                          "from the ports and from the shipping companies, sat down at one table "
                          "again.",
                          2 },
  [MIXED_RANGE_INFERRED] = { "2021-10-13/2021-10-14",
                             "Conference on the lower Danube takes place online",
                             "Officials of eight countries met online on 13 and 14 October (local "
                             "time).",
                             8, .year_inferred = TRUE, .local_time = TRUE, .has_place = TRUE },
  [MIXED_DAY] = { "2021-10-14", "Joint declaration adopted",
                  "On 14 October 2021 a joint declaration was adopted.", 3 },
  [MIXED_DURING] = { "2021-10-13/2021-10-14", "The minister speaks",
                     "The minister spoke at the conference.", 1, .during = TRUE,
                     .year_inferred = TRUE },
  [MIXED_BACKGROUND] = { "2021-10-14", "Statement published", "", 1,
                         .source = "Danube Commission, minutes" },
  [MIXED_FROM] = { "2022-01-01/..", "New rules apply", "The new rules apply from 1 January 2022.",
                   0 },
  [MIXED_YEARLESS] = { "XXXX-06-29", "Day of the river", "The day of the river is kept on 29 June.",
                       0 },
  [MIXED_UNDATED] = { NULL, "Fishermen protest", "Fishermen had protested against the canal.", 1 },
};

static const Row yearless[] = {
  { "XXXX-10-13/XXXX-10-14", "Conference takes place online",
    "Officials met online on 13 and 14 October.", 8, .local_time = TRUE },
  { "XXXX-10-14", "Joint declaration adopted", "On the 14th a joint declaration was adopted.", 2 },
  { "XXXX-10-13/XXXX-10-14", "The minister speaks", "The minister spoke at the conference.", 1,
    .during = TRUE },
};

static const Row dateless[] = {
  { NULL, "Fishermen protest", "Fishermen had protested against the canal.", 1 },
  { NULL, "The port closes", "The port was closed.", 1 },
};

static const Row times[] = {
  { "2021-10-14T09:00", "The conference opens", "It opened at 9 a.m. local time in Vienna.", 1,
    .local_time = TRUE, .has_place = TRUE },
  { "2021-10-14T20:00Z", "Statement published", "At 20:00 GMT a statement was published.", 1 },
  { "2021-10-14T21:00", "The ministers dine", "The ministers dined at 9 p.m.", 0 },
};

static DlSpan
append_sentence (GString *text, const char *sentence)
{
  DlSpan span = { text->len, text->len };

  if (*sentence == '\0')
    return span;

  g_string_append (text, sentence);
  span.end = text->len;
  g_string_append_c (text, '\n');
  return span;
}

static DlEvent *
make_event (const Row *row, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlDate) date = row->edtf != NULL ? dl_date_parse (row->edtf, &error) : NULL;
  DlActor actors[G_N_ELEMENTS (names)];

  g_assert_no_error (error);
  for (guint i = 0; i < row->n_actors; i++)
    actors[i] = (DlActor){ .entity = i, .role = "participant" };

  return dl_event_new (&(DlEventFields){
    .act = "meeting",
    .what = row->what,
    .sentence = append_sentence (text, row->sentence),
    .date = date,
    .date_mention = DL_NONE,
    .during = row->during,
    .year_inferred = row->year_inferred,
    .local_time = row->local_time,
    .reason = row->year_inferred ? "The year is that of the conference." : NULL,
    .actors = actors,
    .n_actors = row->n_actors,
    .place = row->has_place ? PLACE : DL_NONE,
    .source = row->source,
    .certainty = 0.9,
  });
}

static void
add_rows (GPtrArray *events, GString *text, const Row *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (events, make_event (&rows[i], text));
}

/* @n events of @what, the days @stride apart. */
static void
add_series (GPtrArray *events, GString *text, guint n, gint64 first, double stride)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *what = g_strdup_printf ("Ship number %u passes", i + 1);
      g_autofree char *sentence = g_strdup_printf ("Ship number %u passed.", i + 1);
      g_autofree char *edtf = NULL;
      int year, month, day;

      dl_date_civil_from_day (first + (gint64) (i * stride), &year, &month, &day);
      edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
      g_ptr_array_add (events, make_event (&(Row){ edtf, what, sentence, 1 }, text));
    }
}

static GPtrArray *
make_entities (void)
{
  static const char *const austria[] = { "AT", NULL };
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (entities, dl_entity_new (&(DlEntityFields){
                                 .key = names[i],
                                 .kind = i == PLACE ? DL_KIND_PLACE : DL_KIND_ORGANISATION,
                                 .name = names[i],
                                 .countries = i == PLACE ? austria : NULL,
                                 .latitude = NAN,
                                 .longitude = NAN,
                                 .certainty = 0.9,
                               }));

  return entities;
}

static void
add_events (TimelineFixture fixture, GPtrArray *events, GString *text)
{
  const gint64 start = dl_date_day_from_civil (2010, 1, 1);

  switch (fixture)
    {
    case TIMELINE_MIXED:
      add_rows (events, text, mixed, N_MIXED);
      break;
    case TIMELINE_YEARLESS:
      add_rows (events, text, yearless, G_N_ELEMENTS (yearless));
      break;
    case TIMELINE_SAME_DAY:
      add_series (events, text, 40, start, 0);
      break;
    case TIMELINE_MANY:
      add_series (events, text, 5000, start, 0.9);
      break;
    case TIMELINE_ONE:
      add_series (events, text, 1, start, 0);
      break;
    case TIMELINE_TIMES:
      add_rows (events, text, times, G_N_ELEMENTS (times));
      break;
    case TIMELINE_DATELESS:
      add_rows (events, text, dateless, G_N_ELEMENTS (dateless));
      break;
    case TIMELINE_EMPTY:
    default:
      break;
    }
}

/**
 * timeline_fixture_new:
 *
 * Returns: (transfer full): the annotations of a made-up article
 */
DlAnnotations *
timeline_fixture_new (TimelineFixture fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlDate) published = dl_date_new_ymd (2021, 10, 15);
  g_autoptr (DlDate) updated = dl_date_new_ymd (2021, 10, 16);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DlArticle) article = NULL;

  add_events (fixture, events, text);
  bytes = g_bytes_new (text->str, text->len);
  article =
    dl_article_new (bytes, NULL,
                    &(DlArticleFields){ .language = "en",
                                        .published = fixture == TIMELINE_TIMES ? published : NULL,
                                        .updated = fixture == TIMELINE_TIMES ? updated : NULL });

  return dl_annotations_new (article, NULL, make_entities (), events, NULL, NULL);
}

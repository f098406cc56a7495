/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "event-format.h"

/* Times of day on the reader's own clock.  The offsets are those of the tz database. */

typedef struct
{
  const char *name;
  const char *told;        /* EDTF */
  gboolean local_time;     /* “local time”, … */
  const char *clock;       /* … or whose, by the text */
  const char *zone;        /* of the place … */
  const char *country;     /* … and its country; NULL: there is no place */
  const char *reader;      /* the reader's zone */
  const char *shown;       /* EDTF */
  const char *told_notes;  /* beside the date as told … */
  const char *shown_notes; /* … and by the reader's clock */
} Case;

#define NEW_YORK "America/New_York"
#define HANOI "Asia/Ho_Chi_Minh"

static const Case cases[] = {
  { "summer", "2021-10-14T09:00", TRUE, NULL, NEW_YORK, "US", HANOI, "2021-10-14T20:00",
    "Somewhere time", "your time" },
  { "winter", "2021-12-14T09:00", TRUE, NULL, NEW_YORK, "US", HANOI, "2021-12-14T21:00",
    "Somewhere time", "your time" },
  { "country of one zone", "2021-10-14T22:00", TRUE, NULL, NULL, "KR", "Europe/London",
    "2021-10-14T14:00", "Somewhere time", "your time" },
  { "country whose zones agree", "2021-10-14T22:00", TRUE, NULL, NULL, "DE", "UTC",
    "2021-10-14T20:00", "Somewhere time", "your time" },
  { "country whose zones differ", "2021-10-14T22:00", TRUE, NULL, NULL, "US", "UTC",
    "2021-10-14T22:00", "Somewhere time", "Somewhere time" },
  { "the day before", "2021-10-14T09:00", TRUE, NULL, NULL, "KR", "America/Los_Angeles",
    "2021-10-13T17:00", "Somewhere time", "your time" },
  { "the year after", "2021-12-31T23:00Z", FALSE, NULL, NULL, NULL, "Asia/Tokyo",
    "2022-01-01T08:00", "", "your time" },
  { "half an hour", "2021-10-14T21:00+05:30", FALSE, NULL, NULL, NULL, "UTC", "2021-10-14T15:30",
    "", "your time" },
  { "the reader's clock set forward", "2021-03-28T01:30Z", FALSE, NULL, NULL, NULL, "Europe/Berlin",
    "2021-03-28T03:30", "", "your time" },
  { "skipped hour", "2021-03-14T02:30", TRUE, NULL, NEW_YORK, "US", "UTC", "2021-03-14T02:30",
    "Somewhere time", "Somewhere time" },
  { "hour that comes twice", "2021-11-07T01:30", TRUE, NULL, NEW_YORK, "US", "UTC",
    "2021-11-07T01:30", "Somewhere time", "Somewhere time" },
  { "whose, by the text", "2021-10-14T09:00", TRUE, NEW_YORK, NULL, "JP", "UTC", "2021-10-14T13:00",
    "New York time", "your time" },
  { "a country, by the text", "2021-10-14T09:00", TRUE, "GB", NULL, "JP", "UTC", "2021-10-14T08:00",
    "United Kingdom time", "your time" },
  { "which of many, by the text", "2021-10-14T09:00", TRUE, "US", NULL, "JP", "UTC",
    "2021-10-14T09:00", "United States time", "United States time" },
  { "continent", "2021-10-14T09:00", TRUE, "150", NULL, "JP", "UTC", "2021-10-14T09:00",
    "Europe time", "Europe time" },
  { "nobody's", "2021-10-14T09:00", FALSE, NULL, NULL, "KR", "UTC", "2021-10-14T09:00", "",
    "time zone not stated" },
  { "nowhere", "2021-10-14T09:00", TRUE, NULL, NULL, NULL, "UTC", "2021-10-14T09:00", "local time",
    "local time" },
  { "day", "2021-10-14", TRUE, NULL, NULL, "KR", "UTC", "2021-10-14", "Somewhere time",
    "Somewhere time" },
  { "no year", "XXXX-10-14T09:00", TRUE, NULL, NULL, "KR", "UTC", "XXXX-10-14T09:00",
    "year not stated|Somewhere time", "year not stated|Somewhere time" },
  { "both ends", "2021-10-13T22:00/2021-10-14T02:00", TRUE, NULL, NULL, "KR", "Europe/London",
    "2021-10-13T14:00/2021-10-13T18:00", "Somewhere time", "your time" },
  { "one end a day", "2021-10-13T22:00/2021-10-14", TRUE, NULL, NULL, "KR", "UTC",
    "2021-10-13T22:00/2021-10-14", "Somewhere time", "Somewhere time" },
  { "open end", "2021-10-13T22:00/..", TRUE, NULL, NULL, "KR", "UTC", "2021-10-13T13:00/..",
    "Somewhere time", "your time" },
};

static GPtrArray *
make_places (const Case *row)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const countries[] = { row->country, NULL };

  if (row->country != NULL)
    g_ptr_array_add (places, dl_entity_new (&(DlEntityFields){
                               .key = "somewhere",
                               .kind = DL_KIND_PLACE,
                               .name = "Somewhere",
                               .countries = countries,
                               .zone = row->zone,
                               .latitude = NAN,
                               .longitude = NAN,
                             }));

  return places;
}

static DlAnnotations *
annotate (const Case *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlDate) date = dl_date_parse (row->told, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &(DlArticleFields){ NULL });
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  g_ptr_array_add (events, dl_event_new (&(DlEventFields){
                             .act = "meeting",
                             .what = "Meeting",
                             .date = date,
                             .date_mention = DL_NONE,
                             .local_time = row->local_time,
                             .clock = row->clock,
                             .place = row->country != NULL ? 0 : DL_NONE,
                           }));

  return dl_annotations_new (article, NULL, make_places (row), events, NULL, NULL);
}

static void
check (DlAnnotations *annotations, DlClock clock, const char *shown, const char *notes)
{
  DlEvent *event = dl_annotations_get_event (annotations, 0);
  g_autoptr (DlDate) date = dl_event_dup_date (event, annotations, clock);
  g_autofree char *edtf = dl_date_to_edtf (date);
  g_auto (GStrv) said = dl_event_format_notes (event, annotations, clock);
  g_autofree char *joined = g_strjoinv ("|", said);

  g_assert_cmpstr (edtf, ==, shown);
  g_assert_cmpstr (joined, ==, notes);
}

static void
test_clock (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DlAnnotations) annotations = annotate (row);

  g_setenv ("TZ", row->reader, TRUE);
  check (annotations, DL_CLOCK_TOLD, row->told, row->told_notes);
  check (annotations, DL_CLOCK_READER, row->shown, row->shown_notes);
  g_assert_cmpint (dl_event_has_instant (dl_annotations_get_event (annotations, 0), annotations),
                   ==, g_str_has_suffix (row->shown_notes, "your time"));
}

/* Said beside the hour, wherever the reader is; what is no instant stays as told. */
static void
test_utc (void)
{
  static const struct
  {
    Case told;
    const char *shown, *notes;
    gboolean is_utc;
  } rows[] = {
    { { "a town's", "2021-10-14T09:00", TRUE, NULL, NEW_YORK, "US" },
      "2021-10-14T13:00Z",
      "",
      TRUE },
    { { "the day before", "2021-10-14T08:30", TRUE, NULL, NULL, "KR" },
      "2021-10-13T23:30Z",
      "",
      TRUE },
    { { "told zone", "2021-10-14T21:00+05:30", FALSE }, "2021-10-14T15:30Z", "", TRUE },
    { { "nobody's", "2021-10-14T09:00", FALSE },
      "2021-10-14T09:00",
      "time zone not stated",
      FALSE },
    { { "day", "2021-10-14", TRUE, NULL, NULL, "KR" }, "2021-10-14", "Somewhere time", FALSE },
  };

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = annotate (&rows[i].told);
      g_autofree char *words = NULL;

      check (annotations, DL_CLOCK_UTC, rows[i].shown, rows[i].notes);
      words =
        dl_event_format_date (dl_annotations_get_event (annotations, 0), annotations, DL_CLOCK_UTC);
      g_assert_cmpint (g_str_has_suffix (words, " UTC"), ==, rows[i].is_utc);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/event-clock/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_clock);
    }

  g_test_add_func ("/ui/event-clock/utc", test_utc);

  return g_test_run ();
}

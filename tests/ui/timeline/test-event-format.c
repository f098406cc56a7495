/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "event-format.h"

#include <string.h>

#include "fixture.h"

static const struct
{
  guint event;
  const char *date;
  const char *notes;
  const char *spoken;
} rows[] = {
  { MIXED_DECADE, "1980s", "", "1980s: First plans for the canal. Port of Trieste" },
  { MIXED_RANGE_INFERRED, "13–14 Oct 2021", "year inferred|Vienna time",
    "13 to 14 October 2021, year inferred, Vienna time: Conference on the lower Danube takes "
    "place online. Port of Trieste, Danube Commission, Hungary, Ministry of Transport of Austria "
    "and 4 more" },
  { MIXED_DURING, "during", "13–14 Oct 2021|year inferred",
    "during 13 to 14 October 2021, year inferred: The minister speaks. Port of Trieste" },
  { MIXED_BACKGROUND, "14 Oct 2021", "",
    "14 October 2021, Background: Danube Commission, minutes: Statement published. Port of "
    "Trieste" },
  { MIXED_YEARLESS, "29 Jun", "year not stated", "29 June, year not stated: Day of the river" },
  { MIXED_UNDATED, "no date", "", "Without a date: Fishermen protest. Port of Trieste" },
};

static void
test_says (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MIXED);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlEvent *event = dl_annotations_get_event (annotations, rows[i].event);
      g_autofree char *date = dl_event_format_date (event, annotations, DL_CLOCK_TOLD);
      g_auto (GStrv) notes = dl_event_format_notes (event, annotations, DL_CLOCK_TOLD);
      g_autofree char *joined = g_strjoinv ("|", notes);
      g_autofree char *spoken = dl_event_describe (event, annotations, DL_CLOCK_TOLD);

      g_assert_cmpstr (date, ==, rows[i].date);
      g_assert_cmpstr (joined, ==, rows[i].notes);
      g_assert_cmpstr (spoken, ==, rows[i].spoken);
    }
}

static void
test_quotes (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MIXED);
  g_autofree char *whole =
    dl_event_dup_quote (dl_annotations_get_event (annotations, MIXED_DAY), annotations);
  g_autofree char *cut =
    dl_event_dup_quote (dl_annotations_get_event (annotations, MIXED_MONTH_ABOUT), annotations);

  g_assert_cmpstr (whole, ==, "“On 14 October 2021 a joint declaration was adopted.”");
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, 183);
  g_assert_cmpstr (strrchr (cut, ' '), ==, " shipping…”");
  g_assert_null (
    dl_event_dup_quote (dl_annotations_get_event (annotations, MIXED_BACKGROUND), annotations));
}

/* A heading that is its sentence needs no quotation below it. */
static void
test_whole_heading (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MIXED);
  DlEventFields fields = *dl_event_get_fields (dl_annotations_get_event (annotations, MIXED_DAY));
  g_autoptr (DlEvent) event = NULL;

  fields.what = "on 14 October 2021 a joint declaration was adopted";
  event = dl_event_new (&fields);

  g_assert_null (dl_event_dup_quote (event, annotations));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/event-format/says", test_says);
  g_test_add_func ("/ui/event-format/quotes", test_quotes);
  g_test_add_func ("/ui/event-format/whole-heading", test_whole_heading);

  return g_test_run ();
}

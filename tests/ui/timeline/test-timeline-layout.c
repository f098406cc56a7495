/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-layout.h"

#include "fixture.h"
#include "timeline-filter.h"

#define PILL_PX 34

/* Rows “start end flags”; @expected “lane” of each, “c” for a cluster. */
static const struct
{
  const char *name;
  struct
  {
    double start, end;
    DlItemFlags flags;
  } items[6];
  guint n_items;
  guint n_lanes;
  const char *expected;
} rows[] = {
  /*  0 |--------|            |--------|  */
  { "apart", { { 0, 10, 0 }, { 20, 30, 0 } }, 2, 3, "00" },
  /*  1     |--------|
   *  0 |--------|        */
  { "overlapping", { { 0, 10, 0 }, { 5, 15, 0 } }, 2, 3, "01" },
  /*  half open, but bars that touch look like one  */
  { "touching", { { 0, 10, 0 }, { 10, 20, 0 } }, 2, 3, "01" },
  /*  equal days pile up in the order of the text  */
  { "same day", { { 5, 5, DL_ITEM_POINT }, { 5, 5, DL_ITEM_POINT } }, 2, 3, "01" },
  /*  what has no lane goes to the cluster  */
  { "crowded",
    { { 5, 5, DL_ITEM_POINT },
      { 5, 5, DL_ITEM_POINT },
      { 5, 5, DL_ITEM_POINT },
      { 5, 5, DL_ITEM_POINT } },
    4,
    3,
    "01cc" },
  /*  one alone up there is no cluster  */
  { "full",
    { { 5, 5, DL_ITEM_POINT }, { 5, 5, DL_ITEM_POINT }, { 5, 5, DL_ITEM_POINT } },
    3,
    3,
    "012" },
  /*  an open end points away from its day  */
  { "open start", { { 5, 5, DL_ITEM_OPEN_START }, { 6, 16, 0 } }, 2, 3, "00" },
  { "open end", { { 5, 5, DL_ITEM_OPEN_END }, { 6, 16, 0 } }, 2, 3, "01" },
};

static void
test_lanes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (DlTimelineItem));
      g_autoptr (DlTimelineLayout) layout = NULL;
      g_autoptr (GString) lanes = g_string_new (NULL);

      for (guint j = 0; j < rows[i].n_items; j++)
        {
          DlTimelineItem item = { rows[i].items[j].start, rows[i].items[j].end, j,
                                  rows[i].items[j].flags };

          g_array_append_val (items, item);
        }
      layout = dl_timeline_layout_new (items, 10, rows[i].n_lanes, PILL_PX);

      for (guint j = 0; j < rows[i].n_items; j++)
        {
          guint lane = dl_timeline_layout_get_placement (layout, j)->lane;

          g_string_append_c (lanes, dl_timeline_layout_get_placement (layout, j)->n_items > 1
                                      ? 'c'
                                      : (char) ('0' + lane));
        }
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (lanes->str, ==, rows[i].expected);
    }
}

/* Every item stands somewhere once; no two placements of a lane overlap. */
static void
check_invariants (DlTimelineLayout *layout, guint n_items)
{
  guint n_found = 0;

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      GArray *lane = g_ptr_array_index (layout->lanes, i);
      double end = -G_MAXDOUBLE;

      for (guint j = 0; j < lane->len; j++)
        {
          const DlPlacement *placement = &g_array_index (lane, DlPlacement, j);

          g_assert_cmpfloat (placement->x_px, >=, end);
          end = placement->x_px + placement->width_px;
          n_found += placement->n_items;
        }
    }

  g_assert_cmpuint (n_found, ==, n_items);
}

static void
test_many (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MANY);
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);

  g_assert_cmpuint (items->rows->len, ==, 5000);
  for (double density = 0.01; density < 1000; density *= 4)
    {
      g_autoptr (DlTimelineLayout) layout =
        dl_timeline_layout_new (items->rows, density, 6, PILL_PX);

      check_invariants (layout, 5000);
    }
}

static void
test_visible (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_SAME_DAY);
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);
  g_autoptr (DlTimelineLayout) layout = dl_timeline_layout_new (items->rows, 10, 6, PILL_PX);
  const DlPlacement *cluster = dl_timeline_layout_get_placement (layout, 39);
  guint first, after;

  g_assert_cmpuint (dl_timeline_layout_get_n_used (layout), ==, 6);
  g_assert_cmpuint (cluster->n_items, ==, 35);
  g_assert_cmpuint (g_array_index (layout->members, guint, cluster->members), ==, 5);
  g_assert_true (dl_timeline_layout_find_at (layout, 5, cluster->x_px + 1, 0) == cluster);
  g_assert_null (dl_timeline_layout_find_at (layout, 5, cluster->x_px - 20, 5));

  dl_timeline_layout_find_visible (layout, 0, -100, 100, &first, &after);
  g_assert_cmpuint (after - first, ==, 1);
  dl_timeline_layout_find_visible (layout, 0, 100, 200, &first, &after);
  g_assert_cmpuint (after - first, ==, 0);
}

static void
test_items (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MIXED);
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);
  static const DlItemFlags flags[N_MIXED] = {
    [MIXED_UNTIL] = DL_ITEM_OPEN_START,
    [MIXED_MONTH_ABOUT] = DL_ITEM_VAGUE,
    [MIXED_RANGE_INFERRED] = DL_ITEM_INFERRED,
    [MIXED_DAY] = DL_ITEM_POINT,
    [MIXED_DURING] = DL_ITEM_INFERRED | DL_ITEM_DURING,
    [MIXED_BACKGROUND] = DL_ITEM_POINT | DL_ITEM_BACKGROUND,
    [MIXED_FROM] = DL_ITEM_OPEN_END,
    [MIXED_YEARLESS] = DL_ITEM_POINT | DL_ITEM_YEARLESS,
  };

  /* all but the one without a date */
  g_assert_cmpuint (items->rows->len, ==, N_MIXED - 1);
  g_assert_false (items->yearless);
  for (guint i = 0; i < items->rows->len; i++)
    {
      const DlTimelineItem *item = &g_array_index (items->rows, DlTimelineItem, i);

      g_assert_cmpuint (item->flags, ==, flags[item->event]);
      if (item->event == MIXED_RANGE_INFERRED)
        g_assert_cmpfloat (item->end - item->start, ==, 2);
    }
}

static void
test_yearless_items (void)
{
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_YEARLESS);
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);

  g_assert_true (items->yearless);
  g_assert_cmpuint (items->rows->len, ==, 3);
  g_assert_cmpfloat (items->after - items->first, ==, 2);
}

static void
test_filter (void)
{
  static const struct
  {
    TimelineFixture fixture;
    double days; /* seen */
    double start, end;
    const char *expected;
  } cases[] = {
    /* the later end may come first; parts of a day count as the day */
    { TIMELINE_MIXED, 10, 3.7, 1.2, "2021-10-02/2021-10-04" },
    { TIMELINE_MIXED, 10, 3.2, 3.7, "2021-10-04" },
    { TIMELINE_MIXED, 300, 40, 100, "2021-11/2022-01" },
    { TIMELINE_MIXED, 9000, 0, 800, "2021/2023" },
    { TIMELINE_YEARLESS, 10, 1.2, 3.7, "XXXX-10-02/XXXX-10-04" },
  };
  const gint64 from = dl_date_day_from_civil (2021, 10, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlAnnotations) annotations = timeline_fixture_new (cases[i].fixture);
      g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);
      DlTimeScale scale = { .from = from, .to = from + cases[i].days, .width_px = 400 };
      g_autoptr (DlDate) filter =
        dl_timeline_filter_new (&scale, items, from + cases[i].start, from + cases[i].end);
      g_autofree char *edtf = dl_date_to_edtf (filter);
      gint64 first, after;

      g_assert_cmpstr (edtf, ==, cases[i].expected);
      g_assert_true (dl_timeline_filter_get_days (filter, items, &first, &after));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/timeline-layout/lanes", test_lanes);
  g_test_add_func ("/ui/timeline-layout/many", test_many);
  g_test_add_func ("/ui/timeline-layout/visible", test_visible);
  g_test_add_func ("/ui/timeline-layout/items", test_items);
  g_test_add_func ("/ui/timeline-layout/yearless-items", test_yearless_items);

  g_test_add_func ("/ui/timeline-filter/rounds", test_filter);

  return g_test_run ();
}

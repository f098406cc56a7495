/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time-scale.h"

#include <math.h>

static void
test_maps (void)
{
  DlTimeScale scale = { .from = 100, .to = 110, .width_px = 500 };

  g_assert_cmpfloat (dl_time_scale_to_x (&scale, 101), ==, 50);
  g_assert_cmpfloat (dl_time_scale_to_day (&scale, 50), ==, 101);

  scale.mirrored = TRUE;
  g_assert_cmpfloat (dl_time_scale_to_x (&scale, 101), ==, 450);
  g_assert_cmpfloat (dl_time_scale_to_day (&scale, 450), ==, 101);
}

static void
test_fits (void)
{
  DlTimeScale scale = { .width_px = 500 };

  dl_time_scale_fit (&scale, 100, 110, 50);
  g_assert_cmpfloat_with_epsilon (dl_time_scale_to_x (&scale, 100), 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (dl_time_scale_to_x (&scale, 110), 450, 1e-9);

  /* one instant: three days about it */
  dl_time_scale_fit (&scale, 100, 100, 0);
  g_assert_cmpfloat_with_epsilon (scale.to - scale.from, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (dl_time_scale_to_x (&scale, 100), 250, 1e-9);

  /* wider than all of time: cut to its bounds */
  dl_time_scale_fit (&scale, -1e12, 1e12, 0);
  g_assert_cmpfloat (scale.to - scale.from, <=, 20000 * 366.0);
}

/* The day under the pointer stays there, in both directions, up to the bounds. */
static void
test_zooms_about_pointer (void)
{
  for (int mirrored = 0; mirrored < 2; mirrored++)
    {
      DlTimeScale scale = { .from = 0, .to = 100, .width_px = 500, .mirrored = mirrored };
      double day = dl_time_scale_to_day (&scale, 120);

      dl_time_scale_zoom (&scale, 4, 120);
      g_assert_cmpfloat_with_epsilon (dl_time_scale_to_day (&scale, 120), day, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.to - scale.from, 25, 1e-9);

      dl_time_scale_zoom (&scale, 1e9, 120);
      g_assert_cmpfloat_with_epsilon ((scale.to - scale.from) * 24 * 60, 10, 1e-6);
      dl_time_scale_zoom (&scale, 1e-12, 120);
      g_assert_cmpfloat_with_epsilon ((scale.to - scale.from) / 365.2425, 20000, 1e-6);
    }
}

static void
test_pans (void)
{
  DlTimeScale scale = { .from = 0, .to = 100, .width_px = 500 };

  dl_time_scale_pan (&scale, 50);
  g_assert_cmpfloat_with_epsilon (scale.from, -10, 1e-9);

  scale.mirrored = TRUE;
  dl_time_scale_pan (&scale, 50);
  g_assert_cmpfloat_with_epsilon (scale.from, 0, 1e-9);
}

static const struct
{
  int year, month, mday;
  double days;
  const char *expected; /* labels in en_GB, full ones in brackets */
} rows[] = {
  { 2021, 10, 13, 1 / 24.0, "[13 Oct] 00:15 00:30 00:45 01:00" },
  { 2021, 10, 13, 1, "[13 Oct] 06:00 12:00 18:00 [14 Oct]" },
  { 2021, 10, 30, 4, "[30 Oct] 31 [1 Nov] 2 3" },
  { 2021, 10, 25, 20, "[26 Oct] [1 Nov] 6 11" },
  { 2021, 1, 25, 45, "[1 Feb] 11 21 [1 Mar] 11" },
  { 2021, 10, 15, 300, "[Jan 2022] Apr Jul" },
  { 2020, 6, 1, 365 * 5, "2021 2022 2023 2024 2025" },
  { 1900, 6, 1, 365.25 * 110, "1920 1940 1960 1980 2000" },
  { -1010, 1, 1, 365.25 * 3030, "1000 BC 500 BC 1 AD 500 1000 1500 2000" },
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double from = dl_date_day_from_civil (rows[i].year, rows[i].month, rows[i].mday);
      DlTimeScale scale = { .from = from, .to = from + rows[i].days, .width_px = 400 };
      g_autoptr (GArray) ticks = dl_time_scale_dup_ticks (&scale, 60);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          const DlTick *tick = &g_array_index (ticks, DlTick, j);
          gboolean full = tick->full && tick->unit != DL_AXIS_YEAR;
          g_autofree char *label =
            dl_date_format_axis_for_locale (tick->day, tick->unit, tick->full ? DL_AXIS_FULL : 0,
                                            "en_GB");

          g_string_append_printf (labels, full ? "%s[%s]" : "%s%s", j > 0 ? " " : "", label);
        }
      g_assert_cmpstr (labels->str, ==, rows[i].expected);
    }
}

/* At any zoom: ticks in order, none too close, and neither none nor a flood of them. */
static void
test_ticks_keep_distance (void)
{
  for (double days = 10 / 1440.0; days < 7e6; days *= 1.3)
    {
      DlTimeScale scale = { .from = 18000.3 - days, .to = 18000.3, .width_px = 600 };
      g_autoptr (GArray) ticks = dl_time_scale_dup_ticks (&scale, 50);

      g_assert_cmpuint (ticks->len, <=, 600 / 40 + 1);
      for (guint i = 1; i < ticks->len; i++)
        {
          double distance = dl_time_scale_to_x (&scale, g_array_index (ticks, DlTick, i).day) -
                            dl_time_scale_to_x (&scale, g_array_index (ticks, DlTick, i - 1).day);

          /* February is shorter than a mean month, the rest of a month than its step */
          g_assert_cmpfloat (distance, >, 50 * 0.5);
        }
    }
}

static void
test_whole_days (void)
{
  DlTimeScale scale = { .from = 0.1, .to = 3.1, .width_px = 600, .whole_days = TRUE };
  g_autoptr (GArray) ticks = dl_time_scale_dup_ticks (&scale, 60);

  g_assert_cmpuint (ticks->len, ==, 3);
  dl_time_scale_zoom (&scale, 1000, 300);
  g_assert_cmpfloat_with_epsilon (scale.to - scale.from, 2, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/time-scale/maps", test_maps);
  g_test_add_func ("/ui/time-scale/fits", test_fits);
  g_test_add_func ("/ui/time-scale/zooms-about-pointer", test_zooms_about_pointer);
  g_test_add_func ("/ui/time-scale/pans", test_pans);
  g_test_add_func ("/ui/time-scale/whole-days", test_whole_days);
  g_test_add_func ("/ui/time-scale/ticks", test_ticks);
  g_test_add_func ("/ui/time-scale/ticks-keep-distance", test_ticks_keep_distance);

  return g_test_run ();
}

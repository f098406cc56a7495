/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "mark-style.h"

/* WCAG 2.1, success criterion 1.4.3: what small text needs; a thin line needs no less. */
#define LEAST_CONTRAST 4.5

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* WCAG 2.1, “relative luminance”. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) +
         0.0722 * get_linear (color->blue);
}

/* Returns: from 1, no contrast, to 21 */
static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  double first = get_luminance (a) + 0.05;
  double second = get_luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static void
test_ratio (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (get_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (get_contrast (&white, &white), 1, 0.001);
}

static void
test_contrast (void)
{
  static const struct
  {
    const char *paper;
    gboolean dark;
  } rows[] = {
    { "#ffffff", FALSE }, /* the light style */
    { "#f6eddb", FALSE }, /* sepia */
    { "#1e1e1e", TRUE },  /* the dark style */
    { "#1d1d20", TRUE },  /* the same, since libadwaita 1.6 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
      {
        GdkRGBA paper, line;

        g_assert_true (gdk_rgba_parse (&paper, rows[i].paper));
        dl_mark_style_get_color (kind, rows[i].dark, &line);
        g_assert_cmpfloat (get_contrast (&paper, &line), >=, LEAST_CONTRAST);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/mark-style/ratio", test_ratio);
  g_test_add_func ("/ui/mark-style/contrast", test_contrast);

  return g_test_run ();
}

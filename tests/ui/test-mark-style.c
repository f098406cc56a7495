/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "hit-painter.h"
#include "mark-style.h"

/* WCAG 2.1, success criterion 1.4.3: what small text needs; a thin line needs no less. */
#define LEAST_CONTRAST 4.5
/* The same, 1.4.11: what other shapes need. */
#define LEAST_OF_SHAPES 3

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

/* What the reader may look at: the paper and the letters on it. */
static const struct
{
  const char *paper, *ink;
  gboolean dark;
} styles[] = {
  { "#ffffff", "#333333", FALSE }, /* light: libadwaita’s ink is black at 80 % */
  { "#f6eddb", "#43341f", FALSE }, /* sepia */
  { "#1e1e1e", "#ffffff", TRUE },  /* dark */
  { "#1d1d20", "#ffffff", TRUE },  /* the same, since libadwaita 1.6 */
  { "#ffffff", "#000000", FALSE }, /* high contrast */
  { "#000000", "#ffffff", TRUE },
};

static void
read_style (guint i, GdkRGBA *paper, GdkRGBA *ink)
{
  g_assert_true (gdk_rgba_parse (paper, styles[i].paper));
  g_assert_true (gdk_rgba_parse (ink, styles[i].ink));
}

static GdkRGBA
lay_over (const GdkRGBA *paper, const GdkRGBA *color)
{
  const float a = color->alpha;

  return (GdkRGBA){ a * color->red + (1 - a) * paper->red,
                    a * color->green + (1 - a) * paper->green,
                    a * color->blue + (1 - a) * paper->blue, 1 };
}

static void
test_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
      {
        GdkRGBA paper, ink, line;

        read_style (i, &paper, &ink);
        dl_mark_style_get_color (kind, styles[i].dark, &line);
        g_assert_cmpfloat (get_contrast (&paper, &line), >=, LEAST_CONTRAST);
      }
}

/* On a ground, words can be read as on paper, and the mark still stands out. */
static void
test_grounds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
      for (guint lit = 0; lit < 2; lit++)
        {
          GdkRGBA paper, ink, ground, line;

          read_style (i, &paper, &ink);
          dl_mark_style_get_ground (kind, styles[i].dark, lit == 1, &ground);
          ground = lay_over (&paper, &ground);
          dl_mark_style_get_color (kind, styles[i].dark, &line);
          g_assert_cmpfloat (get_contrast (&ground, &ink), >=, LEAST_CONTRAST);
          g_assert_cmpfloat (get_contrast (&ground, &line), >=, LEAST_OF_SHAPES);
        }
}

/* What a search found is told from its ground by an edge, and from the paper. */
static void
test_hits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint current = 0; current < 2; current++)
      {
        GdkRGBA paper, ink, fill, edge;

        read_style (i, &paper, &ink);
        dl_hit_painter_get_colors (styles[i].dark, current == 1, &fill, &edge);
        fill = lay_over (&paper, &fill);
        edge = lay_over (&fill, &edge);
        g_assert_cmpfloat (get_contrast (&fill, &ink), >=, LEAST_CONTRAST);
        g_assert_cmpfloat (get_contrast (&paper, &edge), >=, LEAST_OF_SHAPES);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/mark-style/ratio", test_ratio);
  g_test_add_func ("/ui/mark-style/contrast", test_contrast);
  g_test_add_func ("/ui/mark-style/grounds", test_grounds);
  g_test_add_func ("/ui/mark-style/hits", test_hits);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "span.h"

static const struct
{
  DlSpan a, b;
  gboolean overlaps, contains; /* a contains b */
  int order;
} cases[] = {
  { { 0, 5 }, { 3, 8 }, TRUE, FALSE, -1 },  /* a starts first, they cross  */
  { { 0, 5 }, { 5, 8 }, FALSE, FALSE, -1 }, /* they touch                  */
  { { 0, 5 }, { 6, 8 }, FALSE, FALSE, -1 }, /* apart                       */
  { { 0, 9 }, { 2, 3 }, TRUE, TRUE, -1 },   /* b inside a                  */
  { { 0, 9 }, { 0, 3 }, TRUE, TRUE, -1 },   /* same start: the longer first */
  { { 0, 9 }, { 6, 9 }, TRUE, TRUE, -1 },   /* same end                    */
  { { 0, 9 }, { 0, 9 }, TRUE, TRUE, 0 },    /* the same                    */
  { { 0, 5 }, { 2, 2 }, FALSE, TRUE, -1 },  /* b is empty                  */
  { { 0, 5 }, { 5, 5 }, FALSE, TRUE, -1 },  /* b is empty at the end       */
  { { 3, 3 }, { 3, 3 }, FALSE, TRUE, 0 },   /* both are empty              */
  { { 2, 3 }, { 0, 9 }, TRUE, FALSE, 1 },   /* a inside b                  */
  { { G_MAXSIZE - 1, G_MAXSIZE }, { 0, 1 }, FALSE, FALSE, 1 },
};

static void
test_overlaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (dl_span_overlaps (cases[i].a, cases[i].b), ==, cases[i].overlaps);
      g_assert_cmpint (dl_span_overlaps (cases[i].b, cases[i].a), ==, cases[i].overlaps);
    }
}

static void
test_contains (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (dl_span_contains (cases[i].a, cases[i].b), ==, cases[i].contains);
      g_assert_true (dl_span_contains (cases[i].a, cases[i].a));
    }
}

static void
test_compare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (dl_span_compare (cases[i].a, cases[i].b), ==, cases[i].order);
      g_assert_cmpint (dl_span_compare (cases[i].b, cases[i].a), ==, -cases[i].order);
    }
}

static void
test_distance (void)
{
  g_assert_cmpuint (dl_span_get_distance ((DlSpan){ 0, 5 }, (DlSpan){ 8, 9 }), ==, 3);
  g_assert_cmpuint (dl_span_get_distance ((DlSpan){ 8, 9 }, (DlSpan){ 0, 5 }), ==, 3);
  g_assert_cmpuint (dl_span_get_distance ((DlSpan){ 0, 5 }, (DlSpan){ 5, 8 }), ==, 0);
  g_assert_cmpuint (dl_span_get_distance ((DlSpan){ 0, 9 }, (DlSpan){ 2, 3 }), ==, 0);
}

static void
test_empty (void)
{
  g_assert_true (dl_span_is_empty ((DlSpan){ 0, 0 }));
  g_assert_true (dl_span_is_empty ((DlSpan){ 7, 7 }));
  g_assert_true (dl_span_is_empty ((DlSpan){ 7, 6 }));
  g_assert_false (dl_span_is_empty ((DlSpan){ 7, 8 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/span/overlaps", test_overlaps);
  g_test_add_func ("/model/span/contains", test_contains);
  g_test_add_func ("/model/span/compare", test_compare);
  g_test_add_func ("/model/span/distance", test_distance);
  g_test_add_func ("/model/span/empty", test_empty);

  return g_test_run ();
}

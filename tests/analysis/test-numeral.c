/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numeral.h"

#include <string.h>

static const struct
{
  const char *text;
  int value; /* -1: it is no number */
  guint digits;
} rows[] = {
  { "〇", 0, 1 },
  { "七", 7, 1 },
  { "两", 2, 1 },
  { "十", 10, 2 },
  { "十一", 11, 2 },
  { "二十", 20, 2 },
  { "二十五", 25, 2 },
  { "廿五", 25, 2 },
  { "卅", 30, 2 },
  { "百", 100, 3 },
  { "一百零五", 105, 3 },
  { "一百二十", 120, 3 },
  { "二千零二十一", 2021, 4 },
  { "二〇二一", 2021, 4 },
  { "一九六二", 1962, 4 },
  { "八〇", 80, 2 },
  { "三四", -1, 0 },
  { "十百", -1, 0 },
  { "二十五六", -1, 0 },
  { "二〇二一〇", -1, 0 },
  { "", -1, 0 },
  { "日", -1, 0 },
  { "25", -1, 0 },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint value, digits;
      const gboolean is_number =
        dl_numeral_read (rows[i].text, strlen (rows[i].text), &value, &digits);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (is_number, ==, rows[i].value >= 0);
      if (!is_number)
        continue;
      g_assert_cmpuint (value, ==, rows[i].value);
      g_assert_cmpuint (digits, ==, rows[i].digits);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/numeral/read", test_read);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "digits.h"

static void
test_localize (void)
{
  static const struct
  {
    const char *text, *locale, *expected;
  } rows[] = {
    { "+12", "en_001", "+12" },
    { "1207 mentions", "vi_VN", "1207 mentions" },
    { "12 إشارة", "ar_EG", "١٢ إشارة" },
    { "12", "ar_MA", "12" },
    { "30", "fa_IR", "۳۰" },
    { "30", "zh_TW", "30" },
    { "", "ar_EG", "" },
    { "no digit", "ar_EG", "no digit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = dl_digits_localize (rows[i].text, rows[i].locale);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_printf (void)
{
  g_autofree char *text = dl_digits_printf ("%u of %u", 7u, 10u);

  g_assert_cmpstr (text, ==, "7 of 10");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/digits/localize", test_localize);
  g_test_add_func ("/ui/digits/printf", test_printf);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "region-name.h"

static void
test_names (void)
{
  static const struct
  {
    const char *code, *locale, *expected;
  } rows[] = {
    { "IT", "zh_TW", "義大利" },
    { "VN", "zh_Hant", "越南" },
    { "EU", "zh_TW", "歐盟" },
    { "DE", "zh_HK", "德國" },

    /* The tables have these. */
    { "IT", "zh_CN", NULL },
    { "IT", "zh", NULL },
    { "IT", "vi_VN", NULL },
    { "IT", "pt_BR", NULL },
    { "IT", "", NULL },

    /* Nobody has. */
    { "QQ", "zh_TW", NULL },
    { "", "zh_TW", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = dl_region_name_in_own_script (rows[i].code, rows[i].locale);

      g_assert_cmpstr (name, ==, rows[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/region-name/names", test_names);

  return g_test_run ();
}

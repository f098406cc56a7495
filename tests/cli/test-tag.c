/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "error.h"
#include "tag.h"

static void
test_check (void)
{
  static const char *const good[] = { "vi", "en-GB", "zh-Hant-TW", "sr-Latn", "und", "de-1996" };
  static const char *const bad[] = { "",
                                     "v",
                                     "-",
                                     "vi_VN",
                                     "vi VN",
                                     "12",
                                     "tiếng",
                                     "en-GB;",
                                     "vi/",
                                     "abcdefghi",
                                     "en-abcdefgh-abcdefgh-abcdefgh-abcdefgh" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (dl_tag_check (good[i], &error));
      g_assert_no_error (error);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_false (dl_tag_check (bad[i], &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_SYNTAX);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/tag/check", test_check);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "code-points.h"

/* Converts every place at which a code point starts, and compares with GLib's count. */
static void
try_text (const char *text)
{
  gsize length = strlen (text);
  g_autoptr (DlCodePoints) points = dl_code_points_new (text, length);
  glong expected = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), expected++)
    g_assert_cmpint (dl_code_points_get (points, at - text), ==, expected);

  g_assert_cmpint (dl_code_points_get (points, length), ==, expected);
  g_assert_cmpint (dl_code_points_get (points, G_MAXSIZE), ==, expected);
}

static void
test_texts (void)
{
  static const char *const texts[] = { "", "a", "ý", "Đại sứ", "한국", "a😀b", "e\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      try_text (texts[i]);
    }
}

/* Around the places whose code point is kept, with code points of each width across them. */
static void
test_steps (void)
{
  static const char *const letters[] = { "a", "ý", "ế", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (gsize padding = 0; padding < 5; padding++)
      for (gsize n = 10; n < 140; n++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          for (gsize j = 0; j < padding; j++)
            g_string_append_c (text, 'x');
          for (gsize j = 0; j < n; j++)
            g_string_append (text, letters[i]);
          try_text (text->str);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/code-points/texts", test_texts);
  g_test_add_func ("/export/code-points/steps", test_steps);

  return g_test_run ();
}

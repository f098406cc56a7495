/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mhtml.h"

#include <string.h>

#include "error.h"

#define HEAD "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
#define HTML "Content-Type: text/html\n"

static const struct
{
  const char *message;
  const char *page; /* %NULL: there is none */
} ROWS[] = {
  { HEAD "--b\n" HTML "\nx\n--b--\n", "x\n" },
  { HEAD "--b\n" HTML "\nx", "x" },
  { HEAD "--b\n" HTML "Content-Transfer-Encoding: Base64\n\neCB5\n--b--", "x y" },
  { HEAD "--b\n" HTML "Content-Transfer-Encoding: quoted-printable\n\na=3Db=\nc=zz= \nd=\n--b--",
    "a=bc=zzd" },
  { HEAD "--b\nContent-Type: text/css\n\n--c\n--b\n" HTML "\n--bx is no end\n",
    "--bx is no end\n" },
  { HEAD "--b\nContent-Type: multipart/alternative; boundary=\"c d\"\n\n--c d\nContent-Type: "
         "text/plain\n\np\n--c d\n" HTML "\nx\n--c d--\n--b--\n",
    "x\n" },
  { HEAD, NULL },
  { HEAD "--b\nContent-Type: image/png\n\nx\n--b--", NULL },
};

static void
test_page (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (ROWS[i].message, strlen (ROWS[i].message));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) page = NULL;

      g_test_message ("case %u", i);
      g_assert_true (dl_mhtml_is_mhtml (bytes));
      page = dl_mhtml_find_page (bytes, NULL, &error);
      if (ROWS[i].page == NULL)
        {
          g_assert_error (error, DL_ERROR, DL_ERROR_EMPTY);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (page, NULL), g_bytes_get_size (page), ROWS[i].page,
                       strlen (ROWS[i].page));
    }
}

/* Messages in each other, one fewer than too many and one more: “b” in which “b0” in which … */
static void
test_deep (void)
{
  static const char digits[] = "0123456789";

  for (guint depth = DL_MHTML_MAX_DEPTH - 1; depth <= DL_MHTML_MAX_DEPTH; depth++)
    {
      GString *message = g_string_new (HEAD);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) page = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_printf (message, "--b%.*s\nContent-Type: multipart/x; boundary=b%.*s\n\n",
                                (int) i, digits, (int) i + 1, digits);
      g_string_append_printf (message, "--b%.*s\n" HTML "\nx", (int) depth, digits);
      bytes = g_string_free_to_bytes (message);
      page = dl_mhtml_find_page (bytes, NULL, NULL);
      g_assert_true ((page != NULL) == (depth < DL_MHTML_MAX_DEPTH));
    }
}

static void
test_no_message (void)
{
  static const char *const texts[] = { "", "MIME-Version: 1.0", "A text: with a colon\n\nand more",
                                       "Content-Type: multipart/related; boundary=b\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_false (dl_mhtml_is_mhtml (bytes));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/mhtml/page", test_page);
  g_test_add_func ("/import/mhtml/deep", test_deep);
  g_test_add_func ("/import/mhtml/no-message", test_no_message);

  return g_test_run ();
}

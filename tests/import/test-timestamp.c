/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"
#include "timestamp.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *edtf;
  } rows[] = {
    { "2021-10-14T09:30:00Z", "2021-10-14T09:30:00Z" },
    { "2021-10-14T09:30:00.000+0700", "2021-10-14T09:30:00+07:00" },
    { " 2021-10-14 09:30:00+07:00 ", "2021-10-14T09:30:00+07:00" },
    { "2021-10-14", "2021-10-14" },
    { "2021-10-14 (updated)", "2021-10-14" },
    { "Thu, 14 Oct 2021 09:30:00 +0700", "2021-10-14T09:30:00+07:00" },
    { "Thu, 14 Oct 2021 09:30:00 EDT", "2021-10-14T09:30:00-04:00" },
    { "4 Feb 2021 09:30 GMT", "2021-02-04T09:30:00Z" },
    { "", NULL },
    { "yesterday", NULL },
    { "Thu, 34 Oct 2021 09:30:00 GMT", NULL },
    { "14 anF 2021 09:30:00 GMT", NULL },
    { "14 J 2021 09:30:00 GMT", NULL },
    { "2021-13-45", NULL },
    { "0001-01-01T00:00:00Z", NULL },
    { "0000-00-00 00:00:00", NULL },
    { "\xff\xfe", NULL },
  };

  g_assert_null (dl_timestamp_parse (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlDate) date = dl_timestamp_parse (rows[i].text);
      g_autofree char *edtf = date != NULL ? dl_date_to_edtf (date) : NULL;

      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }
}

static void
test_given (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlDate) edtf = dl_timestamp_parse_given ("2021-10~", &error);
  g_autoptr (DlDate) mail = dl_timestamp_parse_given ("4 Feb 2021 09:30 GMT", &error);
  g_autofree char *first = NULL, *second = NULL;

  g_assert_no_error (error);
  first = dl_date_to_edtf (edtf);
  second = dl_date_to_edtf (mail);
  g_assert_cmpstr (first, ==, "2021-10~");
  g_assert_cmpstr (second, ==, "2021-02-04T09:30:00Z");

  g_assert_null (dl_timestamp_parse_given ("yesterday", &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_DATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/timestamp/parse", test_parse);
  g_test_add_func ("/import/timestamp/given", test_given);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "date.h"
#include "error.h"

/* What is read, what it is written as (%NULL: the same), its TIMEX3 value, and its first
 * and last day as dates; “-” for an end that is open, %NULL if the year is not known. */
static const struct
{
  const char *edtf, *written, *timex, *first, *last;
} cases[] = {
  /* to the day, month, year */
  { "2021-10-13", NULL, "2021-10-13", "2021-10-13", "2021-10-13" },
  { "2021-10", NULL, "2021-10", "2021-10-01", "2021-10-31" },
  { "2021", NULL, "2021", "2021-01-01", "2021-12-31" },
  { "2020-02", NULL, "2020-02", "2020-02-01", "2020-02-29" },
  { "2020-02-29", NULL, "2020-02-29", "2020-02-29", "2020-02-29" },
  { "1900-02", NULL, "1900-02", "1900-02-01", "1900-02-28" },
  { "2000-02-29", NULL, "2000-02-29", "2000-02-29", "2000-02-29" },
  { "2021-12-31", NULL, "2021-12-31", "2021-12-31", "2021-12-31" },
  { "2021-12", NULL, "2021-12", "2021-12-01", "2021-12-31" },
  { "1970-01-01", NULL, "1970-01-01", "1970-01-01", "1970-01-01" },
  /* years near and far */
  { "0000", NULL, "BC0001", "0000-01-01", "0000-12-31" },
  { "0000-02-29", NULL, "BC0001-02-29", "0000-02-29", "0000-02-29" },
  { "-0043", NULL, "BC0044", "-0043-01-01", "-0043-12-31" },
  { "-0043-03-15", NULL, "BC0044-03-15", "-0043-03-15", "-0043-03-15" },
  { "0079-08", NULL, "0079-08", "0079-08-01", "0079-08-31" },
  { "9999-12-31", NULL, "9999-12-31", "9999-12-31", "9999-12-31" },
  { "Y12345", NULL, "12345", NULL, NULL },
  { "Y-12345", NULL, "BC12346", NULL, NULL },
  { "Y999999", NULL, "999999", NULL, NULL },
  /* decades and centuries */
  { "201X", NULL, "201", "2010-01-01", "2019-12-31" },
  { "20XX", NULL, "20", "2000-01-01", "2099-12-31" },
  { "19XX", NULL, "19", "1900-01-01", "1999-12-31" },
  { "000X", NULL, "000", "0000-01-01", "0009-12-31" },
  { "-004X", NULL, "-004", "-0049-01-01", "-0040-12-31" },
  { "-01XX", NULL, "-01", "-0199-01-01", "-0100-12-31" },
  { "199X~", NULL, "199", "1990-01-01", "1999-12-31" },
  /* not known */
  { "XXXX-10-13", NULL, "XXXX-10-13", NULL, NULL },
  { "XXXX-10", NULL, "XXXX-10", NULL, NULL },
  { "XXXX-02-29", NULL, "XXXX-02-29", NULL, NULL },
  { "XXXX-XX-14", NULL, "XXXX-XX-14", NULL, NULL },
  { "XXXX-10-XX", "XXXX-10", "XXXX-10", NULL, NULL },
  { "XXXX-21", NULL, "XXXX-SP", NULL, NULL },
  { "XXXX-34", NULL, "XXXX-Q2", NULL, NULL },
  { "2021-XX", "2021", "2021", "2021-01-01", "2021-12-31" },
  { "2021-XX-XX", "2021", "2021", "2021-01-01", "2021-12-31" },
  { "2021-10-XX", "2021-10", "2021-10", "2021-10-01", "2021-10-31" },
  { "2021-XX-14", NULL, "2021-XX-14", "2021-01-01", "2021-12-31" },
  /* seasons and quarters */
  { "2021-21", NULL, "2021-SP", "2021-03-01", "2021-05-31" },
  { "2021-22", NULL, "2021-SU", "2021-06-01", "2021-08-31" },
  { "2021-23", NULL, "2021-FA", "2021-09-01", "2021-11-30" },
  { "2021-24", NULL, "2021-WI", "2021-12-01", "2022-02-28" },
  { "2021-33", NULL, "2021-Q1", "2021-01-01", "2021-03-31" },
  { "2021-35", NULL, "2021-Q3", "2021-07-01", "2021-09-30" },
  { "2021-36", NULL, "2021-Q4", "2021-10-01", "2021-12-31" },
  /* about, perhaps, both */
  { "2021~", NULL, "2021", "2021-01-01", "2021-12-31" },
  { "2021-10?", NULL, "2021-10", "2021-10-01", "2021-10-31" },
  { "2021-10-13%", NULL, "2021-10-13", "2021-10-13", "2021-10-13" },
  { "XXXX-10-13~", NULL, "XXXX-10-13", NULL, NULL },
  /* times of day */
  { "2021-10-13T09:30", NULL, "2021-10-13T09:30", "2021-10-13", "2021-10-13" },
  { "2021-10-13T09:30:15", NULL, "2021-10-13T09:30:15", "2021-10-13", "2021-10-13" },
  { "2021-10-13T09", NULL, "2021-10-13T09", "2021-10-13", "2021-10-13" },
  { "2021-10-13T24:00", NULL, "2021-10-13T24:00", "2021-10-13", "2021-10-13" },
  { "2016-12-31T23:59:60Z", NULL, "2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31" },
  { "2021-10-13T09:30Z", NULL, "2021-10-13T09:30Z", "2021-10-13", "2021-10-13" },
  { "2021-10-13T09:30+00:00", "2021-10-13T09:30Z", "2021-10-13T09:30Z", "2021-10-13",
    "2021-10-13" },
  { "2021-10-13T09:30+07:00", NULL, "2021-10-13T09:30+07:00", "2021-10-13", "2021-10-13" },
  { "2021-10-13T23:30-03:30", NULL, "2021-10-13T23:30-03:30", "2021-10-13", "2021-10-13" },
  { "2021-10-13T09:30:00+0900", "2021-10-13T09:30:00+09:00", "2021-10-13T09:30:00+09:00",
    "2021-10-13", "2021-10-13" },
  { "2021-10-13T09:30:00-05", "2021-10-13T09:30:00-05:00", "2021-10-13T09:30:00-05:00",
    "2021-10-13", "2021-10-13" },
  { "2021-10-13T09:30:00.1234567", "2021-10-13T09:30:00", "2021-10-13T09:30:00", "2021-10-13",
    "2021-10-13" },
  { "XXXX-10-13T09:30", NULL, "XXXX-10-13T09:30", NULL, NULL },
  { "XXXX-XX-XXT09:30", NULL, "XXXX-XX-XXT09:30", NULL, NULL },
  { "XXXX-XX-14T08", NULL, "XXXX-XX-14T08", NULL, NULL },
  /* intervals */
  { "2021-10-13/2021-10-14", NULL, "2021-10-13/2021-10-14", "2021-10-13", "2021-10-14" },
  { "2021-10/2021-11", NULL, "2021-10/2021-11", "2021-10-01", "2021-11-30" },
  { "2021-10-13/2021", NULL, "2021-10-13/2021", "2021-10-13", "2021-12-31" },
  { "1990/201X", NULL, "1990/201", "1990-01-01", "2019-12-31" },
  { "2021-10-13/2021-10-13", NULL, "2021-10-13/2021-10-13", "2021-10-13", "2021-10-13" },
  { "XXXX-10-13/XXXX-10-14", NULL, "XXXX-10-13/XXXX-10-14", NULL, NULL },
  { "XXXX-12-30/XXXX-01-02", NULL, "XXXX-12-30/XXXX-01-02", NULL, NULL },
  { "2021-10-13/..", NULL, "2021-10-13/..", "2021-10-13", "-" },
  { "../2021-10-13", NULL, "../2021-10-13", "-", "2021-10-13" },
  { "2021/", "2021/..", "2021/..", "2021-01-01", "-" },
  { "/2021~", "../2021~", "../2021", "-", "2021-12-31" },
  { "2021~/2022?", NULL, "2021/2022", "2021-01-01", "2022-12-31" },
  { "2021-22/2021-23", NULL, "2021-SU/2021-FA", "2021-06-01", "2021-11-30" },
  { "2021-10-13T09:00/2021-10-13T17:30", NULL, "2021-10-13T09:00/2021-10-13T17:30", "2021-10-13",
    "2021-10-13" },
  { "2021-10-13T23:00+09:00/2021-10-13T15:00Z", NULL, "2021-10-13T23:00+09:00/2021-10-13T15:00Z",
    "2021-10-13", "2021-10-13" },
};

static const char *const bad[] = {
  "",
  " ",
  "yesterday",
  "XXXX",
  "XXXX-XX",
  "XXXX-XX-XX",
  "2021-13",
  "2021-00",
  "2021-20",
  "2021-25",
  "2021-37",
  "2021-99",
  "2021-10-00",
  "2021-10-32",
  "2021-04-31",
  "2021-02-29",
  "1900-02-29",
  "XXXX-02-30",
  "XXXX-XX-32",
  "2021-22-01",
  "2021-33-01",
  "2021-1-1",
  "21-10-13",
  "20211013",
  "13/10/2021",
  "2021/10/13",
  "2021-10-13 ",
  " 2021-10-13",
  "2021-10-13T",
  "2021-10-13T9:30",
  "2021-10-13T25:00",
  "2021-10-13T24:01",
  "2021-10-13T09:60",
  "2021-10-13T09:30:61",
  "2021-10-13T09:30:00.",
  "2021-10-13T09:30+15:00",
  "2021-10-13T09:30+07:60",
  "2021-10-13T09:30+7",
  "2021-10T09:30",
  "2021T09",
  "201X-05",
  "20XX-05-01",
  "2XXX",
  "20X1",
  "-0000",
  "-000X~~",
  "Y2021",
  "Y1000000",
  "Y99999999999999999999",
  "Y-1000000",
  "Y12345-06",
  "..",
  "../..",
  "/",
  "2021-10-14/2021-10-13",
  "2022/2021",
  "2021-10-13T17:00/2021-10-13T09:00",
  "2021/2022/2023",
  "2021/x",
  "2021~?",
  "~2021",
  "2021-10-13\xff",
  "２０２１",
  "999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999"
  "99",
};

static void
test_write (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlDate) date = dl_date_parse (cases[i].edtf, &error);
      g_autoptr (DlDate) again = NULL;
      g_autofree char *written = NULL, *timex = NULL;

      g_test_message ("%s", cases[i].edtf);
      g_assert_no_error (error);
      written = dl_date_to_edtf (date);
      timex = dl_date_to_timex (date);
      g_assert_cmpstr (written, ==, cases[i].written == NULL ? cases[i].edtf : cases[i].written);
      g_assert_cmpstr (timex, ==, cases[i].timex);

      again = dl_date_parse (written, &error);
      g_assert_no_error (error);
      g_assert_true (dl_date_equal (date, again));
      g_assert_cmpint (dl_date_compare (date, again), ==, 0);
    }
}

static gint64
parse_day (const char *edtf)
{
  g_autoptr (DlDate) date = dl_date_parse (edtf, NULL);
  const DlDatePoint *point = dl_date_get_start (date);

  return dl_date_day_from_civil (point->year, point->month, point->day);
}

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlDate) date = dl_date_parse (cases[i].edtf, NULL);
      gint64 first = 7, after = 7;

      g_test_message ("%s", cases[i].edtf);
      if (cases[i].edtf[0] == 'Y')
        continue;

      g_assert_cmpint (dl_date_get_days (date, &first, &after), ==, cases[i].first != NULL);
      g_assert_cmpint (dl_date_is_yearless (date), ==, cases[i].first == NULL);
      if (cases[i].first == NULL)
        {
          g_assert_cmpint (first, ==, 0);
          g_assert_cmpint (after, ==, 0);
          continue;
        }

      g_assert_cmpint (first, ==,
                       *cases[i].first == '-' && cases[i].first[1] == '\0'
                         ? G_MININT64
                         : parse_day (cases[i].first));
      g_assert_cmpint (after, ==,
                       *cases[i].last == '-' && cases[i].last[1] == '\0'
                         ? G_MAXINT64
                         : parse_day (cases[i].last) + 1);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlDate) date = NULL;

      g_test_message ("case %u", i);
      date = dl_date_parse (bad[i], &error);
      g_assert_null (date);
      g_assert_error (error, DL_ERROR, DL_ERROR_DATE);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *edtf, *part;
  } sentences[] = {
    { "soon", "such as 2021-10-13" },       { "-0000", "no such year" },
    { "2021-13", "no such month" },         { "2021-02-30", "no such day" },
    { "2021-02-03T24:30", "no such time" }, { "2022/2021", "ends before it starts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dl_date_parse (sentences[i].edtf, &error));
      g_assert_nonnull (strstr (error->message, sentences[i].part));
      g_assert_nonnull (strstr (error->message, sentences[i].edtf));
    }
}

/* Every prefix of every good date, and every such date with one byte changed, is read or
 * refused; what is read can be written and read again. */
static void
test_mangled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize at = 0; cases[i].edtf[at] != '\0'; at++)
      for (const char *byte = "0139X-/.~T:+ZY\xc3"; *byte != '\0'; byte++)
        {
          g_autofree char *mangled = g_strdup (cases[i].edtf);
          g_autoptr (DlDate) date = NULL, again = NULL;
          g_autofree char *written = NULL;

          mangled[at] = *byte;
          date = dl_date_parse (mangled, NULL);
          if (date == NULL)
            continue;

          written = dl_date_to_edtf (date);
          again = dl_date_parse (written, NULL);
          g_test_message ("%s is %s", mangled, written);
          g_assert_true (dl_date_equal (date, again));
        }
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "../1900",
    "Y-12345",
    "-0043",
    "0079-08-24",
    "20XX",
    "2021-01-01",
    "2021-01",
    "2021",
    "2021-10-12/2021-10-14",
    "2021-10-13",
    "2021-10-13/2021-10-14",
    "2021-10-13/..",
    "2021-10-13T09:30",
    "2021-10-13T10",
    "2021-10-13T10:00:01",
    "2021-10-14",
    "2021-24",
    "2022",
    "XXXX-01-02",
    "XXXX-10-13",
    "XXXX-10-13/XXXX-10-14",
    "XXXX-12-30/XXXX-01-02",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sorted); j++)
      {
        g_autoptr (DlDate) a = dl_date_parse (sorted[i], NULL);
        g_autoptr (DlDate) b = dl_date_parse (sorted[j], NULL);

        g_test_message ("%s, %s", sorted[i], sorted[j]);
        g_assert_cmpint (dl_date_compare (a, b), ==, (i > j) - (i < j));
        g_assert_cmpint (dl_date_equal (a, b), ==, i == j);
      }
}

static void
test_equal (void)
{
  static const char *const different[] = {
    "2021-10-13",
    "2021-10-13~",
    "2021-10-13?",
    "2021-10-13%",
    "2021-10-13/2021-10-13",
    "2021-10-13/..",
    "../2021-10-13",
    "2021-10-13T00",
    "2021-10-13T00:00",
    "2021-10-13T00Z",
    "XXXX-10-13",
    "2021-10",
    "2010",
    "201X",
  };

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    for (guint j = 0; j < G_N_ELEMENTS (different); j++)
      {
        g_autoptr (DlDate) a = dl_date_parse (different[i], NULL);
        g_autoptr (DlDate) b = dl_date_parse (different[j], NULL);

        g_assert_cmpint (dl_date_equal (a, b), ==, i == j);
        g_assert_false (dl_date_equal (a, NULL));
      }

  g_assert_true (dl_date_equal (NULL, NULL));
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean overlap;
  } pairs[] = {
    { "2021-10-13", "2021-10-13", TRUE },
    { "2021-10-13", "2021-10-14", FALSE },
    { "2021-10-13", "2021-10", TRUE },
    { "2021-10-31", "2021-11", FALSE },
    { "2021-10-13/2021-10-15", "2021-10-15/2021-10-20", TRUE },
    { "2021-10-13/2021-10-15", "2021-10-16/2021-10-20", FALSE },
    { "2021-10-13/..", "2050", TRUE },
    { "2021-10-13/..", "2021-10-12", FALSE },
    { "../2021-10-13", "2021-10-13/..", TRUE },
    { "../2021-10-12", "2021-10-13/..", FALSE },
    { "201X", "2019-12-31", TRUE },
    { "201X", "2020", FALSE },
    { "2021-24", "2022-02", TRUE },
    { "XXXX-10-13", "XXXX-10-13", TRUE },
    { "XXXX-10-13", "XXXX-10", TRUE },
    { "XXXX-10-13", "XXXX-11", FALSE },
    { "XXXX-10-13", "2021-10-13", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (DlDate) a = dl_date_parse (pairs[i].a, NULL);
      g_autoptr (DlDate) b = dl_date_parse (pairs[i].b, NULL);

      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (dl_date_overlaps (a, b), ==, pairs[i].overlap);
      g_assert_cmpint (dl_date_overlaps (b, a), ==, pairs[i].overlap);
    }
}

static void
test_with_year (void)
{
  static const struct
  {
    const char *edtf;
    int year;
    const char *dated; /* %NULL: there is no such date */
  } years[] = {
    { "XXXX-10-13", 2021, "2021-10-13" },
    { "XXXX-10", 2021, "2021-10" },
    { "XXXX-21~", 2021, "2021-21~" },
    { "XXXX-XX-14", 2021, "2021-XX-14" },
    { "XXXX-10-13T09:30", 2021, "2021-10-13T09:30" },
    { "XXXX-10-13/XXXX-10-14", 2021, "2021-10-13/2021-10-14" },
    { "XXXX-12-30/XXXX-01-02", 2021, "2021-12-30/2022-01-02" },
    { "XXXX-10-13/..", 2021, "2021-10-13/.." },
    { "../XXXX-10-13", 2021, "../2021-10-13" },
    { "XXXX-12-30/2022-01-02", 2021, "2021-12-30/2022-01-02" },
    { "2021-12-30/2022-01-02", 1999, "2021-12-30/2022-01-02" },
    { "2021-12/XXXX-01-02", 2021, "2021-12/2022-01-02" },
    { "XXXX-02-29", 2020, "2020-02-29" },
    { "XXXX-02-29", 2021, NULL },
    { "XXXX-10-13", 12345, NULL },
    { "201X", 2021, "201X" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (DlDate) date = dl_date_parse (years[i].edtf, NULL);
      g_autoptr (DlDate) dated = dl_date_with_year (date, years[i].year);
      g_autofree char *edtf = dated == NULL ? NULL : dl_date_to_edtf (dated);

      g_test_message ("%s, %d", years[i].edtf, years[i].year);
      g_assert_cmpstr (edtf, ==, years[i].dated);
    }
}

static void
test_new (void)
{
  DlDatePoint start = DL_DATE_POINT_INIT, end = DL_DATE_POINT_INIT;
  g_autoptr (DlDate) date = dl_date_new_ymd (2021, 10, 13);
  g_autoptr (DlDate) interval = NULL;

  g_assert_false (dl_date_is_interval (date));
  g_assert_cmpint (dl_date_get_start (date)->day, ==, 13);
  g_assert_cmpint (dl_date_get_end (date)->day, ==, 13);
  g_assert_null (dl_date_new_ymd (2021, 2, 29));
  g_assert_null (dl_date_new_ymd (2021, -1, 1));
  g_assert_null (dl_date_new_ymd (2021, 300, 1));
  g_assert_null (dl_date_new_ymd (2021, 1, 257));
  g_assert_null (dl_date_new_ymd (DL_YEAR_UNKNOWN, 0, 0));
  g_assert_null (dl_date_new_ymd (G_MAXINT, 1, 1));
  g_assert_null (dl_date_new (&start));

  start.year = end.year = 2021;
  start.month = 10;
  end.month = 9;
  g_assert_null (dl_date_new_interval (&start, &end));
  g_assert_null (dl_date_new_interval (NULL, NULL));
  interval = dl_date_new_interval (&end, &start);
  g_assert_true (dl_date_is_interval (interval));
  g_assert_cmpint (dl_date_get_start (interval)->month, ==, 9);
  g_assert_cmpint (dl_date_get_end (interval)->month, ==, 10);
}

static void
test_open (void)
{
  g_autoptr (DlDate) since = dl_date_parse ("2021-10-13/..", NULL);
  g_autoptr (DlDate) until = dl_date_parse ("../2021-10-13", NULL);

  g_assert_nonnull (dl_date_get_start (since));
  g_assert_null (dl_date_get_end (since));
  g_assert_null (dl_date_get_start (until));
  g_assert_nonnull (dl_date_get_end (until));
}

static void
test_civil (void)
{
  int year, month, day;
  gint64 last = dl_date_day_from_civil (-401, 12, 31);

  g_assert_cmpint (dl_date_day_from_civil (1970, 1, 1), ==, 0);
  g_assert_cmpint (dl_date_day_from_civil (2000, 3, 1), ==, 11017);
  g_assert_cmpint (dl_date_day_from_civil (1969, 12, 31), ==, -1);
  g_assert_cmpint (dl_date_day_from_civil (1, 1, 1), ==, -719162);

  for (int y = -400; y <= 2400; y++)
    for (int m = 1; m <= 12; m++)
      for (int d = 1; d <= dl_date_days_in_month (y, m); d++)
        {
          gint64 number = dl_date_day_from_civil (y, m, d);

          g_assert_cmpint (number, ==, last + 1);
          last = number;
          dl_date_civil_from_day (number, &year, &month, &day);
          g_assert_true (year == y && month == m && day == d);
        }
}

static void
test_weekday (void)
{
  static const struct
  {
    int year, month, day, weekday;
  } days[] = {
    { 1970, 1, 1, 4 },   { 2021, 10, 13, 3 }, { 2021, 10, 17, 7 }, { 2021, 10, 18, 1 },
    { 1969, 12, 28, 7 }, { 1969, 12, 29, 1 }, { 1582, 10, 15, 5 }, { 0, 1, 1, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_cmpint (dl_date_weekday (
                       dl_date_day_from_civil (days[i].year, days[i].month, days[i].day)),
                     ==, days[i].weekday);

  g_assert_cmpint (dl_date_days_in_month (2021, 2), ==, 28);
  g_assert_cmpint (dl_date_days_in_month (DL_YEAR_UNKNOWN, 2), ==, 29);
  g_assert_cmpint (dl_date_days_in_month (0, 2), ==, 29);
  g_assert_cmpint (dl_date_days_in_month (-1, 2), ==, 28);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/date/write", test_write);
  g_test_add_func ("/model/date/days", test_days);
  g_test_add_func ("/model/date/bad", test_bad);
  g_test_add_func ("/model/date/sentences", test_sentences);
  g_test_add_func ("/model/date/mangled", test_mangled);
  g_test_add_func ("/model/date/order", test_order);
  g_test_add_func ("/model/date/equal", test_equal);
  g_test_add_func ("/model/date/overlaps", test_overlaps);
  g_test_add_func ("/model/date/with-year", test_with_year);
  g_test_add_func ("/model/date/new", test_new);
  g_test_add_func ("/model/date/open", test_open);
  g_test_add_func ("/model/date/civil", test_civil);
  g_test_add_func ("/model/date/weekday", test_weekday);

  return g_test_run ();
}

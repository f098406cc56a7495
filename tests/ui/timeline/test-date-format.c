/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-format.h"

#include <string.h>

#include "interface-locale.h"

static const struct
{
  const char *edtf;
  const char *locale;
  DlDateStyle style;
  const char *expected;
} rows[] = {
  { "2021-10-13/2021-10-14", "en_001", DL_DATE_STYLE_LONG, "13–14 October 2021" },
  { "2021-10-13/2021-10-14", "en_001", DL_DATE_STYLE_MEDIUM, "13–14 Oct 2021" },
  { "2021-10-13/2021-10-14", "en_001", DL_DATE_STYLE_SHORT, "13–14 Oct" },
  { "2021-10-13/2021-10-14", "de_DE", DL_DATE_STYLE_LONG, "13.–14. Oktober 2021" },
  { "2021-10-13/2021-10-14", "ja_JP", DL_DATE_STYLE_LONG, "2021年10月13日～14日" },
  { "2021-10-13/2021-10-14", "zh_TW", DL_DATE_STYLE_LONG, "2021年10月13日至14日" },
  { "2021-10-13/2021-10-14", "zh_CN", DL_DATE_STYLE_LONG, "2021年10月13日–14日" },
  { "2021-10-14", "vi_VN", DL_DATE_STYLE_LONG, "14 tháng 10, 2021" },
  { "2021-10-14", "ko_KR", DL_DATE_STYLE_LONG, "2021년 10월 14일" },
  { "2021-10-14", "ar_EG", DL_DATE_STYLE_LONG, "١٤ أكتوبر ٢٠٢١" },
  { "2021-10-14", "th_TH", DL_DATE_STYLE_LONG, "14 ตุลาคม 2021" },
  /* no year is known: none is written */
  { "XXXX-10-13/XXXX-10-14", "en_001", DL_DATE_STYLE_LONG, "13–14 October" },
  { "XXXX-02-29", "en_001", DL_DATE_STYLE_MEDIUM, "29 Feb" },
  { "XXXX-12-30/XXXX-01-02", "en_001", DL_DATE_STYLE_MEDIUM, "30 Dec – 2 Jan" },
  /* across the year the short style must name both */
  { "2021-12-30/2022-01-02", "en_001", DL_DATE_STYLE_SHORT, "30 Dec 2021 – 2 Jan 2022" },
  { "2021-10", "en_001", DL_DATE_STYLE_LONG, "October 2021" },
  { "2021-10", "en_001", DL_DATE_STYLE_SHORT, "Oct 2021" },
  { "2021", "en_001", DL_DATE_STYLE_LONG, "2021" },
  { "2019/2021", "en_001", DL_DATE_STYLE_LONG, "2019–2021" },
  { "-0043", "en_001", DL_DATE_STYLE_LONG, "44 BC" },
  { "1453-05-29", "en_001", DL_DATE_STYLE_LONG, "29 May 1453" },
  { "198X", "en_001", DL_DATE_STYLE_LONG, "1980s" },
  { "19XX", "en_001", DL_DATE_STYLE_LONG, "20th century" },
  { "2021-21", "en_001", DL_DATE_STYLE_LONG, "spring 2021" },
  { "2021-36", "en_001", DL_DATE_STYLE_LONG, "Q4 2021" },
  { "2021-10~", "en_001", DL_DATE_STYLE_MEDIUM, "about Oct 2021" },
  { "2021-10-14?", "en_001", DL_DATE_STYLE_MEDIUM, "perhaps 14 Oct 2021" },
  { "../2021-10-13", "en_001", DL_DATE_STYLE_LONG, "until 13 October 2021" },
  { "2021-10-13/..", "en_001", DL_DATE_STYLE_LONG, "from 13 October 2021" },
  /* ends of different precision */
  { "2021-10/2022", "en_001", DL_DATE_STYLE_MEDIUM, "Oct 2021 – 2022" },
  { "2021-10-14T09:30", "en_GB", DL_DATE_STYLE_MEDIUM, "14 Oct 2021, 09:30" },
  { "2021-10-14T09:30+07:00", "en_GB", DL_DATE_STYLE_MEDIUM, "14 Oct 2021, 09:30 UTC+7" },
  { "2021-10-14T09:30Z", "en_GB", DL_DATE_STYLE_MEDIUM, "14 Oct 2021, 09:30 UTC" },
};

/* CLDR changes its mind about which space it is, and what stands between two dates of China. */
static char *
plain_spaces (char *text, const char *locale)
{
  g_autofree char *inner = text;
  g_autofree char *spaced = NULL;
  g_autoptr (GRegex) space = g_regex_new ("[\\x{a0}\\x{2009}\\x{202f}]", 0, 0, NULL);
  g_autoptr (GRegex) chinese = g_regex_new ("至| – ", 0, 0, NULL);

  spaced = g_regex_replace_literal (space, inner, -1, 0, " ", 0, NULL);
  if (!g_str_equal (locale, "zh_CN"))
    return g_steal_pointer (&spaced);

  return g_regex_replace_literal (chinese, spaced, -1, 0, "–", 0, NULL);
}

static void
test_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlDate) date = dl_date_parse (rows[i].edtf, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = plain_spaces (dl_date_format_for_locale (date, rows[i].style, rows[i].locale),
                           rows[i].locale);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_spoken (void)
{
  static const struct
  {
    const char *edtf;
    const char *locale;
    const char *expected;
  } cases[] = {
    { "2021-10-13/2021-10-14", "en_001", "13 to 14 October 2021" },
    { "2021-10-13/2021-10-14", "en_US", "October 13 to 14, 2021" },
    { "XXXX-12-30/XXXX-01-02", "en_001", "30 December to 2 January" },
    { "2021-10-14", "en_001", "14 October 2021" },
    { "2021-10-13/2021-10-14", "ja_JP", "2021年10月13日 to 14日" },
    { "2021-10-13/2021-10-14", "ko_KR", "2021년 10월 13일 to 14일" },
    { "2021-10-13/2021-10-14", "zh_TW", "2021年10月13日至14日" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlDate) date = dl_date_parse (cases[i].edtf, NULL);
      g_autofree char *text = dl_date_format_spoken_for_locale (date, cases[i].locale);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_axis (void)
{
  static const struct
  {
    int month, mday;
    double hours;
    DlAxisUnit unit;
    DlAxisFlags flags;
    const char *expected;
  } cases[] = {
    { 10, 13, 0, DL_AXIS_DAY, 0, "13" },
    { 10, 13, 0, DL_AXIS_DAY, DL_AXIS_FULL, "13 Oct" },
    { 10, 13, 14.5, DL_AXIS_MINUTE, 0, "14:30" },
    /* a third of an hour is no whole number of binary fractions */
    { 10, 13, 1 / 3.0, DL_AXIS_MINUTE, 0, "00:20" },
    { 10, 13, 23 + 59 / 60.0, DL_AXIS_MINUTE, DL_AXIS_FULL, "13 Oct, 23:59" },
    { 10, 1, 0, DL_AXIS_MONTH, 0, "Oct" },
    { 1, 1, 0, DL_AXIS_MONTH, DL_AXIS_FULL, "Jan 2021" },
    { 1, 1, 0, DL_AXIS_MONTH, DL_AXIS_FULL | DL_AXIS_YEARLESS, "Jan" },
    { 1, 1, 0, DL_AXIS_YEAR, 0, "2021" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double day =
        dl_date_day_from_civil (2021, cases[i].month, cases[i].mday) + cases[i].hours / 24;
      g_autofree char *text =
        dl_date_format_axis_for_locale (day, cases[i].unit, cases[i].flags, "en_GB");

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_locale (void)
{
  static const struct
  {
    const char *messages;
    const char *formats;
    const char *expected;
  } cases[] = {
    { "C", "C", "en_001" },
    { NULL, "C.UTF-8", "en_001" },
    { "vi", "C.UTF-8", "vi" },
    { "vi_VN.UTF-8", "vi_VN.UTF-8", "vi_VN" },
    { "en_US.UTF-8", "en_US.UTF-8", "en_US" },
    { "en_US.UTF-8", "de_DE.UTF-8", "en_DE" },
    { "ko_KR.UTF-8", "en_US.UTF-8", "ko_US" },
    { "pt_BR.UTF-8", "C", "pt_BR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *locale = dl_interface_locale_choose (cases[i].messages, cases[i].formats);

      g_assert_cmpstr (locale, ==, cases[i].expected);
    }
}

/* The zone stands by the hour, wherever the language puts that, in the digits of the date. */
static void
test_zones (void)
{
  static const struct
  {
    const char *edtf, *locale, *part;
  } zones[] = {
    { "2021-10-14T09:30+07:00", "vi_VN", "09:30 UTC+7" },
    { "2021-10-14T20:00Z", "vi_VN", "20:00 UTC" },
    { "2021-10-14T09:30+05:30", "en_GB", "09:30 UTC+5:30" },
    { "2021-10-14T09:30-03:30", "ar_EG", "UTC−٣:٣٠" },
    { "2021-10-14T09:30+02:00", "de_DE", "09:30 UTC+2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (DlDate) date = dl_date_parse (zones[i].edtf, NULL);
      g_autofree char *text =
        plain_spaces (dl_date_format_for_locale (date, DL_DATE_STYLE_MEDIUM, zones[i].locale),
                      zones[i].locale);

      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, zones[i].part));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/date-format/written", test_written);
  g_test_add_func ("/ui/date-format/spoken", test_spoken);
  g_test_add_func ("/ui/date-format/axis", test_axis);
  g_test_add_func ("/ui/date-format/locale", test_locale);
  g_test_add_func ("/ui/date-format/zones", test_zones);

  return g_test_run ();
}

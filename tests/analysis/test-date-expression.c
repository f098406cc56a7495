/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-counter.h"

/* What rules write in value=, counted from Thursday, 11 May 2023. */

static const struct
{
  const char *expression;
  int tense;
  const char *edtf;  /* NULL: no date */
  const char *timex; /* NULL: that of the date */
} rows[] = {
  { "y:2021 m:10 d:13", 0, "2021-10-13", NULL },
  { "d:13 y:2021 m:10", 0, "2021-10-13", NULL },
  { "y:91", 0, "1991", NULL },
  { "y:1980 dec", 0, "198X", NULL },
  { "y:1800 dec", 0, "18XX", NULL },
  { "c:18", 0, "17XX", NULL },
  { "bc:44", 0, "-0043", NULL },
  { "q:3 y:2022", 0, "2022-35", NULL },
  { "half:2 y:2022", 0, "2022-07/2022-12", "2022-H2" },
  { "y:1050 ~", 0, "1050~", NULL },
  { "now +0D", 0, "2023-05-11", NULL },
  { "now -11D", 0, "2023-04-30", NULL },
  { "now -1W", 0, "2023-05-01/2023-05-07", "2023-W18" },
  { "now +1WE", 0, "2023-05-20/2023-05-21", "2023-W20-WE" },
  { "now +0WE", 0, "2023-05-13/2023-05-14", "2023-W19-WE" },
  { "now +0WE", -1, "2023-05-13/2023-05-14", "2023-W19-WE" },
  { "now -1W w:5", 0, "2023-05-05", NULL },
  { "w:5 now -1W", 0, "2023-05-05", NULL },
  { "now -5M", 0, "2022-12", NULL },
  { "now -2Q", 0, "2022-36", NULL },
  { "now +1Y m:5", 0, "2024-05", NULL },
  { "now -1DE", 0, "201X", NULL },
  { "now -1CE", 0, "19XX", NULL },
  { "now -XY", 0, NULL, "PAST_REF" },
  { "w:5", -1, "2023-05-05", NULL },
  { "w:5", 1, "2023-05-12", NULL },
  { "w:4", 0, "2023-05-11", NULL },
  { "w:4 past", 0, "2023-05-04", NULL },
  { "w:1 this", 0, "2023-05-08", NULL },
  { "d:3", -1, "2023-05-03", NULL },
  { "d:30", -1, "2023-04-30", NULL },
  { "d:3", 1, "2023-06-03", NULL },
  { "m:10 d:13", 0, "XXXX-10-13", NULL },
  { "easter:0 y:2024", 0, "2024-03-31", NULL },
  { "easter:49 y:1998", 0, "1998-05-31", NULL },
  { "easter:1", -1, "2023-04-10", NULL },
  { "easter:-2", 1, "2024-03-29", NULL },
  { "easter:39", 0, "2023-05-18", NULL },
  { "now -1Y easter:0", 0, "2022-04-17", NULL },
  { "pascha:0 y:2024", 0, "2024-05-05", NULL },
  { "pascha:-2", -1, "2023-04-14", NULL },
  { "pascha:0 y:2017", 0, "2017-04-16", NULL },
  { "islamic m:9 d:1 ah:1444", 0, "2023-03-23~", NULL },
  { "islamic m:12 d:10 y:2013", 0, "2013-10-15~", NULL },
  { "islamic m:10 d:1", 1, "2024-04-10~", NULL },
  { "islamic m:10 d:1", -1, "2023-04-22~", NULL },
  { "islamic m:9", -1, "2023-03-23~/2023-04-21~", NULL },
  { "islamic m:1 d:31 ah:1444", 0, NULL, "XXXX-XX-XX" },
  { "islamic m:1 d:1 y:500", 0, NULL, "XXXX-XX-XX" },
  { "era:2018+3 m:10", 0, "2021-10", NULL },
  { "era:-2333+4354", 0, "2021", NULL },
  { "lunar:8-15", 1, "2023-09-29", NULL },
  { "lunar:1-1 y:2024", 0, "2024-02-10", NULL },
  { "lunar:1-0 y:2024", 0, "2024-02-09", NULL },
  { "lunar:5-5 y:2019", 0, "2019-06-07", NULL },
  { "lunar:12-8 y:2022", 0, "2022-12-30", NULL },
  { "lunar:1-1 y:2033", 0, "2033-01-31", NULL },
  { "lunar:1-1 y:1700", 0, NULL, "XXXX-XX-XX" },
  { "dangi:1-1 y:1997", 0, "1997-02-08", NULL },
  { "lunar:1-1 y:1997", 0, "1997-02-07", NULL },
  { "dangi:4-8 y:2020", 0, "2020-04-30", NULL },
  { "dangi:1-1", -1, "2023-01-22", NULL },
  { "dangi:2-1 y:2017", 0, "2017-02-26", NULL },
  { "lunar:1-1 y:2030", 0, "2030-02-03", NULL },
  { "lunar:1-1 y:1916", 0, "1916-02-03", NULL },
  { "lunar:1-1 y:1954", 0, "1954-02-03", NULL },
  { "lunar:3-1 y:1917", 0, "1917-04-21", NULL },
  { "lunar:10-1 y:2018", 0, "2018-11-08", NULL },
  { "lunar:12-1 y:1998", 0, "1999-01-17", NULL },
  { "amlich:1-1 y:2007", 0, "2007-02-17", NULL },
  { "amlich:1-1 y:1985", 0, "1985-01-21", NULL },
  { "amlich:1-1 y:1967", 0, "1967-02-09", NULL },
  { "amlich:1-1 y:2030", 0, "2030-02-02", NULL },
  { "amlich:3-10", -1, "2023-04-29", NULL },
  { "sun:270+480 y:2023", 0, "2023-12-22", NULL },
  { "sun:15+480 y:2024", 0, "2024-04-04", NULL },
  { "sun:0+540", -1, "2023-03-21", NULL },
  { "sun:180+540 y:2024", 0, "2024-09-22", NULL },
  { "sun:315+540 y:2025", 0, "2025-02-03", NULL },
  { "sun:270+0 y:2023", 0, "2023-12-22", NULL },
  { "sun:90+540", 1, "2023-06-21", NULL },
  { "h:7 pm", 0, "2023-05-11T19:00", NULL },
  { "h:12 i:30 am", 0, "2023-05-11T00:30", NULL },
  { "h:9 to:15 part:MO", 0, "2023-05-11T08:45", NULL },
  { "h:0 to:5", 0, "2023-05-11T23:55", NULL },
  { "here +0Y", 0, "2023", NULL },
  { "nth:1 w:1 m:9", -1, "2022-09-05", NULL },
  { "nth:1 w:1 m:5", 1, "2024-05-06", NULL },
  { "h:8 part:EV", 0, "2023-05-11T20:00", NULL },
  { "h:12 part:NI", 0, "2023-05-11T24:00", NULL },
  { "h:12 i:30 part:NI", 0, "2023-05-11T00:30", NULL },
  { "h:1 part:MI", 0, "2023-05-11T13:00", NULL },
  { "h:11 part:MI", 0, "2023-05-11T11:00", NULL },
  { "h:12 i:30 am part:MO", 0, "2023-05-11T00:30", NULL },
  { "hm:1730 z:0", 0, "2023-05-11T17:30Z", NULL },
  { "d:13 / d:14 m:10 y:2021", 0, "2021-10-13/2021-10-14", NULL },
  { "m:12 d:28 / m:1 d:3 y:2024", 0, "2023-12-28/2024-01-03", NULL },
  { "now +1D h:9 / h:11", 0, "2023-05-12T09:00/2023-05-12T11:00", NULL },
  { "h:9 / now +1D h:11", 0, "2023-05-12T09:00/2023-05-12T11:00", NULL },
  { "d:9 h:3 pm / h:5", 0, "2023-05-09T15:00/2023-05-09T17:00", NULL },
  { "h:10 pm / h:2 am", 0, "2023-05-11T22:00/2023-05-12T02:00", NULL },
  { "y:2015 / yy:16", 0, "2015/2016", NULL },
  { "y:1999 / yy:1", 0, "1999/2001", NULL },
  { "w:1 / w:5", -1, "2023-05-08/2023-05-12", NULL },
  { "w:6 / w:1", 1, "2023-05-13/2023-05-15", NULL },
  { "now -48TH", 0, "2023-05-09", NULL },
  { "now -36TH", 0, NULL, "XXXX-XX-XX" },
  { "now -3TH", 0, "2023-05-11", NULL },
  { "easter:49", -1, "2023-05-28", NULL },
  { "lunar:8-15", -1, "2022-09-10", NULL },
  { "p:3D", 0, NULL, "P3D" },
  { "p:1D p:2TH p:30TM", 0, NULL, "P1DT2H30M" },
  { "=PRESENT_REF", 0, NULL, "PRESENT_REF" },
  { "y:2021 m:13", 0, NULL, NULL },
  { "y:2021 m:10 d:257", 0, NULL, NULL },
  { "now +99999999999Y", 0, NULL, "XXXX" },
  { "y: m: d: -", 0, NULL, NULL },
  { "", 0, NULL, NULL },
};

static void
test_count (void)
{
  DlDatePoint now = DL_DATE_POINT_INIT;
  DlDateContext context = { .now = &now };

  now.year = 2023;
  now.month = 5;
  now.day = 11;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlDateExpression) expression = dl_date_expression_new (rows[i].expression);
      g_autofree char *timex = NULL;
      g_autofree char *edtf = NULL;
      g_autoptr (DlDate) date = NULL;

      context.tense = rows[i].tense;
      date = dl_date_counter_run (expression, &context, &timex);
      edtf = date != NULL ? dl_date_to_edtf (date) : NULL;
      g_test_message ("%s", rows[i].expression);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      g_assert_cmpstr (timex, ==, rows[i].timex);
    }
}

static void
test_neighbours (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean can_join, can_span;
  } pairs[] = {
    { "h:7", "m:5 d:10", TRUE, FALSE },       { "w:1", "m:7 d:27 y:1953", TRUE, FALSE },
    { "part:NI", "w:3", TRUE, FALSE },        { "m:5", "now +1Y", TRUE, FALSE },
    { "w:5", "now -1W", TRUE, FALSE },        { "m:5 d:1", "m:6 d:1", FALSE, TRUE },
    { "y:1986", "y:1990", FALSE, TRUE },      { "w:1", "y:1990", FALSE, FALSE },
    { "h:7", "y:1990", FALSE, FALSE },        { "p:3D", "y:1990", FALSE, FALSE },
    { "m:3", "m:8 y:2018", FALSE, TRUE },     { "d:1 / d:2", "m:3", FALSE, FALSE },
    { "w:1", "h:9 / h:11", TRUE, FALSE },     { "h:9 / h:11", "m:5 d:1", TRUE, FALSE },
    { "now +1W", "w:3 / w:5", TRUE, FALSE },  { "m:5 d:1", "w:3 / w:5", FALSE, FALSE },
    { "y:1990", "h:9 / h:11", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (dl_date_expression_can_join (pairs[i].a, pairs[i].b, FALSE), ==,
                       pairs[i].can_join);
      g_assert_cmpint (dl_date_expression_can_span (pairs[i].a, pairs[i].b, DL_DATE_SPAN_PLAIN), ==,
                       pairs[i].can_span);
    }
}

/* What words tell of a range lets it lead from a coarser date to a finer one. */
static void
test_spans (void)
{
  static const struct
  {
    const char *a, *b;
    DlDateSpan how;
    gboolean can_span;
  } spans[] = {
    { "m:2 d:1", "m:3 y:2019", DL_DATE_SPAN_PLAIN, FALSE },
    { "m:2 d:1", "m:3 y:2019", DL_DATE_SPAN_MARKED, TRUE },
    { "y:2007", "m:5 y:2008", DL_DATE_SPAN_MARKED, TRUE },
    { "h:9", "m:5 d:1", DL_DATE_SPAN_MARKED, FALSE },
    { "h:9", "h:11", DL_DATE_SPAN_SMALL, TRUE },
    { "w:1", "w:5", DL_DATE_SPAN_SMALL, TRUE },
    { "w:1", "h:11", DL_DATE_SPAN_SMALL, FALSE },
    { "m:5 d:1", "m:5 d:3", DL_DATE_SPAN_SMALL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_test_message ("%s, %s", spans[i].a, spans[i].b);
      g_assert_cmpint (dl_date_expression_can_span (spans[i].a, spans[i].b, spans[i].how), ==,
                       spans[i].can_span);
    }
}

static void
test_repeats (void)
{
  static const struct
  {
    const char *set, *clock, *both; /* NULL: none */
  } sets[] = {
    { "=XXXX-WXX-1", "h:4 i:30 pm", "=XXXX-WXX-1T16:30" },
    { "p:1D", "h:9", "=XXXX-XX-XXT09:00" },
    { "=XXXX-WXX-5TNI", "h:22", "=XXXX-WXX-5T22:00" },
    { "=XXXX-WXX-WE", "h:9", NULL },
    { "p:1Y", "h:9", NULL },
    { "p:1D", "m:5 d:1", NULL },
    { "m:5 d:1", "h:9", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *both = dl_date_expression_repeat_at (sets[i].set, sets[i].clock);

      g_test_message ("%s, %s", sets[i].set, sets[i].clock);
      g_assert_cmpstr (both, ==, sets[i].both);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/date-expression/count", test_count);
  g_test_add_func ("/analysis/date-expression/neighbours", test_neighbours);
  g_test_add_func ("/analysis/date-expression/spans", test_spans);
  g_test_add_func ("/analysis/date-expression/repeats", test_repeats);

  return g_test_run ();
}

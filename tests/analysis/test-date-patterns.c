/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

/* Every date that CLDR's patterns of a language write is found again, whole and with its
 * value: the styles from short to full, skeletons, and intervals.  A date without its
 * year is read on the day that it tells.
 *
 * ICU writes the dates (Unicode CLDR, through udat, udatpg and udtitvfmt); which dates is
 * drawn with a fixed seed. */

#define SEED 20211013
#define N_DATES 25

/* Short forms write two digits of the year, which are read as one of these. */
#define FIRST_YEAR 1950
#define N_YEARS 100

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_MINUTE
} Unit;

typedef enum
{
  WRITE_STYLE,
  WRITE_SKELETON,
  WRITE_INTERVAL
} Writer;

/* One way to write a date. */
typedef struct
{
  const char *name;
  Writer writer;
  UDateFormatStyle style;
  const char *skeleton;
  Unit unit;
} Pattern;

static const Pattern patterns[] = {
  { "short", WRITE_STYLE, UDAT_SHORT, NULL, UNIT_DAY },
  { "medium", WRITE_STYLE, UDAT_MEDIUM, NULL, UNIT_DAY },
  { "long", WRITE_STYLE, UDAT_LONG, NULL, UNIT_DAY },
  { "full", WRITE_STYLE, UDAT_FULL, NULL, UNIT_DAY },
  { "yMd", WRITE_SKELETON, UDAT_NONE, "yMd", UNIT_DAY },
  { "yMMM", WRITE_SKELETON, UDAT_NONE, "yMMM", UNIT_MONTH },
  { "yMMMM", WRITE_SKELETON, UDAT_NONE, "yMMMM", UNIT_MONTH },
  { "yQQQ", WRITE_SKELETON, UDAT_NONE, "yQQQ", UNIT_QUARTER },
  { "yQQQQ", WRITE_SKELETON, UDAT_NONE, "yQQQQ", UNIT_QUARTER },
  { "yMMMEd", WRITE_SKELETON, UDAT_NONE, "yMMMEd", UNIT_DAY },
  { "yMMMMEEEEd", WRITE_SKELETON, UDAT_NONE, "yMMMMEEEEd", UNIT_DAY },
  { "MMMd", WRITE_SKELETON, UDAT_NONE, "MMMd", UNIT_DAY },
  { "MMMMd", WRITE_SKELETON, UDAT_NONE, "MMMMd", UNIT_DAY },
  { "MMMMEEEEd", WRITE_SKELETON, UDAT_NONE, "MMMMEEEEd", UNIT_DAY },
  { "yMMMMdjm", WRITE_SKELETON, UDAT_NONE, "yMMMMdjm", UNIT_MINUTE },
  { "interval-yMMMd", WRITE_INTERVAL, UDAT_NONE, "yMMMd", UNIT_DAY },
  { "interval-yMMMMd", WRITE_INTERVAL, UDAT_NONE, "yMMMMd", UNIT_DAY },
  { "interval-yMMMM", WRITE_INTERVAL, UDAT_NONE, "yMMMM", UNIT_MONTH },
};

static const char *const languages[] = { "vi", "en", "de", "fr", "es", "it", "pt",     "ru",
                                         "uk", "ar", "id", "ko", "ja", "zh", "zh-Hant" };

static UChar utc[16];

static DlAnalyzer *analyzer;

static DlDatePoint
make_point (GDateTime *time, Unit unit)
{
  DlDatePoint point = DL_DATE_POINT_INIT;

  point.year = g_date_time_get_year (time);
  point.month = unit == UNIT_QUARTER ? 33 + (g_date_time_get_month (time) - 1) / 3
                                     : g_date_time_get_month (time);
  if (unit == UNIT_DAY || unit == UNIT_MINUTE)
    point.day = g_date_time_get_day_of_month (time);
  if (unit == UNIT_MINUTE)
    {
      point.hour = g_date_time_get_hour (time);
      point.minute = g_date_time_get_minute (time);
    }

  return point;
}

static char *
take_text (const UChar *text, int length, UErrorCode status)
{
  g_assert_true (U_SUCCESS (status));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

static char *
write_date (UDateFormat *format, GDateTime *time)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  const int length = udat_format (format, g_date_time_to_unix (time) * 1000.0, text,
                                  G_N_ELEMENTS (text), NULL, &status);

  return take_text (text, length, status);
}

static char *
write_interval (UDateIntervalFormat *format, GDateTime *from, GDateTime *to)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  const int length =
    udtitvfmt_format (format, g_date_time_to_unix (from) * 1000.0,
                      g_date_time_to_unix (to) * 1000.0, text, G_N_ELEMENTS (text), NULL, &status);

  return take_text (text, length, status);
}

static UDateFormat *
open_format (const char *language, const Pattern *pattern)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator;
  UChar skeleton[32], best[128];
  UDateFormat *format;
  int length;

  if (pattern->writer == WRITE_STYLE)
    format = udat_open (UDAT_NONE, pattern->style, language, utc, -1, NULL, 0, &status);
  else
    {
      generator = udatpg_open (language, &status);
      u_uastrcpy (skeleton, pattern->skeleton);
      length = udatpg_getBestPattern (generator, skeleton, -1, best, G_N_ELEMENTS (best), &status);
      udatpg_close (generator);
      format = udat_open (UDAT_PATTERN, UDAT_PATTERN, language, utc, -1, best, length, &status);
    }
  g_assert_true (U_SUCCESS (status));

  return format;
}

static DlAnnotations *
analyze (const char *language, GDateTime *published, const char *text)
{
  g_autoptr (DlDate) date =
    dl_date_new_ymd (g_date_time_get_year (published), g_date_time_get_month (published),
                     g_date_time_get_day_of_month (published));
  const DlArticleFields fields = { .id = "test", .language = language, .published = date };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations;

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, strlen (text) }, NULL));
  article = dl_article_new (bytes, blocks, &fields);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_assert_no_error (error);

  return annotations;
}

/* The values of the dates found in @text, but for ends of ranges, separated by a space;
 * one that is not all of @text, but for “at” before an hour, is in brackets. */
static char *
read_dates (const char *language, GDateTime *published, const char *text, Unit unit)
{
  g_autoptr (DlAnnotations) annotations = analyze (language, published, text);
  GString *values = g_string_new (NULL);
  const gsize length = strlen (text);

  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));
      const gboolean is_whole =
        (fields->span.start == 0 || unit == UNIT_MINUTE) && fields->span.end >= length - 1;
      g_autofree char *value = NULL;

      if (fields->kind != DL_KIND_DATE || fields->entity == DL_NONE)
        continue;
      value = fields->date != NULL ? dl_date_to_edtf (fields->date) : g_strdup ("none");
      g_string_append_printf (values, is_whole ? "%s%s" : "%s(%s)", values->len > 0 ? " " : "",
                              value);
    }

  return g_string_free (values, FALSE);
}

static gboolean
check (const char *language, GDateTime *published, const char *text, DlDate *wanted, Unit unit)
{
  g_autofree char *found = read_dates (language, published, text, unit);
  g_autofree char *value = dl_date_to_edtf (wanted);

  if (strcmp (found, value) == 0)
    return TRUE;
  g_test_message ("%s “%s”: %s, read as %s", language, text, value, found);

  return FALSE;
}

static GDateTime *
draw_time (GRand *random)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (FIRST_YEAR, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) day =
    g_date_time_add_days (start, g_rand_int_range (random, 0, N_YEARS * 365));

  return g_date_time_add_minutes (day, g_rand_int_range (random, 0, 24 * 60));
}

static guint
try_dates (const char *language, const Pattern *pattern, GRand *random)
{
  UDateFormat *format = open_format (language, pattern);
  guint wrong = 0;

  for (guint i = 0; i < N_DATES; i++)
    {
      g_autoptr (GDateTime) time = draw_time (random);
      const DlDatePoint point = make_point (time, pattern->unit);
      g_autoptr (DlDate) date = dl_date_new (&point);
      g_autofree char *text = write_date (format, time);

      wrong += !check (language, time, text, date, pattern->unit);
    }
  udat_close (format);

  return wrong;
}

static DlDate *
make_interval (GDateTime *from, GDateTime *to, Unit unit)
{
  const DlDatePoint first = make_point (from, unit), last = make_point (to, unit);

  if (first.year == last.year && first.month == last.month && first.day == last.day)
    return dl_date_new (&first);

  return dl_date_new_interval (&first, &last);
}

static guint
try_intervals (const char *language, const Pattern *pattern, GRand *random)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar skeleton[32];
  UDateIntervalFormat *format;
  guint wrong = 0;

  u_uastrcpy (skeleton, pattern->skeleton);
  format = udtitvfmt_open (language, skeleton, -1, utc, -1, &status);
  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < N_DATES; i++)
    {
      static const int spans[] = { 3, 12, 60, 400 };
      g_autoptr (GDateTime) from = draw_time (random);
      const int days = g_rand_int_range (random, 1, spans[i % G_N_ELEMENTS (spans)] + 1);
      g_autoptr (GDateTime) to = g_date_time_add_days (from, days);
      g_autoptr (DlDate) date = make_interval (from, to, pattern->unit);
      g_autofree char *text = write_interval (format, from, to);

      wrong += !check (language, from, text, date, pattern->unit);
    }
  udtitvfmt_close (format);

  return wrong;
}

static void
test_language (gconstpointer data)
{
  const char *language = data;
  guint wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
      const guint misread = patterns[i].writer == WRITE_INTERVAL
                              ? try_intervals (language, &patterns[i], random)
                              : try_dates (language, &patterns[i], random);

      if (misread > 0)
        g_test_message ("%s, %s: %u of %u wrong", language, patterns[i].name, misread, N_DATES);
      wrong += misread;
    }
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  lexicon = dl_lexicon_open_default (&error);
  g_assert_no_error (error);
  analyzer = dl_analyzer_new (lexicon, NULL);
  u_uastrcpy (utc, "Etc/UTC");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/date-patterns/%s", languages[i]);
      g_test_add_data_func (path, languages[i], test_language);
    }
  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}

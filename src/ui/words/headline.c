/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "headline.h"

#include <glib/gi18n.h>

#include "date-format.h"
#include "digits.h"

/* What stands over an article: its title, its date, how long it takes to read.
 *
 * The date is the day on which it was published: that of the document, which the timeline
 * does not tell.  Where nobody says so, it is that of its main event. */

/* Letters a minute of an alphabet, and characters a minute of Chinese or Japanese, at a
 * calm reader's pace of 230 words: Trauzettel-Klosinski and Dietz (2012), IReST, give
 * 987 ± 118 letters on average over 17 languages, 255 characters for Chinese. */
#define LETTERS_A_MINUTE 987
#define WIDE_A_MINUTE 255
#define HALF (LETTERS_A_MINUTE * WIDE_A_MINUTE / 2)

/* A text that is longer than all samples together is judged by them, bytes: to look at each letter
 * of ten megabytes takes five frames. */
#define N_SAMPLES 64
#define SAMPLE 4096

/* A title longer than this is a paragraph, characters. */
#define MAX_TITLE 120

static char *
dup_first_line (DlArticle *article)
{
  DlSpan span = dl_article_get_n_blocks (article) > 0
                  ? dl_block_get_span (dl_article_get_block (article, 0))
                  : (DlSpan){ 0, 0 };
  g_autofree char *line = dl_article_dup_excerpt (article, span);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_TITLE);

  return g_strconcat (start, "…", NULL);
}

/**
 * dl_headline_dup_title:
 *
 * Returns: (transfer full): the article's title; without one, how it begins
 */
char *
dl_headline_dup_title (DlArticle *article)
{
  const char *title = dl_article_get_title (article);

  return title != NULL && *title != '\0' ? g_strdup (title) : dup_first_line (article);
}

/* The event of the article itself that brings the most actors together; of two alike,
 * the one told first. */
static DlEvent *
find_main_event (DlAnnotations *annotations)
{
  DlEvent *best = NULL;

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlEvent *event = dl_annotations_get_event (annotations, i);
      const DlEventFields *fields = dl_event_get_fields (event), *most;

      if (fields->date == NULL || dl_event_is_background (event))
        continue;

      most = best != NULL ? dl_event_get_fields (best) : NULL;
      if (most == NULL || fields->n_actors > most->n_actors ||
          (fields->n_actors == most->n_actors && fields->sentence.start < most->sentence.start))
        best = event;
    }

  return best;
}

/* To the day: the hour is of no use over a text that will be read for years. */
static char *
dup_published (DlArticle *article, DlAnnotations *annotations)
{
  DlDate *published = annotations != NULL ? dl_annotations_get_published (annotations)
                                          : dl_article_get_published (article);
  const DlDatePoint *known = published != NULL ? dl_date_get_start (published) : NULL;
  DlDatePoint day = DL_DATE_POINT_INIT;
  g_autoptr (DlDate) date = NULL;

  if (known == NULL || known->year == DL_YEAR_UNKNOWN)
    return NULL;

  day.year = known->year;
  day.month = known->month;
  day.day = known->day;
  date = dl_date_new (&day);
  return date != NULL ? dl_date_format (date, DL_DATE_STYLE_LONG) : NULL;
}

static char *
dup_event_date (DlAnnotations *annotations, DlClock clock)
{
  DlEvent *event = find_main_event (annotations);
  g_autoptr (DlDate) when = NULL;
  g_autofree char *date = NULL;

  if (event == NULL)
    return NULL;

  when = dl_event_dup_date (event, annotations, clock);
  date = dl_date_format (when, DL_DATE_STYLE_LONG);
  if (!dl_event_get_fields (event)->year_inferred)
    return g_steal_pointer (&date);

  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("%s (year inferred)"), date);
}

/* Letters that take as long to read as those that begin in [@at, @end), times %WIDE_A_MINUTE. */
static guint64
weigh (const char *at, const char *end)
{
  guint64 letters = 0, wide = 0;

  while (at < end && (*at & 0xc0) == 0x80)
    at++;
  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x1100 && g_unichar_iswide (c))
        wide++;
      else if (c != ' ' && c != '\n')
        letters++;
    }

  return letters * WIDE_A_MINUTE + wide * LETTERS_A_MINUTE;
}

static guint
count_minutes (DlArticle *article)
{
  const char *text = dl_article_get_text (article);
  const gsize length = dl_article_get_length (article);
  guint64 weight = 0;

  if (length <= N_SAMPLES * SAMPLE)
    weight = weigh (text, text + length);
  else
    {
      for (guint i = 0; i < N_SAMPLES; i++)
        {
          const char *start = text + (length - SAMPLE) / (N_SAMPLES - 1) * i;

          weight += weigh (start, start + SAMPLE);
        }
      weight = (double) weight * length / (N_SAMPLES * SAMPLE);
    }

  return MAX (1, (weight + HALF) / (2 * HALF));
}

/**
 * dl_headline_dup_subtitle:
 * @annotations: (nullable): of the article, once they are there
 * @clock: by which the main event is told
 *
 * Returns: (transfer full): “15 October 2021 · 4 min”, the day of publication; where it is
 *   not known “13–14 October 2021 (year inferred) · 4 min”, when the main event was
 */
char *
dl_headline_dup_subtitle (DlArticle *article, DlAnnotations *annotations, DlClock clock)
{
  g_autofree char *date = dup_published (article, annotations);
  guint minutes = count_minutes (article);
  /* Translators: the time it takes to read an article, in minutes. */
  g_autofree char *duration = dl_digits_printf (ngettext ("%u min", "%u min", minutes), minutes);

  if (date == NULL && annotations != NULL)
    date = dup_event_date (annotations, clock);

  return date != NULL ? g_strconcat (date, " · ", duration, NULL) : g_steal_pointer (&duration);
}

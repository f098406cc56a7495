/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "date-format.h"
#include "digits.h"
#include "interface-locale.h"
#include "time-zones.h"

/* Says of an event when it was, how that is known, and the whole of it in one sentence. */

/* In characters: two lines of a wide panel; the article itself has the rest. */
#define QUOTE_MAX 180

/* Names that a listener can keep in mind; the rest is counted. */
#define SPOKEN_ACTORS_MAX 4

/**
 * dl_event_format_date:
 *
 * Returns: (transfer full): when the event was, for the head of its row: “13–14 Oct
 *   2021”, “during”, “no date”
 */
char *
dl_event_format_date (DlEvent *event, DlAnnotations *annotations, DlClock clock)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autoptr (DlDate) date = NULL;

  if (fields->date == NULL)
    return g_strdup (C_ ("event", "no date"));
  if (fields->during)
    /* Translators: at some time within the span of days that stands below it */
    return g_strdup (C_ ("event", "during"));

  date = dl_event_dup_date (event, annotations, clock);
  return dl_date_format (date, DL_DATE_STYLE_MEDIUM);
}

/* Whose time it is by the text: its words say so, or the event has a place that is a town; a
 * country has many. */
static char *
dup_owner (const DlEventFields *fields, DlAnnotations *annotations)
{
  DlEntity *place = fields->place < dl_annotations_get_n_entities (annotations)
                      ? dl_annotations_get_entity (annotations, fields->place)
                      : NULL;

  if (fields->clock != NULL)
    return dl_time_zone_format_place (fields->clock, dl_interface_locale ());
  if (place != NULL && dl_entity_get_kind (place) == DL_KIND_PLACE)
    return g_strdup (dl_entity_get_name (place));

  return NULL;
}

static char *
format_told_clock (const DlEventFields *fields, DlAnnotations *annotations)
{
  g_autofree char *owner = dup_owner (fields, annotations);

  if (owner == NULL)
    return g_strdup (C_ ("event", "local time"));

  /* Translators: the clock time of a town, “Washington time” */
  return g_strdup_printf (C_ ("event", "%s time"), owner);
}

/* Whose clock the date is by, where that must be said; adds nothing else. */
static void
add_clock (GStrvBuilder *notes, DlEvent *event, DlAnnotations *annotations, DlClock clock)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autofree char *told = NULL;

  if (clock != DL_CLOCK_TOLD && dl_event_has_instant (event, annotations))
    {
      if (clock == DL_CLOCK_READER)
        /* Translators: of a time of day: in the reader’s own time zone */
        g_strv_builder_add (notes, C_ ("event", "your time"));
      return;
    }
  if (fields->local_time)
    {
      told = format_told_clock (fields, annotations);
      g_strv_builder_add (notes, told);
    }
  else if (clock != DL_CLOCK_TOLD && dl_event_has_time (event))
    /* Translators: of a time of day that could not be turned into the reader’s own, or UTC */
    g_strv_builder_add (notes, C_ ("event", "time zone not stated"));
}

/**
 * dl_event_format_notes:
 *
 * Returns: (transfer full): what must be said beside dl_event_format_date(), each a few
 *   words: “13–14 Oct”, “year inferred”, “Washington time”
 */
char **
dl_event_format_notes (DlEvent *event, DlAnnotations *annotations, DlClock clock)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autoptr (DlDate) date = dl_event_dup_date (event, annotations, clock);
  g_autofree char *span = NULL;

  if (fields->date != NULL && fields->during)
    {
      span = dl_date_format (date, DL_DATE_STYLE_MEDIUM);
      g_strv_builder_add (notes, span);
    }
  if (fields->date != NULL && fields->year_inferred)
    g_strv_builder_add (notes, C_ ("event", "year inferred"));
  else if (fields->date != NULL && dl_date_is_yearless (fields->date))
    g_strv_builder_add (notes, C_ ("event", "year not stated"));
  add_clock (notes, event, annotations, clock);

  return g_strv_builder_end (notes);
}

/**
 * dl_event_dup_source:
 *
 * Returns: (transfer full) (nullable): “Background: ” and who says so; %NULL for what the
 *   text itself tells
 */
char *
dl_event_dup_source (DlEvent *event)
{
  const char *source = dl_event_get_fields (event)->source;

  if (source == NULL)
    return NULL;

  /* Translators: who says so, of a fact that the article does not tell */
  return g_strdup_printf (C_ ("event", "Background: %s"), source);
}

/* Whole words only, and no line break inside the quotation. */
static char *
shorten (const char *sentence)
{
  g_autoptr (GRegex) space = g_regex_new ("\\s+", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *line = g_regex_replace_literal (space, sentence, -1, 0, " ", 0, NULL);
  char *end;

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= QUOTE_MAX)
    return g_steal_pointer (&line);

  end = g_utf8_offset_to_pointer (line, QUOTE_MAX);
  for (char *p = end; p > g_utf8_offset_to_pointer (line, QUOTE_MAX - 20); p--)
    if (*p == ' ')
      {
        end = p;
        break;
      }
  *end = '\0';

  return g_strconcat (line, "…", NULL);
}

/* Whether @what says all that @line does, but for its first letter and its full stop. */
static gboolean
tells_all (const char *what, const char *line)
{
  g_autofree char *own = g_utf8_casefold (what, -1);
  g_autofree char *other = g_utf8_casefold (line, -1);

  return g_str_has_prefix (other, own) && g_utf8_strlen (other + strlen (own), -1) <= 1;
}

/**
 * dl_event_dup_quote:
 *
 * Returns: (transfer full) (nullable): the beginning of the sentence that tells the
 *   event, in quotation marks; %NULL for an event of the background, and where its heading
 *   is the sentence
 */
char *
dl_event_dup_quote (DlEvent *event, DlAnnotations *annotations)
{
  DlSpan span = dl_event_get_fields (event)->sentence;
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  if (dl_span_is_empty (span))
    return NULL;

  sentence = dl_article_dup_excerpt (dl_annotations_get_article (annotations), span);
  line = shorten (sentence);
  if (tells_all (dl_event_get_fields (event)->what, line))
    return NULL;

  /* Translators: a quotation, with your language's quotation marks */
  return g_strdup_printf (C_ ("event", "“%s”"), line);
}

static char *
speak_date (const DlEventFields *fields, DlDate *value)
{
  g_autofree char *date = NULL;

  if (value == NULL)
    return g_strdup (C_ ("event", "Without a date"));

  date = dl_date_format_spoken (value);
  if (fields->during)
    /* Translators: at some time within the span “13 to 14 October 2021” */
    return g_strdup_printf (C_ ("event", "during %s"), date);

  return g_steal_pointer (&date);
}

/* The number is the interface's and takes its digits; the names keep those of the article. */
static char *
speak_rest (const char *list, guint n_rest)
{
  const char *place = "\x1a"; /* of the list: in no name, and no digit */
  g_autofree char *form =
    dl_digits_printf (ngettext ("%s and %u more", "%s and %u more", n_rest), place, n_rest);
  GString *text = g_string_new (form);

  g_string_replace (text, place, list, 1);
  return g_string_free (text, FALSE);
}

static char *
speak_actors (const DlEventFields *fields, DlAnnotations *annotations)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < MIN (fields->n_actors, SPOKEN_ACTORS_MAX); i++)
    g_strv_builder_add (builder,
                        dl_entity_get_name (
                          dl_annotations_get_entity (annotations, fields->actors[i].entity)));

  names = g_strv_builder_end (builder);
  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), names);
  if (fields->n_actors <= SPOKEN_ACTORS_MAX)
    return g_steal_pointer (&list);

  return speak_rest (list, fields->n_actors - SPOKEN_ACTORS_MAX);
}

/**
 * dl_event_describe:
 *
 * Returns: (transfer full): one sentence for a screen reader: “13 to 14 October 2021,
 *   year inferred: meeting. White House, EU”
 */
char *
dl_event_describe (DlEvent *event, DlAnnotations *annotations, DlClock clock)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  g_autoptr (DlDate) value = dl_event_dup_date (event, annotations, clock);
  g_autofree char *date = speak_date (fields, value);
  g_auto (GStrv) notes = dl_event_format_notes (event, annotations, clock);
  g_autofree char *source = dl_event_dup_source (event);
  g_autofree char *actors = NULL;
  g_autofree char *when = NULL;
  GString *text = g_string_new (date);

  /* The first note of an event “during” a span is the span, said already. */
  for (guint i = fields->date != NULL && fields->during ? 1 : 0; notes[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", C_ ("list", ", "), notes[i]);
  if (source != NULL)
    g_string_append_printf (text, "%s%s", C_ ("list", ", "), source);
  when = g_string_free (text, FALSE);

  if (fields->n_actors == 0)
    /* Translators: when: what */
    return g_strdup_printf (C_ ("event", "%s: %s"), when, fields->what);

  actors = speak_actors (fields, annotations);
  /* Translators: when: what. Who */
  return g_strdup_printf (C_ ("event", "%s: %s. %s"), when, fields->what, actors);
}

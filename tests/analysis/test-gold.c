/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <locale.h>
#include <string.h>

#include "gold.h"
#include "importer.h"

/* Articles marked by hand before the program saw them: the seed article must come out
 * exactly; of the others the recorded share must.  Run with --verbose to read what is
 * missed. */

/* Recorded: shares of what is marked that is found, of what is found that is marked, of
 * the events and of the countries' parts that come out as written. */
#define MIN_RECALL 0.85
#define MIN_PRECISION 0.96
#define MIN_EVENTS 0.75
#define MIN_PARTS 0.83

/* The same of sentences about persons, organisations and places. */
typedef struct
{
  const char *language;
  double recall, precision;
} NamesCase;

static const NamesCase names_cases[] = {
  { "vi", 0.9, 0.95 }, { "ko", 0.9, 0.95 }, { "ja", 0.9, 0.95 }, { "zh", 0.9, 0.95 },
  { "ru", 0.9, 0.95 }, { "uk", 0.9, 0.95 }, { "id", 0.9, 0.95 }, { "ar", 0.9, 0.95 },
  { "es", 0.9, 0.95 }, { "pt", 0.9, 0.95 }, { "de", 0.9, 0.95 }, { "en", 0.9, 0.95 },
};

typedef struct
{
  guint wanted, hit;        /* required marks */
  guint found, good;        /* mentions, less terms and quantities */
  guint events, event_hits; /* required events */
  guint parts, part_hits;   /* country and part */
} Score;

static DlAnalyzer *
make_analyzer (gboolean with_background)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autofree char *folder = dl_data_path ("background");
  g_autoptr (GPtrArray) backgrounds =
    with_background ? dl_background_importer_load_folder (folder, "en") : NULL;

  g_assert_no_error (error);

  return dl_analyzer_new (lexicon, backgrounds);
}

static gboolean
has_value (const DlGoldMark *mark, const DlMentionFields *fields)
{
  g_autofree char *text = NULL;

  if (*mark->value == '\0' || mark->kind == DL_KIND_EVENT || mark->kind == DL_KIND_DOCUMENT)
    return TRUE;
  if (mark->kind != DL_KIND_DATE)
    {
      text = fields->countries != NULL ? g_strjoinv (",", (char **) fields->countries) : NULL;
      return g_strcmp0 (text, mark->value) == 0;
    }
  if (strchr (mark->value, '=') != NULL)
    {
      text = g_strdup_printf ("%s=%s", fields->timex_type, fields->timex_value);
      return strcmp (text, mark->value) == 0;
    }
  text = fields->date != NULL ? dl_date_to_edtf (fields->date) : NULL;

  return g_strcmp0 (text, mark->value) == 0;
}

static gboolean
fits (const DlGoldMark *mark, const DlMentionFields *fields)
{
  return mark->kind == fields->kind && mark->span.start == fields->span.start &&
         mark->span.end == fields->span.end;
}

static const DlMentionFields *
find_mention (DlAnnotations *annotations, const DlGoldMark *mark)
{
  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));

      if (fits (mark, fields))
        return fields;
    }

  return NULL;
}

static void
score_marks (const DlGold *gold, DlAnnotations *annotations, Score *score)
{
  for (guint i = 0; i < gold->marks->len; i++)
    {
      const DlGoldMark *mark = &g_array_index (gold->marks, DlGoldMark, i);
      const DlMentionFields *fields = find_mention (annotations, mark);
      g_autofree char *text =
        g_strndup (gold->text + mark->span.start, mark->span.end - mark->span.start);

      if (mark->optional || mark->kind == DL_KIND_TERM || mark->kind == DL_KIND_QUANTITY)
        continue;
      score->wanted++;
      if (fields != NULL && has_value (mark, fields))
        score->hit++;
      else
        g_test_message ("%s: %s %s “%s” %s", gold->name, dl_kind_get_nick (mark->kind), mark->value,
                        text, fields != NULL ? "has another value" : "is missed");
    }
}

static gboolean
is_marked (const DlGold *gold, const DlMentionFields *fields)
{
  for (guint i = 0; i < gold->marks->len; i++)
    {
      if (fits (&g_array_index (gold->marks, DlGoldMark, i), fields))
        return TRUE;
    }

  return FALSE;
}

static void
score_mentions (const DlGold *gold, DlAnnotations *annotations, Score *score)
{
  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));
      g_autofree char *text =
        g_strndup (gold->text + fields->span.start, fields->span.end - fields->span.start);

      if (fields->kind == DL_KIND_TERM || fields->kind == DL_KIND_QUANTITY ||
          fields->entity == DL_NONE)
        continue;
      score->found++;
      if (is_marked (gold, fields))
        score->good++;
      else
        g_test_message ("%s: %s “%s” by %s is not marked", gold->name,
                        dl_kind_get_nick (fields->kind), text, fields->rule);
    }
}

/* The half of “A => B” that holds with or without the background. */
static char *
choose (const char *text, gboolean with_background)
{
  g_auto (GStrv) halves = g_strsplit (text, " => ", 2);

  return g_strdup (halves[1] != NULL && with_background ? halves[1] : halves[0]);
}

static gboolean
has_actor (DlAnnotations *annotations, const DlEventFields *event, const char *actor)
{
  g_auto (GStrv) pair = g_strsplit (actor, "=", 2);

  for (guint i = 0; i < event->n_actors; i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, event->actors[i].entity);

      if (strcmp (event->actors[i].role, pair[0]) == 0 &&
          strcmp (dl_entity_get_name (entity), pair[1]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_actors (DlAnnotations *annotations, const DlEventFields *event, const char *actors)
{
  g_auto (GStrv) list = g_strsplit (actors != NULL ? actors : "", ", ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (*list[i] != '\0' && strcmp (list[i], "-") != 0 &&
          !has_actor (annotations, event, list[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_event (const DlGold *gold,
          DlAnnotations *annotations,
          const DlEventFields *event,
          char **parts,
          gboolean with_background)
{
  g_autofree char *date = choose (parts[1], with_background);
  g_autofree char *edtf = event->date != NULL ? dl_date_to_edtf (event->date) : g_strdup ("none");
  g_autofree char *sentence =
    g_strndup (gold->text + event->sentence.start, event->sentence.end - event->sentence.start);
  const gboolean during = g_str_has_prefix (date, "during ");

  return strcmp (event->act, parts[0]) == 0 && event->during == during &&
         strcmp (edtf, date + (during ? strlen ("during ") : 0)) == 0 &&
         strstr (sentence, parts[2]) != NULL && has_actors (annotations, event, parts[3]);
}

static void
score_event (const DlGold *gold,
             DlAnnotations *annotations,
             const char *line,
             gboolean with_background,
             Score *score)
{
  g_auto (GStrv) parts = g_strsplit (line, " | ", 4);

  score->events++;
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      const DlEventFields *event = dl_event_get_fields (dl_annotations_get_event (annotations, i));

      if (is_event (gold, annotations, event, parts, with_background))
        {
          score->event_hits++;
          return;
        }
    }
  g_test_message ("%s: event “%s” is not told", gold->name, line);
}

static void
score_part (const DlGold *gold,
            DlAnnotations *annotations,
            const char *line,
            gboolean with_background,
            Score *score)
{
  const char *space = strstr (line, " => ");
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words) - (space != NULL ? 3 : 1);
  const char *part = words[space != NULL && with_background ? n + 2 : n];

  for (guint i = 0; i < n; i++)
    {
      guint at = dl_annotations_find_country (annotations, words[i]);
      const char *got =
        at != DL_NONE
          ? dl_part_get_nick (dl_country_get_part (dl_annotations_get_country (annotations, at)))
          : "-";

      score->parts++;
      if (strcmp (got, part) == 0)
        score->part_hits++;
      else
        g_test_message ("%s: %s is %s, not %s", gold->name, words[i], got, part);
    }
}

static void
score_expected (const DlGold *gold,
                DlAnnotations *annotations,
                gboolean with_background,
                Score *score)
{
  for (guint i = 0; gold->expected[i] != NULL; i++)
    {
      const char *line = gold->expected[i];

      if (g_str_has_prefix (line, "event: "))
        score_event (gold, annotations, line + strlen ("event: "), with_background, score);
      else if (g_str_has_prefix (line, "part: "))
        score_part (gold, annotations, line + strlen ("part: "), with_background, score);
    }
}

static DlAnnotations *
analyze (DlAnalyzer *analyzer, const DlGold *gold)
{
  g_autoptr (DlArticle) article = dl_gold_make_article (gold);
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);

  g_assert_no_error (error);

  return annotations;
}

static void
score_file (DlAnalyzer *analyzer, const char *name, gboolean with_background, Score *score)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "gold", name, NULL);
  g_autoptr (DlGold) gold = dl_gold_load (path);
  g_autoptr (DlAnnotations) annotations = analyze (analyzer, gold);

  if (!with_background)
    {
      score_marks (gold, annotations, score);
      score_mentions (gold, annotations, score);
    }
  score_expected (gold, annotations, with_background, score);
}

static void
test_seed (void)
{
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (FALSE);
  Score score = { 0 };

  score_file (analyzer, "seed-vi.gold", FALSE, &score);
  g_assert_cmpuint (score.hit, ==, score.wanted);
  g_assert_cmpuint (score.good, ==, score.found);
  g_assert_cmpuint (score.event_hits, ==, score.events);
  g_assert_cmpuint (score.part_hits, ==, score.parts);
}

static void
test_seed_background (void)
{
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (TRUE);
  Score score = { 0 };

  score_file (analyzer, "seed-vi.gold", TRUE, &score);
  g_assert_cmpuint (score.event_hits, ==, score.events);
  g_assert_cmpuint (score.part_hits, ==, score.parts);
}

static void
test_articles (void)
{
  static const char *const names[] = {
    "ai-law-vi.gold",    "asean-vi.gold",   "earthquake-vi.gold", "mekong-vi.gold",
    "visit-vi.gold",     "court-en.gold",   "collision-en.gold",  "election-en.gold",
    "sanctions-en.gold", "vaccine-en.gold",
  };
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (TRUE);
  Score score = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Score own = { 0 };

      score_file (analyzer, names[i], FALSE, &own);
      g_test_message ("%s: marks %u of %u, mentions %u of %u, events %u of %u, parts %u of %u",
                      names[i], own.hit, own.wanted, own.good, own.found, own.event_hits,
                      own.events, own.part_hits, own.parts);
      for (guint k = 0; k < sizeof own / sizeof (guint); k++)
        ((guint *) &score)[k] += ((guint *) &own)[k];
    }
  g_test_message ("all: recall %.3f precision %.3f events %.3f parts %.3f",
                  (double) score.hit / score.wanted, (double) score.good / score.found,
                  (double) score.event_hits / score.events, (double) score.part_hits / score.parts);
  g_assert_cmpfloat ((double) score.hit / score.wanted, >=, MIN_RECALL);
  g_assert_cmpfloat ((double) score.good / score.found, >=, MIN_PRECISION);
  g_assert_cmpfloat ((double) score.event_hits / score.events, >=, MIN_EVENTS);
  g_assert_cmpfloat ((double) score.part_hits / score.parts, >=, MIN_PARTS);
}

/* Sentences whose names the grammar of a language must find, and others it must leave
 * alone. */
static void
test_names (gconstpointer data)
{
  const NamesCase *wanted = data;
  g_autofree char *name = g_strdup_printf ("names-%s.gold", wanted->language);
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (FALSE);
  Score score = { 0 };

  score_file (analyzer, name, FALSE, &score);
  g_test_message ("%s: marks %u of %u, mentions %u of %u", name, score.hit, score.wanted,
                  score.good, score.found);
  g_assert_cmpfloat ((double) score.hit / score.wanted, >=, wanted->recall);
  g_assert_cmpfloat ((double) score.good / score.found, >=, wanted->precision);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/gold/seed", test_seed);
  g_test_add_func ("/analysis/gold/seed-background", test_seed_background);
  g_test_add_func ("/analysis/gold/articles", test_articles);

  for (guint i = 0; i < G_N_ELEMENTS (names_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/gold/names/", names_cases[i].language, NULL);

      g_test_add_data_func (path, &names_cases[i], test_names);
    }

  return g_test_run ();
}

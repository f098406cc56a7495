/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analyzer.h"

#include <math.h>

#include "act-recognizer.h"
#include "background-matcher.h"
#include "bracket-names.h"
#include "country-signs.h"
#include "compound-recognizer.h"
#include "date-line.h"
#include "date-recognizer.h"
#include "date-resolver.h"
#include "event-builder.h"
#include "full-names.h"
#include "grammar.h"
#include "language-detector.h"
#include "linker.h"
#include "name-recognizer.h"
#include "part-finder.h"
#include "person-linker.h"
#include "place-chooser.h"
#include "passage.h"
#include "resolver.h"
#include "rule-recognizer.h"
#include "short-names.h"
#include "tagger.h"
#include "town-recognizer.h"

/* The stages whose rules are in the tables, in the order they run. */
typedef enum
{
  STAGE_DATES,
  STAGE_NUMBERS,
  STAGE_ORGANISATIONS,
  STAGE_TITLES,
  STAGE_PERSONS,
  STAGE_EVENTS,
  N_STAGES
} Stage;

static const char *const stage_names[N_STAGES] = {
  "dates", "numbers", "organisations", "titles", "persons", "events",
};

/**
 * DlAnalyzer:
 *
 * Turns an article into its annotations.  It holds the lexicon and the rules made ready,
 * never an article; one analyzer serves any number of threads.
 */
struct _DlAnalyzer
{
  GObject parent_instance;

  DlLexicon *lexicon;                            /* owned */
  GPtrArray *backgrounds;                        /* (element-type DlBackground) (nullable), owned */
  GMutex lock;                                   /* for @grammars */
  DlGrammar *grammars[DL_N_LANGUAGES][N_STAGES]; /* owned, made when first wanted */
  DlTagModel *models[DL_N_LANGUAGES];            /* owned, opened when first wanted; or NULL */
  gboolean sought[DL_N_LANGUAGES];               /* whether it was tried to open the model */
  DlAnalyzerWatch watch;                         /* or NULL */
  gpointer watcher;                              /* what @watch is called with */
};

/* One analysis: what it has beside the reading. */
typedef struct
{
  DlPassage *passage;
  DlTagger *taggers[DL_N_LANGUAGES]; /* owned; or NULL */
} Run;

G_DEFINE_FINAL_TYPE (DlAnalyzer, dl_analyzer, G_TYPE_OBJECT)

static void
dl_analyzer_finalize (GObject *object)
{
  DlAnalyzer *self = DL_ANALYZER (object);

  for (guint i = 0; i < DL_N_LANGUAGES; i++)
    {
      for (guint k = 0; k < N_STAGES; k++)
        g_clear_pointer (&self->grammars[i][k], dl_grammar_free);
      g_clear_pointer (&self->models[i], dl_tag_model_free);
    }
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->backgrounds, g_ptr_array_unref);
  g_clear_object (&self->lexicon);

  G_OBJECT_CLASS (dl_analyzer_parent_class)->finalize (object);
}

static void
dl_analyzer_class_init (DlAnalyzerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_analyzer_finalize;
}

static void
dl_analyzer_init (DlAnalyzer *self)
{
  g_mutex_init (&self->lock);
}

/**
 * dl_analyzer_new:
 * @lexicon: the tables
 * @backgrounds: (nullable) (element-type DlBackground): tried in turn for each article
 *
 * Returns: (transfer full): an analyzer
 */
DlAnalyzer *
dl_analyzer_new (DlLexicon *lexicon, GPtrArray *backgrounds)
{
  DlAnalyzer *self = g_object_new (DL_TYPE_ANALYZER, NULL);

  self->lexicon = g_object_ref (lexicon);
  self->backgrounds = backgrounds != NULL ? g_ptr_array_ref (backgrounds) : NULL;

  return self;
}

/* Returns: (transfer none): the tables it works with */
DlLexicon *
dl_analyzer_get_lexicon (DlAnalyzer *self)
{
  g_return_val_if_fail (DL_IS_ANALYZER (self), NULL);

  return self->lexicon;
}

/**
 * dl_analyzer_watch:
 * @watch: called for each passage, after the rules and before the tagger
 *
 * Lets what learns or tests the tagger see what the tagger sees.  To be called before the
 * first analysis.
 */
void
dl_analyzer_watch (DlAnalyzer *self, DlAnalyzerWatch watch, gpointer user_data)
{
  g_return_if_fail (DL_IS_ANALYZER (self));

  self->watch = watch;
  self->watcher = user_data;
}

static DlGrammar *
get_grammar (DlAnalyzer *self, DlLanguage language, Stage stage)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  DlGrammar **grammar = &self->grammars[language][stage];

  if (*grammar == NULL)
    *grammar = dl_grammar_new (self->lexicon, stage_names[stage], language);

  return *grammar;
}

/* Not every language has a model.  One that cannot be read is told of once, and done
 * without. */
static const DlTagModel *
get_model (DlAnalyzer *self, DlLanguage language)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (self->sought[language])
    return self->models[language];

  self->sought[language] = TRUE;
  name = g_strdup_printf ("tagger/%s.dat", dl_language_get_tag (language));
  path = dl_data_path (name);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    self->models[language] = dl_tag_model_open (path, &error);
  if (error != NULL)
    g_message ("%s", error->message);

  return self->models[language];
}

static void
run_tagger (DlAnalyzer *self, Run *run)
{
  const DlLanguage language = run->passage->language;
  const DlTagModel *model = get_model (self, language);

  if (model == NULL)
    return;
  if (run->taggers[language] == NULL)
    run->taggers[language] = dl_tagger_new (self->lexicon, model);
  dl_tagger_run (run->taggers[language], run->passage);
}

static void
read_passage (DlAnalyzer *self, Run *run)
{
  DlPassage *passage = run->passage;
  DlReading *reading = passage->reading;
  const DlLanguage language = passage->language;
  const guint first_candidate = reading->candidates->len;

  dl_name_recognizer_run (passage);
  dl_compound_recognizer_run (passage);
  dl_date_recognizer_run (passage, get_grammar (self, language, STAGE_DATES));
  dl_rule_recognizer_run (passage, get_grammar (self, language, STAGE_NUMBERS));
  dl_rule_recognizer_run (passage, get_grammar (self, language, STAGE_ORGANISATIONS));
  dl_rule_recognizer_run (passage, get_grammar (self, language, STAGE_TITLES));
  dl_rule_recognizer_run (passage, get_grammar (self, language, STAGE_PERSONS));
  if (self->watch != NULL)
    self->watch (passage, self->watcher);
  run_tagger (self, run);
  dl_bracket_names_find (passage);
  dl_short_names_find_repeats (passage);
  dl_full_names_find (passage);
  dl_act_recognizer_run (passage, get_grammar (self, language, STAGE_EVENTS));
  dl_country_signs_read (passage);
  dl_town_recognizer_run (passage);
  dl_resolver_run (passage);
  dl_short_names_remember (reading, first_candidate);
  dl_full_names_remember (reading, first_candidate);
}

static gboolean
read_all (DlAnalyzer *self, Run *run, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < dl_article_get_n_blocks (run->passage->reading->article); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      dl_passage_set_block (run->passage, i);
      read_passage (self, run);
    }

  return TRUE;
}

static gboolean
read_blocks (DlAnalyzer *self, DlReading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (DlPassage) passage = dl_passage_new (reading);
  Run run = { .passage = passage };
  gboolean done = read_all (self, &run, cancellable, error);

  for (guint i = 0; i < DL_N_LANGUAGES; i++)
    g_clear_pointer (&run.taggers[i], dl_tagger_free);

  return done;
}

/* The innermost of the mentions still open at @candidate; closes those that are not. */
static guint
find_outer (GArray *open, DlReading *reading, const DlCandidate *candidate)
{
  while (open->len > 0)
    {
      guint index = g_array_index (open, guint, open->len - 1);
      const DlCandidate *outer = g_ptr_array_index (reading->candidates, index);

      if (dl_span_contains (outer->span, candidate->span))
        return index;
      g_array_set_size (open, open->len - 1);
    }

  return DL_NONE;
}

static DlMention *
make_mention (DlReading *reading, const DlCandidate *candidate, guint within)
{
  g_auto (GStrv) countries =
    *candidate->countries != '\0' ? g_strsplit (candidate->countries, " ", -1) : NULL;
  DlLexiconEntity listed = { .latitude = NAN, .longitude = NAN };
  const DlTimex *timex = candidate->timex;
  const gboolean has_value = timex != NULL && !timex->has_ends;
  DlMentionFields fields = {
    .span = candidate->span,
    .kind = candidate->kind,
    .entity = candidate->entity,
    .within = within,
    .countries = (const char *const *) countries,
    .rule = candidate->rule,
    .reason = timex != NULL ? timex->reason : dl_place_chooser_explain (candidate->choice),
    .certainty = candidate->certainty,
    .choice = candidate->choice,
    .date = timex != NULL ? timex->date : NULL,
    .year_inferred = timex != NULL && timex->year_inferred,
    .local_time = timex != NULL && timex->local_time,
    .clock = timex != NULL ? timex->clock : NULL,
    .timex_type = has_value ? dl_timex_type_get_nick (timex->type) : NULL,
    .timex_value = has_value ? timex->value : NULL,
  };

  if (candidate->id != NULL)
    dl_lexicon_find_entity (reading->lexicon, candidate->id, &listed);
  fields.latitude = listed.latitude;
  fields.longitude = listed.longitude;

  return dl_mention_new (&fields);
}

static GPtrArray *
make_mentions (DlReading *reading)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *mentions = g_ptr_array_new_full (reading->candidates->len, g_object_unref);

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      guint within = find_outer (open, reading, candidate);

      candidate->index = i;
      g_ptr_array_add (mentions, make_mention (reading, candidate, within));
      g_array_append_val (open, i);
    }

  return mentions;
}

static DlLanguage
find_language (DlAnalyzer *self, DlArticle *article)
{
  DlLanguage language = dl_language_from_tag (dl_article_get_language (article));

  if (language != DL_N_LANGUAGES)
    return language;
  language = dl_language_detector_run (self->lexicon, dl_article_get_text (article),
                                       dl_article_get_length (article));

  return language != DL_N_LANGUAGES ? language : DL_LANGUAGE_EN;
}

static DlAnnotations *
make_annotations (DlReading *reading, DlBackground *background)
{
  GPtrArray *entities, *mentions, *events, *countries;
  DlAnnotations *annotations;

  reading->said = dl_date_line_find (reading);
  dl_place_chooser_run (reading);
  dl_date_resolver_run (reading, background);
  dl_person_linker_run (reading);
  entities = dl_linker_run (reading);
  mentions = make_mentions (reading);
  events = dl_event_builder_run (reading, background);
  countries = dl_part_finder_run (reading, events, background);
  annotations =
    dl_annotations_new (reading->article, mentions, entities, events, countries, background);
  dl_annotations_set_language (annotations, dl_language_get_tag (reading->language));
  dl_annotations_set_published (annotations, reading->said);

  return annotations;
}

/**
 * dl_analyzer_analyze:
 * @article: any article; it is not changed
 * @cancellable: (nullable): asked between blocks
 *
 * Finds who, where and when in @article.  Pure: the same article gives the same result.
 * Takes time and memory linear in the length of the text.
 *
 * Returns: (transfer full): the annotations, or %NULL with %G_IO_ERROR_CANCELLED set
 */
DlAnnotations *
dl_analyzer_analyze (DlAnalyzer *self,
                     DlArticle *article,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (DlReading) reading = NULL;

  g_return_val_if_fail (DL_IS_ANALYZER (self), NULL);
  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);

  reading = dl_reading_new (article, self->lexicon, find_language (self, article));
  if (!read_blocks (self, reading, cancellable, error))
    return NULL;

  return make_annotations (reading, dl_background_matcher_find (reading, self->backgrounds));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer article, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations = dl_analyzer_analyze (source, article, cancellable, &error);

  if (annotations != NULL)
    g_task_return_pointer (task, annotations, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * dl_analyzer_analyze_async:
 *
 * Does the same in a thread of its own; a cancelled analysis ends at the next block.
 */
void
dl_analyzer_analyze_async (DlAnalyzer *self,
                           DlArticle *article,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (DL_IS_ANALYZER (self));

  g_task_set_source_tag (task, dl_analyzer_analyze_async);
  g_task_set_task_data (task, g_object_ref (article), g_object_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/* Returns: (transfer full): as dl_analyzer_analyze() */
DlAnnotations *
dl_analyzer_analyze_finish (DlAnalyzer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "importer.h"
#include "interface-locale.h"
#include "region-name.h"

/**
 * DlEngine:
 *
 * The one path from a file to annotations, shared by all windows.  Everything it does
 * with files and text happens in threads; the tables are opened once, by whichever thread
 * needs them first.
 */

/* “zh-Hant-HK” and its like fit. */
#define LANGUAGE_LENGTH 16

/* Of a bloc, past ones too: more than there are countries. */
#define MAX_MEMBERS 300

struct _DlEngine
{
  GObject parent_instance;

  GMutex mutex;         /* held while the analyzer is made */
  DlAnalyzer *analyzer; /* atomic; never changes once it is there */
  char language[LANGUAGE_LENGTH];
  GHashTable *names; /* of char *: code → name in a script that the tables lack, or NULL */
};

G_DEFINE_FINAL_TYPE (DlEngine, dl_engine, G_TYPE_OBJECT)

static DlAnalyzer *
create_analyzer (DlEngine *self, GError **error)
{
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (error);
  g_autoptr (GPtrArray) backgrounds = NULL;
  g_autofree char *folder = dl_data_path ("background");

  if (lexicon == NULL)
    return NULL;
  if (folder != NULL)
    backgrounds = dl_background_importer_load_folder (folder, self->language);

  return dl_analyzer_new (lexicon, backgrounds);
}

/* Any thread. */
static DlAnalyzer *
get_analyzer (DlEngine *self, GError **error)
{
  DlAnalyzer *analyzer;

  g_mutex_lock (&self->mutex);
  analyzer = g_atomic_pointer_get (&self->analyzer);
  if (analyzer == NULL)
    {
      analyzer = create_analyzer (self, error);
      g_atomic_pointer_set (&self->analyzer, analyzer);
    }
  g_mutex_unlock (&self->mutex);

  return analyzer;
}

static void
warm_up_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  /* Whoever needs the tables will be told. */
  get_analyzer (source, &error);
  g_task_return_boolean (task, TRUE);
}

static char *
find_first_article (GError **error)
{
  g_autofree char *folder = dl_data_path ("articles");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autofree char *first = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml") && (first == NULL || strcmp (name, first) < 0))
      {
        g_free (first);
        first = g_strdup (name);
      }

  if (first == NULL)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_DATA,
                         _ ("The articles that come with the program are missing."));

  return first != NULL ? g_build_filename (folder, first, NULL) : NULL;
}

/* Takes both. */
static void
return_articles (GTask *task, GPtrArray *articles, GError *error)
{
  if (articles != NULL)
    g_task_return_pointer (task, articles, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* What a thread reads. */
typedef struct
{
  GFile *file;          /* owned, or NULL: the first article that comes with the program */
  DlBeginningFunc func; /* for the thread that asked … */
  gpointer user_data;   /* … with what it gave */
} Load;

static void
free_load (Load *self)
{
  g_clear_object (&self->file);
  g_free (self);
}

/* What a page begins with, on its way from one thread to the other. */
typedef struct
{
  GTask *task; /* owned: not returned from yet */
  DlArticle *article;
} Beginning;

static void
free_beginning (Beginning *self)
{
  g_object_unref (self->task);
  g_object_unref (self->article);
  g_free (self);
}

/* Comes before the task's own callback: of sources of one priority the first goes first. */
static gboolean
hand_over_cb (gpointer user_data)
{
  const Beginning *self = user_data;
  const Load *load = g_task_get_task_data (self->task);
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  if (!g_task_get_completed (self->task) && !g_cancellable_is_cancelled (cancellable))
    load->func (self->article, load->user_data);

  return G_SOURCE_REMOVE;
}

static void
begin_cb (DlArticle *article, gpointer task)
{
  Beginning *self = g_new (Beginning, 1);

  *self = (Beginning){ g_object_ref (task), g_object_ref (article) };
  g_main_context_invoke_full (g_task_get_context (task), g_task_get_priority (task), hand_over_cb,
                              self, (GDestroyNotify) free_beginning);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  const Load *load = data;
  g_autoptr (GFile) file = load->file != NULL ? g_object_ref (load->file) : NULL;
  g_autoptr (GPtrArray) articles = NULL;

  if (file == NULL)
    {
      g_autofree char *path = find_first_article (&error);

      file = path != NULL ? g_file_new_for_path (path) : NULL;
    }
  if (file != NULL)
    articles = dl_importer_load_early (file, load->func != NULL ? begin_cb : NULL, task,
                                       cancellable, &error);

  return_articles (task, g_steal_pointer (&articles), g_steal_pointer (&error));
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *articles = dl_importer_import_within (data, g_task_get_name (task),
                                                   DL_IMPORT_MAX_SECONDS, cancellable, &error);

  return_articles (task, articles, error);
}

static void
analyze_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlAnnotations) annotations = NULL;
  DlAnalyzer *analyzer = get_analyzer (source, &error);

  if (analyzer != NULL)
    annotations = dl_analyzer_analyze (analyzer, data, cancellable, &error);
  /* the reader reads for minutes */
  if (analyzer != NULL)
    dl_lexicon_release_pages (dl_analyzer_get_lexicon (analyzer));

  if (annotations != NULL)
    g_task_return_pointer (task, g_steal_pointer (&annotations), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
dl_engine_finalize (GObject *object)
{
  DlEngine *self = DL_ENGINE (object);

  g_clear_object (&self->analyzer);
  g_hash_table_unref (self->names);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (dl_engine_parent_class)->finalize (object);
}

static void
dl_engine_class_init (DlEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_engine_finalize;
}

/* Main thread. */
static const char *
find_own_name (DlEngine *self, const char *code)
{
  gpointer name;

  if (!g_hash_table_lookup_extended (self->names, code, NULL, &name))
    {
      name = dl_region_name_in_own_script (code, dl_interface_locale ());
      g_hash_table_insert (self->names, g_strdup (code), name);
    }

  return name;
}

static void
dl_engine_init (DlEngine *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_mutex_init (&self->mutex);
  g_strlcpy (self->language, dl_interface_locale (), sizeof self->language);
  self->language[strcspn (self->language, "_-@.")] = '\0';
}

DlEngine *
dl_engine_new (void)
{
  return g_object_new (DL_TYPE_ENGINE, NULL);
}

/**
 * dl_engine_warm_up:
 *
 * Opens the tables in a thread, so that they are there when an article is.
 */
void
dl_engine_warm_up (DlEngine *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DL_IS_ENGINE (self));

  /* The thread opens files.  Should it be the first to ask GIO for its VFS while GTK asks for the
   * settings of a sandbox, which are a file too, each would wait for the other's lock. */
  g_vfs_get_default ();
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_run_in_thread (task, warm_up_thread);
}

/**
 * dl_engine_load_async:
 * @file: (nullable): what to read; %NULL: the first article that comes with the program
 * @beginning: (nullable): is called before @callback, with @user_data, if what the file begins with
 *   can be shown before all of it is read
 */
void
dl_engine_load_async (DlEngine *self,
                      GFile *file,
                      DlBeginningFunc beginning,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Load *load;

  g_return_if_fail (DL_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dl_engine_load_async);
  load = g_new (Load, 1);
  *load = (Load){ file != NULL ? g_object_ref (file) : NULL, beginning, user_data };
  g_task_set_task_data (task, load, (GDestroyNotify) free_load);
  g_task_run_in_thread (task, load_thread);
}

/**
 * dl_engine_import_async:
 * @bytes: what would be in a file
 * @name: of the article
 *
 * To be finished with dl_engine_load_finish().
 */
void
dl_engine_import_async (DlEngine *self,
                        GBytes *bytes,
                        const char *name,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DL_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dl_engine_import_async);
  g_task_set_name (task, name);
  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, import_thread);
}

/**
 * dl_engine_load_finish:
 *
 * Returns: (transfer full) (element-type DlArticle): the articles, at least one; or %NULL with the
 *   importer's error
 */
GPtrArray *
dl_engine_load_finish (DlEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
dl_engine_analyze_async (DlEngine *self,
                         DlArticle *article,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DL_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dl_engine_analyze_async);
  g_task_set_task_data (task, g_object_ref (article), g_object_unref);
  g_task_run_in_thread (task, analyze_thread);
}

/**
 * dl_engine_analyze_finish:
 *
 * Returns: (transfer full): what was found, or %NULL with the analyzer's error
 */
DlAnnotations *
dl_engine_analyze_finish (DlEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dl_engine_get_country_name:
 * @code: ISO 3166-1 alpha-2, or a bloc's code
 *
 * Returns: (nullable): its name in the interface's language, or in English; %NULL as long
 *   as the tables are not open
 */
const char *
dl_engine_get_country_name (DlEngine *self, const char *code)
{
  DlAnalyzer *analyzer;
  DlLexicon *lexicon;
  const char *name;

  g_return_val_if_fail (DL_IS_ENGINE (self), NULL);

  analyzer = g_atomic_pointer_get (&self->analyzer);
  if (analyzer == NULL)
    return NULL;

  name = find_own_name (self, code);
  if (name != NULL)
    return name;

  lexicon = dl_analyzer_get_lexicon (analyzer);
  name = dl_lexicon_get_entity_name (lexicon, code, self->language);

  return name != NULL && *name != '\0' ? name : dl_lexicon_get_entity_name (lexicon, code, "en");
}

/**
 * dl_engine_dup_members:
 * @bloc: its code
 * @year: %G_MAXINT: today
 *
 * Returns: (transfer full): the codes of the countries that belonged to the bloc in that year;
 *   none for what is no bloc, and as long as the tables are not open
 */
char **
dl_engine_dup_members (DlEngine *self, const char *bloc, int year)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  DlMember members[MAX_MEMBERS];
  DlAnalyzer *analyzer;
  guint n = 0;

  g_return_val_if_fail (DL_IS_ENGINE (self), NULL);

  analyzer = g_atomic_pointer_get (&self->analyzer);
  if (analyzer != NULL)
    n = dl_lexicon_get_members (dl_analyzer_get_lexicon (analyzer), bloc, members, MAX_MEMBERS);

  for (guint i = 0; i < MIN (n, MAX_MEMBERS); i++)
    if (dl_member_is_in (&members[i], year))
      g_strv_builder_add (codes, members[i].country);

  return g_strv_builder_end (codes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opener.h"

#include "batch.h"

/**
 * DlOpener:
 *
 * Brings files into a session: first an article, as soon as one can be read, then its
 * annotations.  Of a file with several articles, and of several files, it keeps all, and shows
 * one.  What is asked for later takes the place of what is still under way.
 */

struct _DlOpener
{
  GObject parent_instance;

  DlEngine *engine;
  DlSession *session;
  GListStore *articles;      /* of DlArticle: those of the files, in their order */
  GFile *file;               /* whose article was shown first, or NULL: none of the reader's */
  DlBatch *batch;            /* what is being read, or was read last; or NULL */
  guint *n_articles;         /* of each file of the batch, as far as it is read */
  GPtrArray *failures;       /* of char *: a sentence for each file of the batch that failed */
  DlArticle *beginning;      /* of a file that is being read, as it is shown; or NULL */
  DlArticle *before;         /* what was shown before it; or NULL */
  GCancellable *reading;     /* of bytes that are being read, or NULL */
  GCancellable *cancellable; /* of the analysis, or NULL */
  DlOpenerState state;
};

G_DEFINE_ENUM_TYPE (DlOpenerState,
                    dl_opener_state,
                    G_DEFINE_ENUM_VALUE (DL_OPENER_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (DL_OPENER_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (DL_OPENER_ANALYSING, "analysing"),
                    G_DEFINE_ENUM_VALUE (DL_OPENER_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (DL_OPENER_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (DlOpener, dl_opener, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_PROGRESS,
  SIGNAL_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_state (DlOpener *self, DlOpenerState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail (DlOpener *self, const char *sentences)
{
  set_state (self, DL_OPENER_FAILED);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentences);
}

/* Unless something newer is under way, or the window is gone. */
static void
fail_with (DlOpener *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error->message);
}

static void
analyzed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DlAnnotations) annotations =
    dl_engine_analyze_finish (DL_ENGINE (object), result, &error);

  if (annotations == NULL)
    {
      fail_with (self, error);
      return;
    }
  if (dl_annotations_get_article (annotations) != dl_session_get_article (self->session))
    return;

  dl_session_set_annotations (self->session, annotations);
  if (self->state == DL_OPENER_ANALYSING)
    set_state (self, DL_OPENER_READY);
}

/* Whatever was being analysed is not wanted any more. */
static void
show (DlOpener *self, DlArticle *article)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  dl_session_set_article (self->session, article);
  set_state (self, DL_OPENER_ANALYSING);
  dl_engine_analyze_async (self->engine, article, self->cancellable, analyzed_cb,
                           g_object_ref (self));
}

static void
forget_beginning (DlOpener *self)
{
  g_clear_object (&self->beginning);
  g_clear_object (&self->before);
}

/* What a page begins with can be read, and what follows be waited for: it is not analysed, nor
 * kept. */
static void
begun_cb (DlOpener *self, guint position, DlArticle *beginning)
{
  if (dl_batch_get_n_files (self->batch) > 1)
    return;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->beginning, beginning);
  g_set_object (&self->before, dl_session_get_article (self->session));
  dl_session_set_article (self->session, beginning);
  set_state (self, DL_OPENER_ANALYSING);
}

/* A beginning of which the rest will not come is taken away again. */
static void
take_back_beginning (DlOpener *self)
{
  g_autoptr (DlArticle) before = g_steal_pointer (&self->before);
  g_autoptr (DlArticle) beginning = g_steal_pointer (&self->beginning);

  if (beginning == NULL || dl_session_get_article (self->session) != beginning)
    return;
  if (before != NULL)
    show (self, before);
  else
    dl_session_set_article (self->session, NULL);
}

/* What is read first takes the place of what there was. */
static void
show_first (DlOpener *self, GFile *file, GPtrArray *articles)
{
  forget_beginning (self);
  g_set_object (&self->file, file);
  g_list_store_splice (self->articles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->articles)),
                       articles->pdata, articles->len);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, file, articles->pdata[0]);
  show (self, articles->pdata[0]);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_engine_load_finish (DL_ENGINE (object), result, &error);

  if (articles != NULL)
    show_first (self, NULL, articles);
  else
    fail_with (self, error);
}

/* The articles stand in the order of the files, whichever is read first. */
static void
read_cb (DlOpener *self, guint position, GPtrArray *articles)
{
  GFile *file = dl_batch_get_file (self->batch, position);
  guint n_before = 0, n_all = 0;

  for (guint i = 0; i < dl_batch_get_n_files (self->batch); i++)
    {
      n_all += self->n_articles[i];
      if (i < position)
        n_before += self->n_articles[i];
    }
  self->n_articles[position] = articles->len;

  if (n_all == 0)
    {
      show_first (self, file, articles);
    }
  else
    {
      g_list_store_splice (self->articles, n_before, 0, articles->pdata, articles->len);
      g_signal_emit (self, signals[SIGNAL_OPENED], 0, file, articles->pdata[0]);
    }
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

/* Each sentence says which file it is about. */
static void
file_failed_cb (DlOpener *self, guint position, const char *message)
{
  GFile *file = dl_batch_get_file (self->batch, position);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  char *sentence = shown != NULL ? g_strdup_printf ("%s: %s", shown, message) : g_strdup (message);

  g_ptr_array_add (self->failures, sentence);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

static void
done_cb (DlOpener *self)
{
  const guint n = self->failures->len;
  g_autofree char *sentences = NULL;

  if (n == 0)
    return;

  take_back_beginning (self);
  g_ptr_array_add (self->failures, NULL);
  sentences = g_strjoinv ("\n", (char **) self->failures->pdata);
  if (n == dl_batch_get_n_files (self->batch))
    fail (self, sentences);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentences);
}

/* Nothing that is under way will be heard of any more. */
static void
stop_reading (DlOpener *self)
{
  take_back_beginning (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->batch != NULL)
    {
      dl_batch_cancel (self->batch);
      g_signal_handlers_disconnect_by_data (self->batch, self);
    }
  g_clear_object (&self->batch);
  g_clear_pointer (&self->n_articles, g_free);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_STATE)
    g_value_set_enum (value, DL_OPENER (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_opener_dispose (GObject *object)
{
  DlOpener *self = DL_OPENER (object);

  forget_beginning (self);
  stop_reading (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);
  g_clear_object (&self->session);
  g_clear_object (&self->articles);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dl_opener_parent_class)->dispose (object);
}

static void
dl_opener_class_init (DlOpenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_opener_dispose;
  object_class->get_property = get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, DL_TYPE_OPENER_STATE, DL_OPENER_EMPTY,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlOpener::opened:
   * @file: (nullable): one of the reader's that has been read
   * @article: the first that is in it
   *
   * If it is the first file of those asked for together, its article is about to be shown.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", DL_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_FILE, DL_TYPE_ARTICLE);

  /**
   * DlOpener::progress:
   *
   * What dl_opener_get_progress() tells has changed.
   */
  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", DL_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DlOpener::failed:
   * @sentences: what happened to each file that failed, for the reader, a line each
   *
   * Comes once for all that was asked for together, when all of it has been tried.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dl_opener_init (DlOpener *self)
{
  self->articles = g_list_store_new (DL_TYPE_ARTICLE);
}

DlOpener *
dl_opener_new (DlEngine *engine, DlSession *session)
{
  DlOpener *self = g_object_new (DL_TYPE_OPENER, NULL);

  self->engine = g_object_ref (engine);
  self->session = g_object_ref (session);

  return self;
}

/**
 * dl_opener_open_files:
 * @files: (array length=n_files): what to open; %NULL in it is the first article that comes with
 *   the program
 * @n_files: at least 1
 */
void
dl_opener_open_files (DlOpener *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (DL_IS_OPENER (self));
  g_return_if_fail (n_files > 0);

  stop_reading (self);
  self->batch = dl_batch_new (self->engine, files, n_files);
  self->n_articles = g_new0 (guint, n_files);
  self->failures = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (self->batch, "begun", G_CALLBACK (begun_cb), self);
  g_signal_connect_swapped (self->batch, "read", G_CALLBACK (read_cb), self);
  g_signal_connect_swapped (self->batch, "failed", G_CALLBACK (file_failed_cb), self);
  g_signal_connect_swapped (self->batch, "done", G_CALLBACK (done_cb), self);
  set_state (self, DL_OPENER_LOADING);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  dl_batch_start (self->batch);
}

/**
 * dl_opener_open_bytes:
 * @bytes: what would be in a file
 * @name: of the article, for the reader
 */
void
dl_opener_open_bytes (DlOpener *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (DL_IS_OPENER (self));

  stop_reading (self);
  self->reading = g_cancellable_new ();
  set_state (self, DL_OPENER_LOADING);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  dl_engine_import_async (self->engine, bytes, name, self->reading, imported_cb,
                          g_object_ref (self));
}

/**
 * dl_opener_get_progress:
 * @n_done: (out): how many files have been tried
 *
 * Returns: how many files were asked for together; 0: none, but text
 */
guint
dl_opener_get_progress (DlOpener *self, guint *n_done)
{
  g_return_val_if_fail (DL_IS_OPENER (self), 0);

  *n_done = self->batch != NULL ? dl_batch_get_n_done (self->batch) : 0;

  return self->batch != NULL ? dl_batch_get_n_files (self->batch) : 0;
}

/**
 * dl_opener_is_reading:
 *
 * Returns: whether files or text are still to be read
 */
gboolean
dl_opener_is_reading (DlOpener *self)
{
  guint n_done;
  const guint n_files = dl_opener_get_progress (self, &n_done);

  return n_done < n_files || (n_files == 0 && self->state == DL_OPENER_LOADING);
}

/**
 * dl_opener_show:
 * @position: of one of the articles of what was opened last
 */
void
dl_opener_show (DlOpener *self, guint position)
{
  g_autoptr (DlArticle) article = NULL;

  g_return_if_fail (DL_IS_OPENER (self));

  article = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  if (article == NULL || article == dl_session_get_article (self->session))
    return;
  show (self, article);
}

/* Returns: (transfer full) (nullable): the one of the files' articles that is shown, itself or its
 * whole page */
static DlArticle *
find_shown (DlOpener *self, guint *position)
{
  DlArticle *shown = dl_session_get_article (self->session);
  DlArticle *article;

  for (*position = 0;
       (article = g_list_model_get_item (G_LIST_MODEL (self->articles), *position)) != NULL;
       (*position)++)
    {
      if (article == shown || dl_article_get_fields (article)->whole == shown)
        return article;
      g_object_unref (article);
    }

  return NULL;
}

static DlArticle *
copy_dated (DlArticle *article, DlDate *published, DlArticle *whole)
{
  DlArticleFields fields = *dl_article_get_fields (article);

  fields.published = published;
  fields.whole = whole;

  return dl_article_copy_with (article, &fields);
}

/**
 * dl_opener_set_published:
 * @published: when the article that is shown was published, as the reader says
 *
 * Its dates are counted anew.
 */
void
dl_opener_set_published (DlOpener *self, DlDate *published)
{
  guint position;
  DlArticle *page;
  g_autoptr (DlArticle) article = NULL, dated = NULL, whole = NULL;

  g_return_if_fail (DL_IS_OPENER (self));

  article = find_shown (self, &position);
  if (article == NULL)
    return;
  page = dl_article_get_fields (article)->whole;
  if (page != NULL)
    whole = copy_dated (page, published, NULL);
  dated = copy_dated (article, published, whole);
  show (self, dl_session_get_article (self->session) == article ? dated : whole);
  g_list_store_splice (self->articles, position, 1, (gpointer *) &dated, 1);
}

/**
 * dl_opener_toggle_whole:
 *
 * Shows the whole page that the article was taken from, or the article again.
 */
void
dl_opener_toggle_whole (DlOpener *self)
{
  guint position;
  g_autoptr (DlArticle) article = NULL;
  DlArticle *whole;

  g_return_if_fail (DL_IS_OPENER (self));

  article = find_shown (self, &position);
  whole = article != NULL ? dl_article_get_fields (article)->whole : NULL;
  if (whole == NULL)
    return;
  show (self, dl_session_get_article (self->session) == article ? whole : article);
}

/* Returns: whether what is shown is the whole page that an article was taken from */
gboolean
dl_opener_is_whole (DlOpener *self)
{
  guint position;
  g_autoptr (DlArticle) article = NULL;

  g_return_val_if_fail (DL_IS_OPENER (self), FALSE);

  article = find_shown (self, &position);

  return article != NULL && article != dl_session_get_article (self->session);
}

/* Returns: (transfer none) (nullable): the file that was opened last, of several the one that was
 *   shown first; %NULL: it was none, but text, or what comes with the program */
GFile *
dl_opener_get_file (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), NULL);

  return self->file;
}

/* Returns: (transfer none) (element-type DlArticle): those of what was opened last */
GListModel *
dl_opener_get_articles (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * dl_opener_cancel:
 *
 * Reads no further; what is read already stays.
 */
void
dl_opener_cancel (DlOpener *self)
{
  g_return_if_fail (DL_IS_OPENER (self));

  stop_reading (self);
  if (dl_session_get_article (self->session) == NULL)
    set_state (self, DL_OPENER_EMPTY);
  else if (dl_session_get_annotations (self->session) == NULL)
    set_state (self, DL_OPENER_ANALYSING);
  else
    set_state (self, DL_OPENER_READY);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

DlOpenerState
dl_opener_get_state (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), DL_OPENER_EMPTY);

  return self->state;
}

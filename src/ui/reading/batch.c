/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "batch.h"

/**
 * DlBatch:
 *
 * Files that were asked for together.  A few at a time are read in threads; each tells of itself
 * as soon as it is done, and one that cannot be read holds up none of the others.
 */

/* More at once would only make the first one late. */
#define MAX_AT_ONCE 4

struct _DlBatch
{
  GObject parent_instance;

  DlEngine *engine;
  GCancellable *cancellable;
  GPtrArray *files; /* of GFile, or NULL: the first article that comes with the program */
  guint n_started;
  guint n_done;
};

G_DEFINE_FINAL_TYPE (DlBatch, dl_batch, G_TYPE_OBJECT)

enum
{
  SIGNAL_BEGUN,
  SIGNAL_READ,
  SIGNAL_FAILED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One file under way. */
typedef struct
{
  DlBatch *batch; /* owned */
  guint position; /* of the file */
} Reading;

static void start_next (DlBatch *self);

static void
begun_cb (DlArticle *article, gpointer user_data)
{
  const Reading *reading = user_data;

  g_signal_emit (reading->batch, signals[SIGNAL_BEGUN], 0, reading->position, article);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (DlBatch) self = reading->batch;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_engine_load_finish (DL_ENGINE (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->n_done++;
  if (articles != NULL)
    g_signal_emit (self, signals[SIGNAL_READ], 0, reading->position, articles);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, reading->position, error->message);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->n_done == self->files->len)
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
  else
    start_next (self);
}

static void
start_next (DlBatch *self)
{
  Reading *reading;

  if (self->n_started == self->files->len)
    return;

  reading = g_new (Reading, 1);
  *reading = (Reading){ .batch = g_object_ref (self), .position = self->n_started++ };
  dl_engine_load_async (self->engine, self->files->pdata[reading->position], begun_cb,
                        self->cancellable, read_cb, reading);
}

static void
dl_batch_finalize (GObject *object)
{
  DlBatch *self = DL_BATCH (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->files);

  G_OBJECT_CLASS (dl_batch_parent_class)->finalize (object);
}

static void
dl_batch_class_init (DlBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_batch_finalize;

  /**
   * DlBatch::begun:
   * @position: of the file
   * @beginning: what it begins with, long before all of it is read
   */
  signals[SIGNAL_BEGUN] = g_signal_new ("begun", DL_TYPE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_UINT, DL_TYPE_ARTICLE);

  /**
   * DlBatch::read:
   * @position: of the file
   * @articles: (element-type DlArticle): what is in it, at least one
   */
  signals[SIGNAL_READ] = g_signal_new ("read", DL_TYPE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_PTR_ARRAY);

  /**
   * DlBatch::failed:
   * @position: of the file
   * @message: what happened, a sentence for the reader
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  /**
   * DlBatch::done:
   *
   * Each file has been read or has failed.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", DL_TYPE_BATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unref_file (gpointer file)
{
  g_clear_object (&file);
}

static void
dl_batch_init (DlBatch *self)
{
  self->cancellable = g_cancellable_new ();
  self->files = g_ptr_array_new_with_free_func (unref_file);
}

/**
 * dl_batch_new:
 * @files: (array length=n_files): what to read; %NULL in it is the first article that comes with
 *   the program
 * @n_files: at least 1
 */
DlBatch *
dl_batch_new (DlEngine *engine, GFile *const *files, guint n_files)
{
  DlBatch *self;

  g_return_val_if_fail (DL_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (n_files > 0, NULL);

  self = g_object_new (DL_TYPE_BATCH, NULL);
  self->engine = g_object_ref (engine);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, files[i] != NULL ? g_object_ref (files[i]) : NULL);

  return self;
}

/**
 * dl_batch_start:
 *
 * Begins to read; to be called once, when the signals are connected.
 */
void
dl_batch_start (DlBatch *self)
{
  const guint n_at_once = MIN (g_get_num_processors (), MAX_AT_ONCE);

  g_return_if_fail (DL_IS_BATCH (self));

  for (guint i = 0; i < n_at_once; i++)
    start_next (self);
}

/**
 * dl_batch_cancel:
 *
 * Reads no further: no signal will come any more.
 */
void
dl_batch_cancel (DlBatch *self)
{
  g_return_if_fail (DL_IS_BATCH (self));

  g_cancellable_cancel (self->cancellable);
}

guint
dl_batch_get_n_files (DlBatch *self)
{
  g_return_val_if_fail (DL_IS_BATCH (self), 0);

  return self->files->len;
}

/* Returns: how many of the files have been read or have failed */
guint
dl_batch_get_n_done (DlBatch *self)
{
  g_return_val_if_fail (DL_IS_BATCH (self), 0);

  return self->n_done;
}

/* Returns: (transfer none) (nullable): the file at @position */
GFile *
dl_batch_get_file (DlBatch *self, guint position)
{
  g_return_val_if_fail (DL_IS_BATCH (self), NULL);
  g_return_val_if_fail (position < self->files->len, NULL);

  return self->files->pdata[position];
}

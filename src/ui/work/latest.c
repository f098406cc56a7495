/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "latest.h"

struct _DlLatest
{
  DlLatestWork work;
  GDestroyNotify free_request;
  GDestroyNotify free_result;
  DlLatestReady ready;
  gpointer user_data;

  GCancellable *cancellable; /* of what is under way, or NULL */
};

/* What a thread has: none of it is the view's. */
typedef struct
{
  DlLatestWork work;
  gpointer request;
  GDestroyNotify free_request;
  GDestroyNotify free_result;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  job->free_request (job->request);
  g_free (job);
}

/**
 * dl_latest_new:
 * @work: reads a request; its result is never %NULL
 * @ready: called in the thread that asks, with the result of the last request alone
 *
 * Returns: (transfer full): with nothing under way
 */
DlLatest *
dl_latest_new (DlLatestWork work,
               GDestroyNotify free_request,
               GDestroyNotify free_result,
               DlLatestReady ready,
               gpointer user_data)
{
  DlLatest *self = g_new0 (DlLatest, 1);

  self->work = work;
  self->free_request = free_request;
  self->free_result = free_result;
  self->ready = ready;
  self->user_data = user_data;

  return self;
}

/* What is under way will not be heard of. */
void
dl_latest_free (DlLatest *self)
{
  dl_latest_cancel (self);
  g_free (self);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, job->work (job->request, cancellable), job->free_result);
}

/* Cancelled, it may come when there is no @self any more. */
static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DlLatest *self = user_data;
  gpointer value = g_task_propagate_pointer (G_TASK (result), NULL);

  if (value == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->ready (value, self->user_data);
}

static void
start (DlLatest *self, gpointer request)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new (Job, 1);

  *job = (Job){ self->work, request, self->free_request, self->free_result };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, done_cb, self);
  g_task_set_source_tag (task, dl_latest_ask);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, work_thread);
}

/**
 * dl_latest_ask:
 * @request: (transfer full): never changes
 * @at_once: whether it is so little work that the result is to be there on return; else a thread
 *   does it
 *
 * Gives up what was asked for before.
 */
void
dl_latest_ask (DlLatest *self, gpointer request, gboolean at_once)
{
  gpointer result;

  dl_latest_cancel (self);
  if (!at_once)
    {
      start (self, request);
      return;
    }

  result = self->work (request, NULL);
  self->free_request (request);
  self->ready (result, self->user_data);
}

/* The view wants nothing any more. */
void
dl_latest_cancel (DlLatest *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Returns: whether something that was asked for is still to come */
gboolean
dl_latest_is_busy (DlLatest *self)
{
  return self->cancellable != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "notices.h"

#include "date-request.h"
#include "failure-notice.h"
#include "left-out-notice.h"
#include "progress-notice.h"

/**
 * DlNotices:
 *
 * The lines above the article: each is made when it is first needed, for most windows never need
 * one.
 */

/* Reading that takes longer than this is said to be under way, ms. */
#define PATIENCE 400

struct _DlNotices
{
  GtkBox parent_instance;

  DlOpener *opener;   /* owned */
  DlSession *session; /* owned */
  guint patience_id;

  DlDateRequest *date_request; /* NULL: it was not needed yet; the others the same */
  DlLeftOutNotice *left_out;
  DlProgressNotice *progress;
  DlFailureNotice *failure;
};

G_DEFINE_FINAL_TYPE (DlNotices, dl_notices, GTK_TYPE_BOX)

static void
add (DlNotices *self, gpointer notice)
{
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (notice));
}

static void
date_answered_cb (DlNotices *self, DlDate *date)
{
  dl_opener_set_published (self->opener, date);
}

static void
need_date_request (DlNotices *self)
{
  if (self->date_request != NULL)
    return;
  self->date_request = g_object_new (DL_TYPE_DATE_REQUEST, NULL);
  g_signal_connect_swapped (self->date_request, "answered", G_CALLBACK (date_answered_cb), self);
  add (self, self->date_request);
}

/* Asked only of an article that is all there, and once. */
static void
ask_date_cb (DlNotices *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  const gboolean is_asked = dl_opener_get_state (self->opener) == DL_OPENER_READY &&
                            annotations != NULL &&
                            dl_annotations_get_published (annotations) == NULL;

  if (is_asked)
    need_date_request (self);
  if (self->date_request != NULL)
    dl_date_request_set_shown (self->date_request, is_asked);
}

/* A page that is shown in part says so. */
static void
tell_left_out_cb (DlNotices *self)
{
  DlArticle *article = dl_session_get_article (self->session);
  const gboolean is_whole = dl_opener_is_whole (self->opener);
  const gboolean is_part = article != NULL && dl_article_get_fields (article)->n_left_out > 0;

  if ((is_part || is_whole) && self->left_out == NULL)
    {
      self->left_out = g_object_new (DL_TYPE_LEFT_OUT_NOTICE, NULL);
      add (self, self->left_out);
    }
  if (self->left_out != NULL)
    dl_left_out_notice_set_article (self->left_out, article, is_whole);
}

static gboolean
impatient_cb (gpointer user_data)
{
  DlNotices *self = user_data;

  self->patience_id = 0;
  /* An empty window says it with a page. */
  if (dl_session_get_article (self->session) == NULL)
    return G_SOURCE_REMOVE;

  if (self->progress == NULL)
    {
      self->progress = g_object_new (DL_TYPE_PROGRESS_NOTICE, NULL);
      add (self, self->progress);
    }
  dl_progress_notice_update (self->progress, self->opener);

  return G_SOURCE_REMOVE;
}

/* What went wrong before is of no use once something else is asked for. */
static void
progress_cb (DlNotices *self)
{
  guint n_done;
  const gboolean is_reading = dl_opener_is_reading (self->opener);

  dl_opener_get_progress (self->opener, &n_done);
  if (is_reading && n_done == 0 && self->failure != NULL)
    dl_failure_notice_set_sentences (self->failure, "");
  if (!is_reading)
    g_clear_handle_id (&self->patience_id, g_source_remove);

  if (self->progress != NULL && (!is_reading || dl_progress_notice_is_shown (self->progress)))
    dl_progress_notice_update (self->progress, self->opener);
  else if (is_reading && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, impatient_cb, self);
}

/* Without an article, the page of the window tells it. */
static void
failed_cb (DlNotices *self, const char *sentences)
{
  if (dl_session_get_article (self->session) == NULL)
    return;

  if (self->failure == NULL)
    {
      self->failure = g_object_new (DL_TYPE_FAILURE_NOTICE, NULL);
      add (self, self->failure);
    }
  dl_failure_notice_set_sentences (self->failure, sentences);
}

static void
dl_notices_dispose (GObject *object)
{
  DlNotices *self = DL_NOTICES (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->opener);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_notices_parent_class)->dispose (object);
}

static void
dl_notices_class_init (DlNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_notices_dispose;
}

static void
dl_notices_init (DlNotices *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
connect (DlNotices *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

/**
 * dl_notices_set_opener:
 * @session: that @opener fills
 *
 * To be called once.
 */
void
dl_notices_set_opener (DlNotices *self, DlOpener *opener, DlSession *session)
{
  g_return_if_fail (DL_IS_NOTICES (self));

  self->opener = g_object_ref (opener);
  self->session = g_object_ref (session);
  connect (self, session, "notify::article", G_CALLBACK (tell_left_out_cb));
  connect (self, dl_opener_get_articles (opener), "items-changed", G_CALLBACK (tell_left_out_cb));
  connect (self, opener, "notify::state", G_CALLBACK (ask_date_cb));
  connect (self, opener, "notify::state", G_CALLBACK (progress_cb));
  connect (self, opener, "progress", G_CALLBACK (progress_cb));
  connect (self, opener, "failed", G_CALLBACK (failed_cb));
}

/**
 * dl_notices_ask_date:
 *
 * Lets the reader say when the article that is shown was published, also where it says so itself.
 */
void
dl_notices_ask_date (DlNotices *self)
{
  DlAnnotations *annotations;

  g_return_if_fail (DL_IS_NOTICES (self));

  annotations = dl_session_get_annotations (self->session);
  if (annotations == NULL)
    return;
  need_date_request (self);
  dl_date_request_open (self->date_request, dl_annotations_get_published (annotations));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opener.h"

/**
 * DlOpener:
 *
 * Brings a file into a session: first the article, as soon as it can be read, then its
 * annotations.  Of a file with several articles it keeps all, and shows one.  A file that is asked for later takes the place of one still under way.
 */

struct _DlOpener
{
  GObject parent_instance;

  DlEngine *engine;
  DlSession *session;
  GListStore *articles;      /* of DlArticle: those of the file */
  GFile *file;               /* asked for last, or NULL: it was none of the reader's */
  GCancellable *cancellable; /* of what is under way, or NULL */
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
fail (DlOpener *self, const GError *error)
{
  /* Something newer is under way, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_state (self, DL_OPENER_FAILED);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
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
      fail (self, error);
      return;
    }
  if (dl_annotations_get_article (annotations) != dl_session_get_article (self->session))
    return;

  dl_session_set_annotations (self->session, annotations);
  set_state (self, DL_OPENER_READY);
}

static void
show (DlOpener *self, DlArticle *article)
{
  dl_session_set_article (self->session, article);
  set_state (self, DL_OPENER_ANALYSING);
  dl_engine_analyze_async (self->engine, article, self->cancellable, analyzed_cb,
                           g_object_ref (self));
}

static void
renew_cancellable (DlOpener *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_engine_load_finish (DL_ENGINE (object), result, &error);

  if (articles == NULL)
    {
      fail (self, error);
      return;
    }

  g_list_store_splice (self->articles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->articles)),
                       articles->pdata, articles->len);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  show (self, articles->pdata[0]);
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
   *
   * What was asked for last has been read; its first article is about to be shown.
   */
  signals[SIGNAL_OPENED] =
    g_signal_new ("opened", DL_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DlOpener::failed:
   * @message: what happened, a sentence for the reader
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
 * dl_opener_open:
 * @file: (nullable): what to open; %NULL: the first article that comes with the program
 */
void
dl_opener_open (DlOpener *self, GFile *file)
{
  g_return_if_fail (DL_IS_OPENER (self));

  renew_cancellable (self);
  g_set_object (&self->file, file);
  set_state (self, DL_OPENER_LOADING);
  dl_engine_load_async (self->engine, file, self->cancellable, loaded_cb, g_object_ref (self));
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

  renew_cancellable (self);
  g_clear_object (&self->file);
  set_state (self, DL_OPENER_LOADING);
  dl_engine_import_async (self->engine, bytes, name, self->cancellable, loaded_cb,
                          g_object_ref (self));
}

/**
 * dl_opener_show:
 * @position: of one of the articles of the file that was opened last
 */
void
dl_opener_show (DlOpener *self, guint position)
{
  g_autoptr (DlArticle) article = NULL;

  g_return_if_fail (DL_IS_OPENER (self));

  article = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  if (article == NULL || article == dl_session_get_article (self->session))
    return;
  renew_cancellable (self);
  show (self, article);
}

/* Returns: (transfer full) (nullable): the one of the file's articles that is shown, itself or its
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
  renew_cancellable (self);
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
  renew_cancellable (self);
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

/* Returns: (transfer none) (nullable): the file that was asked for last; %NULL: it was none, but
 *   text, or what comes with the program */
GFile *
dl_opener_get_file (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), NULL);

  return self->file;
}

/* Returns: (transfer none) (element-type DlArticle): those of the file that was opened last */
GListModel *
dl_opener_get_articles (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * dl_opener_cancel:
 *
 * Drops what is under way: nothing will be set any more.
 */
void
dl_opener_cancel (DlOpener *self)
{
  g_return_if_fail (DL_IS_OPENER (self));

  g_cancellable_cancel (self->cancellable);
}

DlOpenerState
dl_opener_get_state (DlOpener *self)
{
  g_return_val_if_fail (DL_IS_OPENER (self), DL_OPENER_EMPTY);

  return self->state;
}

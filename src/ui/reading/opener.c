/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opener.h"

/**
 * DlOpener:
 *
 * Brings a file into a session: first the article, as soon as it can be read, then its
 * annotations.  A file that is asked for later takes the place of one still under way.
 */

struct _DlOpener
{
  GObject parent_instance;

  DlEngine *engine;
  DlSession *session;
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
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_engine_load_finish (DL_ENGINE (object), result, &error);

  if (article == NULL)
    {
      fail (self, error);
      return;
    }

  dl_session_set_article (self->session, article);
  set_state (self, DL_OPENER_ANALYSING);
  dl_engine_analyze_async (self->engine, article, self->cancellable, analyzed_cb,
                           g_object_ref (self));
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
   * DlOpener::failed:
   * @message: what happened, a sentence for the reader
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_OPENER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dl_opener_init (DlOpener *self)
{
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

  dl_opener_cancel (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  set_state (self, DL_OPENER_LOADING);
  dl_engine_load_async (self->engine, file, self->cancellable, loaded_cb, g_object_ref (self));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-aloud.h"

#include "spoken-text.h"

/**
 * DlReadAloud:
 *
 * Has an article said, sentence by sentence, and tells the session which one: views mark it and
 * follow.
 *
 * 1. A pause ends the sentence, and reading goes on with all of it: not every voice can halt
 *    within one, and the ear has lost the thread anyway.
 * 2. Another article, or none, ends the reading.
 */

struct _DlReadAloud
{
  GObject parent_instance;

  DlSession *session;
  DlSpeaker *speaker;
  DlReadAloudState state;
  int speed;

  DlArticle *article; /* owned: what is read, or NULL */
  guint block;        /* where reading is */
  GArray *sentences;  /* of DlSpan: those of the block; or NULL */
  guint sentence;
  guint utterance; /* the one that is awaited, or 0 */
};

G_DEFINE_ENUM_TYPE (DlReadAloudState,
                    dl_read_aloud_state,
                    G_DEFINE_ENUM_VALUE (DL_READ_ALOUD_SILENT, "silent"),
                    G_DEFINE_ENUM_VALUE (DL_READ_ALOUD_SPEAKING, "speaking"),
                    G_DEFINE_ENUM_VALUE (DL_READ_ALOUD_PAUSED, "paused"))

G_DEFINE_FINAL_TYPE (DlReadAloud, dl_read_aloud, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_SPEED,
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
set_state (DlReadAloud *self, DlReadAloudState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
show_sentence (DlReadAloud *self)
{
  dl_session_set_spoken (self->session, g_array_index (self->sentences, DlSpan, self->sentence));
}

static void
say_sentence (DlReadAloud *self)
{
  const DlSpan span = g_array_index (self->sentences, DlSpan, self->sentence);
  g_autofree char *text = dl_article_dup_excerpt (self->article, span);

  set_state (self, DL_READ_ALOUD_SPEAKING);
  self->utterance =
    dl_speaker_speak (self->speaker, text, dl_spoken_text_get_language (self->article, self->block),
                      self->speed);
}

/* Returns: whether there is a block with words at @block, or behind it in the direction of @step;
 * then reading is at its first sentence, or going back at its last */
static gboolean
enter_block (DlReadAloud *self, guint block, int step)
{
  for (; block < dl_article_get_n_blocks (self->article); block += step)
    {
      g_autoptr (GArray) sentences = dl_spoken_text_split (self->article, block);

      if (sentences->len == 0)
        continue;
      g_clear_pointer (&self->sentences, g_array_unref);
      self->sentence = step > 0 ? 0 : sentences->len - 1;
      self->sentences = g_steal_pointer (&sentences);
      self->block = block;
      return TRUE;
    }

  return FALSE;
}

static gboolean
advance (DlReadAloud *self)
{
  if (self->sentence + 1 < self->sentences->len)
    {
      self->sentence++;
      return TRUE;
    }

  return enter_block (self, self->block + 1, 1);
}

static gboolean
go_back (DlReadAloud *self)
{
  if (self->sentence > 0)
    {
      self->sentence--;
      return TRUE;
    }

  return enter_block (self, self->block - 1, -1);
}

static void
ended_cb (DlReadAloud *self, guint utterance)
{
  if (self->state != DL_READ_ALOUD_SPEAKING || utterance != self->utterance)
    return;

  if (!advance (self))
    {
      dl_read_aloud_stop (self);
      return;
    }
  show_sentence (self);
  say_sentence (self);
}

static void
failed_cb (DlReadAloud *self, const char *sentence)
{
  dl_read_aloud_stop (self);
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlReadAloud *self = DL_READ_ALOUD (object);

  switch (property)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_SPEED:
      g_value_set_int (value, self->speed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

/* From the next sentence on. */
static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlReadAloud *self = DL_READ_ALOUD (object);

  if (property != PROP_SPEED)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  else if (self->speed != g_value_get_int (value))
    {
      self->speed = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
dl_read_aloud_dispose (GObject *object)
{
  DlReadAloud *self = DL_READ_ALOUD (object);

  if (self->speaker != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->speaker, self);
      dl_read_aloud_stop (self);
    }
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->speaker);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_read_aloud_parent_class)->dispose (object);
}

static void
dl_read_aloud_class_init (DlReadAloudClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_read_aloud_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, DL_TYPE_READ_ALOUD_STATE,
                                              DL_READ_ALOUD_SILENT, readable);
  properties[PROP_SPEED] =
    g_param_spec_int ("speed", NULL, NULL, -100, 100, 0, readable | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlReadAloud::failed:
   * @sentence: why nothing can be read, for the reader
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_READ_ALOUD, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dl_read_aloud_init (DlReadAloud *self)
{
}

/**
 * dl_read_aloud_new:
 * @session: whose article is read
 */
DlReadAloud *
dl_read_aloud_new (DlSession *session, DlSpeaker *speaker)
{
  DlReadAloud *self = g_object_new (DL_TYPE_READ_ALOUD, NULL);

  self->session = g_object_ref (session);
  self->speaker = g_object_ref (speaker);
  g_signal_connect_swapped (session, "notify::article", G_CALLBACK (dl_read_aloud_stop), self);
  g_signal_connect_swapped (speaker, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (speaker, "interrupted", G_CALLBACK (dl_read_aloud_pause), self);
  g_signal_connect_swapped (speaker, "failed", G_CALLBACK (failed_cb), self);

  return self;
}

DlReadAloudState
dl_read_aloud_get_state (DlReadAloud *self)
{
  g_return_val_if_fail (DL_IS_READ_ALOUD (self), DL_READ_ALOUD_SILENT);

  return self->state;
}

/**
 * dl_read_aloud_start:
 * @byte: of the session's article: reading begins with the sentence that holds it
 *
 * Without an article, nothing is read.
 */
void
dl_read_aloud_start (DlReadAloud *self, gsize byte)
{
  DlArticle *article;

  g_return_if_fail (DL_IS_READ_ALOUD (self));

  dl_read_aloud_stop (self);
  article = dl_session_get_article (self->session);
  if (article == NULL)
    return;

  self->article = g_object_ref (article);
  if (!enter_block (self, dl_spoken_text_find_block (article, byte), 1))
    {
      dl_read_aloud_stop (self);
      return;
    }
  while (self->sentence + 1 < self->sentences->len &&
         g_array_index (self->sentences, DlSpan, self->sentence).end <= byte)
    self->sentence++;
  show_sentence (self);
  say_sentence (self);
}

/* By (1). */
void
dl_read_aloud_pause (DlReadAloud *self)
{
  g_return_if_fail (DL_IS_READ_ALOUD (self));

  if (self->state != DL_READ_ALOUD_SPEAKING)
    return;
  self->utterance = 0;
  dl_speaker_stop (self->speaker);
  set_state (self, DL_READ_ALOUD_PAUSED);
}

void
dl_read_aloud_resume (DlReadAloud *self)
{
  g_return_if_fail (DL_IS_READ_ALOUD (self));

  if (self->state != DL_READ_ALOUD_PAUSED)
    return;
  show_sentence (self);
  say_sentence (self);
}

/**
 * dl_read_aloud_step:
 * @step: 1 for the next sentence, -1 for the one before
 *
 * At either end of the article, reading stays where it is.
 */
void
dl_read_aloud_step (DlReadAloud *self, int step)
{
  g_return_if_fail (DL_IS_READ_ALOUD (self));

  if (self->state == DL_READ_ALOUD_SILENT || !(step > 0 ? advance (self) : go_back (self)))
    return;
  show_sentence (self);
  if (self->state == DL_READ_ALOUD_SPEAKING)
    say_sentence (self);
}

/* Nothing is marked any more. */
void
dl_read_aloud_stop (DlReadAloud *self)
{
  g_return_if_fail (DL_IS_READ_ALOUD (self));

  self->utterance = 0;
  dl_speaker_stop (self->speaker);
  g_clear_object (&self->article);
  g_clear_pointer (&self->sentences, g_array_unref);
  dl_session_set_spoken (self->session, (DlSpan){ 0, 0 });
  set_state (self, DL_READ_ALOUD_SILENT);
}

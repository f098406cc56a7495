/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "speech-bar.h"

#include <glib/gi18n.h>

#include "system-speaker.h"

/**
 * DlSpeechBar:
 *
 * The keys of a player, to be seen while the article is read aloud.  The voice is asked for when
 * the reader first wants to hear it.
 */

struct _DlSpeechBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkButton *toggle;
  DlArticleView *view;     /* owned; NULL before it is set */
  DlSpeaker *speaker;      /* or NULL: that of the system */
  DlReadAloud *read_aloud; /* or NULL: nothing was read yet */
  int speed;
};

G_DEFINE_FINAL_TYPE (DlSpeechBar, dl_speech_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
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
state_cb (DlSpeechBar *self)
{
  const DlReadAloudState state = dl_read_aloud_get_state (self->read_aloud);
  const gboolean is_speaking = state == DL_READ_ALOUD_SPEAKING;
  const char *words = is_speaking ? _ ("Pause") : _ ("Continue");

  gtk_revealer_set_reveal_child (self->revealer, state != DL_READ_ALOUD_SILENT);
  gtk_button_set_icon_name (self->toggle, is_speaking ? "media-playback-pause-symbolic"
                                                      : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
failed_cb (DlSpeechBar *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static DlReadAloud *
get_read_aloud (DlSpeechBar *self)
{
  if (self->read_aloud != NULL)
    return self->read_aloud;

  if (self->speaker == NULL)
    self->speaker = dl_system_speaker_new ();
  self->read_aloud = dl_read_aloud_new (dl_article_view_get_session (self->view), self->speaker);
  g_object_bind_property (self, "speed", self->read_aloud, "speed", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->read_aloud, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (self->read_aloud, "failed", G_CALLBACK (failed_cb), self);

  return self->read_aloud;
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_SPEED)
    g_value_set_int (value, DL_SPEECH_BAR (object)->speed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlSpeechBar *self = DL_SPEECH_BAR (object);

  if (property != PROP_SPEED)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  else if (self->speed != g_value_get_int (value))
    {
      self->speed = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
dl_speech_bar_dispose (GObject *object)
{
  DlSpeechBar *self = DL_SPEECH_BAR (object);

  if (self->read_aloud != NULL)
    g_signal_handlers_disconnect_by_data (self->read_aloud, self);
  g_clear_object (&self->read_aloud);
  g_clear_object (&self->speaker);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_SPEECH_BAR);

  G_OBJECT_CLASS (dl_speech_bar_parent_class)->dispose (object);
}

static void
dl_speech_bar_class_init (DlSpeechBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_speech_bar_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_SPEED] =
    g_param_spec_int ("speed", NULL, NULL, -100, 100, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlSpeechBar::failed:
   * @sentence: why nothing can be read, for the reader
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_SPEECH_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/speech-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DlSpeechBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlSpeechBar, toggle);
}

static void
dl_speech_bar_init (DlSpeechBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dl_speech_bar_set_view:
 * @view: what shows the article; its session stays the same from now on
 *
 * To be called once.
 */
void
dl_speech_bar_set_view (DlSpeechBar *self, DlArticleView *view)
{
  g_return_if_fail (DL_IS_SPEECH_BAR (self));

  self->view = g_object_ref (view);
}

/**
 * dl_speech_bar_set_speaker:
 * @speaker: speaks instead of the voice of the system
 *
 * To be called before anything is read.
 */
void
dl_speech_bar_set_speaker (DlSpeechBar *self, DlSpeaker *speaker)
{
  g_return_if_fail (DL_IS_SPEECH_BAR (self));

  g_set_object (&self->speaker, speaker);
}

/**
 * dl_speech_bar_toggle:
 *
 * Reads from the first line in sight on; while something is read, pauses it or goes on.
 */
void
dl_speech_bar_toggle (DlSpeechBar *self)
{
  DlReadAloud *read_aloud;

  g_return_if_fail (DL_IS_SPEECH_BAR (self));

  read_aloud = get_read_aloud (self);
  switch (dl_read_aloud_get_state (read_aloud))
    {
    case DL_READ_ALOUD_SPEAKING:
      dl_read_aloud_pause (read_aloud);
      break;
    case DL_READ_ALOUD_PAUSED:
      dl_read_aloud_resume (read_aloud);
      break;
    default:
      dl_read_aloud_start (read_aloud, dl_article_view_get_place (self->view));
    }
}

/* @step: 1 for the next sentence, -1 for the one before */
void
dl_speech_bar_step (DlSpeechBar *self, int step)
{
  g_return_if_fail (DL_IS_SPEECH_BAR (self));

  dl_read_aloud_step (get_read_aloud (self), step);
}

/**
 * dl_speech_bar_stop:
 *
 * Returns: whether anything was read until now
 */
gboolean
dl_speech_bar_stop (DlSpeechBar *self)
{
  g_return_val_if_fail (DL_IS_SPEECH_BAR (self), FALSE);

  if (self->read_aloud == NULL ||
      dl_read_aloud_get_state (self->read_aloud) == DL_READ_ALOUD_SILENT)
    return FALSE;
  dl_read_aloud_stop (self->read_aloud);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "speaker.h"

G_DEFINE_INTERFACE (DlSpeaker, dl_speaker, G_TYPE_OBJECT)

enum
{
  SIGNAL_ENDED,
  SIGNAL_INTERRUPTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
dl_speaker_default_init (DlSpeakerInterface *iface)
{
  /**
   * DlSpeaker::ended:
   * @utterance: a number that dl_speaker_speak() returned
   *
   * All of it was said.  Of what was stopped, nothing more is heard.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", DL_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * DlSpeaker::interrupted:
   *
   * Another window speaks instead.
   */
  signals[SIGNAL_INTERRUPTED] = g_signal_new ("interrupted", DL_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * DlSpeaker::failed:
   * @sentence: what happened and what can be done, for the reader
   *
   * Nothing can be said.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", DL_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/**
 * dl_speaker_speak:
 * @text: UTF-8
 * @language: (nullable): BCP 47; %NULL: unknown
 * @speed: -100, slowest, to 100, fastest; 0 is what the system is set to
 *
 * Says it instead of what is being said, if anything is.
 *
 * Returns: a number that names this utterance, never 0
 */
guint
dl_speaker_speak (DlSpeaker *self, const char *text, const char *language, int speed)
{
  g_return_val_if_fail (DL_IS_SPEAKER (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  return DL_SPEAKER_GET_IFACE (self)->speak (self, text, language, speed);
}

/* Falls silent at once. */
void
dl_speaker_stop (DlSpeaker *self)
{
  g_return_if_fail (DL_IS_SPEAKER (self));

  DL_SPEAKER_GET_IFACE (self)->stop (self);
}

void
dl_speaker_emit_ended (DlSpeaker *self, guint utterance)
{
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, utterance);
}

void
dl_speaker_emit_interrupted (DlSpeaker *self)
{
  g_signal_emit (self, signals[SIGNAL_INTERRUPTED], 0);
}

void
dl_speaker_emit_failed (DlSpeaker *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

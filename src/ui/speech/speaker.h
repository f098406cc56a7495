/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DlSpeaker:
 *
 * A voice that says one thing at a time.
 */
#define DL_TYPE_SPEAKER (dl_speaker_get_type ())
G_DECLARE_INTERFACE (DlSpeaker, dl_speaker, DL, SPEAKER, GObject)

/**
 * DlSpeakerInterface:
 * @speak: as dl_speaker_speak()
 * @stop: as dl_speaker_stop()
 */
struct _DlSpeakerInterface
{
  GTypeInterface parent;

  guint (*speak) (DlSpeaker *self, const char *text, const char *language, int speed);
  void (*stop) (DlSpeaker *self);
};

guint dl_speaker_speak (DlSpeaker *self, const char *text, const char *language, int speed);
void dl_speaker_stop (DlSpeaker *self);

/* For those who implement it. */
void dl_speaker_emit_ended (DlSpeaker *self, guint utterance);
void dl_speaker_emit_interrupted (DlSpeaker *self);
void dl_speaker_emit_failed (DlSpeaker *self, const char *sentence);

G_END_DECLS

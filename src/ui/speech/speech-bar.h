/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-view.h"
#include "read-aloud.h"

G_BEGIN_DECLS

#define DL_TYPE_SPEECH_BAR (dl_speech_bar_get_type ())
G_DECLARE_FINAL_TYPE (DlSpeechBar, dl_speech_bar, DL, SPEECH_BAR, GtkWidget)

void dl_speech_bar_set_view (DlSpeechBar *self, DlArticleView *view);
void dl_speech_bar_set_speaker (DlSpeechBar *self, DlSpeaker *speaker);
void dl_speech_bar_toggle (DlSpeechBar *self);
void dl_speech_bar_step (DlSpeechBar *self, int step);
gboolean dl_speech_bar_stop (DlSpeechBar *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "speaker.h"

G_BEGIN_DECLS

/* system-speaker.c where there is libspeechd, no-system-speaker.c where not: meson chooses. */

DlSpeaker *dl_system_speaker_new (void);

G_END_DECLS

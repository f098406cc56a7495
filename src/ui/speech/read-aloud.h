/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include "speaker.h"

G_BEGIN_DECLS

/**
 * DlReadAloudState:
 * @DL_READ_ALOUD_SILENT: nothing is being read
 * @DL_READ_ALOUD_SPEAKING: a sentence is being said
 * @DL_READ_ALOUD_PAUSED: reading goes on with the sentence that is marked
 */
typedef enum
{
  DL_READ_ALOUD_SILENT,
  DL_READ_ALOUD_SPEAKING,
  DL_READ_ALOUD_PAUSED
} DlReadAloudState;

#define DL_TYPE_READ_ALOUD_STATE (dl_read_aloud_state_get_type ())
GType dl_read_aloud_state_get_type (void);

#define DL_TYPE_READ_ALOUD (dl_read_aloud_get_type ())
G_DECLARE_FINAL_TYPE (DlReadAloud, dl_read_aloud, DL, READ_ALOUD, GObject)

DlReadAloud *dl_read_aloud_new (DlSession *session, DlSpeaker *speaker);
DlReadAloudState dl_read_aloud_get_state (DlReadAloud *self);
void dl_read_aloud_start (DlReadAloud *self, gsize byte);
void dl_read_aloud_pause (DlReadAloud *self);
void dl_read_aloud_resume (DlReadAloud *self);
void dl_read_aloud_step (DlReadAloud *self, int step);
void dl_read_aloud_stop (DlReadAloud *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "system-speaker.h"

#include <glib/gi18n.h>

/* What stands for the voice of the system in a program that was built without one. */

#define DL_TYPE_NO_SPEAKER (dl_no_speaker_get_type ())
G_DECLARE_FINAL_TYPE (DlNoSpeaker, dl_no_speaker, DL, NO_SPEAKER, GObject)

struct _DlNoSpeaker
{
  GObject parent_instance;
};

static guint
speak (DlSpeaker *speaker, const char *text, const char *language, int speed)
{
  dl_speaker_emit_failed (speaker, _ ("This Dateline was built without speech. Install one that "
                                      "has it, or let a screen reader read."));

  return 1;
}

static void
stop (DlSpeaker *speaker)
{
}

static void
implement_speaker (DlSpeakerInterface *iface)
{
  iface->speak = speak;
  iface->stop = stop;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DlNoSpeaker,
                               dl_no_speaker,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DL_TYPE_SPEAKER, implement_speaker))

static void
dl_no_speaker_class_init (DlNoSpeakerClass *klass)
{
}

static void
dl_no_speaker_init (DlNoSpeaker *self)
{
}

DlSpeaker *
dl_system_speaker_new (void)
{
  return g_object_new (DL_TYPE_NO_SPEAKER, NULL);
}

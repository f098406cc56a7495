/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "system-speaker.h"

#include <glib/gi18n.h>
#include <libspeechd.h>

/**
 * DlSystemSpeaker:
 *
 * The voice of the system, through speech-dispatcher.
 *
 * 1. Its library waits for the service, and starts it where needed, so that all calls to it are
 *    made by one thread, in the order of a queue.  The program never waits.
 * 2. The library tells from another thread what has been said, and knows nothing but numbers: it
 *    puts that into the same queue, behind the answer that says which number the text has.
 * 3. There is one connection for the program.  It ends with the program, and is made anew when
 *    the service has gone.
 */

typedef enum
{
  COMMAND_SPEAK,
  COMMAND_STOP,
  COMMAND_SAID, /* by (2) */
} CommandKind;

typedef struct
{
  CommandKind kind;
  GWeakRef speaker; /* who asks */
  guint utterance;
  char *text;
  char *language; /* or NULL */
  int speed;
  int message; /* number that the service gave it */
} Command;

struct _DlSystemSpeaker
{
  GObject parent_instance;

  guint utterance; /* the last one, or 0 */
};

#define DL_TYPE_SYSTEM_SPEAKER (dl_system_speaker_get_type ())
G_DECLARE_FINAL_TYPE (DlSystemSpeaker, dl_system_speaker, DL, SYSTEM_SPEAKER, GObject)

static void implement_speaker (DlSpeakerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DlSystemSpeaker,
                               dl_system_speaker,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DL_TYPE_SPEAKER, implement_speaker))

static GAsyncQueue *commands; /* of Command; by (3), for the thread and the library's */

static Command *
new_command (CommandKind kind, gpointer speaker)
{
  Command *command = g_new0 (Command, 1);

  command->kind = kind;
  g_weak_ref_init (&command->speaker, speaker);

  return command;
}

static void
free_command (Command *command)
{
  g_weak_ref_clear (&command->speaker);
  g_free (command->text);
  g_free (command->language);
  g_free (command);
}

/* In the main thread: what became of @data, a Command whose text is now what to tell, or NULL. */
static gboolean
answer_cb (gpointer data)
{
  Command *command = data;
  g_autoptr (DlSystemSpeaker) self = g_weak_ref_get (&command->speaker);

  if (self == NULL || self->utterance != command->utterance)
    return G_SOURCE_REMOVE;

  self->utterance = 0;
  if (command->text != NULL)
    dl_speaker_emit_failed (DL_SPEAKER (self), command->text);
  else
    dl_speaker_emit_ended (DL_SPEAKER (self), command->utterance);

  return G_SOURCE_REMOVE;
}

/* Takes @command. */
static void
answer (Command *command, const char *sentence)
{
  g_free (command->text);
  command->text = g_strdup (sentence);
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, command, (GDestroyNotify) free_command);
}

/* In a thread of the library. */
static void
said_cb (size_t message, size_t client, SPDNotificationType state)
{
  Command *command = new_command (COMMAND_SAID, NULL);

  command->message = message;
  g_async_queue_push (commands, command);
}

static SPDConnection *
open_connection (void)
{
  char *error = NULL; /* of malloc(); the library writes it whether it is asked for or not */
  SPDConnection *connection =
    spd_open2 ("dateline", "article", NULL, SPD_MODE_THREADED, NULL, TRUE, &error);

  if (connection == NULL)
    {
      g_debug ("no speech: %s", error != NULL ? error : "");
      free (error);
      return NULL;
    }

  connection->callback_end = said_cb;
  spd_set_notification_on (connection, SPD_END);
  spd_set_data_mode (connection, SPD_DATA_TEXT);

  return connection;
}

/* Returns: the number of the message, or -1 */
static int
say (SPDConnection *connection, const Command *command)
{
  if (connection == NULL)
    return -1;

  spd_cancel (connection);
  if (command->language != NULL)
    spd_set_language (connection, command->language);
  spd_set_voice_rate (connection, command->speed);

  return spd_say (connection, SPD_MESSAGE, command->text);
}

/* By (3): once more, if the service has gone since. */
static int
say_or_reconnect (SPDConnection **connection, const Command *command)
{
  int message = say (*connection, command);

  if (message >= 0)
    return message;
  if (*connection != NULL)
    spd_close (*connection);
  *connection = open_connection ();

  return say (*connection, command);
}

/* By (1). */
static gpointer
work (gpointer data)
{
  SPDConnection *connection = NULL;
  Command *spoken = NULL; /* what is being said, or NULL */

  for (;;)
    {
      Command *command = g_async_queue_pop (commands);

      if (command->kind == COMMAND_SAID)
        {
          if (spoken != NULL && spoken->message == command->message)
            answer (g_steal_pointer (&spoken), NULL);
          free_command (command);
          continue;
        }

      g_clear_pointer (&spoken, free_command);
      if (command->kind == COMMAND_STOP)
        {
          if (connection != NULL)
            spd_cancel (connection);
          free_command (command);
          continue;
        }

      command->message = say_or_reconnect (&connection, command);
      if (command->message >= 0)
        spoken = command;
      else
        answer (command, _ ("No speech service answers. Install speech-dispatcher with a voice; "
                            "the help tells how a sandbox is given access to it."));
    }

  return NULL;
}

/* There is one voice for all windows. */
static void
take_turn (DlSystemSpeaker *self)
{
  static DlSystemSpeaker *last; /* weak */
  DlSystemSpeaker *before = last;

  if (before == self)
    return;
  g_set_weak_pointer (&last, self);
  if (before == NULL || before->utterance == 0)
    return;
  before->utterance = 0;
  dl_speaker_emit_interrupted (DL_SPEAKER (before));
}

static guint
speak (DlSpeaker *speaker, const char *text, const char *language, int speed)
{
  static guint last;
  Command *command = new_command (COMMAND_SPEAK, speaker);

  take_turn (DL_SYSTEM_SPEAKER (speaker));
  command->utterance = ++last == 0 ? ++last : last;
  command->text = g_strdup (text);
  command->language = g_strdup (language);
  command->speed = speed;
  DL_SYSTEM_SPEAKER (speaker)->utterance = command->utterance;
  g_async_queue_push (commands, command);

  return last;
}

static void
stop (DlSpeaker *speaker)
{
  DlSystemSpeaker *self = DL_SYSTEM_SPEAKER (speaker);

  if (self->utterance == 0)
    return;
  self->utterance = 0;
  g_async_queue_push (commands, new_command (COMMAND_STOP, NULL));
}

static void
implement_speaker (DlSpeakerInterface *iface)
{
  iface->speak = speak;
  iface->stop = stop;
}

static void
dl_system_speaker_dispose (GObject *object)
{
  stop (DL_SPEAKER (object));

  G_OBJECT_CLASS (dl_system_speaker_parent_class)->dispose (object);
}

static void
dl_system_speaker_class_init (DlSystemSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_system_speaker_dispose;

  commands = g_async_queue_new_full ((GDestroyNotify) free_command);
  g_thread_unref (g_thread_new ("speech", work, NULL));
}

static void
dl_system_speaker_init (DlSystemSpeaker *self)
{
}

/* Returns: (transfer full): the voice of the system; whether there is one, it tells when it is to
 *   speak */
DlSpeaker *
dl_system_speaker_new (void)
{
  return g_object_new (DL_TYPE_SYSTEM_SPEAKER, NULL);
}

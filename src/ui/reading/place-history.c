/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-history.h"

#include <errno.h>
#include <string.h>

#include <glib/gstdio.h>

/**
 * DlPlaceHistory:
 *
 * How far each article was read, kept in a file of its own.
 *
 * 1. An article is known by a sum over its text and by nothing else: it may be moved, or come
 *    through a portal under another name, and the file tells nobody what was read.  Where its
 *    text has changed it is another one, and is read from its beginning.
 * 2. The file has a line “SUM PLACE” for each article, the one read last at the end.  A line
 *    that is not of this form is passed over.
 * 3. A new file takes the place of the old one only when all of it is written.  Where that
 *    fails, as on a full disk, the old one stays, and all is still known until the program ends.
 */

/* What the sum is taken over, at the beginning and at the end of the text, so that the longest
 * one costs no more; bytes. */
#define SUMMED (64 * 1024)
/* A file that is longer is none of ours, bytes. */
#define MAX_FILE (128 * DL_PLACE_HISTORY_MAX)
/* What is noted is written after this, and with it all that is noted until then; s. */
#define WRITE_DELAY 10

typedef struct
{
  char *sum;
  gsize place;
} Entry;

struct _DlPlaceHistory
{
  GObject parent_instance;

  char *path;
  GQueue entries;      /* of Entry, the one read last at the end */
  gboolean is_changed; /* since the file was written */
  guint write_id;      /* source that writes the file, or 0 */
};

G_DEFINE_FINAL_TYPE (DlPlaceHistory, dl_place_history, G_TYPE_OBJECT)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->sum);
  g_free (entry);
}

/* By (1). */
static char *
sum_up (DlArticle *article)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *text = dl_article_get_text (article);
  const gsize length = dl_article_get_length (article);
  const gsize part = MIN (length, SUMMED);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, length);

  g_checksum_update (sum, (const guchar *) size, -1);
  g_checksum_update (sum, (const guchar *) text, part);
  g_checksum_update (sum, (const guchar *) text + length - part, part);

  return g_strdup (g_checksum_get_string (sum));
}

static GList *
find (DlPlaceHistory *self, const char *sum)
{
  for (GList *link = self->entries.tail; link != NULL; link = link->prev)
    if (g_str_equal (((Entry *) link->data)->sum, sum))
      return link;

  return NULL;
}

static void
drop (DlPlaceHistory *self, GList *link)
{
  free_entry (link->data);
  g_queue_delete_link (&self->entries, link);
}

/* Takes @sum. */
static void
append (DlPlaceHistory *self, char *sum, gsize place)
{
  Entry *entry = g_new (Entry, 1);

  entry->sum = sum;
  entry->place = place;
  g_queue_push_tail (&self->entries, entry);
  if (self->entries.length > DL_PLACE_HISTORY_MAX)
    drop (self, self->entries.head);
}

/* By (2). */
static void
read_line (DlPlaceHistory *self, const char *line)
{
  const gsize length = strspn (line, "0123456789abcdef");
  guint64 place;

  if (length != (gsize) g_checksum_type_get_length (G_CHECKSUM_SHA256) * 2 || line[length] != ' ' ||
      !g_ascii_string_to_unsigned (line + length + 1, 10, 1, G_MAXSIZE, &place, NULL))
    return;

  append (self, g_strndup (line, length), place);
}

static void
read_file (DlPlaceHistory *self)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GStatBuf status;

  if (g_stat (self->path, &status) != 0 || status.st_size > MAX_FILE ||
      !g_file_get_contents (self->path, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (self, lines[i]);
}

static char *
print (DlPlaceHistory *self)
{
  GString *text = g_string_new (NULL);

  for (GList *link = self->entries.head; link != NULL; link = link->next)
    {
      const Entry *entry = link->data;

      g_string_append_printf (text, "%s %" G_GSIZE_FORMAT "\n", entry->sum, entry->place);
    }

  return g_string_free (text, FALSE);
}

/* What failed is tried again with what is noted next. */
static gboolean
write_cb (gpointer user_data)
{
  DlPlaceHistory *self = user_data;
  g_autoptr (GError) error = NULL;

  self->write_id = 0;
  if (!dl_place_history_save (self, &error))
    g_debug ("places of reading are not kept: %s", error->message);

  return G_SOURCE_REMOVE;
}

static void
write_soon (DlPlaceHistory *self)
{
  self->is_changed = TRUE;
  if (self->write_id == 0)
    self->write_id = g_timeout_add_seconds (WRITE_DELAY, write_cb, self);
}

static void
dl_place_history_finalize (GObject *object)
{
  DlPlaceHistory *self = DL_PLACE_HISTORY (object);

  g_clear_handle_id (&self->write_id, g_source_remove);
  write_cb (self);
  g_queue_clear_full (&self->entries, free_entry);
  g_free (self->path);

  G_OBJECT_CLASS (dl_place_history_parent_class)->finalize (object);
}

static void
dl_place_history_class_init (DlPlaceHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_place_history_finalize;
}

static void
dl_place_history_init (DlPlaceHistory *self)
{
  g_queue_init (&self->entries);
}

/**
 * dl_place_history_new:
 * @path: of the file, which need not be there yet
 *
 * Returns: (transfer full): what is in the file
 */
DlPlaceHistory *
dl_place_history_new (const char *path)
{
  DlPlaceHistory *self = g_object_new (DL_TYPE_PLACE_HISTORY, NULL);

  self->path = g_strdup (path);
  read_file (self);

  return self;
}

/**
 * dl_place_history_dup_default:
 *
 * Returns: (transfer full): the reader's own, the same for all windows as long as there is one
 */
DlPlaceHistory *
dl_place_history_dup_default (void)
{
  static DlPlaceHistory *shared; /* weak */
  g_autofree char *path = NULL;

  if (shared != NULL)
    return g_object_ref (shared);

  path = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "places", NULL);
  g_set_weak_pointer (&shared, dl_place_history_new (path));

  return shared;
}

/**
 * dl_place_history_find:
 *
 * Returns: how far @article was read, in bytes of its text; 0: not at all, or never
 */
gsize
dl_place_history_find (DlPlaceHistory *self, DlArticle *article)
{
  g_autofree char *sum = NULL;
  GList *link;

  g_return_val_if_fail (DL_IS_PLACE_HISTORY (self), 0);

  sum = sum_up (article);
  link = find (self, sum);

  return link != NULL ? ((Entry *) link->data)->place : 0;
}

/**
 * dl_place_history_note:
 * @place: how far @article was read, in bytes of its text; 0 forgets it
 *
 * The file is written soon after.
 */
void
dl_place_history_note (DlPlaceHistory *self, DlArticle *article, gsize place)
{
  g_autofree char *sum = NULL;
  GList *link;

  g_return_if_fail (DL_IS_PLACE_HISTORY (self));

  sum = sum_up (article);
  link = find (self, sum);
  if (link == NULL ? place == 0
                   : link == self->entries.tail && ((Entry *) link->data)->place == place)
    return;

  if (link != NULL)
    drop (self, link);
  if (place > 0)
    append (self, g_steal_pointer (&sum), place);
  write_soon (self);
}

/**
 * dl_place_history_clear:
 *
 * Forgets every place, in the file at once.
 */
void
dl_place_history_clear (DlPlaceHistory *self)
{
  g_return_if_fail (DL_IS_PLACE_HISTORY (self));

  g_queue_clear_full (&self->entries, free_entry);
  g_clear_handle_id (&self->write_id, g_source_remove);
  self->is_changed = FALSE;
  g_unlink (self->path);
}

/**
 * dl_place_history_save:
 *
 * Writes the file now, if there is anything new for it; by (3).
 *
 * Returns: whether it has all that is known; else an error of #GFileError is set
 */
gboolean
dl_place_history_save (DlPlaceHistory *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DL_IS_PLACE_HISTORY (self), FALSE);

  g_clear_handle_id (&self->write_id, g_source_remove);
  if (!self->is_changed)
    return TRUE;
  folder = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }
  text = print (self);

  self->is_changed =
    !g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);

  return !self->is_changed;
}

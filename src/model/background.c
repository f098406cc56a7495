/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background.h"

#include "nick.h"

/* What is known of a subject beside what an article says of it. */
struct _DlBackground
{
  GObject parent_instance;

  char *id;
  char *title;
  DlDate *date;     /* or %NULL */
  GPtrArray *names; /* of char; or %NULL */
  GPtrArray *facts; /* of DlFact; or %NULL */
};

G_DEFINE_FINAL_TYPE (DlBackground, dl_background, G_TYPE_OBJECT)

static const char *const nicks[DL_N_FACT_KINDS] = {
  [DL_FACT_ORGANISER] = "organiser", [DL_FACT_PARTICIPANT] = "participant",
  [DL_FACT_ABSENT] = "absent",       [DL_FACT_SESSION] = "session",
  [DL_FACT_DOCUMENT] = "document",   [DL_FACT_SPEECH] = "speech",
  [DL_FACT_EARLIER] = "earlier",     [DL_FACT_LATER] = "later",
};

static void
dl_background_finalize (GObject *object)
{
  DlBackground *self = DL_BACKGROUND (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->date, dl_date_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (dl_background_parent_class)->finalize (object);
}

static void
dl_background_class_init (DlBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_background_finalize;
}

static void
dl_background_init (DlBackground *self)
{
}

/**
 * dl_background_new:
 * @id: what an article calls it by, and a file's name
 * @title: (nullable): what it is about
 * @date: (nullable): when the subject took place
 * @names: (nullable) (element-type utf8): names by which an article may call the subject
 * @facts: (nullable) (element-type DlFact): what is known of it
 *
 * Copies the strings and takes a reference to the rest, which must not change any more.
 *
 * Returns: (transfer full): a background
 */
DlBackground *
dl_background_new (const char *id,
                   const char *title,
                   DlDate *date,
                   GPtrArray *names,
                   GPtrArray *facts)
{
  DlBackground *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (DL_TYPE_BACKGROUND, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->date = date == NULL ? NULL : dl_date_ref (date);
  self->names = names == NULL ? NULL : g_ptr_array_ref (names);
  self->facts = facts == NULL ? NULL : g_ptr_array_ref (facts);
  return self;
}

const char *
dl_background_get_id (DlBackground *self)
{
  g_return_val_if_fail (DL_IS_BACKGROUND (self), NULL);

  return self->id;
}

/**
 * dl_background_get_title:
 * @self: a background
 *
 * Returns: (transfer none) (nullable): what it is about
 */
const char *
dl_background_get_title (DlBackground *self)
{
  g_return_val_if_fail (DL_IS_BACKGROUND (self), NULL);

  return self->title;
}

/**
 * dl_background_get_date:
 * @self: a background
 *
 * Returns: (transfer none) (nullable): when the subject took place
 */
DlDate *
dl_background_get_date (DlBackground *self)
{
  g_return_val_if_fail (DL_IS_BACKGROUND (self), NULL);

  return self->date;
}

guint
dl_background_get_n_names (DlBackground *self)
{
  g_return_val_if_fail (DL_IS_BACKGROUND (self), 0);

  return self->names == NULL ? 0 : self->names->len;
}

/**
 * dl_background_get_name:
 * @self: a background
 * @position: below dl_background_get_n_names()
 *
 * Returns: (transfer none): a name by which an article may call the subject
 */
const char *
dl_background_get_name (DlBackground *self, guint position)
{
  g_return_val_if_fail (position < dl_background_get_n_names (self), NULL);

  return g_ptr_array_index (self->names, position);
}

guint
dl_background_get_n_facts (DlBackground *self)
{
  g_return_val_if_fail (DL_IS_BACKGROUND (self), 0);

  return self->facts == NULL ? 0 : self->facts->len;
}

/**
 * dl_background_get_fact:
 * @self: a background
 * @position: below dl_background_get_n_facts()
 *
 * Returns: (transfer none): what is known
 */
const DlFact *
dl_background_get_fact (DlBackground *self, guint position)
{
  g_return_val_if_fail (position < dl_background_get_n_facts (self), NULL);

  return g_ptr_array_index (self->facts, position);
}

/**
 * dl_fact_new:
 * @kind: what sort of thing it tells
 *
 * Returns: (transfer full): a fact that holds nothing yet; whoever makes it fills it in
 */
DlFact *
dl_fact_new (DlFactKind kind)
{
  DlFact *fact = g_new0 (DlFact, 1);

  fact->kind = kind;
  return fact;
}

/**
 * dl_fact_free:
 * @fact: (transfer full) (nullable): a fact
 *
 * Frees it with all that it holds.
 */
void
dl_fact_free (DlFact *fact)
{
  if (fact == NULL)
    return;

  g_free (fact->text);
  g_strfreev (fact->countries);
  g_clear_pointer (&fact->date, dl_date_unref);
  g_free (fact->source);
  g_free (fact->source_url);
  g_free (fact);
}

/**
 * dl_fact_kind_get_nick:
 * @kind: a kind of fact
 *
 * Returns: (transfer none): its name in files, “participant”
 */
const char *
dl_fact_kind_get_nick (DlFactKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_FACT_KINDS, NULL);

  return nicks[kind];
}

/**
 * dl_fact_kind_from_nick:
 * @nick: (nullable): a nick
 * @kind: (out): the kind; untouched if there is none
 *
 * Returns: whether @nick names a kind of fact
 */
gboolean
dl_fact_kind_from_nick (const char *nick, DlFactKind *kind)
{
  guint value;

  if (!dl_nick_find (nicks, DL_N_FACT_KINDS, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}

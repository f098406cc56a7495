/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event.h"

/* Something that happened: an act, with who, where and when. */
struct _DlEvent
{
  GObject parent_instance;

  DlEventFields fields;
};

G_DEFINE_FINAL_TYPE (DlEvent, dl_event, G_TYPE_OBJECT)

static void
dl_event_finalize (GObject *object)
{
  DlEvent *self = DL_EVENT (object);

  g_free ((char *) self->fields.what);
  g_free ((char *) self->fields.reason);
  g_free ((char *) self->fields.source);
  g_free ((char *) self->fields.source_url);
  g_free ((DlActor *) self->fields.actors);
  g_free ((DlSpan *) self->fields.retold);
  g_clear_pointer (&self->fields.date, dl_date_unref);

  G_OBJECT_CLASS (dl_event_parent_class)->finalize (object);
}

static void
dl_event_class_init (DlEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_event_finalize;
}

static void
dl_event_init (DlEvent *self)
{
}

static DlActor *
dup_actors (const DlActor *actors, guint n_actors)
{
  DlActor *copy = g_memdup2 (actors, n_actors * sizeof (DlActor));

  for (guint i = 0; i < n_actors; i++)
    copy[i].role = g_intern_string (copy[i].role);

  return copy;
}

/**
 * dl_event_new:
 * @fields: what it holds; all of it is copied, the date referenced
 *
 * Returns: (transfer full): an event
 */
DlEvent *
dl_event_new (const DlEventFields *fields)
{
  DlEvent *self;

  g_return_val_if_fail (fields != NULL, NULL);

  self = g_object_new (DL_TYPE_EVENT, NULL);
  self->fields = *fields;
  self->fields.act = g_intern_string (fields->act);
  self->fields.what = g_strdup (fields->what);
  self->fields.date = fields->date == NULL ? NULL : dl_date_ref (fields->date);
  self->fields.clock = g_intern_string (fields->clock);
  self->fields.reason = g_strdup (fields->reason);
  self->fields.actors = dup_actors (fields->actors, fields->n_actors);
  self->fields.retold = g_memdup2 (fields->retold, fields->n_retold * sizeof (DlSpan));
  self->fields.source = g_strdup (fields->source);
  self->fields.source_url = g_strdup (fields->source_url);
  return self;
}

/**
 * dl_event_get_fields:
 * @self: an event
 *
 * Returns: (transfer none): all that it holds, for as long as it lives
 */
const DlEventFields *
dl_event_get_fields (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);

  return &self->fields;
}

/**
 * dl_event_get_date:
 * @self: an event
 *
 * Returns: (transfer none) (nullable): when; %NULL: the text does not say
 */
DlDate *
dl_event_get_date (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), NULL);

  return self->fields.date;
}

/**
 * dl_event_is_told_at:
 * @self: an event
 * @span: a piece of the article
 *
 * Returns: whether it stands in a sentence that tells the event
 */
gboolean
dl_event_is_told_at (DlEvent *self, DlSpan span)
{
  const DlEventFields *fields;

  g_return_val_if_fail (DL_IS_EVENT (self), FALSE);

  fields = &self->fields;
  if (!dl_span_is_empty (fields->sentence) && dl_span_contains (fields->sentence, span))
    return TRUE;
  for (guint i = 0; i < fields->n_retold; i++)
    {
      if (dl_span_contains (fields->retold[i], span))
        return TRUE;
    }

  return FALSE;
}

/**
 * dl_event_is_background:
 * @self: an event
 *
 * Returns: whether a background file tells it, not the article
 */
gboolean
dl_event_is_background (DlEvent *self)
{
  g_return_val_if_fail (DL_IS_EVENT (self), FALSE);

  return self->fields.source != NULL;
}

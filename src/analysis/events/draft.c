/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draft.h"

/* More take part in no event that a text tells; nor is it told more often. */
#define MAX_ACTORS 200
#define MAX_RETOLD 50

/* Returns: (transfer full): a draft of what @act tells, without date and actors */
DlDraft *
dl_draft_new (const DlAct *act)
{
  DlDraft *self = g_new0 (DlDraft, 1);

  self->act = act;
  self->what = act->span;
  self->actors = g_array_new (FALSE, FALSE, sizeof (DlActor));
  self->retold = g_array_new (FALSE, FALSE, sizeof (DlSpan));
  self->place = DL_NONE;

  return self;
}

void
dl_draft_free (DlDraft *self)
{
  g_clear_pointer (&self->date, dl_date_unref);
  g_free (self->reason);
  g_array_unref (self->actors);
  g_array_unref (self->retold);
  g_free (self);
}

/* Adds who takes part; an entity keeps the first role it got. */
void
dl_draft_add_actor (DlDraft *self, guint entity, const char *role)
{
  DlActor actor = { entity, g_intern_string (role) };

  for (guint i = 0; i < self->actors->len; i++)
    {
      if (g_array_index (self->actors, DlActor, i).entity == entity)
        return;
    }
  if (self->actors->len < MAX_ACTORS)
    g_array_append_val (self->actors, actor);
}

/* Dates the draft by a mention of kind date whose value is known. */
void
dl_draft_set_when (DlDraft *self, DlCandidate *when)
{
  self->when = when;
  self->date = dl_date_ref (when->timex->date);
  self->year_inferred = when->timex->year_inferred;
  self->reason = g_strdup (when->timex->reason);
}

void
dl_draft_set_date (DlDraft *self, DlDate *date)
{
  DlDate *old = self->date;

  self->date = dl_date_ref (date);
  g_clear_pointer (&old, dl_date_unref);
}

static gboolean
is_finer (DlDate *a, DlDate *b)
{
  const DlDatePoint *first = dl_date_get_start (a), *second = dl_date_get_start (b);

  return !dl_date_is_interval (b) && first != NULL && second != NULL && first->hour >= 0 &&
         second->hour < 0;
}

static void
retell (DlDraft *self, DlSpan sentence)
{
  if (self->retold->len < MAX_RETOLD)
    g_array_append_val (self->retold, sentence);
}

/* Adds to @self what @other tells of the same event. */
void
dl_draft_absorb (DlDraft *self, const DlDraft *other, DlReading *reading)
{
  for (guint i = 0; i < other->actors->len; i++)
    {
      const DlActor *actor = &g_array_index (other->actors, DlActor, i);

      dl_draft_add_actor (self, actor->entity, actor->role);
    }
  if (self->place == DL_NONE)
    self->place = other->place;
  if (self->event == NULL)
    self->event = other->event;
  if (is_finer (other->date, self->date))
    dl_draft_set_date (self, other->date);
  if (other->act->sentence != self->act->sentence)
    retell (self, dl_reading_get_quote (reading, other->act->sentence, other->act->span));
  for (guint i = 0; i < other->retold->len; i++)
    retell (self, g_array_index (other->retold, DlSpan, i));
}

static char *
dup_capitalised (const char *text)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* Returns: (transfer full): the finished event */
DlEvent *
dl_draft_make_event (DlDraft *self, DlReading *reading)
{
  g_autofree char *words = dl_article_dup_excerpt (reading->article, self->what);
  g_autofree char *what = *words != '\0' ? dup_capitalised (words) : g_strdup (words);
  DlEventFields fields = {
    .act = self->reported ? "other" : self->act->act,
    .what = what,
    .sentence = dl_reading_get_quote (reading, self->act->sentence, self->act->span),
    .trigger = self->act->span,
    .retold = (const DlSpan *) self->retold->data,
    .n_retold = self->retold->len,
    .date = self->date,
    .date_mention = self->when != NULL ? self->when->index : DL_NONE,
    .during = self->during,
    .year_inferred = self->year_inferred,
    .local_time = self->when != NULL && self->when->timex->local_time,
    .clock = self->when != NULL ? self->when->timex->clock : NULL,
    .reason = self->reason,
    .actors = (const DlActor *) self->actors->data,
    .n_actors = self->actors->len,
    .place = self->place,
    .certainty = self->when != NULL ? MIN (self->act->certainty, self->when->certainty)
                                    : self->act->certainty * 0.8,
  };

  return dl_event_new (&fields);
}

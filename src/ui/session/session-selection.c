/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

/* What is selected, and what that reaches; what is pointed at, and what is read aloud. */

static void
set_selection (DlSession *self, DlSelection selection)
{
  DlSelection old = self->selection;

  if (dl_selection_equal (&old, &selection))
    return;

  self->selection = selection;
  self->serial++;

  if (old.entity != selection.entity)
    dl_session_notify (self, PROP_ENTITY);
  if (old.mention != selection.mention)
    dl_session_notify (self, PROP_MENTION);
  if (old.event != selection.event)
    dl_session_notify (self, PROP_EVENT);
  if (old.country != selection.country)
    dl_session_notify (self, PROP_COUNTRY);
  dl_session_notify (self, PROP_SELECTION);
}

static void
select_and_reveal (DlSession *self, DlSelection selection)
{
  DlSpan span;

  set_selection (self, selection);
  if (dl_session_get_place (self, &span))
    dl_session_emit_reveal (self);
}

/**
 * dl_session_select_entity:
 * @entity: index of an entity; %DL_NONE clears the selection
 *
 * Its first mention is revealed, and its country chosen if it has just one.
 */
void
dl_session_select_entity (DlSession *self, guint entity)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_entity (self->annotations, entity));
}

/**
 * dl_session_select_mention:
 * @mention: index of a mention; %DL_NONE clears the selection
 *
 * Selects its entity, the country of that, and the event told by its sentence.
 */
void
dl_session_select_mention (DlSession *self, guint mention)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_mention (self->annotations, mention));
}

/**
 * dl_session_select_event:
 * @event: index of an event; %DL_NONE clears the selection
 *
 * Selects the words that date it, or else the first mention of its sentence; the
 * countries of all its actors are lit.
 */
void
dl_session_select_event (DlSession *self, guint event)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_event (self->annotations, event));
}

/**
 * dl_session_select_country:
 * @code: (nullable): ISO 3166-1 alpha-2, or a bloc's code; %NULL clears the selection
 *
 * Any country may be selected, also one that the article does not name.
 */
void
dl_session_select_country (DlSession *self, const char *code)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_country (self->annotations, code));
}

void
dl_session_clear_selection (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));

  set_selection (self, dl_selection_none ());
}

guint
dl_session_get_entity (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.entity;
}

guint
dl_session_get_mention (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.mention;
}

guint
dl_session_get_event (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.event;
}

/**
 * dl_session_get_country:
 *
 * Returns: (nullable): an interned string
 */
const char *
dl_session_get_country (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->selection.country;
}

/**
 * dl_session_get_selection:
 *
 * Returns: a number that changes whenever anything selected does
 */
guint
dl_session_get_selection (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);

  return self->serial;
}

gboolean
dl_session_has_selection (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return self->selection.origin != DL_ORIGIN_NONE;
}

/**
 * dl_session_get_place:
 * @span: (out): the place of the text that the selection is about
 *
 * The sentence of a selected event, the selected mention, or else the sentence that
 * hints at the selected country.
 *
 * Returns: whether there is such a place
 */
gboolean
dl_session_get_place (DlSession *self, DlSpan *span)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  return dl_selection_get_place (&self->selection, self->annotations, span);
}

gboolean
dl_session_is_country_lit (DlSession *self, const char *code)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return dl_selection_reaches_country (&self->selection, self->annotations, code);
}

gboolean
dl_session_is_event_lit (DlSession *self, guint event)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_selection_reaches_event (&self->selection, self->annotations, event);
}

gboolean
dl_session_is_mention_lit (DlSession *self, guint mention)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_selection_reaches_mention (&self->selection, self->annotations, mention);
}

guint
dl_session_get_pointed_entity (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->pointed_entity;
}

void
dl_session_set_pointed_entity (DlSession *self, guint entity)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->pointed_entity == entity)
    return;

  self->pointed_entity = entity;
  dl_session_notify (self, PROP_POINTED_ENTITY);
}

/**
 * dl_session_get_spoken:
 *
 * Returns: the sentence of the article that is being read aloud; empty if none is
 */
DlSpan
dl_session_get_spoken (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), ((DlSpan){ 0, 0 }));

  return self->spoken;
}

void
dl_session_set_spoken (DlSession *self, DlSpan spoken)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->spoken.start == spoken.start && self->spoken.end == spoken.end)
    return;

  self->spoken = spoken;
  self->n_spoken++;
  dl_session_notify (self, PROP_SPOKEN);
}

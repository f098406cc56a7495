/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "candidate.h"

/* Returns: (transfer full): a candidate that covers nothing yet; @rule is interned. */
DlCandidate *
dl_candidate_new (DlKind kind, const char *rule, double certainty)
{
  DlCandidate *self = g_new0 (DlCandidate, 1);

  self->kind = kind;
  self->rule = g_intern_string (rule);
  self->certainty = certainty;
  self->countries = "";
  self->entity = DL_NONE;
  self->index = DL_NONE;

  return self;
}

void
dl_candidate_free (DlCandidate *self)
{
  g_free (self->office);
  g_clear_pointer (&self->timex, dl_timex_free);
  g_free (self);
}

/**
 * dl_candidate_bind:
 * @owner: borrowed
 *
 * Makes @self another name of @owner: of its kind, its entity and its countries.
 */
void
dl_candidate_bind (DlCandidate *self, DlCandidate *owner)
{
  self->same = owner;
  self->flags |= DL_CANDIDATE_ALIAS;
  self->kind = owner->kind;
  self->id = owner->id;
  self->role = owner->role;
  self->head = owner->head;
  self->countries = owner->countries;
}

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

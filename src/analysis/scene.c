/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene.h"

#include <string.h>

/* Returns: (transfer none): the candidate at @position of the reading */
DlCandidate *
dl_scene_get_candidate (const DlScene *self, guint position)
{
  return g_ptr_array_index (self->reading->candidates, position);
}

/* Returns: (nullable): what the act is done to: the first name after its words */
DlCandidate *
dl_scene_find_object (const DlScene *self, const DlAct *act)
{
  for (guint i = self->first; i < self->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (self, i);

      if (candidate->span.start >= act->span.end && candidate->kind != DL_KIND_DATE &&
          candidate->kind != DL_KIND_TERM && candidate->kind != DL_KIND_QUANTITY)
        return candidate;
    }

  return NULL;
}

/* Returns: (nullable): the act of saying that comes right before @act in its sentence */
const DlAct *
dl_scene_find_saying (const DlScene *self, const DlAct *act)
{
  const DlAct *acts = (const DlAct *) self->reading->acts->data;

  return act > acts && act[-1].sentence == act->sentence && dl_scene_is_saying (&act[-1]) &&
             act[-1].span.end <= act->span.start
           ? &act[-1]
           : NULL;
}

gboolean
dl_scene_is_actor (const DlCandidate *candidate)
{
  return candidate->kind == DL_KIND_COUNTRY || candidate->kind == DL_KIND_ORGANISATION ||
         candidate->kind == DL_KIND_PERSON;
}

gboolean
dl_scene_is_saying (const DlAct *act)
{
  return strcmp (act->act, "statement") == 0;
}

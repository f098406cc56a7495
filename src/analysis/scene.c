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

/**
 * dl_scene_can_date:
 *
 * Returns: whether something may happen at what @candidate names: a date or time whose value
 *   is known, and no year that only belongs to a name, as in “the 1944 treaty”
 */
gboolean
dl_scene_can_date (const DlScene *self, const DlCandidate *candidate)
{
  static const char *const leads[] = {
    " the ", " a ", " an ", " of ", " de ", " del ", " di ", " do ", " da ", " von ",
  };
  const char *text = dl_article_get_text (self->reading->article);
  const DlTimex *timex = candidate->timex;

  if (timex == NULL || timex->date == NULL || timex->type > DL_TIMEX_TIME)
    return FALSE;

  for (guint i = 0; candidate->span.end - candidate->span.start == 4 && i < G_N_ELEMENTS (leads);
       i++)
    {
      const gsize length = strlen (leads[i]);

      if (candidate->span.start >= length &&
          memcmp (text + candidate->span.start - length, leads[i], length) == 0)
        return FALSE;
    }

  return TRUE;
}

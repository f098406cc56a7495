/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mention-finder.h"

/* Which of the mentions that are marked the reader means: at a place of the text, or the next
 * one. */

/**
 * dl_mention_finder_is_covered:
 *
 * Returns: whether the mention is inside another that is marked
 */
gboolean
dl_mention_finder_is_covered (DlSession *session, guint mention)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint within = dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->within;

  for (; within != DL_NONE;
       within = dl_mention_get_fields (dl_annotations_get_mention (annotations, within))->within)
    if (dl_session_is_mention_shown (session, within))
      return TRUE;

  return FALSE;
}

/**
 * dl_mention_finder_find_at:
 * @byte: of the article
 *
 * Returns: the innermost marked mention that holds @byte, or %DL_NONE
 */
guint
dl_mention_finder_find_at (DlSession *session, gsize byte)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint mention = DL_NONE;

  if (annotations != NULL)
    mention = dl_annotations_find_mention_at (annotations, byte);
  while (mention != DL_NONE && !dl_session_is_mention_shown (session, mention))
    mention = dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->within;

  return mention;
}

/* The last mention that starts before what is in sight, so that a step leads into it. */
static guint
find_before_sight (DlAnnotations *annotations, int step, DlSpan sight)
{
  guint after = dl_annotations_find_first_after (annotations, step > 0 ? sight.start : sight.end);

  if (after == DL_NONE)
    after = dl_annotations_get_n_mentions (annotations);

  return step > 0 ? after - 1 : after;
}

/**
 * dl_mention_finder_find_step:
 * @of_entity: whether only mentions of the selected entity count, if there is one
 * @step: 1 for the next mention, -1 for the one before
 * @sight: bytes of the article that are in sight
 *
 * Returns: the next marked mention in reading order from the selected one, or from what
 *   is in sight; after the last comes the first; %DL_NONE if there is none
 */
guint
dl_mention_finder_find_step (DlSession *session, gboolean of_entity, int step, DlSpan sight)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint n_mentions = annotations != NULL ? dl_annotations_get_n_mentions (annotations) : 0;
  guint entity, at;

  g_return_val_if_fail (step == 1 || step == -1, DL_NONE);

  if (n_mentions == 0)
    return DL_NONE;

  entity = of_entity ? dl_session_get_entity (session) : DL_NONE;
  at = dl_session_get_mention (session);
  if (at == DL_NONE)
    at = find_before_sight (annotations, step, sight);

  for (guint i = 0; i < n_mentions; i++)
    {
      at = (at + n_mentions + step) % n_mentions;
      if (entity != DL_NONE
            ? dl_mention_get_entity (dl_annotations_get_mention (annotations, at)) == entity
            : dl_session_is_mention_shown (session, at) &&
                !dl_mention_finder_is_covered (session, at))
        return at;
    }

  return DL_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-steps.h"

#include "map-stops.h"

/* Walks through the countries of an article, in its order, and through the places in them. */

static guint
find_selected (DlSession *session, DlAnnotations *annotations)
{
  const char *code = dl_session_get_country (session);

  return code != NULL ? dl_annotations_find_country (annotations, code) : DL_NONE;
}

/* The next that is shown, or DL_NONE. */
static guint
find_next (DlSession *session, DlAnnotations *annotations, guint from, int direction)
{
  guint n_countries = dl_annotations_get_n_countries (annotations);

  for (guint i = from; i < n_countries; i += direction)
    if (dl_session_is_country_shown (session, dl_country_get_code (
                                                dl_annotations_get_country (annotations, i))))
      return i;

  return DL_NONE;
}

/**
 * dl_map_step:
 * @session: (nullable): what is read
 * @direction: 1: the next of the article's countries; −1: the one before
 * @around: whether the first comes after the last
 *
 * Selects it; where none is selected, the first or the last one.
 *
 * Returns: whether there was one
 */
gboolean
dl_map_step (DlSession *session, int direction, gboolean around)
{
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  guint selected, first, next;

  if (annotations == NULL)
    return FALSE;

  selected = find_selected (session, annotations);
  first = direction > 0 ? 0 : dl_annotations_get_n_countries (annotations) - 1;
  next =
    find_next (session, annotations, selected != DL_NONE ? selected + direction : first, direction);
  if (next == DL_NONE && around)
    next = find_next (session, annotations, first, direction);
  if (next == DL_NONE)
    return FALSE;

  dl_session_select_country (session,
                             dl_country_get_code (dl_annotations_get_country (annotations, next)));

  return TRUE;
}

/* A place before its country. */
static guint
find_stop (GArray *stops, DlSession *session)
{
  const char *code = dl_session_get_country (session);
  guint found = DL_NONE;

  for (guint i = 0; i < stops->len; i++)
    {
      const DlMapStop *stop = &g_array_index (stops, DlMapStop, i);

      if (stop->code == NULL && stop->place == dl_session_get_entity (session))
        return i;
      if (stop->code != NULL && g_strcmp0 (stop->code, code) == 0)
        found = i;
    }

  return found;
}

/**
 * dl_map_step_anywhere:
 * @session: (nullable): what is read
 * @direction: 1: the next of the article's countries and the places in them; −1: the one before
 *
 * Selects it; the first comes after the last.
 */
void
dl_map_step_anywhere (DlSession *session, int direction)
{
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  g_autoptr (GArray) stops = NULL;
  const DlMapStop *next;
  guint current;

  if (annotations == NULL)
    return;

  stops = dl_map_stops_new (session);
  if (stops->len == 0)
    return;

  current = find_stop (stops, session);
  if (current == DL_NONE)
    current = direction > 0 ? stops->len - 1 : 0;
  next = &g_array_index (stops, DlMapStop, (current + stops->len + direction) % stops->len);
  if (next->code != NULL)
    dl_session_select_country (session, next->code);
  else
    dl_session_select_entity (session, next->place);
}

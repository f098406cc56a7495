/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

/* What of the annotations is shown. */

/* Returns: (transfer none): all of the below together */
const DlVisibility *
dl_session_get_visibility (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return &self->visibility;
}

/**
 * dl_session_get_time_filter:
 *
 * Returns: (nullable): the time outside which nothing is shown; %NULL shows all
 */
DlDate *
dl_session_get_time_filter (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->visibility.time_filter;
}

void
dl_session_set_time_filter (DlSession *self, DlDate *filter)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.time_filter == filter ||
      (self->visibility.time_filter != NULL && filter != NULL &&
       dl_date_equal (self->visibility.time_filter, filter)))
    return;

  g_clear_pointer (&self->visibility.time_filter, dl_date_unref);
  if (filter != NULL)
    self->visibility.time_filter = dl_date_ref (filter);
  dl_session_notify (self, PROP_TIME_FILTER);
}

guint
dl_session_get_hidden_kinds (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);

  return self->visibility.hidden_kinds;
}

/**
 * dl_session_set_hidden_kinds:
 * @kinds: bit 1 << #DlKind is set for each kind whose mentions are not marked
 */
void
dl_session_set_hidden_kinds (DlSession *self, guint kinds)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.hidden_kinds == kinds)
    return;

  self->visibility.hidden_kinds = kinds;
  dl_session_notify (self, PROP_HIDDEN_KINDS);
}

DlDensity
dl_session_get_density (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_DENSITY_ALL);

  return self->visibility.density;
}

void
dl_session_set_density (DlSession *self, DlDensity density)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (density < DL_N_DENSITIES);

  if (self->visibility.density == density)
    return;

  self->visibility.density = density;
  dl_session_notify (self, PROP_DENSITY);
}

DlClock
dl_session_get_clock (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_CLOCK_TOLD);

  return self->visibility.clock;
}

/**
 * dl_session_set_clock:
 *
 * By which clock the times of events are seen.  What passes the time filter may be another
 * then: one whose day is another.
 */
void
dl_session_set_clock (DlSession *self, DlClock clock)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.clock == clock)
    return;

  self->visibility.clock = clock;
  dl_session_notify (self, PROP_CLOCK);
  if (self->visibility.time_filter != NULL)
    dl_session_notify (self, PROP_TIME_FILTER);
}

gboolean
dl_session_is_event_shown (DlSession *self, guint event)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_visibility_shows_event (&self->visibility, self->annotations, event);
}

gboolean
dl_session_is_country_shown (DlSession *self, const char *code)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return dl_visibility_shows_country (&self->visibility, self->annotations, code);
}

gboolean
dl_session_is_mention_shown (DlSession *self, guint mention)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_visibility_shows_mention (&self->visibility, self->annotations, mention);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timex.h"

/* Returns: (transfer full): an expression that is not resolved yet */
DlTimex *
dl_timex_new (DlTimexType type, const char *expression)
{
  DlTimex *self = g_new0 (DlTimex, 1);

  self->type = type;
  self->expression = g_strdup (expression);

  return self;
}

void
dl_timex_free (DlTimex *self)
{
  g_free (self->expression);
  g_clear_pointer (&self->date, dl_date_unref);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

/* Returns: DATE, TIME, DURATION or SET, as TIMEX3 writes it */
const char *
dl_timex_type_get_nick (DlTimexType type)
{
  static const char *const nicks[] = { "DATE", "TIME", "DURATION", "SET" };

  return nicks[type];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

#include "links.h"

/* How countries are called, and who belongs to a bloc: others know that. */

/**
 * dl_session_set_name_func:
 * @func: (nullable): how countries are called in the interface's language
 */
void
dl_session_set_name_func (DlSession *self,
                          DlNameFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->name_destroy != NULL)
    self->name_destroy (self->name_data);

  self->name_func = func;
  self->name_data = user_data;
  self->name_destroy = destroy;
}

/**
 * dl_session_get_country_name:
 * @code: ISO 3166-1 alpha-2, or a bloc's code
 *
 * Returns: its name in the interface's language; failing that, as the article calls it;
 *   failing that, @code
 */
const char *
dl_session_get_country_name (DlSession *self, const char *code)
{
  const char *name = NULL;
  guint entity;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  if (self->name_func != NULL)
    name = self->name_func (code, self->name_data);
  if (name != NULL && *name != '\0')
    return name;

  entity =
    self->annotations != NULL ? dl_links_find_country_entity (self->annotations, code) : DL_NONE;

  return entity != DL_NONE
           ? dl_entity_get_name (dl_annotations_get_entity (self->annotations, entity))
           : code;
}

/**
 * dl_session_set_members_func:
 * @func: (nullable): tells who belongs to a bloc
 */
void
dl_session_set_members_func (DlSession *self,
                             DlMembersFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->members_destroy != NULL)
    self->members_destroy (self->members_data);

  self->members_func = func;
  self->members_data = user_data;
  self->members_destroy = destroy;
}

/**
 * dl_session_dup_members:
 * @bloc: its code
 *
 * Returns: (transfer full): the codes of its members when the article was written
 */
char **
dl_session_dup_members (DlSession *self, const char *bloc)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  if (self->members_func == NULL)
    return g_new0 (char *, 1);

  return self->members_func (bloc, dl_links_find_year (self->annotations), self->members_data);
}

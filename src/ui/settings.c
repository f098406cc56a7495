/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settings.h"

#include "lexicon.h"

/* What the program remembers from one start to the next.  The schema is looked for where the
 * system keeps them, then beside the program: an installation outside of the system's folders
 * and the build tree remember too. */

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  if (system != NULL)
    schema = g_settings_schema_source_lookup (system, APP_ID, TRUE);
  if (schema != NULL)
    return schema;

  folder = dl_schema_folder ();
  own = g_settings_schema_source_new_from_directory (folder, system, TRUE, NULL);

  return own != NULL ? g_settings_schema_source_lookup (own, APP_ID, FALSE) : NULL;
}

/**
 * dl_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not
 *   installed, and then nothing is remembered
 */
GSettings *
dl_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * dl_settings_bind:
 * @settings: (nullable): if %NULL, the property stays as it is
 * @key: a key of the schema
 * @object: lives as long as the binding
 *
 * Sets the property to what is remembered, and remembers what it becomes.
 */
void
dl_settings_bind (GSettings *settings, const char *key, gpointer object, const char *property)
{
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

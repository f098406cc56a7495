/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "importer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"
#include "xml.h"

/* Background XML → Background.  data/background/background.rng is its grammar; what the
 * program relies on is checked here: an id, a title, and of each fact its kind, its text and
 * its sources. */

#define NAMESPACE "https://dateline.github.io/ns/background"
#define VERSION "1"

/* No background file larger than this is read from a folder. */
#define MAX_FILE_BYTES (4 * 1024 * 1024)

typedef struct
{
  const xmlNode *root;
  const char *language; /* asked for; or %NULL */
  GHashTable *sources;  /* of the id of a source (char) its element (xmlNode) */
} Reader;

/* How well a text in @language serves a reader of @wanted: 3 the very tag, 2 the same
 * language, 1 English, 0 another. */
static guint
rate_language (const char *language, const char *wanted)
{
  if (language == NULL)
    return 0;
  if (wanted != NULL)
    {
      gsize primary = strcspn (wanted, "-_");

      if (g_ascii_strcasecmp (language, wanted) == 0)
        return 3;
      if (strcspn (language, "-_") == primary &&
          g_ascii_strncasecmp (language, wanted, primary) == 0)
        return 2;
    }

  return g_ascii_strncasecmp (language, "en", 2) == 0 && strcspn (language, "-_") == 2;
}

/* Of the children called @name, the text of the one that serves best, the first of equals. */
static char *
dup_best_text (const xmlNode *parent, const char *name, const char *wanted)
{
  const xmlNode *best = NULL;
  guint best_rating = 0;
  g_autofree char *text = NULL;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *language = NULL;

      if (!dl_xml_is (node, NAMESPACE, name))
        continue;
      language = dl_xml_dup_own_language (node);
      if (best == NULL || rate_language (language, wanted) > best_rating)
        {
          best = node;
          best_rating = rate_language (language, wanted);
        }
    }
  if (best == NULL)
    return NULL;

  text = dl_xml_dup_text (best);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_date (const xmlNode *node, DlDate **date, GError **error)
{
  g_autofree char *text = dl_xml_dup_attribute (node, "date");
  g_autoptr (GError) fault = NULL;

  if (text == NULL)
    return TRUE;

  *date = dl_date_parse (text, &fault);
  if (*date == NULL)
    dl_xml_set_error (error, node, "%s", fault->message);

  return *date != NULL;
}

static GHashTable *
find_sources (const xmlNode *root)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      char *id = dl_xml_is (node, NAMESPACE, "source") ? dl_xml_dup_attribute (node, "id") : NULL;

      if (id != NULL)
        g_hash_table_insert (sources, id, (gpointer) node);
    }

  return sources;
}

/* The sources of a fact, in one string; the address is the first one's that has any. */
static gboolean
read_sources (Reader *self, const xmlNode *node, DlFact *fact, GError **error)
{
  g_autofree char *value = dl_xml_dup_attribute (node, "source");
  g_auto (GStrv) ids = value != NULL ? g_strsplit_set (value, " \t\r\n", -1) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const xmlNode *source = g_hash_table_lookup (self->sources, ids[i]);
      g_autofree char *name = source != NULL ? dl_xml_dup_text (source) : NULL;

      if (*ids[i] == '\0')
        continue;
      if (name == NULL || *name == '\0')
        {
          dl_xml_set_error (error, node,
                            _ ("The source “%s” of this fact is not described in the file. Add "
                               "a source element with that id and a text."),
                            ids[i]);
          return FALSE;
        }
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
      if (fact->source_url == NULL)
        fact->source_url = dl_xml_dup_attribute (source, "url");
    }
  if (names->len == 0)
    {
      dl_xml_set_error (error, node,
                        _ ("This fact has no source. Say who states it, or remove it."));
      return FALSE;
    }

  fact->source = g_string_free (g_steal_pointer (&names), FALSE);

  return TRUE;
}

static gboolean
is_country_code (const char *code)
{
  return strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

static gboolean
read_countries (const xmlNode *node, DlFact *fact, GError **error)
{
  g_autofree char *value = dl_xml_dup_attribute (node, "countries");
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\r\n", -1) : NULL;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  if (words == NULL)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!is_country_code (words[i]))
        {
          dl_xml_set_error (error, node,
                            _ ("“%s” is no country code. Write two capital letters, such as "
                               "“KR” or “EU”."),
                            words[i]);
          return FALSE;
        }
      g_strv_builder_add (codes, words[i]);
    }
  fact->countries = g_strv_builder_end (codes);

  return TRUE;
}

static DlFact *
read_fact (Reader *self, const xmlNode *node, GError **error)
{
  g_autofree char *nick = dl_xml_dup_attribute (node, "kind");
  g_autoptr (DlFact) fact = NULL;
  DlFactKind kind;

  if (nick == NULL || !dl_fact_kind_from_nick (nick, &kind))
    {
      dl_xml_set_error (error, node,
                        _ ("“%s” is no kind of fact. Use one that the documentation of the "
                           "format lists."),
                        nick != NULL ? nick : "");
      return NULL;
    }

  fact = dl_fact_new (kind);
  fact->text = dup_best_text (node, "text", self->language);
  if (fact->text == NULL)
    {
      dl_xml_set_error (error, node, _ ("This fact has no text. Write what it states."));
      return NULL;
    }
  if (!read_sources (self, node, fact, error) || !read_countries (node, fact, error) ||
      !read_date (node, &fact->date, error))
    return NULL;

  return g_steal_pointer (&fact);
}

static GPtrArray *
read_facts (Reader *self, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_fact_free);

  for (const xmlNode *node = self->root->children; node != NULL; node = node->next)
    {
      DlFact *fact;

      if (!dl_xml_is (node, NAMESPACE, "fact"))
        continue;
      fact = read_fact (self, node, error);
      if (fact == NULL)
        return NULL;
      g_ptr_array_add (facts, fact);
    }

  return g_steal_pointer (&facts);
}

static GPtrArray *
read_names (const xmlNode *root)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *name = dl_xml_is (node, NAMESPACE, "name") ? dl_xml_dup_text (node) : NULL;

      if (name != NULL && *name != '\0')
        g_ptr_array_add (names, g_steal_pointer (&name));
    }

  return names;
}

static DlBackground *
read_background (Reader *self, GError **error)
{
  g_autofree char *id = dl_xml_dup_attribute (self->root, "id");
  g_autofree char *title = dup_best_text (self->root, "title", self->language);
  g_autoptr (DlDate) date = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (id == NULL || *id == '\0' || title == NULL)
    {
      dl_xml_set_error (error, self->root,
                        _ ("This background file has no id or no title. Add both."));
      return NULL;
    }
  if (!read_date (self->root, &date, error))
    return NULL;

  facts = read_facts (self, error);
  if (facts == NULL)
    return NULL;
  names = read_names (self->root);

  return dl_background_new (id, title, date, names, facts);
}

/**
 * dl_background_importer_import:
 * @bytes: background XML
 * @language: (nullable): the reader's, BCP 47; what is not there in it comes in English, else
 *   in the first language there is
 *
 * The names are those of all languages.
 *
 * Returns: (transfer full): the background, or %NULL with %DL_ERROR_FORMAT (not a background
 *   file, or of another version), %DL_ERROR_SYNTAX (the file breaks the rules of the format:
 *   a fact without a source), or an error of the XML parser set
 */
DlBackground *
dl_background_importer_import (GBytes *bytes, const char *language, GError **error)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GHashTable) sources = NULL;
  g_autofree char *version = NULL;
  const xmlNode *root;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  doc = dl_xml_parse (bytes, error);
  if (doc == NULL)
    return NULL;

  root = xmlDocGetRootElement (doc);
  version = dl_xml_dup_attribute (root, "version");
  if (!dl_xml_is (root, NAMESPACE, "background") || g_strcmp0 (version, VERSION) != 0)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_FORMAT,
                   _ ("This is not a background file of version %s. Choose another file, or "
                      "update Dateline."),
                   VERSION);
      return NULL;
    }

  sources = find_sources (root);

  return read_background (&(Reader){ root, language, sources }, error);
}

static DlBackground *
load_file (const char *path, const char *language, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR ||
      g_file_info_get_size (info) > MAX_FILE_BYTES)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                   _ ("This is no file, or one larger than %d MiB. Choose another one."),
                   MAX_FILE_BYTES / (1024 * 1024));
      return NULL;
    }

  bytes = dl_file_bytes_load (file, NULL, error);
  if (bytes == NULL)
    return NULL;

  return dl_background_importer_import (bytes, language, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * dl_background_importer_load_folder:
 * @path: a folder; it need not exist
 * @language: (nullable): as of dl_background_importer_import()
 *
 * A file that cannot be read, or is damaged, is left out, and a message of the log (info) says
 * why.
 *
 * Returns: (transfer full) (element-type DlBackground): of each “*.xml” in the folder, by the
 *   order of the files' names
 */
GPtrArray *
dl_background_importer_load_folder (const char *path, const char *language)
{
  GPtrArray *backgrounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_return_val_if_fail (path != NULL, backgrounds);

  folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (GError) error = NULL;
      DlBackground *background = load_file (file, language, &error);

      if (background != NULL)
        g_ptr_array_add (backgrounds, background);
      else
        g_info ("%s: %s", file, error->message);
    }

  return backgrounds;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lexicon.h"

#include <glib/gi18n.h>
#include <string.h>
#include <sys/mman.h>

#include "error.h"
#include "language.h"
#include "tables.h"

/**
 * DlLexicon:
 *
 * The read-only tables of names, words and rules, in the file that src/lexicon/compile
 * makes of data/lexicon.  The file is mapped, not read: opening costs a few page faults.
 */
struct _DlLexicon
{
  GObject parent_instance;

  GMappedFile *file;   /* owned */
  DlTables tables;     /* into @file */
  GHashTable *classes; /* owned: name of a class, borrowed from @file → its number */
};

G_DEFINE_FINAL_TYPE (DlLexicon, dl_lexicon, G_TYPE_OBJECT)

static void
dl_lexicon_finalize (GObject *object)
{
  DlLexicon *self = DL_LEXICON (object);

  g_hash_table_unref (self->classes);
  g_clear_pointer (&self->file, g_mapped_file_unref);

  G_OBJECT_CLASS (dl_lexicon_parent_class)->finalize (object);
}

static void
dl_lexicon_class_init (DlLexiconClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_lexicon_finalize;
}

static void
dl_lexicon_init (DlLexicon *self)
{
  self->classes = g_hash_table_new (g_str_hash, g_str_equal);
}

static gboolean
is_sound (const DlFormatHeader *header, gsize size)
{
  if (size < sizeof *header || header->magic != DL_FORMAT_MAGIC ||
      header->version != DL_FORMAT_VERSION)
    return FALSE;

  for (guint i = 0; i < DL_N_SECTIONS; i++)
    {
      if (header->sections[i].offset % 8 != 0 || header->sections[i].offset > size ||
          header->sections[i].size > size - header->sections[i].offset)
        return FALSE;
    }

  return header->sections[DL_SECTION_STRINGS].size > 0;
}

static void
find_sections (DlTables *tables, const DlFormatHeader *header)
{
  const char *base = (const char *) header;

#define SECTION(field, id) tables->field = (gconstpointer) (base + header->sections[id].offset)
#define COUNT(field, id) (header->sections[id].size / sizeof *tables->field)
  SECTION (strings, DL_SECTION_STRINGS);
  SECTION (classes, DL_SECTION_CLASSES);
  SECTION (entities, DL_SECTION_ENTITIES);
  SECTION (main_names, DL_SECTION_MAIN_NAMES);
  SECTION (names, DL_SECTION_NAMES);
  SECTION (trie, DL_SECTION_TRIE);
  SECTION (cautions, DL_SECTION_CAUTIONS);
  SECTION (cues, DL_SECTION_CUES);
  SECTION (members, DL_SECTION_MEMBERS);
  SECTION (rules, DL_SECTION_RULES);
  SECTION (attributes, DL_SECTION_ATTRIBUTES);
  SECTION (nodes, DL_SECTION_NODES);
  SECTION (values, DL_SECTION_VALUES);
  tables->n_classes = COUNT (classes, DL_SECTION_CLASSES);
  tables->n_entities = COUNT (entities, DL_SECTION_ENTITIES);
  tables->n_names = COUNT (names, DL_SECTION_NAMES);
  tables->n_trie = COUNT (trie, DL_SECTION_TRIE);
  tables->n_members = COUNT (members, DL_SECTION_MEMBERS);
  tables->n_rules = COUNT (rules, DL_SECTION_RULES);
  tables->n_nodes = COUNT (nodes, DL_SECTION_NODES);
#undef SECTION
#undef COUNT
}

static void
number_classes (DlLexicon *self)
{
  const DlTables *tables = &self->tables;

  for (guint i = 0; i < tables->n_classes; i++)
    g_hash_table_insert (self->classes, (gpointer) dl_tables_string (tables, tables->classes[i]),
                         GUINT_TO_POINTER (i));
}

/**
 * dl_lexicon_open:
 * @path: a file made by src/lexicon/compile, in the file system's encoding
 *
 * Returns: (transfer full): the lexicon, or %NULL with %DL_ERROR_DATA set if the file
 *   cannot be mapped, is cut short or was made by another version
 */
DlLexicon *
dl_lexicon_open (const char *path, GError **error)
{
  g_autoptr (DlLexicon) self = g_object_new (DL_TYPE_LEXICON, NULL);
  g_autoptr (GError) reason = NULL;
  const DlFormatHeader *header;

  g_return_val_if_fail (path != NULL, NULL);

  self->file = g_mapped_file_new (path, FALSE, &reason);
  if (self->file == NULL)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_DATA,
                   _ ("The names that Dateline knows could not be opened: %s. "
                      "Installing Dateline again may help."),
                   reason->message);
      return NULL;
    }

  header = (const DlFormatHeader *) g_mapped_file_get_contents (self->file);
  if (!is_sound (header, g_mapped_file_get_length (self->file)))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_DATA,
                   _ ("The file of names “%s” is damaged or of another version. "
                      "Installing Dateline again may help."),
                   path);
      return NULL;
    }
  find_sections (&self->tables, header);
  number_classes (self);

  return g_steal_pointer (&self);
}

/**
 * dl_lexicon_release_pages:
 *
 * Gives back the memory that look-ups have taken so far: the pages are the file's own, unchanged,
 * and the system still has them.  The next look-ups, in whichever thread, get theirs again, which
 * takes a millisecond for those of a whole article.
 */
void
dl_lexicon_release_pages (DlLexicon *self)
{
  g_return_if_fail (DL_IS_LEXICON (self));

  /* what fails leaves them where they are */
  madvise (g_mapped_file_get_contents (self->file), g_mapped_file_get_length (self->file),
           MADV_DONTNEED);
}

/**
 * dl_lexicon_open_default:
 *
 * Opens the file that came with the program.
 *
 * Returns: (transfer full): as dl_lexicon_open()
 */
DlLexicon *
dl_lexicon_open_default (GError **error)
{
  g_autofree char *path = dl_data_path ("lexicon/lexicon.dat");

  return dl_lexicon_open (path, error);
}

/**
 * dl_lexicon_get_tables:
 *
 * Returns: (transfer none): the sections, valid as long as @self
 */
const DlTables *
dl_lexicon_get_tables (DlLexicon *self)
{
  g_return_val_if_fail (DL_IS_LEXICON (self), NULL);

  return &self->tables;
}

/**
 * dl_lexicon_find_class:
 * @name: “month”, “country”
 *
 * Returns: the number of the class, %DL_FORMAT_NONE if no table has it
 */
guint
dl_lexicon_find_class (DlLexicon *self, const char *name)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->classes, name, NULL, &number))
    return DL_FORMAT_NONE;

  return GPOINTER_TO_UINT (number);
}

static guint
find_index (const DlTables *tables, const char *id)
{
  guint low = 0, high = tables->n_entities;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (dl_tables_string (tables, tables->entities[middle].id), id);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return DL_FORMAT_NONE;
}

/**
 * dl_lexicon_find_entity:
 * @id: “KR”, “EU”, “seoul”
 * @entity: (out caller-allocates): what the tables say of it
 *
 * Returns: whether the tables know @id
 */
gboolean
dl_lexicon_find_entity (DlLexicon *self, const char *id, DlLexiconEntity *entity)
{
  const DlTables *tables = dl_lexicon_get_tables (self);
  guint i = find_index (tables, id);
  const DlEntityRecord *record;

  if (i == DL_FORMAT_NONE)
    return FALSE;

  record = &tables->entities[i];
  *entity = (DlLexiconEntity){
    .id = dl_tables_string (tables, record->id),
    .kind = record->kind,
    .role = dl_tables_string (tables, record->role),
    .countries = dl_tables_string (tables, record->countries),
    .wikidata = dl_tables_string (tables, record->wikidata),
    .zone = dl_tables_string (tables, record->zone),
    .latitude = record->latitude,
    .longitude = record->longitude,
  };

  return TRUE;
}

/**
 * dl_lexicon_get_entity_name:
 * @id: an entity's id
 * @language: (nullable): BCP 47 tag or locale; %NULL or one without tables: English
 *
 * Returns: the first name of it that the tables list in @language, else in English, else
 *   @id itself; valid as long as @self and @id
 */
const char *
dl_lexicon_get_entity_name (DlLexicon *self, const char *id, const char *language)
{
  const DlTables *tables = dl_lexicon_get_tables (self);
  const DlLanguage wanted = dl_language_from_tag (language);
  guint entity = find_index (tables, id);
  const guint32 *names;

  if (entity == DL_FORMAT_NONE)
    return id;

  names = tables->main_names + entity * DL_N_LANGUAGES;
  if (wanted < DL_N_LANGUAGES && names[wanted] != 0)
    return dl_tables_string (tables, names[wanted]);
  if (names[DL_LANGUAGE_EN] != 0)
    return dl_tables_string (tables, names[DL_LANGUAGE_EN]);

  return id;
}

/**
 * dl_member_is_in:
 * @year: %G_MAXINT: today
 *
 * Returns: whether the country belongs to the bloc in that year
 */
gboolean
dl_member_is_in (const DlMember *self, int year)
{
  return self->from <= year && (self->until == 0 || year <= self->until);
}

/**
 * dl_lexicon_get_members:
 * @bloc: the bloc's id
 * @members: (out caller-allocates) (array length=size): room for @size of them
 *
 * Returns: how many members, past and present, the tables list, which may be more than
 *   @size; 0 for what is no bloc
 */
guint
dl_lexicon_get_members (DlLexicon *self, const char *bloc, DlMember *members, guint size)
{
  const DlTables *tables = dl_lexicon_get_tables (self);
  guint entity = find_index (tables, bloc);
  guint n = 0;

  for (guint i = 0; i < tables->n_members && entity != DL_FORMAT_NONE; i++)
    {
      const DlMemberRecord *record = &tables->members[i];

      if (record->bloc != entity)
        continue;
      if (n < size)
        members[n] =
          (DlMember){ dl_tables_string (tables, record->country), record->from, record->until };
      n++;
    }

  return n;
}

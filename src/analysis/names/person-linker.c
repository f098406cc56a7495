/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "person-linker.h"

#include <string.h>

#include "fold.h"
#include "name-stem.h"
#include "word-list.h"

/* Which names of persons are one person's: a surname may stand before the full name, as in
 * a headline, and names bend with the case.  Each full name is remembered by the parts it
 * may go by; where two persons share a part, it is the one named last. */

/* A name of more words than this is none. */
#define MAX_WORDS 8

typedef struct
{
  DlReading *reading;
  GHashTable *persons; /* owned first and last word, or all → DlCandidate, the first so named */
  GHashTable *before;  /* owned part of a name → DlCandidate named in full last */
  GHashTable *all;     /* the same over all of the article; NULL where persons share it */
} Linker;

/* A name as its words, folded and without their endings. */
typedef struct
{
  char *words[MAX_WORDS];
  guint n;
} Name;

static void
name_clear (Name *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->words[i]);
  self->n = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, name_clear)

static void
add_word (Name *self, DlReading *reading, const char *word)
{
  /* “Jr” is no surname. */
  if (*word == '\0' || self->n == MAX_WORDS ||
      (self->n > 0 &&
       dl_word_list_find (reading->lexicon, "name-suffix", reading->language, word) != NULL))
    return;
  self->words[self->n] = g_strdup (word);
  dl_name_stem (reading->lexicon, self->words[self->n++], reading->language);
}

static void
read_name (Name *self, DlReading *reading, const DlCandidate *candidate)
{
  g_autofree char *text = dl_article_dup_excerpt (reading->article, candidate->span);
  g_autofree char *folded = dl_fold_string (text);
  g_auto (GStrv) words = NULL;

  g_strdelimit (folded, ".,", ' ');
  for (char *dot = strstr (folded, "・"); dot != NULL; dot = strstr (dot, "・"))
    memset (dot, ' ', strlen ("・"));
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    add_word (self, reading, words[i]);
}

/* Whether the word is of a script in which a surname and a given name are written
 * together. */
static gboolean
is_unspaced (const char *word)
{
  const GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (word));

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL;
}

static char *
join (const Name *name, guint first)
{
  GString *joined = g_string_new (name->words[first]);

  for (guint i = first + 1; i < name->n; i++)
    g_string_append_printf (joined, " %s", name->words[i]);

  return g_string_free (joined, FALSE);
}

/* What tells a person from others of the article. */
static char *
dup_person (const Name *name)
{
  return name->n > 1 ? g_strdup_printf ("%s %s", name->words[0], name->words[name->n - 1])
                     : g_strdup (name->words[0]);
}

typedef void (*PartFunc) (Linker *linker, char *part, DlCandidate *person);

/* Calls @func with each part that the name may go by: its last words, its first word, or
 * of one written together its beginning. */
static void
each_part (Linker *linker, const Name *name, DlCandidate *person, PartFunc func)
{
  for (guint i = 1; i < name->n; i++)
    func (linker, join (name, i), person);
  if (name->n > 1)
    func (linker, g_strdup (name->words[0]), person);
  else if (is_unspaced (name->words[0]))
    {
      const char *word = name->words[0];

      for (const char *p = g_utf8_next_char (word); *p != '\0'; p = g_utf8_next_char (p))
        func (linker, g_strndup (word, p - word), person);
    }
}

static DlCandidate *
get_first (DlCandidate *candidate)
{
  return candidate->same != NULL ? candidate->same : candidate;
}

static void
add_to_all (Linker *linker, char *part, DlCandidate *person)
{
  gpointer known;

  if (g_hash_table_lookup_extended (linker->all, part, NULL, &known) && known != get_first (person))
    g_hash_table_replace (linker->all, part, NULL);
  else
    g_hash_table_replace (linker->all, part, get_first (person));
}

static void
add_before (Linker *linker, char *part, DlCandidate *person)
{
  g_hash_table_replace (linker->before, part, get_first (person));
}

static gboolean
is_free (const DlCandidate *candidate)
{
  return candidate->kind == DL_KIND_PERSON && candidate->same == NULL &&
         !(candidate->flags & DL_CANDIDATE_SHORT);
}

/* Joins what names a person in full with what named it so before, in another case or with
 * another middle name. */
static void
join_full (Linker *linker, DlCandidate *candidate)
{
  g_auto (Name) name = { 0 };
  g_autofree char *person = NULL;
  DlCandidate *first;

  read_name (&name, linker->reading, candidate);
  if (name.n == 0)
    return;
  person = dup_person (&name);
  first = g_hash_table_lookup (linker->persons, person);
  if (first != NULL)
    candidate->same = first;
  else
    g_hash_table_insert (linker->persons, g_steal_pointer (&person), candidate);
  each_part (linker, &name, candidate, add_to_all);
}

/* Finds whom a part of a name stands for; a surname that was found because of a name
 * before it may yet be that of another, nearer one. */
static void
join_part (Linker *linker, DlCandidate *candidate)
{
  const gboolean is_short = (candidate->flags & DL_CANDIDATE_SHORT) != 0;
  g_auto (Name) name = { 0 };
  g_autofree char *part = NULL;
  DlCandidate *owner;

  read_name (&name, linker->reading, candidate);
  if (name.n == 0)
    return;
  part = join (&name, 0);
  owner = g_hash_table_lookup (linker->before, part);
  if (owner == NULL && !is_short)
    owner = g_hash_table_lookup (linker->all, part);
  if (owner != NULL && owner != candidate && (is_short || candidate->same == NULL))
    {
      candidate->same = owner;
      candidate->flags |= DL_CANDIDATE_SHORT;
    }
  if (!is_short)
    each_part (linker, &name, candidate, add_before);
}

/**
 * dl_person_linker_run:
 * @reading: with its candidates resolved
 *
 * Sets what @same is of the persons: a part of a name, the same name in another case or
 * with another middle name belong to the person first named so in full, be it before or
 * after.
 */
void
dl_person_linker_run (DlReading *reading)
{
  g_autoptr (GHashTable) persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Linker linker = { reading, persons, before, all };

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (is_free (candidate))
        join_full (&linker, candidate);
    }
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->kind == DL_KIND_PERSON)
        join_part (&linker, candidate);
    }
}

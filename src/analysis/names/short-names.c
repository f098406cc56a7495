/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "short-names.h"

#include <string.h>

#include "fold.h"
#include "name-stem.h"

/* What an article calls later on what it has named in full: an abbreviation given with it, a
 * person's surname by itself. */

/* Before the names in the reading's table that only count after an honorific. */
#define TITLED "~"

/* What the tagger says yields to what the article says. */
static gboolean
is_learned (const DlCandidate *candidate)
{
  return (candidate->flags & DL_CANDIDATE_LEARNED) != 0;
}

/* A person may be called by as many words before the surname, “van der Aalst”. */
#define MAX_PARTICLES 4

static gboolean
is_word (DlPassage *passage, guint token, const char *folded)
{
  const DlToken *word = dl_passage_get_token (passage, token);
  const char *text = passage->matcher->fold->text + word->start;

  return strlen (folded) == word->end - word->start &&
         strncmp (text, folded, word->end - word->start) == 0;
}

/* The first token of what stands for @owner: a surname at @token keeps the particles that the
 * full name has, “van Aalst”, but not the preposition of the sentence, “de Aalst”. */
static guint
find_particles (DlPassage *passage, const DlCandidate *owner, guint token)
{
  g_autofree char *text = dl_article_dup_excerpt (passage->reading->article, owner->span);
  g_autofree char *folded = dl_fold_string (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = 0;

  for (guint i = g_strv_length (words); i > 2 && n < MAX_PARTICLES; i--, n++)
    {
      if (token < n + 1 || !is_word (passage, token - n - 1, words[i - 2]))
        break;
    }

  return token - n;
}

static void
remember (DlReading *reading, GHashTable *shorts, DlCandidate *candidate, const char *text)
{
  char *folded = dl_fold_string (text);

  if (candidate->kind == DL_KIND_PERSON)
    dl_name_stem (reading->lexicon, folded, reading->language);
  if (*folded == '\0' || strchr (folded, ' ') != NULL || g_hash_table_contains (shorts, folded))
    g_free (folded);
  else
    g_hash_table_insert (shorts, folded, candidate);
}

/* A word of a person's name, by itself only where it cannot be a common word. */
static void
remember_part (DlReading *reading,
               GHashTable *shorts,
               DlCandidate *candidate,
               const char *part,
               gboolean is_plain)
{
  g_autofree char *titled = g_strconcat (TITLED, part, NULL);

  remember (reading, shorts, candidate, titled);
  if (is_plain && g_utf8_strlen (part, -1) > 3)
    remember (reading, shorts, candidate, part);
}

/* A person is called by the last word of the name later on, in Vietnamese texts a foreigner
 * by the first too, for Japanese, Korean and Chinese names begin with the surname there.
 * Vietnamese names go on with “ông”, “bà”. */
static void
remember_person (DlReading *reading, GHashTable *shorts, DlCandidate *candidate)
{
  const gboolean is_vietnamese = (candidate->flags & DL_CANDIDATE_HOME_SURNAME) != 0;
  g_autofree char *name = dl_article_dup_excerpt (reading->article, candidate->span);
  char *last = strrchr (name, ' ');

  if (last == NULL)
    return;
  remember_part (reading, shorts, candidate, last + 1, !is_vietnamese);
  *strchr (name, ' ') = '\0';
  if (reading->language == DL_LANGUAGE_VI && !is_vietnamese)
    remember_part (reading, shorts, candidate, name, TRUE);
}

/* Takes note of what the candidates from @first on may be called later. */
static void
remember_all (DlReading *reading, GHashTable *shorts, GPtrArray *candidates, guint first)
{
  for (guint i = first; i < candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->flags & DL_CANDIDATE_SHORT)
        continue;
      if (candidate->kind == DL_KIND_PERSON)
        remember_person (reading, shorts, candidate);
      else if ((candidate->flags & DL_CANDIDATE_ALIAS) && candidate->same != NULL &&
               strcmp (candidate->rule, "abbreviation") == 0)
        {
          g_autofree char *text = dl_article_dup_excerpt (reading->article, candidate->span);

          remember (reading, shorts, candidate->same, text);
        }
    }
}

static DlCandidate *
look_up (DlReading *reading, GHashTable *local, const char *folded)
{
  DlCandidate *owner = g_hash_table_lookup (local, folded);

  return owner != NULL ? owner : g_hash_table_lookup (reading->shorts, folded);
}

/* Whose name @folded is, or is a form of. */
static DlCandidate *
find_owner (DlReading *reading, GHashTable *local, const char *folded)
{
  g_autofree char *stem = g_strdup (folded);
  DlCandidate *owner = dl_name_stem (reading->lexicon, stem, reading->language)
                         ? look_up (reading, local, stem)
                         : NULL;

  return owner != NULL && owner->kind == DL_KIND_PERSON ? owner : look_up (reading, local, folded);
}

/* “Mrs Castro”, once she has been named in full. */
static void
bind_titled (DlReading *reading, GHashTable *local, GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *name = NULL;
      g_autofree char *titled = NULL;
      DlCandidate *owner;

      if (candidate->kind != DL_KIND_PERSON || candidate->after != candidate->first + 1)
        continue;
      name = dl_article_dup_excerpt (reading->article, candidate->span);
      titled = g_strconcat (TITLED, name, NULL);
      g_free (name);
      name = dl_fold_string (titled);
      owner = find_owner (reading, local, name);
      if (owner != NULL && owner != candidate)
        {
          dl_candidate_bind (candidate, owner);
          candidate->flags |= DL_CANDIDATE_SHORT;
        }
    }
}

/* A word that the tagger has found stands for @owner. */
static void
bind_repeat (DlCandidate *candidate, DlCandidate *owner)
{
  dl_candidate_bind (candidate, owner);
  candidate->flags |= DL_CANDIDATE_SHORT;
}

/* A word with a capital, in no candidate yet, that stands for @owner. */
static void
add_repeat (DlPassage *passage, DlCandidate *owner, guint token)
{
  const gboolean person = owner->kind == DL_KIND_PERSON;
  DlCandidate *candidate =
    dl_candidate_new (owner->kind, person ? "surname" : "abbreviation", owner->certainty * 0.9);

  dl_candidate_bind (candidate, owner);
  candidate->flags |= DL_CANDIDATE_SHORT;
  dl_passage_add (passage, candidate, find_particles (passage, owner, token), token + 1);
}

static void
add_repeats (DlPassage *passage, GHashTable *local)
{
  DlReading *reading = passage->reading;
  const DlFold *fold = passage->matcher->fold;

  for (guint i = 0; i < dl_passage_get_n_tokens (passage); i++)
    {
      const DlToken *token = dl_passage_get_token (passage, i);
      g_autofree char *folded = NULL;
      DlCandidate *owner, *candidate;

      if (!(token->flags & DL_CHAR_UPPER))
        continue;
      folded = g_strndup (fold->text + token->start, token->end - token->start);
      owner = find_owner (reading, local, folded);
      if (owner == NULL ||
          (owner->kind != DL_KIND_PERSON && !dl_passage_is_upper (passage, i, i + 1)))
        continue;
      candidate = dl_passage_find_candidate (passage, i, i + 1);
      if (candidate == NULL)
        add_repeat (passage, owner, i);
      else if (is_learned (candidate) && candidate->same == NULL && candidate != owner)
        bind_repeat (candidate, owner);
    }
}

/**
 * dl_short_names_find_repeats:
 *
 * Adds a candidate for each word that stands for what this passage or one before it names
 * in full: a surname, an abbreviation.
 */
void
dl_short_names_find_repeats (DlPassage *passage)
{
  g_autoptr (GHashTable) local = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  remember_all (passage->reading, local, passage->candidates, 0);
  if (g_hash_table_size (local) + g_hash_table_size (passage->reading->shorts) == 0)
    return;

  bind_titled (passage->reading, local, passage->candidates);
  add_repeats (passage, local);
}

/**
 * dl_short_names_remember:
 * @first_candidate: index in the reading's candidates from which on they are new
 *
 * Takes note of what the new candidates, already resolved, may be called later on.
 */
void
dl_short_names_remember (DlReading *reading, guint first_candidate)
{
  remember_all (reading, reading->shorts, reading->candidates, first_candidate);
}

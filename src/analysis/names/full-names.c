/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "full-names.h"

#include <string.h>

#include "fold.h"

/* Persons of Korean, Chinese and Japanese texts, named again in full without the office
 * that gave them away the first time.  No space tells where such a name ends, so the
 * article's own names are looked for. */

#define MIN_TOKENS 2 /* of a name that is found by itself */
#define MAX_TOKENS 8

/* Korean writes names of two syllables that begin words of three. */
#define MIN_HANGUL 3

/* Before the keys in the reading's table: a whole name; the character it begins with. */
#define WHOLE "="
#define BEGIN "<"

static gboolean
is_unspaced (DlLanguage language)
{
  return language == DL_LANGUAGE_KO || language == DL_LANGUAGE_JA || language == DL_LANGUAGE_ZH;
}

static void
remember (GHashTable *names, const char *prefix, const char *text, gsize length, DlCandidate *owner)
{
  char *key = g_strdup_printf ("%s%.*s", prefix, (int) length, text);

  if (g_hash_table_contains (names, key))
    g_free (key);
  else
    g_hash_table_insert (names, key, owner);
}

static void
remember_person (DlReading *reading, GHashTable *names, DlCandidate *candidate)
{
  g_autofree char *text = dl_article_dup_excerpt (reading->article, candidate->span);
  g_autofree char *name = dl_fold_string (text);
  const glong length = g_utf8_strlen (name, -1);

  if (length < MIN_TOKENS || length > MAX_TOKENS || strchr (name, ' ') != NULL)
    return;
  remember (names, WHOLE, name, strlen (name), candidate);
  remember (names, BEGIN, name, g_utf8_next_char (name) - name, candidate);
}

static void
remember_all (DlReading *reading, GHashTable *names, GPtrArray *candidates, guint first)
{
  for (guint i = first; i < candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->kind == DL_KIND_PERSON && !(candidate->flags & DL_CANDIDATE_SHORT))
        remember_person (reading, names, candidate);
    }
}

static DlCandidate *
find_owner (DlPassage *passage, GHashTable *local, const char *prefix, guint first, guint after)
{
  const char *text = passage->matcher->fold->text;
  const guint32 start = dl_passage_get_token (passage, first)->start;
  const guint32 end = dl_passage_get_token (passage, after - 1)->end;
  char key[64];
  DlCandidate *owner;

  if (end - start + 2 > sizeof key)
    return NULL;
  key[0] = *prefix;
  memcpy (key + 1, text + start, end - start);
  key[end - start + 1] = '\0';
  owner = g_hash_table_lookup (local, key);

  return owner != NULL ? owner : g_hash_table_lookup (passage->reading->shorts, key);
}

static void
bind (DlCandidate *candidate, DlCandidate *owner)
{
  candidate->same = owner;
  candidate->flags |= DL_CANDIDATE_ALIAS | DL_CANDIDATE_SHORT;
  candidate->countries = owner->countries;
}

/* Whether a candidate of a passage stands on one of the tokens. */
static gboolean
is_taken (DlPassage *passage, guint first, guint after)
{
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (candidate->first < after && candidate->after > first && candidate->kind != DL_KIND_TERM &&
          candidate->kind != DL_KIND_QUANTITY)
        return TRUE;
    }

  return FALSE;
}

/* Names of Hangul begin words. */
static gboolean
may_begin (DlPassage *passage, guint token)
{
  const guint flags = dl_passage_get_token (passage, token)->flags;

  if (!(flags & DL_CHAR_SINGLE))
    return FALSE;

  return !(flags & DL_CHAR_HANGUL) || !dl_passage_is_glued (passage, token) ||
         !(dl_passage_get_token (passage, token - 1)->flags & DL_CHAR_HANGUL);
}

/* Returns: the token after the longest name that begins at @first, 0 if none does */
static guint
find_whole (DlPassage *passage, GHashTable *local, guint first, DlCandidate **owner)
{
  const gboolean hangul = dl_passage_get_token (passage, first)->flags & DL_CHAR_HANGUL;
  const guint n = dl_passage_get_n_tokens (passage);
  guint after = first + 1;

  *owner = NULL;
  while (after < n && after - first < MAX_TOKENS && dl_passage_is_glued (passage, after))
    after++;
  for (; after - first >= (hangul ? MIN_HANGUL : MIN_TOKENS); after--)
    {
      *owner = find_owner (passage, local, WHOLE, first, after);
      if (*owner != NULL)
        return after;
    }

  return 0;
}

static void
add_repeat (DlPassage *passage, DlCandidate *owner, guint first, guint after)
{
  DlCandidate *candidate = dl_candidate_new (DL_KIND_PERSON, "name-again", owner->certainty * 0.95);

  bind (candidate, owner);
  dl_passage_add (passage, candidate, first, after);
}

static void
add_repeats (DlPassage *passage, GHashTable *local)
{
  for (guint i = 0; i < dl_passage_get_n_tokens (passage); i++)
    {
      DlCandidate *owner;
      guint after;

      if (!may_begin (passage, i) || find_owner (passage, local, BEGIN, i, i + 1) == NULL)
        continue;
      after = find_whole (passage, local, i, &owner);
      if (after != 0 && !is_taken (passage, i, after))
        add_repeat (passage, owner, i, after);
    }
}

/**
 * dl_full_names_find:
 *
 * Adds a candidate for each person of the article who is named again without what tells a
 * name.
 */
void
dl_full_names_find (DlPassage *passage)
{
  g_autoptr (GHashTable) local = NULL;

  if (!is_unspaced (passage->language))
    return;
  local = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  remember_all (passage->reading, local, passage->candidates, 0);
  if (g_hash_table_size (local) + g_hash_table_size (passage->reading->shorts) == 0)
    return;

  add_repeats (passage, local);
}

/**
 * dl_full_names_remember:
 * @first_candidate: index in the reading's candidates from which on they are new
 *
 * Takes note of the persons named, already resolved, for what follows.
 */
void
dl_full_names_remember (DlReading *reading, guint first_candidate)
{
  if (is_unspaced (reading->language))
    remember_all (reading, reading->shorts, reading->candidates, first_candidate);
}

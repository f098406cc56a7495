/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compound-recognizer.h"

#include <string.h>

/* Countries inside compounds of the tables:
 * - “countries”: a word of syllables, a country each, at the start of a word of Hangul that
 *   does not go on with any but the words “after-countries” and “country-particle”;
 * - “perhaps-countries”: the same, but one of “after-countries” must follow;
 * - “country-prefix”: a first part before a hyphen and a word. */

#define CERTAINTY 0.9

static gboolean
is_hangul (DlPassage *passage, guint token)
{
  return (dl_passage_get_token (passage, token)->flags & DL_CHAR_HANGUL) != 0;
}

static gboolean
has_word (DlPassage *passage, guint token, const char *klass)
{
  return token < dl_passage_get_n_tokens (passage) &&
         dl_passage_find_edge (passage, token,
                               dl_lexicon_find_class (passage->reading->lexicon, klass)) != NULL;
}

/* A particle ends the word it follows. */
static gboolean
has_particle (DlPassage *passage, guint token)
{
  return has_word (passage, token, "country-particle") &&
         !(dl_passage_is_glued (passage, token + 1) && is_hangul (passage, token + 1));
}

static gboolean
may_follow (DlPassage *passage, guint token, gboolean is_certain)
{
  if (has_word (passage, token, "after-countries"))
    return TRUE;
  if (!is_certain)
    return FALSE;

  return !dl_passage_is_glued (passage, token) || !is_hangul (passage, token) ||
         has_particle (passage, token);
}

/* @code: (inout): a code of the list, of which the next is found */
static const char *
read_code (const char **codes)
{
  const gsize length = strcspn (*codes, " ");
  g_autofree char *code = g_strndup (*codes, length);

  *codes += length + ((*codes)[length] == ' ');

  return g_intern_string (code);
}

static void
add (DlPassage *passage, DlKind kind, const char *code, guint token)
{
  DlCandidate *candidate = dl_candidate_new (kind, "compound", CERTAINTY);

  candidate->id = candidate->countries = code;
  candidate->role = g_intern_static_string ("country");
  dl_passage_add (passage, candidate, token, token + 1);
}

/* A country for each token of the hit. */
static void
add_all (DlPassage *passage, const DlHit *hit)
{
  const char *codes = dl_tables_string (passage->reading->tables, hit->name->value);

  for (guint i = hit->first; i < hit->after && *codes != '\0'; i++)
    add (passage, DL_KIND_COUNTRY, read_code (&codes), i);
}

static gboolean
is_prefix (DlPassage *passage, const DlHit *hit)
{
  return dl_passage_is_glued (passage, hit->after) &&
         dl_passage_is_token (passage, hit->after, "-") &&
         dl_passage_is_glued (passage, hit->after + 1) &&
         (dl_passage_get_token (passage, hit->after + 1)->flags & DL_CHAR_LETTER);
}

/* The longest of those that begin at one token comes first. */
static gboolean
is_shorter (const DlHit *hit, const DlHit *taken)
{
  return taken != NULL && hit->first < taken->after;
}

/**
 * dl_compound_recognizer_run:
 *
 * Adds a candidate for each country that is a part of a compound.
 */
void
dl_compound_recognizer_run (DlPassage *passage)
{
  DlLexicon *lexicon = passage->reading->lexicon;
  const GArray *hits = passage->matcher->hits;
  const guint certain = dl_lexicon_find_class (lexicon, "countries");
  const guint doubtful = dl_lexicon_find_class (lexicon, "perhaps-countries");
  const guint prefix = dl_lexicon_find_class (lexicon, "country-prefix");
  const DlHit *taken = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const DlHit *hit = &g_array_index (hits, DlHit, i);
      const guint klass = hit->name->flags & DL_NAME_WORD ? hit->name->klass : DL_FORMAT_NONE;

      if ((klass != certain && klass != doubtful && klass != prefix) || klass == DL_FORMAT_NONE ||
          !(hit->name->languages >> passage->language & 1) || is_shorter (hit, taken))
        continue;
      if (klass == prefix && is_prefix (passage, hit))
        add (passage, DL_KIND_DEMONYM,
             dl_tables_string (passage->reading->tables, hit->name->value), hit->first);
      else if (klass != prefix && may_follow (passage, hit->after, klass == certain))
        add_all (passage, hit);
      taken = hit;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "passage.h"

#include <string.h>

#include "grammar.h"
#include "sentences.h"

DlPassage *
dl_passage_new (DlReading *reading)
{
  DlPassage *self = g_new0 (DlPassage, 1);

  self->reading = reading;
  self->matcher = dl_matcher_new ();
  self->heads = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->looks = g_array_new (FALSE, FALSE, sizeof (DlLook));
  self->edges = g_array_new (FALSE, FALSE, sizeof (DlEdge));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (DlTokenRange));
  self->candidates = g_ptr_array_new ();

  return self;
}

void
dl_passage_free (DlPassage *self)
{
  dl_sentences_close (self);
  dl_grammar_scratch_free (self->scratch);
  dl_matcher_free (self->matcher);
  g_array_unref (self->heads);
  g_array_unref (self->looks);
  g_array_unref (self->edges);
  g_array_unref (self->sentences);
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

/* Returns: where the tokens from @first to before @after stand in the article's text. */
DlSpan
dl_passage_get_span (DlPassage *self, guint first, guint after)
{
  DlSpan span = dl_fold_get_source (self->matcher->fold, dl_passage_get_token (self, first)->start,
                                    dl_passage_get_token (self, after - 1)->end);

  return (DlSpan){ span.start + self->offset, span.end + self->offset };
}

/* Returns: (transfer full): the text of those tokens, as the article has it. */
char *
dl_passage_dup_text (DlPassage *self, guint first, guint after)
{
  return dl_article_dup_excerpt (self->reading->article, dl_passage_get_span (self, first, after));
}

/* Returns: whether the token reads @folded once folded; %FALSE beyond either end. */
gboolean
dl_passage_is_token (DlPassage *self, guint i, const char *folded)
{
  const DlToken *token;
  const gsize length = strlen (folded);

  if (i >= dl_passage_get_n_tokens (self))
    return FALSE;

  token = dl_passage_get_token (self, i);

  return token->end - token->start == length &&
         memcmp (self->matcher->fold->text + token->start, folded, length) == 0;
}

/* Returns: whether the token stands right behind the one before, without a space; %FALSE
 * beyond either end */
gboolean
dl_passage_is_glued (DlPassage *self, guint i)
{
  return i > 0 && i < dl_passage_get_n_tokens (self) &&
         !(dl_passage_get_token (self, i)->flags & DL_CHAR_SPACE);
}

/* Returns: (transfer none): the sentence that holds the token. */
const DlTokenRange *
dl_passage_find_sentence (DlPassage *self, guint token)
{
  guint low = 0, high = self->sentences->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sentences, DlTokenRange, middle).first <= token)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->sentences, DlTokenRange, low);
}

/* Lays an edge from the token @first. */
void
dl_passage_add_edge (DlPassage *self, guint first, DlEdge edge)
{
  guint32 *head = &g_array_index (self->heads, guint32, first);

  g_array_index (self->looks, DlLook, first) |= dl_look_of_class (edge.klass);
  edge.next = *head;
  *head = self->edges->len;
  g_array_append_val (self->edges, edge);
}

/* Makes room for the edges of the passage's tokens, of which there are none yet. */
static void
clear_edges (DlPassage *self)
{
  const GArray *tokens = self->matcher->tokens;

  g_array_set_size (self->edges, 0);
  g_array_set_size (self->heads, tokens->len);
  g_array_set_size (self->looks, tokens->len);
  for (guint i = 0; i < tokens->len; i++)
    {
      const DlToken *token = &g_array_index (tokens, DlToken, i);
      DlLook look = dl_look_of_flags (token->flags);

      if (token->literal != 0)
        look |= dl_look_of_literal (token->literal);
      g_array_index (self->heads, guint32, i) = DL_FORMAT_NONE;
      g_array_index (self->looks, DlLook, i) = look;
    }
}

/* Words of the grammar are of the block's own language. */
static void
add_words (DlPassage *self)
{
  const guint language = 1u << self->language;

  for (guint i = 0; i < self->matcher->hits->len; i++)
    {
      const DlHit *hit = &g_array_index (self->matcher->hits, DlHit, i);

      if ((hit->name->flags & DL_NAME_WORD) && (hit->name->languages & language))
        dl_passage_add_edge (self, hit->first,
                             (DlEdge){ .after = hit->after,
                                       .klass = hit->name->klass,
                                       .value = hit->name->value,
                                       .name = hit->name });
    }
}

/**
 * dl_passage_set_block:
 * @block: position of a block of the article
 *
 * Makes @self the passage of @block: finds its tokens, names and sentences.  The
 * sentences are added to the reading.  The memory of the passage before is used again.
 */
void
dl_passage_set_block (DlPassage *self, guint block)
{
  DlReading *reading = self->reading;
  DlBlock *part = dl_article_get_block (reading->article, block);
  DlSpan span = dl_block_get_span (part);
  DlLanguage own = dl_language_from_tag (dl_block_get_language (part));
  guint languages;

  self->block = block;
  self->offset = span.start;
  self->text = dl_article_get_text (reading->article) + span.start;
  self->length = span.end - span.start;
  self->language = own != DL_N_LANGUAGES ? own : reading->language;
  languages = 1u << self->language | 1u << DL_LANGUAGE_EN;

  dl_matcher_run (self->matcher, reading->lexicon, languages, self->text, self->length);
  g_ptr_array_set_size (self->candidates, 0);
  g_array_set_size (self->sentences, 0);
  clear_edges (self);
  add_words (self);
  dl_sentences_find (self);
}

/**
 * dl_passage_add:
 * @candidate: (transfer full): taken over by the reading
 * @first: its first token
 * @after: the token after its last
 *
 * Sets where @candidate stands, and lays its edges: one of its kind, and one of its role
 * if it has one, so that later rules can refer to both.
 */
void
dl_passage_add (DlPassage *self, DlCandidate *candidate, guint first, guint after)
{
  DlReading *reading = self->reading;
  DlEdge edge = { .after = after, .klass = candidate->kind, .candidate = candidate };

  candidate->span = dl_passage_get_span (self, first, after);
  candidate->whole = candidate->span;
  candidate->first = first;
  candidate->after = after;
  candidate->block = self->block;
  candidate->sentence = dl_passage_find_sentence (self, first)->index;
  g_ptr_array_add (reading->candidates, candidate);
  g_ptr_array_add (self->candidates, candidate);

  dl_passage_add_edge (self, first, edge);
  if (candidate->role != NULL)
    {
      edge.klass = dl_lexicon_find_class (reading->lexicon, candidate->role);
      if (edge.klass != DL_FORMAT_NONE)
        dl_passage_add_edge (self, first, edge);
    }
}

/* Returns: (transfer none) (nullable): the longest edge of @klass from the token @first. */
const DlEdge *
dl_passage_find_edge (DlPassage *self, guint first, guint klass)
{
  const DlEdge *best = NULL;

  for (guint32 i = g_array_index (self->heads, guint32, first); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (self->edges, DlEdge, i);

      if (edge->klass == klass && (best == NULL || edge->after > best->after))
        best = edge;
      i = edge->next;
    }

  return best;
}

/* Returns: (transfer none) (nullable): a candidate that covers just these tokens. */
DlCandidate *
dl_passage_find_candidate (DlPassage *self, guint first, guint after)
{
  for (guint32 i = g_array_index (self->heads, guint32, first); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (self->edges, DlEdge, i);

      if (edge->candidate != NULL && edge->after == after)
        return edge->candidate;
      i = edge->next;
    }

  return NULL;
}

/* Returns: whether the letters of those tokens are two or more, capitals all. */
gboolean
dl_passage_is_upper (DlPassage *self, guint first, guint after)
{
  const DlFold *fold = self->matcher->fold;
  guint letters = 0;

  for (guint32 i = dl_passage_get_token (self, first)->start;
       i < dl_passage_get_token (self, after - 1)->end; i++)
    {
      if ((fold->flags[i] & DL_CHAR_LETTER) && !(fold->flags[i] & DL_CHAR_INSIDE))
        {
          if (!(fold->flags[i] & DL_CHAR_UPPER))
            return FALSE;
          letters++;
        }
    }

  return letters >= 2;
}

/* No listed name is longer. */
#define LOOK_BACK 12

/* Whether @edge, from @token on, is a name that stands half in, half out of @first to
 * @after. */
static gboolean
crosses (const DlEdge *edge, guint token, guint first, guint after)
{
  if (edge->candidate == NULL || edge->candidate->kind == DL_KIND_TERM)
    return FALSE;

  return token < first ? edge->after > first : edge->after > after;
}

/**
 * dl_passage_crosses_name:
 *
 * Returns: whether a name found so far stands half in, half out of the tokens from @first
 *   to before @after: no person's name begins or ends within a country's
 */
gboolean
dl_passage_crosses_name (DlPassage *self, guint first, guint after)
{
  for (guint token = first > LOOK_BACK ? first - LOOK_BACK : 0; token < after; token++)
    {
      for (guint32 i = g_array_index (self->heads, guint32, token); i != DL_FORMAT_NONE;)
        {
          const DlEdge *edge = &g_array_index (self->edges, DlEdge, i);

          if (crosses (edge, token, first, after))
            return TRUE;
          i = edge->next;
        }
    }

  return FALSE;
}

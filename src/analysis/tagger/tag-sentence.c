/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-sentence.h"

#include <string.h>

#include "tag-hangul.h"

/* The classes of words that tell of names.  They are hashed by name, so that tables may
 * grow without a new training. */
static const char *const told_classes[] = {
  "given-name", "surname",     "org-head",   "office",        "honorific", "company-suffix",
  "place-word", "place-class", "portfolio",  "month",         "weekday",   "speech-verb",
  "particle",   "function",    "event-head", "document-head",
};

DlTagSentence *
dl_tag_sentence_new (DlLexicon *lexicon, const DlTagWords *known)
{
  DlTagSentence *self = g_new0 (DlTagSentence, 1);

  self->known = known != NULL && known->n_slots > 0 ? known : NULL;
  self->n_classes = dl_lexicon_get_tables (lexicon)->n_classes;
  self->classes = g_new0 (guint32, self->n_classes);
  self->particles = dl_lexicon_find_class (lexicon, "josa");
  self->words = g_array_new (FALSE, TRUE, sizeof (DlTagWord));
  self->runs = g_array_new (FALSE, TRUE, sizeof (DlTagRun));
  for (guint i = 0; i < G_N_ELEMENTS (told_classes); i++)
    {
      guint klass = dl_lexicon_find_class (lexicon, told_classes[i]);

      if (klass != DL_FORMAT_NONE)
        self->classes[klass] = dl_tag_hash (told_classes[i], strlen (told_classes[i]));
    }

  return self;
}

void
dl_tag_sentence_free (DlTagSentence *self)
{
  g_free (self->classes);
  g_array_unref (self->words);
  g_array_unref (self->runs);
  g_free (self);
}

static gboolean
is_first_byte (const DlFold *fold, gsize i)
{
  return !(fold->flags[i] & DL_CHAR_INSIDE);
}

/* Scripts, as far as they tell where words of Chinese, Japanese and Korean end. */
static guint32
get_script (const DlFold *fold, const DlToken *token)
{
  const gunichar c =
    g_utf8_get_char_validated (fold->text + token->start, token->end - token->start);

  if (c == 0x30fc)
    return 'k';
  if (c == 0x30fb)
    return '.';
  if (token->flags & DL_CHAR_HANGUL)
    return 'h';
  if (c >= 0x3041 && c <= 0x309f)
    return 'g';
  if (c >= 0x30a0 && c <= 0x30ff)
    return 'k';
  if (token->flags & DL_CHAR_SINGLE)
    return 'c';

  return 0;
}

/* “Xx”, “X”, “XX”, “x”, digits by their number, else the character itself. */
static guint32
get_shape (const DlFold *fold, const DlToken *token)
{
  const guint length = token->end - token->start;
  guint letters = 0, capitals = 0;
  guint32 script = get_script (fold, token);

  if (script != 0)
    return script;
  if (token->flags & DL_CHAR_DIGIT)
    return 0x100 + MIN (length, 5);
  if (!(token->flags & DL_CHAR_LETTER))
    return 0x200 + (guint8) fold->text[token->start];
  for (gsize i = token->start; i < token->end; i++)
    {
      letters += is_first_byte (fold, i);
      capitals += is_first_byte (fold, i) && (fold->flags[i] & DL_CHAR_UPPER);
    }
  if (capitals == 0)
    return letters == 1 ? 0x300 : 0x301;
  if (capitals == letters)
    return letters == 1 ? 0x302 : letters <= 4 ? 0x303 : 0x304;
  if (token->flags & DL_CHAR_UPPER)
    return capitals == 1 ? 0x305 : 0x306;

  return 0x307;
}

static void
read_affixes (DlTagWord *word, const DlFold *fold, const DlToken *token)
{
  gsize from = token->start, to = token->end;

  for (guint i = 0; i < DL_TAG_MAX_AFFIX; i++)
    {
      for (from++; from < token->end && !is_first_byte (fold, from); from++)
        ;
      for (to--; to > token->start && !is_first_byte (fold, to); to--)
        ;
      word->prefixes[i] = dl_tag_hash (fold->text + token->start, from - token->start);
      word->suffixes[i] = dl_tag_hash (fold->text + to, token->end - to);
      if (from >= token->end || to <= token->start)
        break;
    }
}

static void
read_word (DlTagWord *word, const DlFold *fold, const DlToken *token, gboolean single)
{
  word->form = dl_tag_hash (fold->text + token->start, token->end - token->start);
  word->shape = get_shape (fold, token);
  word->upper = (token->flags & DL_CHAR_UPPER) != 0;
  word->glued = !(token->flags & DL_CHAR_SPACE);
  if (!single)
    read_affixes (word, fold, token);
}

static void
add_class (DlTagWord *word, guint32 hash)
{
  for (guint i = 0; i < word->n_classes; i++)
    {
      if (word->classes[i] == hash)
        return;
    }
  if (word->n_classes < DL_TAG_MAX_CLASSES)
    word->classes[word->n_classes++] = hash;
}

static guint32
get_edge_hash (const DlTagSentence *self, const DlEdge *edge)
{
  const DlCandidate *candidate = edge->candidate;

  if (candidate == NULL)
    return edge->klass < self->n_classes ? self->classes[edge->klass] : 0;
  if (edge->klass != (guint) candidate->kind || candidate->kind == DL_KIND_QUANTITY)
    return 0;

  return 1 + candidate->kind * 4 + ((candidate->flags & DL_CANDIDATE_LISTED) != 0) * 2 +
         (candidate->certainty > 0.7);
}

/* Marks the words that the edge covers, told apart by whether they begin or end it. */
static void
mark_edge (DlTagSentence *self, guint first, guint after, guint32 hash)
{
  for (guint i = first; i < MIN (after, self->n); i++)
    add_class (dl_tag_sentence_get_word (self, i),
               dl_tag_mix (hash, (i == first) + 2 * (i + 1 == after)));
}

static void
read_edges (DlTagSentence *self, DlPassage *passage, const DlTokenRange *sentence)
{
  for (guint token = sentence->first; token < sentence->after; token++)
    {
      for (guint32 i = g_array_index (passage->heads, guint32, token); i != DL_FORMAT_NONE;)
        {
          const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);
          const guint32 hash = get_edge_hash (self, edge);

          if (hash != 0)
            mark_edge (self, token - sentence->first, edge->after - sentence->first, hash);
          i = edge->next;
        }
    }
}

static gboolean
joins_run (const DlTagSentence *self, const DlTagWord *word, const DlTagWord *before)
{
  if (!self->single)
    return (word->upper && before->upper) ||
           (word->glued && (word->upper || before->upper) && word->shape != 0x200 + ',');
  if (before->shape == 'h' && word->shape == 'h')
    return word->glued;

  return word->shape == before->shape && word->glued;
}

static void
read_runs (DlTagSentence *self)
{
  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < self->n; i++)
    {
      DlTagWord *word = dl_tag_sentence_get_word (self, i);
      DlTagRun run = { i, i + 1, 0 };

      if (i > 0 && joins_run (self, word, dl_tag_sentence_get_word (self, i - 1)))
        g_array_index (self->runs, DlTagRun, self->runs->len - 1).after = i + 1;
      else
        g_array_append_val (self->runs, run);
      word->run = self->runs->len - 1;
    }
}

/* Returns: a hash of the tokens from @first to before @after, told from all others */
guint32
dl_tag_sentence_hash (const DlTagSentence *self, guint first, guint after)
{
  guint32 hash = 0;

  for (guint i = first; i < after; i++)
    hash = dl_tag_mix (hash, dl_tag_sentence_get_word (self, i)->form);

  return hash;
}

/**
 * dl_tag_sentence_read:
 * @passage: with what the rules found
 *
 * Looks at the tokens of @sentence; what was read before is forgotten.
 */
void
dl_tag_sentence_read (DlTagSentence *self, DlPassage *passage, const DlTokenRange *sentence)
{
  const DlFold *fold = passage->matcher->fold;

  self->n = sentence->after - sentence->first;
  self->single = passage->language == DL_LANGUAGE_KO || passage->language == DL_LANGUAGE_JA ||
                 passage->language == DL_LANGUAGE_ZH;
  g_array_set_size (self->words, 0);
  g_array_set_size (self->words, self->n + 2 * DL_TAG_MARGIN);
  for (guint i = 0; i < DL_TAG_MARGIN; i++)
    {
      DlTagWord *before = dl_tag_sentence_get_word (self, -1 - (int) i);
      DlTagWord *behind = dl_tag_sentence_get_word (self, self->n + i);

      before->form = before->shape = 1;
      behind->form = behind->shape = 2;
    }
  for (guint i = 0; i < self->n; i++)
    read_word (dl_tag_sentence_get_word (self, i), fold,
               dl_passage_get_token (passage, sentence->first + i), self->single);
  read_edges (self, passage, sentence);
  read_runs (self);
  dl_tag_hangul_read (self, passage, sentence);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-features.h"

#include <string.h>

/* The features are those that have served named entity recognition since Ratinov and
 * Roth, “Design Challenges and Misconceptions in Named Entity Recognition” (CoNLL 2009):
 * form, shape, affixes and classes of a token and its neighbours; of the scripts whose
 * tokens are single characters, n-grams of characters and the run they stand in.
 *
 * A template has a number of its own, hashed with what fills it: to change a template
 * is to train again. */

#define MARGIN 3 /* tokens that are seen on either side */
#define MAX_CLASSES 6
#define MAX_AFFIX 4

/* The classes of words that tell of names.  They are hashed by name, so that tables may
 * grow without a new training. */
static const char *const told_classes[] = {
  "given-name", "surname",     "org-head",   "office",        "honorific", "company-suffix",
  "place-word", "place-class", "portfolio",  "month",         "weekday",   "speech-verb",
  "particle",   "function",    "event-head", "document-head",
};

typedef struct
{
  guint32 form;
  guint32 shape;
  guint32 prefixes[MAX_AFFIX];
  guint32 suffixes[MAX_AFFIX];
  guint32 classes[MAX_CLASSES];
  guint8 n_classes;
  gboolean upper;
  gboolean glued; /* no space before it */
  guint run;      /* index of the run it belongs to */
} Word;

/* Words with capitals in a row; of single characters, those of one script without a
 * space between. */
typedef struct
{
  guint first, after;
  guint stem; /* index after what is left of a word of Hangul without its particle */
} Run;

struct _DlTagFeatures
{
  guint32 *classes; /* owned: by class number, hash of a told class; else 0 */
  guint n_classes;
  guint particles; /* class of the particles of Korean; or DL_FORMAT_NONE */
  gboolean single; /* the sentence is of a language whose tokens are single characters */
  GArray *words;   /* of Word, @MARGIN of them before and after the sentence */
  GArray *runs;    /* of Run */
  guint n;         /* tokens of the sentence */
};

static guint32
mix (guint32 a, guint32 b)
{
  guint32 hash = (a ^ (b + 0x9e3779b9u + (a << 6) + (a >> 2))) * 0x85ebca6bu;

  hash ^= hash >> 13;
  hash *= 0xc2b2ae35u;

  return hash ^ hash >> 16;
}

static guint32
hash_bytes (const char *bytes, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;

  return mix (hash, (guint32) length);
}

DlTagFeatures *
dl_tag_features_new (DlLexicon *lexicon)
{
  DlTagFeatures *self = g_new0 (DlTagFeatures, 1);

  self->n_classes = dl_lexicon_get_tables (lexicon)->n_classes;
  self->classes = g_new0 (guint32, self->n_classes);
  self->particles = dl_lexicon_find_class (lexicon, "josa");
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  self->runs = g_array_new (FALSE, TRUE, sizeof (Run));
  for (guint i = 0; i < G_N_ELEMENTS (told_classes); i++)
    {
      guint klass = dl_lexicon_find_class (lexicon, told_classes[i]);

      if (klass != DL_FORMAT_NONE)
        self->classes[klass] = hash_bytes (told_classes[i], strlen (told_classes[i]));
    }

  return self;
}

void
dl_tag_features_free (DlTagFeatures *self)
{
  g_free (self->classes);
  g_array_unref (self->words);
  g_array_unref (self->runs);
  g_free (self);
}

static Word *
get_word (const DlTagFeatures *self, int i)
{
  return &g_array_index (self->words, Word, i + MARGIN);
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
read_affixes (Word *word, const DlFold *fold, const DlToken *token)
{
  gsize from = token->start, to = token->end;

  for (guint i = 0; i < MAX_AFFIX; i++)
    {
      for (from++; from < token->end && !is_first_byte (fold, from); from++)
        ;
      for (to--; to > token->start && !is_first_byte (fold, to); to--)
        ;
      word->prefixes[i] = hash_bytes (fold->text + token->start, from - token->start);
      word->suffixes[i] = hash_bytes (fold->text + to, token->end - to);
      if (from >= token->end || to <= token->start)
        break;
    }
}

static void
read_word (Word *word, const DlFold *fold, const DlToken *token, gboolean single)
{
  word->form = hash_bytes (fold->text + token->start, token->end - token->start);
  word->shape = get_shape (fold, token);
  word->upper = (token->flags & DL_CHAR_UPPER) != 0;
  word->glued = !(token->flags & DL_CHAR_SPACE);
  if (!single)
    read_affixes (word, fold, token);
}

static void
add_class (Word *word, guint32 hash)
{
  for (guint i = 0; i < word->n_classes; i++)
    {
      if (word->classes[i] == hash)
        return;
    }
  if (word->n_classes < MAX_CLASSES)
    word->classes[word->n_classes++] = hash;
}

static guint32
get_edge_hash (const DlTagFeatures *self, const DlEdge *edge)
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
mark_edge (DlTagFeatures *self, guint first, guint after, guint32 hash)
{
  for (guint i = first; i < MIN (after, self->n); i++)
    add_class (get_word (self, i), mix (hash, (i == first) + 2 * (i + 1 == after)));
}

static void
read_edges (DlTagFeatures *self, DlPassage *passage, const DlTokenRange *sentence)
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
joins_run (const DlTagFeatures *self, const Word *word, const Word *before)
{
  if (!self->single)
    return (word->upper && before->upper) ||
           (word->glued && (word->upper || before->upper) && word->shape != 0x200 + ',');
  if (before->shape == 'h' && word->shape == 'h')
    return word->glued;

  return word->shape == before->shape && word->glued;
}

static void
read_runs (DlTagFeatures *self)
{
  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < self->n; i++)
    {
      Word *word = get_word (self, i);
      Run run = { i, i + 1, 0 };

      if (i > 0 && joins_run (self, word, get_word (self, i - 1)))
        g_array_index (self->runs, Run, self->runs->len - 1).after = i + 1;
      else
        g_array_append_val (self->runs, run);
      word->run = self->runs->len - 1;
    }
}

static gboolean
is_particle (const DlTagFeatures *self, DlPassage *passage, guint token, guint after)
{
  const DlEdge *edge = dl_passage_find_edge (passage, token, self->particles);

  return edge != NULL && edge->after == after;
}

/* Cuts the longest particle that leaves two syllables, else any that leaves one. */
static guint
find_stem (const DlTagFeatures *self, DlPassage *passage, guint first, guint after)
{
  guint stem = after;

  for (guint i = after - 1; i > first; i--)
    {
      if (is_particle (self, passage, i, after) && (i >= first + 2 || stem == after))
        stem = i;
    }

  return stem;
}

static void
find_stems (DlTagFeatures *self, DlPassage *passage, const DlTokenRange *sentence)
{
  const gboolean has_particles =
    passage->language == DL_LANGUAGE_KO && self->particles != DL_FORMAT_NONE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      Run *run = &g_array_index (self->runs, Run, i);

      run->stem = run->after;
      if (has_particles && get_word (self, run->first)->shape == 'h')
        run->stem =
          find_stem (self, passage, sentence->first + run->first, sentence->first + run->after) -
          sentence->first;
    }
}

/**
 * dl_tag_features_read:
 * @passage: with what the rules found
 *
 * Looks at the tokens of @sentence; what was read before is forgotten.
 */
void
dl_tag_features_read (DlTagFeatures *self, DlPassage *passage, const DlTokenRange *sentence)
{
  const DlFold *fold = passage->matcher->fold;

  self->n = sentence->after - sentence->first;
  self->single = passage->language == DL_LANGUAGE_KO || passage->language == DL_LANGUAGE_JA ||
                 passage->language == DL_LANGUAGE_ZH;
  g_array_set_size (self->words, 0);
  g_array_set_size (self->words, self->n + 2 * MARGIN);
  for (guint i = 0; i < MARGIN; i++)
    {
      get_word (self, -1 - (int) i)->form = get_word (self, -1 - (int) i)->shape = 1;
      get_word (self, self->n + i)->form = get_word (self, self->n + i)->shape = 2;
    }
  for (guint i = 0; i < self->n; i++)
    read_word (get_word (self, i), fold, dl_passage_get_token (passage, sentence->first + i),
               self->single);
  read_edges (self, passage, sentence);
  read_runs (self);
  find_stems (self, passage, sentence);
}

/* Where hashes go. */
typedef struct
{
  guint32 *hashes;
  guint n;
  guint32 template;
} Out;

static void
put (Out *out, guint32 value)
{
  out->template ++;
  if (out->n < DL_TAG_MAX_FEATURES)
    out->hashes[out->n++] = mix (value, out->template);
}

static void
put_classes (Out *out, const Word *word, guint32 with)
{
  out->template ++;
  for (guint i = 0; i < word->n_classes && out->n < DL_TAG_MAX_FEATURES; i++)
    out->hashes[out->n++] = mix (mix (word->classes[i], with), out->template);
}

static void
put_affixes (Out *out, const Word *words)
{
  for (guint i = 0; i < MAX_AFFIX; i++)
    {
      put (out, mix (words[0].prefixes[i], words[0].upper));
      put (out, mix (words[0].suffixes[i], words[0].upper));
    }
  put (out, words[-1].suffixes[2]);
  put (out, words[1].suffixes[2]);
  put (out, mix (words[0].suffixes[2], words[0].shape));
}

static void
put_word_grams (Out *out, const Word *words)
{
  for (int i = -2; i <= 2; i++)
    {
      put (out, words[i].form);
      put (out, words[i].shape);
    }
  put (out, mix (words[0].form, words[0].shape));
  put (out, mix (words[-1].form, words[0].form));
  put (out, mix (words[0].form, words[1].form));
  put (out, mix (words[-1].form, words[0].shape));
  put (out, mix (words[1].form, words[0].shape));
  put (out, mix (mix (words[-2].form, words[-1].form), words[0].shape));
  put (out, mix (mix (words[2].form, words[1].form), words[0].shape));
  put (out, mix (words[-1].shape, words[0].shape));
  put (out, mix (words[0].shape, words[1].shape));
  put (out, mix (mix (words[-1].shape, words[0].shape), words[1].shape));
  put (out, mix (mix (words[-2].shape, words[-1].shape), words[0].shape));
  put (out, mix (mix (words[0].shape, words[1].shape), words[2].shape));
  put (out, mix (mix (words[0].glued, words[1].glued), words[0].shape));
}

/* The run of capitals: its length, its first and last word, and what stands beside it. */
static void
put_run (Out *out, const DlTagFeatures *self, guint i)
{
  const Run *run = &g_array_index (self->runs, Run, get_word (self, i)->run);
  const Word *first = get_word (self, run->first);
  const Word *last = get_word (self, (int) run->after - 1);
  const guint place = (run->first == i) + 2 * (run->after == i + 1);

  if (!first->upper && !last->upper)
    return;
  put (out, mix (MIN (run->after - run->first, 5), place));
  put (out, mix (last->form, place));
  put (out, mix (first->form, place));
  put (out, mix (last->suffixes[2], place));
  put (out, mix (first[-1].form, place));
  put (out, mix (last[1].form, place));
  put (out, mix (mix (first[-1].shape, last[1].shape), MIN (run->after - run->first, 4)));
  put (out, mix (run->first == 0, mix (place, MIN (run->after - run->first, 3))));
  put_classes (out, last, place);
  put_classes (out, first, place);
  put_classes (out, first - 1, place);
}

static guint
get_words (const DlTagFeatures *self, guint i, Out *out)
{
  const Word *words = get_word (self, i);

  put_word_grams (out, words);
  put_affixes (out, words);
  for (int k = -2; k <= 2; k++)
    put_classes (out, &words[k], 0);
  put_classes (out, &words[0], words[0].shape);
  put_classes (out, &words[-1], words[0].shape);
  put_classes (out, &words[1], words[0].shape);
  put (out, mix (i == 0, words[0].shape));
  out->template = 100;
  put_run (out, self, i);

  return out->n;
}

static void
put_char_grams (Out *out, const Word *words)
{
  for (int i = -MARGIN; i <= MARGIN; i++)
    {
      put (out, words[i].form);
      put (out, words[i].shape);
    }
  for (int i = -2; i < 2; i++)
    put (out, mix (words[i].form, mix (words[i + 1].form, words[i + 1].glued)));
  for (int i = -3; i < 2; i++)
    put (out, mix (mix (words[i].form, words[i + 1].form), words[i + 2].form));
  for (int i = -3; i < 1; i++)
    put (out,
         mix (mix (words[i].form, words[i + 1].form), mix (words[i + 2].form, words[i + 3].form)));
  for (int i = -2; i < 1; i++)
    put (out, mix (mix (words[i].shape, words[i + 1].shape), words[i + 2].shape));
  put (out, mix (mix (words[-2].shape, words[-1].shape),
                 mix (mix (words[0].shape, words[1].shape), words[2].shape)));
  put (out, words[-1].glued + 2 * words[0].glued + 4 * words[1].glued);
}

static guint32
hash_forms (const DlTagFeatures *self, guint first, guint after)
{
  guint32 hash = 0;

  for (guint i = first; i < after; i++)
    hash = mix (hash, get_word (self, i)->form);

  return hash;
}

/* The run before or after, by its form and its end. */
static void
put_neighbour (Out *out, const DlTagFeatures *self, guint run, gboolean exists)
{
  const Run *beside = exists ? &g_array_index (self->runs, Run, run) : NULL;

  put (out, exists ? hash_forms (self, beside->first, beside->after) : 3);
  put (out, exists ? get_word (self, (int) beside->after - 1)->form : 3);
  put (out,
       exists ? hash_forms (self, MAX (beside->first + 2, beside->after) - 2, beside->after) : 3);
}

/* The word of Hangul without its particle: how long it is, what it begins and ends with. */
static void
put_stem (Out *out, const DlTagFeatures *self, const Run *run, guint i)
{
  const guint before = MIN (i - run->first, 4), length = MIN (run->stem - run->first, 6);
  const guint left = i < run->stem ? MIN (run->stem - i - 1, 4) : 5;
  const guint32 first = get_word (self, run->first)->form;
  const guint32 last = get_word (self, (int) run->stem - 1)->form;
  const guint32 end = hash_forms (self, MAX (run->first + 2, run->stem) - 2, run->stem);
  const guint32 particle = hash_forms (self, run->stem, run->after);

  put (out, mix (length, left));
  put (out, mix (mix (length, left), particle));
  put (out, mix (hash_forms (self, run->first, run->stem), left));
  put (out, mix (last, left));
  put (out, mix (last, mix (left, length)));
  put (out, mix (end, left));
  put (out, mix (first, mix (left, length)));
  put (out, mix (mix (first, last), left));
  put (out, mix (particle, left));
  put_classes (out, get_word (self, run->first), mix (length, before));
}

static guint32
get_stem_hash (const DlTagFeatures *self, guint run, gboolean exists)
{
  const Run *beside = exists ? &g_array_index (self->runs, Run, run) : NULL;

  return exists ? hash_forms (self, beside->first, beside->stem) : 3;
}

static guint
get_chars (const DlTagFeatures *self, guint i, Out *out)
{
  const Word *words = get_word (self, i);
  const Run *run = &g_array_index (self->runs, Run, words->run);
  const guint before = i - run->first, left = run->after - i - 1;
  const guint32 rest = left <= 6 ? hash_forms (self, i + 1, run->after) : 4;
  const guint32 head = before <= 6 ? hash_forms (self, run->first, i + 1) : 5;

  put_char_grams (out, words);
  put (out, mix (MIN (before, 4), MIN (left, 4)));
  put (out, mix (MIN (before, 5), words[0].shape));
  put (out, mix (MIN (left, 5), words[0].shape));
  put (out, run->after - run->first <= 12 ? hash_forms (self, run->first, run->after) : 6);
  put (out, mix (rest, MIN (before, 4)));
  put (out, head);
  put (out, mix (head, rest));
  put (out, mix (rest, words[0].form));
  put (out, mix (get_word (self, run->first)->form, MIN (before, 4)));
  put (out, mix (mix (get_word (self, run->first)->form, before), left));
  put (out, mix (get_word (self, (int) run->after - 1)->form, MIN (left, 4)));
  put_neighbour (out, self, words->run - 1, words->run > 0);
  put_neighbour (out, self, words->run + 1, words->run + 1 < self->runs->len);
  for (int k = -1; k <= 1; k++)
    put_classes (out, &words[k], 0);
  put_classes (out, &words[0], words[0].shape);
  put_classes (out, get_word (self, run->first), MIN (before, 3));
  put_classes (out, get_word (self, (int) run->first - 1), MIN (before, 3));
  put_classes (out, get_word (self, run->after), MIN (left, 3));
  out->template = 200;
  if (words->shape == 'h')
    {
      const guint32 after = get_stem_hash (self, words->run + 1, words->run + 1 < self->runs->len);
      const guint length = MIN (run->stem - run->first, 5);

      put_stem (out, self, run, i);
      put (out, mix (after, mix (before, length)));
      put (out, mix (get_stem_hash (self, words->run - 1, words->run > 0), mix (before, length)));
    }

  return out->n;
}

/**
 * dl_tag_features_get:
 * @token: counted from the start of the sentence last read
 * @hashes: (out): room for %DL_TAG_MAX_FEATURES
 *
 * Returns: how many features the token has
 */
guint
dl_tag_features_get (const DlTagFeatures *self, guint token, guint32 *hashes)
{
  Out out = { .hashes = hashes };

  put (&out, 0);

  return self->single ? get_chars (self, token, &out) : get_words (self, token, &out);
}

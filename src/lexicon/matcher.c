/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matcher.h"

#include <string.h>

#include "tables.h"

/* Bytes of an Arabic letter. */
#define PREFIX_LENGTH 2

DlMatcher *
dl_matcher_new (void)
{
  DlMatcher *self = g_new0 (DlMatcher, 1);

  self->fold = dl_fold_new ();
  self->tokens = g_array_new (FALSE, FALSE, sizeof (DlToken));
  self->hits = g_array_new (FALSE, FALSE, sizeof (DlHit));

  return self;
}

void
dl_matcher_free (DlMatcher *self)
{
  dl_fold_free (self->fold);
  g_array_unref (self->tokens);
  g_array_unref (self->hits);
  g_free (self);
}

/* Room for one more item: GArray would be called for each. */
static gpointer
make_room (GArray *array, guint n, gsize size)
{
  if (n == array->len)
    g_array_set_size (array, MAX (64, n * 2));

  return array->data + n * size;
}

static gsize
find_end (const DlFold *fold, gsize start)
{
  gsize end = start + 1;

  while (end < fold->length && !(fold->flags[end] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)))
    end++;

  return end;
}

static void
find_tokens (DlMatcher *self)
{
  const DlFold *fold = self->fold;
  guint16 space = DL_CHAR_SPACE;
  guint n = 0;

  for (gsize i = 0, end; i < fold->length; i = end)
    {
      const guint8 flags = fold->flags[i];

      end = find_end (fold, i);
      if (flags & DL_CHAR_TOKEN)
        *(DlToken *) make_room (self->tokens, n++, sizeof (DlToken)) =
          (DlToken){ i, end, (flags & ~DL_CHAR_TOKEN) | space, 0 };
      space = flags & DL_CHAR_SPACE;
    }
  g_array_set_size (self->tokens, n);
}

/* A letter that Arabic writes together with the word after it: “and”, “so”; “in”, “to”,
 * “as”, which stand before longer words only, or most words would begin with one.
 *
 * Returns: so many bytes it and its word have at least; 0: it is none */
static gsize
get_prefix_min (const char *text)
{
  static const struct
  {
    const char *letter;
    gsize min;
  } prefixes[] = { { "و", 6 }, { "ف", 6 }, { "ب", 8 }, { "ل", 8 }, { "ك", 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      if (memcmp (prefixes[i].letter, text, PREFIX_LENGTH) == 0)
        return prefixes[i].min;
    }

  return 0;
}

/* Whether the token from @start to before @end is the first of some name. */
static gboolean
is_known (const DlFold *fold, const DlTables *tables, gsize start, gsize end)
{
  guint32 state = 1;

  for (gsize i = start; i < end; i++)
    {
      const guint32 next = tables->trie[state].base + (guchar) fold->text[i];

      if (next >= tables->n_trie || tables->trie[next].check != (gint32) state)
        return FALSE;
      state = next;
    }
  for (guint i = 0; i < 2; i++)
    {
      const guint32 next = tables->trie[state].base + (i == 0 ? 0 : ' ');

      if (next < tables->n_trie && tables->trie[next].check == (gint32) state)
        return TRUE;
    }

  return FALSE;
}

/* Makes tokens of the prefixes of the word at @start, a conjunction before a preposition,
 * if the tables know what follows them, and not the whole. */
static void
split_prefixes (DlFold *fold, const DlTables *tables, gsize start)
{
  gsize end = start + 1, at = start, before = 0;

  while (end < fold->length && !(fold->flags[end] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)))
    end++;
  while (!is_known (fold, tables, at, end))
    {
      const gsize min = get_prefix_min (fold->text + at);

      if (min <= before || end - at < min)
        return;
      before = min;
      at += PREFIX_LENGTH;
    }
  for (; at > start; at -= PREFIX_LENGTH)
    fold->flags[at] |= DL_CHAR_TOKEN;
}

static void
find_prefixes (DlFold *fold, const DlTables *tables)
{
  for (gsize i = 0; i + PREFIX_LENGTH < fold->length; i++)
    {
      if ((fold->flags[i] & DL_CHAR_TOKEN) && get_prefix_min (fold->text + i) != 0)
        split_prefixes (fold, tables, i);
    }
}

static gboolean
is_capitalised (const DlMatcher *self, const DlNameRecord *name, guint first)
{
  for (guint i = 0; name->capitals >> i != 0; i++)
    {
      const DlToken *token = &g_array_index (self->tokens, DlToken, first + i);

      if ((name->capitals >> i & 1) && !(token->flags & DL_CHAR_UPPER))
        return FALSE;
    }

  return TRUE;
}

/* Case rules of one name for the tokens from @first to before @after. */
static gboolean
has_case (const DlMatcher *self,
          const DlTables *tables,
          const DlNameRecord *name,
          guint first,
          guint after,
          const char *text)
{
  const DlToken *tokens = (const DlToken *) self->tokens->data;
  const char *form;
  DlSpan source;

  if (!(name->flags & DL_NAME_EXACT))
    return is_capitalised (self, name, first);

  form = dl_tables_string (tables, name->form);
  source = dl_fold_get_source (self->fold, tokens[first].start, tokens[after - 1].end);

  return strncmp (form, text + source.start, source.end - source.start) == 0 &&
         form[source.end - source.start] == '\0';
}

static void
add_names (DlMatcher *self,
           const DlTables *tables,
           guint languages,
           guint first_name,
           guint first,
           guint after,
           gboolean inside,
           const char *text)
{
  const DlNameRecord *name = &tables->names[first_name];

  for (;; name++)
    {
      if (name->flags & DL_NAME_LITERAL)
        g_array_index (self->tokens, DlToken, first).literal = name->value;
      else if (inside && (!(name->flags & DL_NAME_WORD) || (name->flags & DL_NAME_START)))
        ;
      else if ((name->languages & languages) && has_case (self, tables, name, first, after, text))
        {
          DlHit hit = { first, after, name };
          g_array_append_val (self->hits, hit);
        }
      if (name->flags & DL_NAME_LAST)
        break;
    }
}

/* Puts the hits that @from and later hold in order: the longer first. */
static void
sort_by_length (GArray *hits, guint from)
{
  DlHit *h = (DlHit *) hits->data;

  for (guint i = from + 1; i < hits->len; i++)
    {
      DlHit moved = h[i];
      guint k = i;

      for (; k > from && h[k - 1].after < moved.after; k--)
        h[k] = h[k - 1];
      h[k] = moved;
    }
}

/* Hangul is read a syllable a token, but names begin where a word does. */
static gboolean
is_inside (const DlToken *tokens, guint i)
{
  return i > 0 && (tokens[i].flags & tokens[i - 1].flags & DL_CHAR_HANGUL) &&
         !(tokens[i].flags & DL_CHAR_SPACE);
}

/* Walks down the trie from the token @first. */
static void
walk (DlMatcher *self, const DlTables *tables, guint languages, guint first, const char *text)
{
  const DlToken *tokens = (const DlToken *) self->tokens->data;
  const DlFold *fold = self->fold;
  const gboolean inside = is_inside (tokens, first);
  guint after = first, from = self->hits->len;
  guint32 state = 1;

  for (gsize i = tokens[first].start; i < fold->length && after < self->tokens->len; i++)
    {
      guint32 next = tables->trie[state].base + (guchar) fold->text[i];

      if (next >= tables->n_trie || tables->trie[next].check != (gint32) state)
        break;
      state = next;
      if (i + 1 != tokens[after].end)
        continue;
      after++;
      next = tables->trie[state].base;
      if (next < tables->n_trie && tables->trie[next].check == (gint32) state)
        add_names (self, tables, languages, tables->trie[next].base, first, after, inside, text);
    }
  if (self->hits->len - from > 1)
    sort_by_length (self->hits, from);
}

/**
 * dl_matcher_run:
 * @languages: the set of languages whose names count; names of any language always do
 * @text: valid UTF-8, @length bytes; needed only during the call
 *
 * Fills @self's arrays anew.  Takes time linear in @length times the longest name.
 */
void
dl_matcher_run (DlMatcher *self,
                DlLexicon *lexicon,
                guint languages,
                const char *text,
                gsize length)
{
  const DlTables *tables = dl_lexicon_get_tables (lexicon);

  dl_fold_set (self->fold, text, length);
  if (languages >> DL_LANGUAGE_AR & 1)
    find_prefixes (self->fold, tables);
  find_tokens (self);
  g_array_set_size (self->hits, 0);
  for (guint i = 0; i < self->tokens->len; i++)
    walk (self, tables, languages, i, text);
}

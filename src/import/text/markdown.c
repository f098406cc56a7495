/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "markdown.h"

#include <string.h>

#include "article-builder.h"
#include "encoding.h"
#include "timestamp.h"

/* Markdown → Article: what CommonMark 0.30 calls leaf blocks, and the tables and the front matter
 * of others.  Marks of emphasis, links' targets and the like are taken out; a bracket or an
 * asterisk that marks nothing stays.
 *
 * Nothing but a name tells Markdown from plain text, so a name it is. */

typedef struct
{
  DlArticleBuilder *builder;
  GString *run; /* the paragraph that is being read, its lines joined */
  DlBlockKind kind;
  gboolean in_code;
  GHashTable *targets;             /* of links, by their labels in lower case */
  GPtrArray *references;           /* of char *: where the links of the text in hand lead */
  char *title, *author, *language; /* of the front matter; or NULL */
  DlDate *published;
} Reader;

static void
clear_reader (Reader *self)
{
  dl_article_builder_free (self->builder);
  g_string_free (self->run, TRUE);
  g_hash_table_unref (self->targets);
  g_ptr_array_unref (self->references);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_clear_pointer (&self->published, dl_date_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* “[words](address "title")”, “[words][label]”, “[label][]” and “[label]” */
#define LINK                                                                                       \
  "\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\]"                                                               \
  "(?:\\(((?:[^()\\\\]|\\\\.|\\([^()]*\\))*)\\)|\\[([^\\[\\]]*)\\])?"

/* Around the words of a link while their text is in hand, which has none of its own. */
#define LINK_BEGIN '\1'
#define LINK_END '\2'

/* In their order: code and addresses, pictures and links, emphasis, then escapes. */
static const char *const MARKS[][2] = {
  { "<!--.*?-->", "" },
  { "!\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\]\\((?:[^()\\\\]|\\\\.|\\([^()]*\\))*\\)", "\\1" },
  { "!\\[([^\\[\\]]+)\\]\\[[^\\[\\]]*\\]", "\\1" },
  { LINK, NULL },
  { "<((?:https?://|mailto:)[^\\s<>]*)>", "\\1" },
  { "(`+)(.+?)\\1", "\\2" },
  { "(?<!\\\\)(\\*\\*\\*|\\*\\*|\\*|~~)(?=\\S)((?:[^*~\\\\]|\\\\.)+?)(?<=\\S)\\1", "\\2" },
  { "(?<!\\\\)(?<![\\w])(___|__|_)(?=\\S)((?:[^_\\\\]|\\\\.|(?<=\\w)_(?=\\w))+?)(?<=\\S)\\1(?!\\w)",
    "\\2" },
  { "\\\\([!-/:-@\\[-`{-~])", "\\1" },
};

/* Longer ones than this are no prose, and matching takes its time. */
#define MAX_MARKED 20000

/* “<address> "title"” → “address” */
static char *
dup_target (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const gboolean bracketed = *stripped == '<';
  GString *target = g_string_new (NULL);

  for (const char *p = stripped + bracketed; *p != '\0' && *p != '>'; p++)
    {
      if (!bracketed && g_ascii_isspace (*p))
        break;
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      g_string_append_c (target, *p);
    }

  return g_string_free (target, FALSE);
}

/* Returns: (transfer full) (nullable): where the link leads that was found; %NULL: it is none */
static char *
dup_reference (const Reader *self, const GMatchInfo *match)
{
  g_autofree char *target = g_match_info_fetch (match, 2);
  g_autofree char *label = g_match_info_fetch (match, 3);
  g_autofree char *words = g_match_info_fetch (match, 1);
  g_autofree char *key = NULL;

  if (target != NULL && *target != '\0')
    return dup_target (target);
  key = g_utf8_strdown (label != NULL && *label != '\0' ? label : words, -1);

  return g_strdup (g_hash_table_lookup (self->targets, key));
}

static gboolean
replace_link (const GMatchInfo *match, GString *result, gpointer user_data)
{
  Reader *self = user_data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *words = g_match_info_fetch (match, 1);
  char *reference = dup_reference (self, match);

  if (reference != NULL)
    {
      g_string_append_printf (result, "%c%s%c", LINK_BEGIN, words, LINK_END);
      g_ptr_array_add (self->references, reference);
    }
  else
    /* brackets that nothing stands behind are brackets */
    g_string_append (result, strlen (whole) == strlen (words) + 2 ? whole : words);

  return FALSE;
}

/* Takes the signs around links out of @text, and tells the builder of them. */
static void
take_links (Reader *self, char *text)
{
  gsize length = 0, start = 0;
  guint i = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == LINK_BEGIN)
      start = length;
    else if (*p == LINK_END && i < self->references->len)
      dl_article_builder_add_link (self->builder, (DlSpan){ start, length },
                                   self->references->pdata[i++]);
    else
      text[length++] = *p;
  text[length] = '\0';
  g_ptr_array_set_size (self->references, 0);
}

/* The links in @text are those of the block that is appended next. */
static char *
dup_unmarked (Reader *self, const char *text)
{
  char *plain = g_strdelimit (g_strdup (text), (char[]){ LINK_BEGIN, LINK_END, '\0' }, ' ');

  for (guint i = 0; i < G_N_ELEMENTS (MARKS) && strlen (plain) <= MAX_MARKED; i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (MARKS[i][0], G_REGEX_DOTALL, 0, NULL);
      char *next = MARKS[i][1] != NULL
                     ? g_regex_replace (regex, plain, -1, 0, MARKS[i][1], 0, NULL)
                     : g_regex_replace_eval (regex, plain, -1, 0, 0, replace_link, self, NULL);

      if (next == NULL)
        break;
      g_free (plain);
      plain = next;
    }
  take_links (self, plain);

  return plain;
}

static void
append (Reader *self, DlBlockKind kind, const char *text)
{
  g_autofree char *plain = dup_unmarked (self, text);

  dl_article_builder_append (self->builder, kind, plain, NULL);
}

static void
end_run (Reader *self)
{
  append (self, self->kind, self->run->str);
  g_string_truncate (self->run, 0);
  self->kind = DL_BLOCK_PARAGRAPH;
}

static void
append_heading (Reader *self, guint level, const char *text)
{
  gboolean first = dl_article_builder_get_n_blocks (self->builder) == 0;
  g_autofree char *plain = dup_unmarked (self, text);

  if (first)
    dl_article_builder_append (self->builder, DL_BLOCK_TITLE, plain, NULL);
  else
    dl_article_builder_append_heading (self->builder, level, plain, NULL);
  if (first && self->title == NULL)
    self->title = g_steal_pointer (&plain);
}

/* “## Heading ##” */
static gboolean
read_heading (Reader *self, const char *line)
{
  gsize level = strspn (line, "#");
  g_autofree char *text = NULL;
  char *end;

  if (level == 0 || level > 6 || (line[level] != ' ' && line[level] != '\0'))
    return FALSE;

  text = g_strstrip (g_strdup (line + level));
  end = text + strlen (text);
  while (end > text && end[-1] == '#')
    end--;
  if (end == text || end[-1] == ' ')
    *end = '\0';
  end_run (self);
  append_heading (self, level, g_strchomp (text));

  return TRUE;
}

static gboolean
consists_of (const char *line, char mark, gsize least)
{
  gsize n = 0;

  for (; *line != '\0'; line++)
    {
      if (*line != mark && *line != ' ')
        return FALSE;
      n += *line == mark;
    }

  return n >= least;
}

/* A line below a paragraph makes a heading of it, alone it parts paragraphs. */
static gboolean
read_rule (Reader *self, const char *line)
{
  gboolean is_first = consists_of (line, '=', 1);
  gboolean is_under = is_first || consists_of (line, '-', 2);

  if (is_under && self->run->len > 0 && self->kind == DL_BLOCK_PARAGRAPH)
    {
      g_autofree char *text = g_strdup (self->run->str);

      g_string_truncate (self->run, 0);
      append_heading (self, is_first ? 1 : 2, text);
      return TRUE;
    }
  if (!consists_of (line, '-', 3) && !consists_of (line, '*', 3) && !consists_of (line, '_', 3))
    return FALSE;
  end_run (self);

  return TRUE;
}

/* “| a | b |” → “a | b” */
static gboolean
read_row (Reader *self, const char *line)
{
  g_auto (GStrv) cells = NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (*line != '|')
    return FALSE;
  end_run (self);
  if (line[strspn (line, "|-: ")] == '\0')
    return TRUE;

  cells = g_strsplit (line, "|", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *cell = g_strstrip (cells[i]);

      if (*cell != '\0')
        g_string_append_printf (row, "%s%s", row->len > 0 ? " | " : "", cell);
    }
  append (self, DL_BLOCK_PARAGRAPH, row->str);

  return TRUE;
}

/* The bytes of “- ”, “* ”, “+ ”, “1. ” or “1) ” at the start of @line. */
static gsize
find_bullet (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (digits > 0 && digits <= 9 && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ')
    return digits + 2;

  return *line != '\0' && strchr ("-*+", *line) != NULL && line[1] == ' ' ? 2 : 0;
}

/* “[label]: address”, which stands nowhere in the text. */
static gboolean
read_target (Reader *self, const char *line)
{
  const char *end = *line == '[' ? strstr (line, "]:") : NULL;
  g_autofree char *label = end != NULL ? g_utf8_strdown (line + 1, end - line - 1) : NULL;
  g_autofree char *target = end != NULL ? dup_target (end + 2) : NULL;

  if (target == NULL || *label == '\0' || *label == '^' || *target == '\0')
    return FALSE;
  if (!g_hash_table_contains (self->targets, label))
    g_hash_table_insert (self->targets, g_steal_pointer (&label), g_steal_pointer (&target));

  return TRUE;
}

/* They may stand behind what refers to them.  Their lines are left blank. */
static void
read_targets (Reader *self, char **lines)
{
  gboolean in_code = FALSE, after_text = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " ");

      if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
        in_code = !in_code;
      else if (!in_code && !after_text && read_target (self, line))
        *lines[i] = '\0';
      else
        after_text = line[strspn (line, " \t\r")] != '\0';
    }
}

static void
append_line (Reader *self, const char *line)
{
  if (self->run->len > 0)
    g_string_append_c (self->run, ' ');
  g_string_append (self->run, line);
}

static void
read_line (Reader *self, char *raw)
{
  const char *line = g_strstrip (raw);
  gsize bullet;

  if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
    {
      end_run (self);
      self->in_code = !self->in_code;
      return;
    }
  if (self->in_code)
    {
      dl_article_builder_append (self->builder, DL_BLOCK_PARAGRAPH, line, NULL);
      return;
    }
  if (*line == '\0')
    {
      end_run (self);
      return;
    }
  if (read_rule (self, line) || read_heading (self, line) || read_row (self, line))
    return;

  bullet = find_bullet (line);
  if (bullet > 0 || (*line == '>' && self->kind != DL_BLOCK_QUOTE))
    {
      end_run (self);
      self->kind = bullet > 0 ? DL_BLOCK_LIST_ITEM : DL_BLOCK_QUOTE;
    }
  line += bullet > 0 ? bullet : strspn (line, "> ");
  if (*line == '\0')
    end_run (self);
  else
    append_line (self, line);
}

static void
read_field (Reader *self, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = colon != NULL ? g_ascii_strdown (line, colon - line) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  gsize length = value != NULL ? strlen (value) : 0;

  if (length == 0)
    return;
  if (length > 1 && (*value == '"' || *value == '\'') && value[length - 1] == *value)
    {
      value[length - 1] = '\0';
      memmove (value, value + 1, length - 1);
    }
  if (g_str_equal (name, "title") && self->title == NULL)
    self->title = g_steal_pointer (&value);
  else if (g_str_equal (name, "author") && self->author == NULL)
    self->author = g_steal_pointer (&value);
  else if ((g_str_equal (name, "lang") || g_str_equal (name, "language")) && self->language == NULL)
    self->language = g_steal_pointer (&value);
  else if (g_str_equal (name, "date") && self->published == NULL)
    self->published = dl_timestamp_parse (value);
}

/* Lines between “---” and “---” at the very start.
 *
 * Returns: how many lines they are */
static guint
read_front_matter (Reader *self, char **lines)
{
  guint end = 1;

  if (lines[0] == NULL || !g_str_equal (g_strchomp (lines[0]), "---"))
    return 0;
  while (lines[end] != NULL && !g_str_equal (g_strchomp (lines[end]), "---"))
    end++;
  if (lines[end] == NULL)
    return 0;

  for (guint i = 1; i < end; i++)
    read_field (self, lines[i]);
  if (self->title != NULL)
    dl_article_builder_append (self->builder, DL_BLOCK_TITLE, self->title, NULL);

  return end + 1;
}

/* Returns: whether @name, which may be %NULL, is one that files of Markdown have */
gboolean
dl_markdown_is_named (const char *name)
{
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL &&
         (g_str_has_suffix (lower, ".md") || g_str_has_suffix (lower, ".markdown"));
}

/**
 * dl_markdown_import:
 * @bytes: Markdown in any encoding; see dl_encoding_to_utf8()
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article, or %NULL with an error of dl_encoding_to_utf8() or
 *   dl_article_builder_build() set
 */
DlArticle *
dl_markdown_import (GBytes *bytes, const char *name, GError **error)
{
  g_auto (Reader) self = {
    .builder = dl_article_builder_new (),
    .run = g_string_new (NULL),
    .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .references = g_ptr_array_new_with_free_func (g_free),
  };
  gsize length;
  g_autofree char *text = dl_encoding_to_utf8 (bytes, NULL, &length, error);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  if (text == NULL)
    return NULL;
  read_targets (&self, lines);
  for (guint i = read_front_matter (&self, lines); lines[i] != NULL; i++)
    read_line (&self, lines[i]);
  end_run (&self);

  return dl_article_builder_build (self.builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = self.title,
                                     .author = self.author,
                                     .language = self.language,
                                     .published = self.published,
                                   },
                                   error);
}

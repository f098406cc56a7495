/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pattern-tree.h"

#include <string.h>

#include "../fold.h"

/* Parses the text of a <match> into a tree.  Grammar:
 *
 *   choice   := sequence ( '|' sequence )*
 *   sequence := item*
 *   item     := atom ( '?' | '*' | '+' | ':' name )*
 *   atom     := '(' choice ')' | '{' choice '}' | '!' item | '^' | '$' | '_'
 *             | '@' name [ '(' values ')' ] | word
 */

typedef struct
{
  DlBuilder *builder;
  const char *whole;
  const char *at;
  GError **error;
} Parser;

void
dl_tree_free (DlTree *tree)
{
  g_ptr_array_unref (tree->children);
  g_free (tree);
}

static DlTree *
tree_new (DlTreeKind kind)
{
  DlTree *tree = g_new0 (DlTree, 1);

  tree->kind = kind;
  tree->children = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_tree_free);

  return tree;
}

static DlTree *
tree_wrap (DlTreeKind kind, DlTree *child)
{
  DlTree *tree = tree_new (kind);

  g_ptr_array_add (tree->children, child);

  return tree;
}

static DlTree *
tree_leaf (DlNodeOp op, guint32 a, guint32 b, guint16 c)
{
  DlTree *tree = tree_new (DL_TREE_LEAF);

  tree->leaf = (DlNodeRecord){ .op = op, .a = a, .b = b, .c = c };

  return tree;
}

static DlTree *parse_choice (Parser *parser, char closing);

static void
skip_blanks (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static DlTree *
fail (Parser *parser, const char *what)
{
  if (*parser->error == NULL)
    g_set_error (parser->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s at “%s” in “%s”", what,
                 parser->at, parser->whole);

  return tree_new (DL_TREE_SEQUENCE);
}

static char *
parse_name (Parser *parser)
{
  const char *start = parser->at;

  while (g_ascii_isalnum (*parser->at) || *parser->at == '-')
    parser->at++;

  return g_strndup (start, parser->at - start);
}

static char *
parse_arguments (Parser *parser)
{
  const char *start = parser->at + 1;

  if (*parser->at != '(')
    return NULL;

  while (*parser->at != ')' && *parser->at != '\0')
    parser->at++;
  if (*parser->at == '\0')
    {
      fail (parser, "no “)”");
      return NULL;
    }

  return g_strndup (start, parser->at++ - start);
}

static DlTree *
parse_number (const char *arguments, guint digits)
{
  guint low = 0, high = G_MAXINT32;

  if (arguments != NULL)
    {
      char *end;

      low = (guint) g_ascii_strtoull (arguments, &end, 10);
      high = *end == '-' ? (guint) g_ascii_strtoull (end + 1, NULL, 10) : low;
    }

  return tree_leaf (DL_NODE_NUMBER, low, high, digits);
}

static DlTree *
parse_class (Parser *parser, const char *name, const char *arguments)
{
  DlBuilder *builder = parser->builder;
  guint first = builder->values->len;
  g_auto (GStrv) values = arguments != NULL ? g_strsplit (arguments, ",", -1) : NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      guint32 string = dl_builder_string (builder, g_strstrip (values[i]));
      g_array_append_val (builder->values, string);
    }

  return tree_leaf (DL_NODE_CLASS, dl_builder_class (builder, name), first,
                    builder->values->len - first);
}

static DlTree *
parse_reference (Parser *parser)
{
  static const struct
  {
    const char *name;
    DlNodeOp op;
  } built_in[] = {
    { "cap", DL_NODE_CAPITALISED }, { "upper", DL_NODE_UPPER },
    { "lower", DL_NODE_LOWER },     { "word", DL_NODE_WORD },
    { "any", DL_NODE_ANY },         { "initial", DL_NODE_INITIAL },
    { "han", DL_NODE_HAN },         { "katakana", DL_NODE_KATAKANA },
    { "q", DL_NODE_OPEN_QUOTE },    { "Q", DL_NODE_CLOSE_QUOTE },
  };
  g_autofree char *name = NULL;
  g_autofree char *arguments = NULL;

  parser->at++;
  name = parse_name (parser);
  if (*name == '\0')
    return fail (parser, "no name after “@”");
  arguments = parse_arguments (parser);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      if (strcmp (name, built_in[i].name) == 0)
        return tree_leaf (built_in[i].op, 0, 0, 0);
    }
  if (strcmp (name, "num") == 0)
    return parse_number (arguments, 0);
  if (strcmp (name, "num4") == 0)
    return parse_number (arguments, 4);
  if (strcmp (name, "num2") == 0)
    return parse_number (arguments != NULL ? arguments : "0-99", 0);

  return parse_class (parser, name, arguments);
}

static DlTree *
parse_word (Parser *parser)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (DlFold) fold = dl_fold_new ();
  DlTree *sequence = tree_new (DL_TREE_SEQUENCE);

  for (; *parser->at != '\0' && !g_ascii_isspace (*parser->at) &&
         strchr ("(){}|?*+@!^$:_", *parser->at) == NULL;
       parser->at++)
    {
      if (*parser->at == '\\' && parser->at[1] != '\0')
        parser->at++;
      g_string_append_c (word, *parser->at);
    }
  if (word->len == 0)
    {
      dl_tree_free (sequence);
      return fail (parser, "something unexpected");
    }

  dl_fold_set (fold, word->str, word->len);
  for (gsize i = 0; i < fold->length;)
    {
      g_autofree char *token = NULL;
      gsize end = i + 1;

      while (end < fold->length && !(fold->flags[end] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)))
        end++;
      token = g_strndup (fold->text + i, end - i);
      g_ptr_array_add (sequence->children,
                       tree_leaf (DL_NODE_LITERAL, dl_builder_literal (parser->builder, token), 0,
                                  0));
      i = end;
    }

  return sequence;
}

static DlTree *parse_item (Parser *parser);

static DlTree *
parse_atom (Parser *parser)
{
  switch (*parser->at)
    {
    case '(':
      parser->at++;
      return parse_choice (parser, ')');
    case '{':
      parser->at++;
      return tree_wrap (DL_TREE_EXTENT, parse_choice (parser, '}'));
    case '!':
      parser->at++;
      skip_blanks (parser);
      return tree_wrap (DL_TREE_NOT, parse_item (parser));
    case '^':
      parser->at++;
      return tree_leaf (DL_NODE_SENTENCE_START, 0, 0, 0);
    case '$':
      parser->at++;
      return tree_leaf (DL_NODE_SENTENCE_END, 0, 0, 0);
    case '_':
      parser->at++;
      return tree_leaf (DL_NODE_GLUE, 0, 0, 0);
    case '@':
      return parse_reference (parser);
    case ':': /* by itself: the colon */
      parser->at++;
      return tree_leaf (DL_NODE_LITERAL, dl_builder_literal (parser->builder, ":"), 0, 0);
    default:
      return parse_word (parser);
    }
}

static DlTree *
parse_repeat (Parser *parser, DlTree *tree)
{
  const char mark = *parser->at++;

  return tree_wrap (mark == '?'   ? DL_TREE_OPTIONAL
                    : mark == '*' ? DL_TREE_STAR
                                  : DL_TREE_PLUS,
                    tree);
}

static DlTree *
parse_capture (Parser *parser, DlTree *tree)
{
  g_autofree char *name = NULL;

  parser->at++;
  name = parse_name (parser);
  tree = tree_wrap (DL_TREE_CAPTURE, tree);
  tree->name = dl_builder_string (parser->builder, name);

  return tree;
}

static DlTree *
parse_item (Parser *parser)
{
  DlTree *tree = parse_atom (parser);

  while (TRUE)
    {
      if (*parser->at != '\0' && strchr ("?*+", *parser->at) != NULL)
        tree = parse_repeat (parser, tree);
      else if (*parser->at == ':' && g_ascii_isalnum (parser->at[1]))
        tree = parse_capture (parser, tree);
      else
        return tree;
    }
}

/* Parses up to @closing, which is NUL for the whole pattern. */
static DlTree *
parse_choice (Parser *parser, char closing)
{
  DlTree *choice = tree_new (DL_TREE_CHOICE);
  DlTree *sequence = tree_new (DL_TREE_SEQUENCE);

  g_ptr_array_add (choice->children, sequence);
  for (skip_blanks (parser); *parser->at != closing && *parser->error == NULL; skip_blanks (parser))
    {
      if (*parser->at == '\0')
        {
          dl_tree_free (fail (parser, "something left open"));
          break;
        }
      if (*parser->at == '|')
        {
          parser->at++;
          sequence = tree_new (DL_TREE_SEQUENCE);
          g_ptr_array_add (choice->children, sequence);
        }
      else
        g_ptr_array_add (sequence->children, parse_item (parser));
    }
  if (closing != '\0' && *parser->at == closing)
    parser->at++;

  return choice;
}

/* Returns: (transfer full): the tree of @pattern, or NULL with @error set; literals and
 * classes it names are added to @builder. */
DlTree *
dl_tree_parse (DlBuilder *builder, const char *pattern, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Parser parser = { builder, pattern, pattern, &reason };
  DlTree *tree = parse_choice (&parser, '\0');

  if (reason == NULL)
    return tree;

  dl_tree_free (tree);
  g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

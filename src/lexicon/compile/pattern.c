/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../matcher.h"
#include "builder.h"

/* Turns the text of a <match> into nodes.  Grammar:
 *
 *   choice   := sequence ( '|' sequence )*
 *   sequence := item*
 *   item     := atom ( '?' | '*' | '+' | ':' name )*
 *   atom     := '(' choice ')' | '{' choice '}' | '!' item | '^' | '$' | '_'
 *             | '@' name [ '(' values ')' ] | word
 *
 * A tree is parsed first, then written from its end to its beginning, so that each node
 * knows the node after it. */

typedef enum
{
  TREE_SEQUENCE,
  TREE_CHOICE,
  TREE_OPTIONAL,
  TREE_STAR,
  TREE_PLUS,
  TREE_CAPTURE,
  TREE_EXTENT,
  TREE_NOT,
  TREE_LEAF
} TreeKind;

typedef struct _Tree Tree;
struct _Tree
{
  TreeKind kind;
  DlNodeRecord leaf;
  guint32 name;        /* of a capture */
  GPtrArray *children; /* of Tree, owned */
};

typedef struct
{
  DlBuilder *builder;
  const char *whole;
  const char *at;
  GError **error;
} Parser;

static void
tree_free (gpointer data)
{
  Tree *tree = data;

  g_ptr_array_unref (tree->children);
  g_free (tree);
}

static Tree *
tree_new (TreeKind kind)
{
  Tree *tree = g_new0 (Tree, 1);

  tree->kind = kind;
  tree->children = g_ptr_array_new_with_free_func (tree_free);

  return tree;
}

static Tree *
tree_wrap (TreeKind kind, Tree *child)
{
  Tree *tree = tree_new (kind);

  g_ptr_array_add (tree->children, child);

  return tree;
}

static Tree *
tree_leaf (DlNodeOp op, guint32 a, guint32 b, guint16 c)
{
  Tree *tree = tree_new (TREE_LEAF);

  tree->leaf = (DlNodeRecord){ .op = op, .a = a, .b = b, .c = c };

  return tree;
}

static Tree *parse_choice (Parser *parser, char closing);

static void
skip_blanks (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static Tree *
fail (Parser *parser, const char *what)
{
  if (*parser->error == NULL)
    g_set_error (parser->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s at “%s” in “%s”", what,
                 parser->at, parser->whole);

  return tree_new (TREE_SEQUENCE);
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

static Tree *
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

static Tree *
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

static Tree *
parse_reference (Parser *parser)
{
  static const struct
  {
    const char *name;
    DlNodeOp op;
  } built_in[] = {
    { "cap", DL_NODE_CAPITALISED }, { "upper", DL_NODE_UPPER },   { "lower", DL_NODE_LOWER },
    { "word", DL_NODE_WORD },       { "any", DL_NODE_ANY },       { "initial", DL_NODE_INITIAL },
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

static Tree *
parse_word (Parser *parser)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (DlFold) fold = dl_fold_new ();
  Tree *sequence = tree_new (TREE_SEQUENCE);

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
      tree_free (sequence);
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

static Tree *parse_item (Parser *parser);

static Tree *
parse_atom (Parser *parser)
{
  switch (*parser->at)
    {
    case '(':
      parser->at++;
      return parse_choice (parser, ')');
    case '{':
      parser->at++;
      return tree_wrap (TREE_EXTENT, parse_choice (parser, '}'));
    case '!':
      parser->at++;
      skip_blanks (parser);
      return tree_wrap (TREE_NOT, parse_item (parser));
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

static Tree *
parse_repeat (Parser *parser, Tree *tree)
{
  const char mark = *parser->at++;

  return tree_wrap (mark == '?' ? TREE_OPTIONAL : mark == '*' ? TREE_STAR : TREE_PLUS, tree);
}

static Tree *
parse_capture (Parser *parser, Tree *tree)
{
  g_autofree char *name = NULL;

  parser->at++;
  name = parse_name (parser);
  tree = tree_wrap (TREE_CAPTURE, tree);
  tree->name = dl_builder_string (parser->builder, name);

  return tree;
}

static Tree *
parse_item (Parser *parser)
{
  Tree *tree = parse_atom (parser);

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
static Tree *
parse_choice (Parser *parser, char closing)
{
  Tree *choice = tree_new (TREE_CHOICE);
  Tree *sequence = tree_new (TREE_SEQUENCE);

  g_ptr_array_add (choice->children, sequence);
  for (skip_blanks (parser); *parser->at != closing && *parser->error == NULL; skip_blanks (parser))
    {
      if (*parser->at == '\0')
        {
          tree_free (fail (parser, "something left open"));
          break;
        }
      if (*parser->at == '|')
        {
          parser->at++;
          sequence = tree_new (TREE_SEQUENCE);
          g_ptr_array_add (choice->children, sequence);
        }
      else
        g_ptr_array_add (sequence->children, parse_item (parser));
    }
  if (closing != '\0' && *parser->at == closing)
    parser->at++;

  return choice;
}

static guint32
emit_node (DlBuilder *builder, DlNodeRecord node)
{
  g_array_append_val (builder->nodes, node);

  return builder->nodes->len - 1;
}

static guint32
emit_simple (DlBuilder *builder, DlNodeOp op, guint32 a, guint32 next)
{
  return emit_node (builder, (DlNodeRecord){ .op = op, .a = a, .next = next });
}

static guint32 emit (DlBuilder *builder, const Tree *tree, guint32 next);

static const Tree *
only_child (const Tree *tree)
{
  return g_ptr_array_index (tree->children, 0);
}

static guint32
emit_sequence (DlBuilder *builder, const Tree *tree, guint32 next)
{
  for (guint i = tree->children->len; i > 0; i--)
    next = emit (builder, g_ptr_array_index (tree->children, i - 1), next);

  return next;
}

static guint32
emit_choice (DlBuilder *builder, const Tree *tree, guint32 next)
{
  guint32 entry = emit (builder, g_ptr_array_index (tree->children, tree->children->len - 1), next);

  for (guint i = tree->children->len - 1; i > 0; i--)
    {
      guint32 first = emit (builder, g_ptr_array_index (tree->children, i - 1), next);
      entry = emit_simple (builder, DL_NODE_SPLIT, entry, first);
    }

  return entry;
}

static guint32
emit_loop (DlBuilder *builder, const Tree *tree, guint32 next)
{
  guint32 split = emit_simple (builder, DL_NODE_SPLIT, next, 0);
  guint32 body = emit (builder, only_child (tree), split);

  g_array_index (builder->nodes, DlNodeRecord, split).next = body;

  return tree->kind == TREE_STAR ? split : body;
}

/* Writes @tree so that @next follows it.  Returns: its entry. */
static guint32
emit (DlBuilder *builder, const Tree *tree, guint32 next)
{
  DlNodeRecord leaf = tree->leaf;

  switch (tree->kind)
    {
    case TREE_SEQUENCE:
      return emit_sequence (builder, tree, next);
    case TREE_CHOICE:
      return emit_choice (builder, tree, next);
    case TREE_OPTIONAL:
      return emit_simple (builder, DL_NODE_SPLIT, next, emit (builder, only_child (tree), next));
    case TREE_STAR:
    case TREE_PLUS:
      return emit_loop (builder, tree, next);
    case TREE_CAPTURE:
      next = emit_simple (builder, DL_NODE_CAPTURE_END, tree->name, next);
      return emit_simple (builder, DL_NODE_CAPTURE_BEGIN, tree->name,
                          emit (builder, only_child (tree), next));
    case TREE_EXTENT:
      next = emit_simple (builder, DL_NODE_EXTENT_END, 0, next);
      return emit_simple (builder, DL_NODE_EXTENT_BEGIN, 0,
                          emit (builder, only_child (tree), next));
    case TREE_NOT:
      return emit_simple (builder, DL_NODE_NOT,
                          emit (builder, only_child (tree),
                                emit_simple (builder, DL_NODE_ACCEPT, 0, 0)),
                          next);
    case TREE_LEAF:
    default:
      leaf.next = next;
      return emit_node (builder, leaf);
    }
}

/* Compiles one <match>.  @entry: (out): its first node. */
gboolean
dl_pattern_compile (DlBuilder *self, const char *pattern, guint32 *entry, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Parser parser = { self, pattern, pattern, &reason };
  Tree *tree = parse_choice (&parser, '\0');

  if (reason == NULL)
    *entry = emit (self, tree, emit_simple (self, DL_NODE_ACCEPT, 0, 0));
  tree_free (tree);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }

  return TRUE;
}

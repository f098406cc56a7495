/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml-blocks.h"

#include <string.h>

#include "xml-tree.h"

/* The text of an XML format, cut into blocks by what its elements mean.
 *
 * 1. A block within a block ends it; a paragraph in it is of the outer one's kind.
 * 2. Within the row of a table blocks are lines of a cell.
 * 3. Recursion is as deep as the tree, and that dl_xml_parse() limits. */

#define CELL_MARK " | "

typedef struct
{
  DlArticleBuilder *builder;
  const DlXmlRule *rules; /* up to one without a name */
  GString *run;           /* the block that is being read */
  GPtrArray *asides;      /* of strings: what follows it */
  GArray *links;          /* of DlWebLink: in @run, as the file has their addresses */
  const char *link;       /* the one that is being read; or NULL */
  gboolean cell_over;
} Walk;

typedef struct
{
  DlBlockKind kind;
  guint level; /* of a heading */
  gboolean in_row;
  const char *language; /* (nullable) */
} Context;

static void append_children (Walk *self, const xmlNode *parent, const Context *context);

static const DlXmlRule *
find_rule (const Walk *self, const xmlNode *node)
{
  for (const DlXmlRule *rule = self->rules; rule->name != NULL; rule++)
    if (strcmp (rule->name, (const char *) node->name) == 0)
      return rule;

  return NULL;
}

static void
end_links (Walk *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const DlWebLink *link = &g_array_index (self->links, DlWebLink, i);

      dl_article_builder_add_link (self->builder, link->span, link->address);
    }
  g_array_set_size (self->links, 0);
}

static void
end_block (Walk *self, const Context *context)
{
  end_links (self);
  if (context->kind == DL_BLOCK_HEADING)
    dl_article_builder_append_heading (self->builder, context->level, self->run->str,
                                       context->language);
  else
    dl_article_builder_append (self->builder, context->kind, self->run->str, context->language);
  g_string_truncate (self->run, 0);
  for (guint i = 0; i < self->asides->len; i++)
    dl_article_builder_append (self->builder, DL_BLOCK_PARAGRAPH, self->asides->pdata[i],
                               context->language);
  g_ptr_array_set_size (self->asides, 0);
}

/* Parts the cell that begins at @start from the one before.
 *
 * Returns: where it begins now */
static gsize
begin_cell (Walk *self, gsize start)
{
  self->cell_over = FALSE;
  if (start > 0 && self->run->str[start - 1] == ' ')
    g_string_erase (self->run, --start, 1);
  if (start == 0)
    return start;
  g_string_insert (self->run, start, CELL_MARK);

  return start + strlen (CELL_MARK);
}

static void
append_text (Walk *self, const char *content)
{
  gsize start = self->run->len;

  dl_xml_append_text (self->run, content);
  if (self->run->len == start)
    return;
  if (self->cell_over)
    start = begin_cell (self, start);
  if (self->link != NULL)
    dl_web_links_append (self->links, (DlSpan){ start, self->run->len }, self->link);
}

static void
append_aside (Walk *self, const xmlNode *node, const Context *context)
{
  GString *outer = g_steal_pointer (&self->run);
  GArray *links = g_steal_pointer (&self->links);
  Context inner = { .in_row = TRUE, .language = context->language };

  self->run = g_string_new (NULL);
  self->links = dl_web_links_new ();
  append_children (self, node, &inner);
  g_ptr_array_add (self->asides, g_string_free (self->run, FALSE));
  g_array_unref (self->links);
  self->run = outer;
  self->links = links;
}

/* TEI marks the line break within a word. */
static void
append_space (Walk *self, const xmlNode *node)
{
  g_autofree char *parts = dl_xml_dup_attribute (node, "break");

  if (g_strcmp0 (parts, "no") != 0)
    append_text (self, " ");
}

static void
append_link (Walk *self, const xmlNode *node, const DlXmlRule *rule, const Context *context)
{
  g_autofree char *address = dl_xml_dup_any_attribute (node, rule->address);
  const char *outer = self->link;

  self->link = address;
  append_children (self, node, context);
  self->link = outer;
}

static void
append_choice (Walk *self, const xmlNode *node, const Context *context)
{
  const xmlNode *first = xmlFirstElementChild ((xmlNode *) node);

  if (first != NULL)
    append_children (self, first, context);
}

static void
append_block (Walk *self, const xmlNode *node, const DlXmlRule *rule, const Context *outer)
{
  g_autofree char *language = dl_xml_dup_own_language (node);
  DlBlockKind kind = rule->find_kind != NULL ? rule->find_kind (node) : rule->kind;
  Context inner = *outer;

  if (kind != DL_BLOCK_PARAGRAPH)
    inner.kind = kind;
  if (kind == DL_BLOCK_HEADING)
    inner.level = rule->find_level != NULL ? rule->find_level (node) : 1;
  if (language != NULL)
    inner.language = language;
  inner.in_row = rule->role == DL_XML_ROW;
  end_block (self, outer);
  append_children (self, node, &inner);
  end_block (self, &inner);
  self->cell_over = FALSE;
}

static void
append_element (Walk *self, const xmlNode *node, const Context *context)
{
  const DlXmlRule *rule = find_rule (self, node);

  if (rule == NULL)
    append_children (self, node, context);
  else if (rule->role == DL_XML_ASIDE)
    append_aside (self, node, context);
  else if (rule->role == DL_XML_SPACE)
    append_space (self, node);
  else if (rule->role == DL_XML_LINK)
    append_link (self, node, rule, context);
  else if (rule->role == DL_XML_CHOICE)
    append_choice (self, node, context);
  else if (rule->role == DL_XML_CELL)
    {
      append_children (self, node, context);
      self->cell_over = context->in_row;
    }
  else if (rule->role != DL_XML_SKIPPED && !context->in_row)
    append_block (self, node, rule, context);
  else if (rule->role != DL_XML_SKIPPED)
    {
      append_children (self, node, context);
      dl_xml_append_text (self->run, " ");
    }
}

static void
append_children (Walk *self, const xmlNode *parent, const Context *context)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_text (self, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE)
        append_element (self, node, context);
    }
}

/**
 * dl_xml_blocks_append:
 * @parent: of a tree of dl_xml_parse()
 * @rules: (array zero-terminated=1): up to one without a name
 *
 * Appends the blocks under @parent.
 */
void
dl_xml_blocks_append (DlArticleBuilder *builder, const xmlNode *parent, const DlXmlRule *rules)
{
  g_autofree char *language = dl_xml_dup_own_language (parent);
  Context context = { .language = language };
  Walk self = { .builder = builder, .rules = rules };

  self.run = g_string_new (NULL);
  self.links = dl_web_links_new ();
  self.asides = g_ptr_array_new_with_free_func (g_free);
  append_children (&self, parent, &context);
  end_block (&self, &context);
  g_string_free (self.run, TRUE);
  g_array_unref (self.links);
  g_ptr_array_unref (self.asides);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-importer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"
#include "html-body.h"
#include "html-metadata.h"
#include "xml.h"

/* A saved web page → Article: the text of the element that holds the article, cut into blocks
 * where its elements begin and end.
 *
 * 1. One LF parts two blocks in the article's text.
 * 2. A short block that is mostly links leads to something else and is left out, and so is a
 *    label of one or two words.
 * 3. A heading that nothing follows heads what was left out, and goes with it. */

/* More blocks than this are no article. */
#define MAX_BLOCKS 100000
/* (2): characters, and the share of them in links. */
#define MAX_LEAD 300
#define MAX_LINKS 0.6
/* Less text than this is hardly an article; bytes. */
#define MIN_ARTICLE 600

static const char BREAKS[] =
  " p div section article main h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table tr td th dl dt dd "
  "hr header center body ";

typedef struct
{
  DlBlockKind kind;
  char *text; /* owned */
} Piece;

typedef struct
{
  GArray *pieces; /* of Piece */
  GString *now;   /* the block that is being read */
  gsize in_links; /* bytes of it that are links */
} Builder;

static void
clear_piece (gpointer data)
{
  g_free (((Piece *) data)->text);
}

static gboolean
leads_away (const Builder *self)
{
  return self->now->len < MAX_LEAD && self->in_links > MAX_LINKS * self->now->len;
}

/* One or two words without a mark at their end are a label: “Advertisement”. */
static gboolean
is_label (const char *text, DlBlockKind kind)
{
  const char *space = strchr (text, ' ');
  const gsize length = strlen (text);

  return kind == DL_BLOCK_PARAGRAPH && length < 30 && g_ascii_isalnum (text[length - 1]) &&
         (space == NULL || strchr (space + 1, ' ') == NULL);
}

static void
end_block (Builder *self, DlBlockKind kind)
{
  g_autofree char *text = g_strchomp (g_strdup (self->now->str));
  const gboolean kept =
    *text != '\0' && !leads_away (self) && !is_label (text, kind) && self->pieces->len < MAX_BLOCKS;
  Piece piece = { kind, NULL };

  if (kept)
    {
      piece.text = g_steal_pointer (&text);
      g_array_append_val (self->pieces, piece);
    }
  g_string_truncate (self->now, 0);
  self->in_links = 0;
}

/* The kind of block that @node stands in. */
static DlBlockKind
find_kind (const xmlNode *node, const xmlNode *root)
{
  for (; node != NULL && node != root; node = node->parent)
    {
      if (dl_html_is_one_of (node, " h1 h2 h3 h4 h5 h6 "))
        return DL_BLOCK_HEADING;
      if (dl_html_is (node, "li"))
        return DL_BLOCK_LIST_ITEM;
      if (dl_html_is (node, "blockquote"))
        return DL_BLOCK_QUOTE;
    }

  return DL_BLOCK_PARAGRAPH;
}

static gboolean
is_in_link (const xmlNode *node, const xmlNode *root)
{
  for (; node != NULL && node != root; node = node->parent)
    {
      if (dl_html_is (node, "a"))
        return TRUE;
    }

  return FALSE;
}

static void
append_text (Builder *self, const xmlNode *node, const xmlNode *root)
{
  const gsize before = self->now->len;

  dl_xml_append_text (self->now, (const char *) node->content);
  if (is_in_link (node, root))
    self->in_links += self->now->len - before;
}

/* “<br><br>” parts paragraphs, a single one lines. */
static void
break_line (Builder *self, const xmlNode *node, const xmlNode *root)
{
  const xmlNode *next = node->next;

  while (next != NULL && next->type == XML_TEXT_NODE && xmlIsBlankNode (next))
    next = next->next;
  if (dl_html_is (next, "br"))
    end_block (self, find_kind (node, root));
  else
    dl_xml_append_text (self->now, " ");
}

/* Where the walk leaves elements, it ends the blocks that they are. */
static void
leave (Builder *self, const xmlNode *node, const xmlNode *next, const xmlNode *root)
{
  const xmlNode *stop = next != NULL ? next->parent : root;

  for (const xmlNode *up = node->children != NULL && next != NULL && next->parent == node ? NULL
                                                                                          : node;
       up != NULL && up != stop && up != root; up = up->parent)
    {
      if (dl_html_is_one_of (up, BREAKS))
        end_block (self, find_kind (up, root));
    }
}

static void
read_body (Builder *self, const xmlNode *root, DlHtmlJunk *junk)
{
  guint visited = 0;

  for (const xmlNode *node = root->children; node != NULL && visited < DL_HTML_MAX_NODES; visited++)
    {
      const gboolean covered = dl_html_junk_covers (junk, node);
      const xmlNode *next = dl_html_next (node, root, !covered);

      if (node->type == XML_TEXT_NODE)
        append_text (self, node, root);
      else if (!covered && dl_html_is (node, "br"))
        break_line (self, node, root);
      else if (!covered && dl_html_is_one_of (node, BREAKS))
        end_block (self, find_kind (node->parent, root));
      leave (self, node, next, root);
      node = next;
    }
  end_block (self, DL_BLOCK_PARAGRAPH);
}

static gboolean
is_superfluous (const GArray *pieces, guint i, const char *title)
{
  const Piece *piece = &g_array_index (pieces, Piece, i);

  if (piece->kind != DL_BLOCK_HEADING)
    return FALSE;

  return i + 1 == pieces->len || g_array_index (pieces, Piece, i + 1).kind == DL_BLOCK_HEADING ||
         g_strcmp0 (piece->text, title) == 0;
}

static DlArticle *
build (const GArray *pieces, const DlHtmlMetadata *page, const char *name, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      DlSpan span;

      if (is_superfluous (pieces, i, page->title))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      span.start = text->len;
      g_string_append (text, piece->text);
      span.end = text->len;
      g_ptr_array_add (blocks, dl_block_new (piece->kind, span, NULL));
    }
  if (blocks->len == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no text in this article. Open another one."));
      return NULL;
    }
  bytes = g_bytes_new (text->str, text->len);

  return dl_article_new (bytes, blocks,
                         &(DlArticleFields){
                           .id = name,
                           .title = page->title,
                           .language = page->language,
                           .author = page->author,
                           .publisher = page->publisher,
                           .url = page->url,
                           .published = page->published,
                           .updated = page->updated,
                         });
}

/* Returns: (transfer full): the pieces of the article's text */
static GArray *
find_pieces (const xmlNode *root, gboolean lenient)
{
  g_autoptr (DlHtmlJunk) junk = dl_html_junk_new (lenient);
  g_autoptr (GString) now = g_string_new (NULL);
  Builder builder = { .pieces = g_array_new (FALSE, FALSE, sizeof (Piece)), .now = now };

  g_array_set_clear_func (builder.pieces, clear_piece);
  read_body (&builder, dl_html_body_find (root, junk), junk);

  return builder.pieces;
}

static gsize
count_bytes (const GArray *pieces)
{
  gsize n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += strlen (g_array_index (pieces, Piece, i).text);

  return n;
}

/* Where the names on a page seem to rule out all of its text, they mean something else. */
static GArray *
find_all_pieces (const xmlNode *root)
{
  g_autoptr (GArray) strict = find_pieces (root, FALSE);
  g_autoptr (GArray) lenient = NULL;

  if (count_bytes (strict) >= MIN_ARTICLE)
    return g_steal_pointer (&strict);

  lenient = find_pieces (root, TRUE);

  return count_bytes (lenient) > 4 * count_bytes (strict) ? g_steal_pointer (&lenient)
                                                          : g_steal_pointer (&strict);
}

/**
 * dl_html_importer_import:
 * @bytes: a web page
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article of the page, or %NULL with %DL_ERROR_EMPTY,
 *   %DL_ERROR_ENCODING or %DL_ERROR_FORMAT set
 */
DlArticle *
dl_html_importer_import (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (xmlDoc) doc = dl_html_parse (bytes, &fault);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (DlHtmlMetadata) page = NULL;
  g_autoptr (GArray) pieces = NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  page = root != NULL ? dl_html_metadata_read (root) : g_new0 (DlHtmlMetadata, 1);
  pieces = root != NULL ? find_all_pieces (root) : g_array_new (FALSE, FALSE, sizeof (Piece));

  return build (pieces, page, name, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-picture.h"

#include <string.h>

#include "xml.h"

/* The picture at the head of an article, and what is said below it: the first one that the page
 * brings along, in the element that holds the article or a little around it, for headlines often
 * stand with their picture before that. */

/* Elements around the article's in which it may stand. */
#define MAX_OUTWARD 2
/* Pictures that are looked at. */
#define MAX_TRIED 50
/* From a picture out to what holds its caption, and the nodes in there. */
#define MAX_FIGURE_DEPTH 4
#define MAX_FIGURE_NODES 200
#define MAX_CAPTION 1000 /* bytes */

static const char CAPTIONS[] = "(^|[-_ ])(caption\\w*|(img|image|photo|pic)[-_]?desc\\w*)($|[-_ ])";

static const xmlNode *
find_scope (const xmlNode *body)
{
  for (guint i = 0; i < MAX_OUTWARD; i++)
    if (body->parent != NULL && body->parent->type == XML_ELEMENT_NODE &&
        !dl_html_is_one_of (body->parent, " body html "))
      body = body->parent;

  return body;
}

static gboolean
is_within (const xmlNode *node, const xmlNode *scope)
{
  while (node != NULL && node != scope)
    node = node->parent;

  return node != NULL;
}

/* Whether it stands in what leads elsewhere. */
static gboolean
is_beside (DlHtmlMeasures *measures, const DlHtmlMeasure *measure)
{
  const DlHtmlMeasure *root = dl_html_measures_get (measures, 0);

  for (; measure != root; measure = dl_html_measures_get (measures, measure->parent))
    if (measure->verdict >= DL_HTML_BESIDE)
      return TRUE;

  return FALSE;
}

static gboolean
is_caption (const xmlNode *node)
{
  g_autofree char *class =
    node->type == XML_ELEMENT_NODE ? dl_html_dup_attribute (node, "class") : NULL;

  return dl_html_is (node, "figcaption") ||
         (class != NULL && g_regex_match_simple (CAPTIONS, class, G_REGEX_CASELESS, 0));
}

/* Returns: (transfer full) (nullable): the text of the first caption in @figure */
static char *
dup_caption_in (const xmlNode *figure)
{
  const xmlNode *node = figure->children;

  for (guint n = 0; node != NULL && n < MAX_FIGURE_NODES; n++)
    {
      if (is_caption (node))
        {
          g_autofree char *text = dl_xml_dup_text (node);

          if (*text != '\0' && strlen (text) <= MAX_CAPTION)
            return g_steal_pointer (&text);
        }
      node = dl_html_next (node, figure, TRUE);
    }

  return NULL;
}

/* In the <figure>, or in what else is built as one: it has no other picture. */
static char *
dup_caption (DlHtmlMeasures *measures, const xmlNode *picture)
{
  const xmlNode *around = picture->parent;

  for (guint i = 0; i < MAX_FIGURE_DEPTH && around != NULL; i++)
    {
      const DlHtmlMeasure *measure = dl_html_measures_find (measures, around);
      char *caption;

      if (measure == NULL || measure->all.n_paragraphs > 2)
        return NULL;
      caption = dup_caption_in (around);
      if (caption != NULL || dl_html_is (around, "figure"))
        return caption;
      around = around->parent;
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): what stands in place of the picture for those who cannot see
 * it */
static char *
dup_words (const xmlNode *picture)
{
  g_autofree char *alt = dl_html_dup_attribute (picture, "alt");

  return alt != NULL && *g_strstrip (alt) != '\0' && strlen (alt) <= MAX_CAPTION
           ? g_steal_pointer (&alt)
           : NULL;
}

/**
 * dl_html_picture_find:
 * @measures: of the page, summed
 * @body: the element that holds the article
 * @finder: (nullable): as for dl_picture_find()
 *
 * Returns: (transfer full): the article's lead picture; empty if there is none
 */
DlHtmlPicture
dl_html_picture_find (DlHtmlMeasures *measures,
                      const xmlNode *body,
                      DlPictureFinder finder,
                      gpointer user_data)
{
  const xmlNode *scope = find_scope (body);
  guint n_tried = 0;

  for (guint i = 0; i < dl_html_measures_count (measures) && n_tried < MAX_TRIED; i++)
    {
      const DlHtmlMeasure *measure = dl_html_measures_get (measures, i);
      g_autofree char *address = NULL;
      GBytes *bytes = NULL;

      if (!dl_html_is (measure->node, "img") || !is_within (measure->node, scope) ||
          is_beside (measures, measure))
        continue;
      n_tried++;
      address = dl_html_dup_attribute (measure->node, "src");
      if (address != NULL)
        bytes = dl_picture_find (g_strstrip (address), finder, user_data);
      if (bytes != NULL)
        return (DlHtmlPicture){ bytes, dup_caption (measures, measure->node),
                                dup_words (measure->node) };
    }

  return (DlHtmlPicture){ NULL, NULL, NULL };
}

void
dl_html_picture_clear (DlHtmlPicture *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->text, g_free);
}

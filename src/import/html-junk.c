/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-junk.h"

#include <string.h>

/* What on a web page is not its article: by element, by what the page says of itself (ARIA
 * roles, hidden), and by the words that page builders give as class and id. */

struct _DlHtmlJunk
{
  GRegex *doubtful; /* words of things beside the article */
  GRegex *sure;     /* words of the article itself, which outweigh those */
  GRegex *hidden;
  gboolean lenient;
  GHashTable *known; /* node → whether it is covered; a page is gone through several times */
};

static const char ELEMENTS[] =
  " script style noscript nav footer aside form button iframe svg select input textarea template "
  "object embed video audio canvas dialog menu head title link meta map figcaption figure ";

static const char ROLES[] =
  " navigation banner contentinfo complementary search dialog menu menubar alert alertdialog "
  "toolbar ";

static const char DOUBTFUL[] =
  "(^|[-_ ])(comments?|disqus|share|sharing|social|related|promo|sidebar|side-bar|footer|nav|"
  "navbar|navigation|menu|cookies?|consent|gdpr|newsletter|advert\\w*|ads?|sponsor\\w*|"
  "breadcrumbs?|popup|modal|overlay|subscribe|subscription|recommend\\w*|recirc\\w*|trending|"
  "most-?(read|popular)|read-?(more|next)|also-?read|more-?(from|on|stories|news)|outbrain|"
  "taboola|widget|toolbar|pagination|pager|tags?|tag-?list|byline|author-?(bio|box|info)|bio|"
  "dateline-?meta|timestamp|meta|credits?|caption|wp-caption\\w*|gallery|slideshow|login|signup|"
  "sign-?up|paywall|banner|skip-?link\\w*|screen-reader\\w*|visually-?hidden|sr-only|print-only|"
  "toc|jump-?links?|pullquote|pull-?quote|infobox|navbox|mw-editsection|reference(s|list)?|"
  "teasers?|masthead|header|topbar|hero-?meta|rating|reactions?|feedback|donat\\w+|poll)"
  "($|[-_ ])";

static const char SURE[] =
  "(^|[-_ ])(article|story|post|entry|main|content|body|text|page|column|blog)($|[-_ ]|body|text|"
  "content)";

/**
 * dl_html_junk_new:
 * @lenient: whether to trust elements only, not the names that a page gives them
 *
 * Returns: (transfer full): made once for a page
 */
DlHtmlJunk *
dl_html_junk_new (gboolean lenient)
{
  DlHtmlJunk *self = g_new0 (DlHtmlJunk, 1);

  self->lenient = lenient;
  self->known = g_hash_table_new (NULL, NULL);

  self->doubtful = g_regex_new (DOUBTFUL, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  self->sure = g_regex_new (SURE, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  self->hidden =
    g_regex_new ("(display\\s*:\\s*none|visibility\\s*:\\s*hidden)", G_REGEX_CASELESS, 0, NULL);

  return self;
}

void
dl_html_junk_free (DlHtmlJunk *self)
{
  g_regex_unref (self->doubtful);
  g_regex_unref (self->sure);
  g_regex_unref (self->hidden);
  g_hash_table_unref (self->known);
  g_free (self);
}

static gboolean
has_role (const xmlNode *node)
{
  g_autofree char *role = dl_html_dup_attribute (node, "role");
  g_autofree char *padded = role != NULL ? g_strdup_printf (" %s ", role) : NULL;

  return padded != NULL && strstr (ROLES, padded) != NULL;
}

static gboolean
is_hidden (DlHtmlJunk *self, const xmlNode *node)
{
  g_autofree char *aria = dl_html_dup_attribute (node, "aria-hidden");

  return g_strcmp0 (aria, "true") == 0 || xmlHasProp (node, (const xmlChar *) "hidden") != NULL ||
         dl_html_has_word (node, "style", self->hidden);
}

static gboolean
is_named_so (DlHtmlJunk *self, const xmlNode *node)
{
  if (dl_html_is_one_of (node, " body html article main p h1 h2 h3 h4 h5 h6 a em strong b i span "))
    return FALSE;

  return (dl_html_has_word (node, "class", self->doubtful) ||
          dl_html_has_word (node, "id", self->doubtful)) &&
         !dl_html_has_word (node, "class", self->sure) &&
         !dl_html_has_word (node, "id", self->sure);
}

static gboolean
judge (DlHtmlJunk *self, const xmlNode *node)
{
  if (dl_html_is_one_of (node, ELEMENTS) || has_role (node))
    return TRUE;

  return !self->lenient && (is_hidden (self, node) || is_named_so (self, node));
}

/**
 * dl_html_junk_covers:
 *
 * Returns: whether @node and all in it stands beside the article, not in it
 */
gboolean
dl_html_junk_covers (DlHtmlJunk *self, const xmlNode *node)
{
  gpointer known;

  if (node->type != XML_ELEMENT_NODE)
    return node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE &&
           node->type != XML_ENTITY_REF_NODE;

  if (!g_hash_table_lookup_extended (self->known, node, NULL, &known))
    {
      known = GINT_TO_POINTER (judge (self, node));
      g_hash_table_insert (self->known, (gpointer) node, known);
    }

  return GPOINTER_TO_INT (known);
}

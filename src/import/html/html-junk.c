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
  GRegex *teasers;  /* words of ways to other articles, which outweigh both */
  GRegex *beside;   /* words of what is never in the article, which outweigh all */
  GRegex *pictures;
  GRegex *hidden;
  GRegex *hiding;
  GRegex *about_others;
};

/* No text, or text that is never the article's. */
static const char JUNK[] =
  " script style noscript nav button iframe svg select input textarea template object embed audio "
  "video canvas dialog menu head title link meta map ";

/* Some page builders put everything into one of these. */
static const char DOUBTFUL_ELEMENTS[] = " aside form figcaption ";

/* Never judged by their names: they are too near to the text. */
static const char TEXT_ELEMENTS[] =
  " body html article main p h1 h2 h3 h4 h5 h6 a em strong b i span th math mjx-container ";

static const char ROLES[] =
  " navigation banner contentinfo complementary search dialog menu menubar alert alertdialog "
  "toolbar ";

#define WORDS(words) "(^|[-_ ])(" words ")($|[-_ ])"

static const char DOUBTFUL[] =
  WORDS ("sharing|social|promo|sidebar|side-bar|menu|ads?|popup|modal|overlay|read-?more|widget|"
         "toolbar|tags?|tag-?list|byline|authors?|author-?(bio|box|info)|bio|affiliate\\w*|"
         "whatsapp|"
         "dateline-?meta|timestamp|meta|"
         "credits?|caption|wp-caption\\w*|gallery|slideshow|paywall|banner|screen-reader\\w*|"
         "visually-?hidden|sr-only|print-only|toc|jump-?links?|pull-?quote|navbox|mw-editsection|"
         "masthead|header|topbar|hero-?meta|rating|reactions?|feedback|poll|promotions?");

/* Here and below, what English and other languages call it; in Latin letters without accents, as
 * classes are written. */
static const char TEASERS[] = WORDS (
  "related\\w*|recommend\\w*|recirc\\w*|trending|most-?(read|popular|viewed|shared)|"
  "popular|read-?next|also-?read|more-?(from|on|stories|news)|outbrain|taboola|teasers?|"
  "next-?prev|prev-?next|prev(ious)?-?posts?|next-?posts?|"
  "verwandte\\w*|mehr-?zum-?thema|weitere-?(artikel|themen|meldungen|nachrichten)|"
  "(a-?)?lire-?aussi|sur-?le-?meme-?(sujet|theme)|relacionad[ao]s?|relacionats|"
  "(mas|mais)-?(leid[ao]s?|lid[ao]s?|noticias)|(leia|lea|lee|leggi)-?(mais|tambem|tambien|anche)|"
  "correlat[aei]|terkait|baca-?juga|(tin|bai|bai-?viet)-?(lien-?quan|khac|moi)|lien-?quan|"
  "(xem|doc)-?(them|nhieu)|chitayte-?takzhe|chitay-?takzhe|po-?teme");

static const char BESIDE[] =
  WORDS ("comments?|comment-?(list|area|section)|disqus|respond|share|footer|nav|navbar|navigation|"
         "cookies?|consent|gdpr|newsletter\\w*|advert\\w*|sponsor\\w*|breadcrumbs?|subscribe|"
         "subscription|pagination|pager|login|signup|sign-?up|skip-?link\\w*|donat\\w+|polls?|"
         "copyrights?|"
         "kommentare?|kommentarbereich|commentaires?|comentarios?|commenti|komentar|binh-?luan|"
         "teilen|partag(e|er)|compartir|compartilhar|condividi|bagikan|chia-?se|podelitsya|"
         "werbung|anzeigen?|publicite|publicidade?|pubblicita|iklan|quang-?cao|reklama");

/* Names that hide what has them, in the style sheets of nearly all who use them. */
static const char HIDING[] = "(^| )(hidden|d-none|is-hidden)($| )";

/* “has-sidebar” tells what stands beside the element, not what it is. */
static const char ABOUT_OTHERS[] = "(?<![^ ])(has|no|with|without)-[^ ]+";

/* Of pictures that stand within a paragraph, in what is never judged by its name else. */
static const char PICTURES[] =
  WORDS ("(img|image|photo|pic|picture)[-_]?(desc\\w*|caption|org|txt|text)");

static const char SURE[] =
  "(^|[-_ ])(article|story|post|entry|main|content|body|text|page|column|blog)($|[-_ ]|body|text|"
  "content)";

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

static DlHtmlJunk *
create (void)
{
  DlHtmlJunk *self = g_new0 (DlHtmlJunk, 1);

  self->doubtful = compile (DOUBTFUL);
  self->sure = compile (SURE);
  self->teasers = compile (TEASERS);
  self->beside = compile (BESIDE);
  self->pictures = compile (PICTURES);
  self->hiding = compile (HIDING);
  self->about_others = compile (ABOUT_OTHERS);
  self->hidden = compile ("(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  return self;
}

/**
 * dl_html_junk_get:
 *
 * Any thread.
 *
 * Returns: (transfer none): made once, for all pages
 */
DlHtmlJunk *
dl_html_junk_get (void)
{
  static DlHtmlJunk *shared = NULL;

  if (g_once_init_enter (&shared))
    g_once_init_leave (&shared, create ());

  return shared;
}

static gboolean
has_role (const xmlNode *element)
{
  g_autofree char *role = dl_html_dup_attribute (element, "role");
  g_autofree char *padded = role != NULL ? g_strdup_printf (" %s ", role) : NULL;

  return padded != NULL && strstr (ROLES, padded) != NULL;
}

static gboolean
is_hidden (DlHtmlJunk *self, const xmlNode *element)
{
  g_autofree char *aria = dl_html_dup_attribute (element, "aria-hidden");
  g_autofree char *style = dl_html_dup_attribute (element, "style");

  return g_strcmp0 (aria, "true") == 0 ||
         xmlHasProp ((xmlNode *) element, (const xmlChar *) "hidden") != NULL ||
         (style != NULL && g_regex_match (self->hidden, style, 0, NULL));
}

/* “articleComments” → “article-Comments” */
static char *
split_words (const char *names)
{
  GString *words = g_string_new (NULL);

  for (const char *p = names; *p != '\0'; p++)
    {
      if (p > names && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (words, '-');
      g_string_append_c (words, *p);
    }

  return g_string_free (words, FALSE);
}

/* Returns: (transfer full) (nullable): its class and id, as words */
static char *
dup_names (DlHtmlJunk *self, const xmlNode *element)
{
  g_autofree char *class = dl_html_dup_attribute (element, "class");
  g_autofree char *id = dl_html_dup_attribute (element, "id");
  g_autofree char *names = NULL, *own = NULL;

  if (class == NULL && id == NULL)
    return NULL;
  names = g_strconcat (class != NULL ? class : "", " ", id != NULL ? id : "", NULL);

  own = g_regex_replace_literal (self->about_others, names, -1, 0, "", 0, NULL);

  return split_words (own != NULL ? own : names);
}

/* Returns: where in @name the last word of @regex begins; -1 if there is none */
static int
find_last (const GRegex *regex, const char *name)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start = -1;

  for (g_regex_match (regex, name, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_match_info_fetch_pos (match, 2, &start, NULL);

  return start;
}

static gboolean
is_header (const char *word)
{
  return g_ascii_strncasecmp (word, "header", strlen ("header")) == 0;
}

/* “entry-meta” is beside the entry, “meta-text” is text: in a name the last word says what it
 * is, but an article's header is the article's.  One name that speaks of the article alone
 * outweighs all others. */
static DlHtmlVerdict
judge_doubtful (DlHtmlJunk *self, const char *names)
{
  g_auto (GStrv) each = g_strsplit_set (names, " \t\n\r", -1);
  DlHtmlVerdict verdict = DL_HTML_KEPT;

  for (guint i = 0; each[i] != NULL; i++)
    {
      int doubtful = find_last (self->doubtful, each[i]);
      int sure = find_last (self->sure, each[i]);

      if (sure >= 0 && doubtful < 0)
        return DL_HTML_KEPT;
      if (doubtful > sure && (sure < 0 || !is_header (each[i] + doubtful)))
        verdict = DL_HTML_DOUBTFUL;
    }

  return verdict;
}

static DlHtmlVerdict
judge_names (DlHtmlJunk *self, const char *names)
{
  if (g_regex_match (self->beside, names, 0, NULL))
    return DL_HTML_BESIDE;
  if (g_regex_match (self->teasers, names, 0, NULL))
    return DL_HTML_TEASERS;
  if (g_regex_match (self->hiding, names, 0, NULL))
    return DL_HTML_DOUBTFUL;

  return judge_doubtful (self, names);
}

/**
 * dl_html_junk_judge:
 * @junk: a #DlHtmlJunk
 *
 * A #DlHtmlJudge.
 */
DlHtmlVerdict
dl_html_junk_judge (const xmlNode *element, gpointer junk)
{
  DlHtmlJunk *self = junk;
  g_autofree char *names = NULL;

  if (dl_html_is_one_of (element, JUNK))
    return DL_HTML_JUNK;
  if (dl_html_is (element, "footer") || has_role (element) || is_hidden (self, element))
    return DL_HTML_BESIDE;
  if (dl_html_is_one_of (element, DOUBTFUL_ELEMENTS))
    return DL_HTML_DOUBTFUL;
  names = dup_names (self, element);
  if (names != NULL && dl_html_is_one_of (element, " span em ") &&
      g_regex_match (self->pictures, names, 0, NULL))
    return DL_HTML_DOUBTFUL;
  if (dl_html_is_one_of (element, TEXT_ELEMENTS))
    return DL_HTML_KEPT;

  return names != NULL ? judge_names (self, names) : DL_HTML_KEPT;
}

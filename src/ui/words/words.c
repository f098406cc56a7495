/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "date-format.h"
#include "event-format.h"
#include "digits.h"

/* Says in the interface's language what the model says in nicks and numbers. */

/* More countries than this are counted, not named. */
#define MAX_COUNTRIES 3
/* Characters that a quotation shows on either side of the quoted name. */
#define QUOTE_CONTEXT 40

typedef struct
{
  const char *nick;
  const char *alone;
  const char *of; /* with %s for the country */
} Role;

static const Role roles[] = {
  { "country", N_ ("country"), "%s" },
  { "bloc", N_ ("union of states"), "%s" },
  { "capital", N_ ("capital city"), N_ ("capital of %s") },
  { "city", N_ ("city"), N_ ("city in %s") },
  { "region", N_ ("region"), N_ ("region of %s") },
  { "government", N_ ("government"), N_ ("government of %s") },
  { "ministry", N_ ("ministry"), N_ ("ministry of %s") },
  { "agency", N_ ("agency"), N_ ("agency of %s") },
  { "council", N_ ("council"), N_ ("council of %s") },
  { "parliament", N_ ("parliament"), N_ ("parliament of %s") },
  { "court", N_ ("court"), N_ ("court of %s") },
  { "party", N_ ("political party"), N_ ("political party in %s") },
  { "police", N_ ("police"), N_ ("police of %s") },
  { "military", N_ ("armed forces"), N_ ("armed forces of %s") },
  { "bank", N_ ("bank"), N_ ("bank of %s") },
  { "university", N_ ("university"), N_ ("university in %s") },
  { "company", N_ ("company"), N_ ("company of %s") },
  { "embassy", N_ ("embassy"), N_ ("embassy of %s") },
  { "office", N_ ("office of state"), N_ ("office of state of %s") },
  { "body", N_ ("international body"), N_ ("international body (%s)") },
  { "committee", N_ ("committee"), N_ ("committee of %s") },
  { "media", N_ ("news organisation"), N_ ("news organisation of %s") },
  { "team", N_ ("team"), N_ ("team of %s") },
  { "people", N_ ("people"), N_ ("people of %s") },
};

/**
 * dl_words_get_kind:
 *
 * Returns: what one thing of the kind is called
 */
const char *
dl_words_get_kind (DlKind kind)
{
  static const char *const names[DL_N_KINDS] = {
    [DL_KIND_COUNTRY] = N_ ("Country"),    [DL_KIND_DEMONYM] = N_ ("People or adjective"),
    [DL_KIND_PLACE] = N_ ("Place"),        [DL_KIND_ORGANISATION] = N_ ("Organisation"),
    [DL_KIND_PERSON] = N_ ("Person"),      [DL_KIND_EVENT] = N_ ("Event"),
    [DL_KIND_DOCUMENT] = N_ ("Document"),  [DL_KIND_DATE] = N_ ("Date"),
    [DL_KIND_MONEY] = N_ ("Sum of money"), [DL_KIND_QUANTITY] = N_ ("Quantity"),
    [DL_KIND_TERM] = N_ ("Term"),
  };

  g_return_val_if_fail (kind < DL_N_KINDS, NULL);

  return _ (names[kind]);
}

/**
 * dl_words_get_kind_group:
 *
 * Returns: the heading over all things of the kind
 */
const char *
dl_words_get_kind_group (DlKind kind)
{
  static const char *const names[DL_N_KINDS] = {
    [DL_KIND_COUNTRY] = N_ ("Countries"),  [DL_KIND_DEMONYM] = N_ ("Peoples and adjectives"),
    [DL_KIND_PLACE] = N_ ("Places"),       [DL_KIND_ORGANISATION] = N_ ("Organisations"),
    [DL_KIND_PERSON] = N_ ("People"),      [DL_KIND_EVENT] = N_ ("Events"),
    [DL_KIND_DOCUMENT] = N_ ("Documents"), [DL_KIND_DATE] = N_ ("Dates"),
    [DL_KIND_MONEY] = N_ ("Money"),        [DL_KIND_QUANTITY] = N_ ("Quantities"),
    [DL_KIND_TERM] = N_ ("Terms"),
  };

  g_return_val_if_fail (kind < DL_N_KINDS, NULL);

  return _ (names[kind]);
}

/**
 * dl_words_get_certainty:
 * @certainty: 0 to 1
 */
const char *
dl_words_get_certainty (double certainty)
{
  if (certainty >= 0.9)
    return _ ("certain");
  if (certainty >= 0.7)
    return _ ("very likely");
  if (certainty >= 0.5)
    return _ ("likely");

  return _ ("a guess");
}

static char *
join_countries (DlSession *session, const char *const *codes)
{
  guint n_codes = codes != NULL ? g_strv_length ((char **) codes) : 0;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (n_codes == 0)
    return NULL;
  if (n_codes > MAX_COUNTRIES)
    return dl_digits_printf (ngettext ("%u country", "%u countries", n_codes), n_codes);

  for (guint i = 0; i < n_codes; i++)
    g_ptr_array_add (names, (char *) dl_session_get_country_name (session, codes[i]));
  g_ptr_array_add (names, NULL);

  /* Translators: stands between the names of countries in a list. */
  return g_strjoinv (C_ ("between countries", ", "), (char **) names->pdata);
}

static const Role *
find_role (const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].nick, nick))
      return &roles[i];

  return NULL;
}

/* The format comes from the table above, in the translator's words. */
static char *
fill_in (const char *format, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (word, parts);
}

/* The event whose date the words of @entity give. */
static DlEvent *
find_dated_event (DlAnnotations *annotations, DlEntity *entity)
{
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlEvent *event = dl_annotations_get_event (annotations, i);
      guint mention = dl_event_get_fields (event)->date_mention;
      guint named =
        mention != DL_NONE
          ? dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->entity
          : DL_NONE;

      if (named != DL_NONE && dl_annotations_get_entity (annotations, named) == entity)
        return event;
    }

  return NULL;
}

/* By the clock that the reader chose, where that tells another time than the text. */
static char *
describe_date (DlSession *session, DlEntity *entity)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  DlClock clock = dl_session_get_clock (session);
  DlDate *told = dl_entity_get_fields (entity)->date;
  DlEvent *event =
    clock != DL_CLOCK_TOLD && annotations != NULL ? find_dated_event (annotations, entity) : NULL;
  g_autoptr (DlDate) turned = NULL;
  g_autofree char *when = NULL, *all = NULL;
  g_auto (GStrv) notes = NULL;

  if (event == NULL || !dl_event_has_instant (event, annotations))
    return dl_date_format (told, DL_DATE_STYLE_LONG);

  turned = dl_event_dup_date (event, annotations, clock);
  when = dl_date_format (turned, DL_DATE_STYLE_LONG);
  notes = dl_event_format_notes (event, annotations, clock);
  all = g_strjoinv (" · ", notes);

  return *all != '\0' ? g_strjoin (" · ", when, all, NULL) : g_steal_pointer (&when);
}

/**
 * dl_words_describe_entity:
 *
 * Returns: (transfer full): what it is: “ministry of South Korea”
 */
char *
dl_words_describe_entity (DlSession *session, DlEntity *entity)
{
  const DlEntityFields *fields = dl_entity_get_fields (entity);
  const Role *role = find_role (fields->role);
  g_autofree char *countries = join_countries (session, fields->countries);
  g_autofree char *when = NULL;

  if (fields->date != NULL)
    when = describe_date (session, entity);
  if (when != NULL && *when != '\0')
    return g_steal_pointer (&when);
  if (fields->office != NULL && countries != NULL)
    return g_strdup_printf (C_ ("office, country", "%s, %s"), fields->office, countries);
  if (fields->office != NULL)
    return g_strdup (fields->office);
  if (role != NULL)
    return countries != NULL ? fill_in (_ (role->of), countries) : g_strdup (_ (role->alone));
  if (countries != NULL)
    return g_steal_pointer (&countries);

  return g_strdup (dl_words_get_kind (fields->kind));
}

/**
 * dl_words_describe_finding:
 *
 * Returns: (transfer full): how the mention was found and how sure that is
 */
char *
dl_words_describe_finding (const DlMentionFields *mention)
{
  const char *certainty = dl_words_get_certainty (mention->certainty);

  if (mention->reason != NULL)
    /* Translators: a sentence that gives a reason; how certain it is; the name of a rule. */
    return g_strdup_printf (_ ("%s (%s; rule “%s”)"), mention->reason, certainty, mention->rule);

  /* Translators: the name of a rule; how certain its result is. */
  return g_strdup_printf (_ ("By the rule “%s”: %s"), mention->rule, certainty);
}

/**
 * dl_words_get_language:
 * @annotations: (nullable): of @article
 * @block: (nullable): of @article, or %NULL for all of it
 *
 * In which language words of the article are, so that they are set in its letters: Chinese and
 * Japanese write one character in different ways.
 *
 * Returns: (nullable): BCP 47; %NULL if it is not known
 */
const char *
dl_words_get_language (DlArticle *article, DlAnnotations *annotations, DlBlock *block)
{
  const char *language = block != NULL ? dl_block_get_language (block) : NULL;

  if (language == NULL)
    language = annotations != NULL ? dl_annotations_get_language (annotations)
                                   : dl_article_get_language (article);

  return g_strcmp0 (language, "und") == 0 ? NULL : language;
}

/* The block that holds @span, or NULL.  Blocks are in the order of the text. */
static DlBlock *
find_block (DlArticle *article, DlSpan span)
{
  guint low = 0, high = dl_article_get_n_blocks (article);
  DlBlock *block;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (dl_block_get_span (dl_article_get_block (article, middle)).start <= span.start)
        low = middle;
      else
        high = middle;
    }
  block = low < high ? dl_article_get_block (article, low) : NULL;

  return block != NULL && dl_span_contains (dl_block_get_span (block), span) ? block : NULL;
}

static char *
escape (const char *start, const char *end)
{
  g_autofree char *excerpt = g_strndup (start, end - start);

  g_strdelimit (excerpt, "\n\r\t", ' ');

  return g_markup_escape_text (excerpt, -1);
}

/* Returns: the first whole word of [start, end); @start where words have no spaces between them */
static const char *
skip_cut_word (const char *start, const char *end)
{
  const char *space = memchr (start, ' ', end - start);

  return space != NULL && space + 1 < end ? space + 1 : start;
}

/* Returns: the end of the last whole word of [start, end), likewise */
static const char *
drop_cut_word (const char *start, const char *end)
{
  const char *space = g_strrstr_len (start, end - start, " ");

  return space != NULL && space > start ? space : end;
}

/**
 * dl_words_quote_markup:
 * @span: a name in the text
 *
 * Returns: (transfer full): the name with the words around it, as Pango markup
 */
char *
dl_words_quote_markup (DlAnnotations *annotations, DlSpan span)
{
  DlArticle *article = dl_annotations_get_article (annotations);
  const char *text = dl_article_get_text (article);
  DlBlock *holder = find_block (article, span);
  const DlSpan block = holder != NULL ? dl_block_get_span (holder) : span;
  const char *language = dl_words_get_language (article, annotations, holder);
  const char *start = text + span.start, *end = text + span.end;
  g_autofree char *before = NULL, *name = NULL, *after = NULL;

  for (guint i = 0; i < QUOTE_CONTEXT && start > text + block.start; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < QUOTE_CONTEXT && end < text + block.end; i++)
    end = g_utf8_next_char (end);
  if (start > text + block.start)
    start = skip_cut_word (start, text + span.start);
  if (end < text + block.end)
    end = drop_cut_word (text + span.end, end);

  before = escape (start, text + span.start);
  name = escape (text + span.start, text + span.end);
  after = escape (text + span.end, end);

  return g_strdup_printf ("<span%s%s%s>%s%s<b>%s</b>%s%s</span>",
                          language != NULL ? " lang=\"" : "", language != NULL ? language : "",
                          language != NULL ? "\"" : "", start > text + block.start ? "…" : "",
                          before, name, after, end < text + block.end ? "…" : "");
}

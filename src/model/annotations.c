/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "annotations.h"

#include "country-places.h"
#include "list.h"

/* What the analysis found in an article.  It never changes once the analyzer has handed
 * it over.  Three things hold of the mentions:
 *
 *  1. they stand in the order of dl_span_compare();
 *  2. two of them are apart or one encloses the other, they never cross;
 *  3. the one that encloses (“within”) stands before what it encloses. */
struct _DlAnnotations
{
  GObject parent_instance;

  DlArticle *article;
  DlBackground *background; /* or %NULL */
  char *language;           /* or %NULL: the article's */
  DlDate *published;        /* or %NULL: the article's */
  DlList *mentions;
  DlList *entities;
  DlList *events;
  DlList *countries;
  guint *n_places; /* of each country */
};

G_DEFINE_FINAL_TYPE (DlAnnotations, dl_annotations, G_TYPE_OBJECT)

static void
dl_annotations_dispose (GObject *object)
{
  DlAnnotations *self = DL_ANNOTATIONS (object);

  g_clear_object (&self->article);
  g_clear_object (&self->background);
  g_clear_object (&self->mentions);
  g_clear_object (&self->entities);
  g_clear_object (&self->events);
  g_clear_object (&self->countries);

  G_OBJECT_CLASS (dl_annotations_parent_class)->dispose (object);
}

static void
dl_annotations_finalize (GObject *object)
{
  DlAnnotations *self = DL_ANNOTATIONS (object);

  g_free (self->language);
  g_free (self->n_places);
  g_clear_pointer (&self->published, dl_date_unref);

  G_OBJECT_CLASS (dl_annotations_parent_class)->finalize (object);
}

static void
dl_annotations_class_init (DlAnnotationsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_annotations_dispose;
  G_OBJECT_CLASS (klass)->finalize = dl_annotations_finalize;
}

static void
dl_annotations_init (DlAnnotations *self)
{
}

/* Look-ups end in no endless loop and miss nothing only if this holds. */
static gboolean
is_ordered (GPtrArray *mentions)
{
  DlSpan last = { 0, G_MAXSIZE };

  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    {
      const DlMentionFields *fields = dl_mention_get_fields (g_ptr_array_index (mentions, i));

      if (dl_span_compare (last, fields->span) > 0)
        return FALSE;
      if (fields->within != DL_NONE && fields->within >= i)
        return FALSE;
      last = fields->span;
    }

  return TRUE;
}

static void
count_places (DlAnnotations *self)
{
  const guint n_countries = dl_list_get_length (self->countries);

  self->n_places = g_new (guint, n_countries);
  for (guint i = 0; i < n_countries; i++)
    {
      g_autoptr (GArray) places =
        dl_country_places_new (dl_list_get (self->countries, i), self->mentions);

      self->n_places[i] = places->len;
    }
}

/**
 * dl_annotations_new:
 * @article: (transfer none): what was read
 * @mentions: (transfer full) (nullable) (element-type DlMention): in the order of
 *   dl_span_compare(), each that lies within another naming it
 * @entities: (transfer full) (nullable) (element-type DlEntity): by first mention
 * @events: (transfer full) (nullable) (element-type DlEvent): by date
 * @countries: (transfer full) (nullable) (element-type DlCountry): by part
 * @background: (transfer none) (nullable): the background file that was found to fit
 *
 * Each array owns its rows (its free function is g_object_unref()).
 *
 * Returns: (transfer full): the annotations of @article
 */
DlAnnotations *
dl_annotations_new (DlArticle *article,
                    GPtrArray *mentions,
                    GPtrArray *entities,
                    GPtrArray *events,
                    GPtrArray *countries,
                    DlBackground *background)
{
  DlAnnotations *self;

  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (is_ordered (mentions), NULL);
  g_return_val_if_fail (background == NULL || DL_IS_BACKGROUND (background), NULL);

  self = g_object_new (DL_TYPE_ANNOTATIONS, NULL);
  self->article = g_object_ref (article);
  g_set_object (&self->background, background);
  self->mentions = dl_list_new_take (DL_TYPE_MENTION, mentions);
  self->entities = dl_list_new_take (DL_TYPE_ENTITY, entities);
  self->events = dl_list_new_take (DL_TYPE_EVENT, events);
  self->countries = dl_list_new_take (DL_TYPE_COUNTRY, countries);
  count_places (self);
  return self;
}

DlArticle *
dl_annotations_get_article (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return self->article;
}

/**
 * dl_annotations_get_background:
 * @self: annotations
 *
 * Returns: (transfer none) (nullable): the background file that was found to fit
 */
DlBackground *
dl_annotations_get_background (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return self->background;
}

/**
 * dl_annotations_get_language:
 * @self: annotations
 *
 * Returns: (transfer none): BCP 47, as the analysis found it, else as the article states
 *   it, else “und”
 */
const char *
dl_annotations_get_language (DlAnnotations *self)
{
  const char *stated;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  if (self->language != NULL)
    return self->language;

  stated = dl_article_get_language (self->article);
  return stated == NULL ? "und" : stated;
}

/**
 * dl_annotations_set_language:
 * @self: annotations that have not been handed over yet
 * @language: (nullable): BCP 47
 *
 * Sets the language that the analysis found.
 */
void
dl_annotations_set_language (DlAnnotations *self, const char *language)
{
  g_return_if_fail (DL_IS_ANNOTATIONS (self));

  g_free (self->language);
  self->language = g_strdup (language);
}

/**
 * dl_annotations_get_published:
 *
 * Returns: (transfer none) (nullable): when the article was published: what it knows of itself,
 *   or else what the analysis found in its text
 */
DlDate *
dl_annotations_get_published (DlAnnotations *self)
{
  DlDate *stated;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  stated = dl_article_get_published (self->article);

  return stated != NULL ? stated : self->published;
}

/**
 * dl_annotations_set_published:
 * @self: annotations that have not been handed over yet
 * @published: (nullable): what the text says of the day of publication
 */
void
dl_annotations_set_published (DlAnnotations *self, DlDate *published)
{
  g_return_if_fail (DL_IS_ANNOTATIONS (self));

  g_clear_pointer (&self->published, dl_date_unref);
  self->published = published != NULL ? dl_date_ref (published) : NULL;
}

/**
 * dl_annotations_get_mentions:
 * @self: annotations
 *
 * Returns: (transfer none) (element-type DlMention): the mentions, in the order of the text; it never changes
 */
GListModel *
dl_annotations_get_mentions (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return G_LIST_MODEL (self->mentions);
}

/**
 * dl_annotations_get_entities:
 * @self: annotations
 *
 * Returns: (transfer none) (element-type DlEntity): the entities, by first mention; it never changes
 */
GListModel *
dl_annotations_get_entities (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return G_LIST_MODEL (self->entities);
}

/**
 * dl_annotations_get_events:
 * @self: annotations
 *
 * Returns: (transfer none) (element-type DlEvent): the events, by date; it never changes
 */
GListModel *
dl_annotations_get_events (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return G_LIST_MODEL (self->events);
}

/**
 * dl_annotations_get_countries:
 * @self: annotations
 *
 * Returns: (transfer none) (element-type DlCountry): the countries, by part; it never changes
 */
GListModel *
dl_annotations_get_countries (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return G_LIST_MODEL (self->countries);
}

guint
dl_annotations_get_n_mentions (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), 0);

  return dl_list_get_length (self->mentions);
}

/**
 * dl_annotations_get_mention:
 * @self: annotations
 * @position: which mention
 *
 * Returns: (transfer none) (nullable): the mention; %NULL past the last
 */
DlMention *
dl_annotations_get_mention (DlAnnotations *self, guint position)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return dl_list_get (self->mentions, position);
}

guint
dl_annotations_get_n_entities (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), 0);

  return dl_list_get_length (self->entities);
}

/**
 * dl_annotations_get_entity:
 * @self: annotations
 * @position: which entity
 *
 * Returns: (transfer none) (nullable): the entity; %NULL past the last
 */
DlEntity *
dl_annotations_get_entity (DlAnnotations *self, guint position)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return dl_list_get (self->entities, position);
}

guint
dl_annotations_get_n_events (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), 0);

  return dl_list_get_length (self->events);
}

/**
 * dl_annotations_get_event:
 * @self: annotations
 * @position: which event
 *
 * Returns: (transfer none) (nullable): the event; %NULL past the last
 */
DlEvent *
dl_annotations_get_event (DlAnnotations *self, guint position)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return dl_list_get (self->events, position);
}

guint
dl_annotations_get_n_countries (DlAnnotations *self)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), 0);

  return dl_list_get_length (self->countries);
}

/**
 * dl_annotations_get_country:
 * @self: annotations
 * @position: which country
 *
 * Returns: (transfer none) (nullable): the country; %NULL past the last
 */
DlCountry *
dl_annotations_get_country (DlAnnotations *self, guint position)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), NULL);

  return dl_list_get (self->countries, position);
}

static const DlMentionFields *
peek (DlAnnotations *self, guint position)
{
  return dl_mention_get_fields (dl_list_get (self->mentions, position));
}

/**
 * dl_annotations_find_mention_at:
 * @self: annotations
 * @offset: a byte of the text
 *
 * Whatever covers @offset starts at or before it and, as mentions never cross, encloses
 * the last mention that does so, or is it: binary search, then outwards.
 *
 * Returns: the index of the innermost mention that covers @offset, or %DL_NONE
 */
guint
dl_annotations_find_mention_at (DlAnnotations *self, gsize offset)
{
  guint low = 0, high, found;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), DL_NONE);

  high = dl_list_get_length (self->mentions);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (peek (self, middle)->span.start <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  found = low == 0 ? DL_NONE : low - 1;
  while (found != DL_NONE && peek (self, found)->span.end <= offset)
    found = peek (self, found)->within;

  return found;
}

static gsize
get_outermost_end (DlAnnotations *self, guint position)
{
  while (peek (self, position)->within != DL_NONE)
    position = peek (self, position)->within;

  return peek (self, position)->span.end;
}

/**
 * dl_annotations_find_first_after:
 * @self: annotations
 * @offset: a byte of the text
 *
 * The ends of mentions rise and fall, those of the outermost around each only rise.  The
 * first mention whose outermost ends after @offset is that outermost itself.
 *
 * Returns: the index of the first mention that ends after @offset, or %DL_NONE
 */
guint
dl_annotations_find_first_after (DlAnnotations *self, gsize offset)
{
  guint low = 0, high, n;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), DL_NONE);

  n = high = dl_list_get_length (self->mentions);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_outermost_end (self, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n ? low : DL_NONE;
}

/**
 * dl_annotations_find_country:
 * @self: annotations
 * @code: (nullable): ISO 3166-1 alpha-2
 *
 * Returns: the index of the country, or %DL_NONE
 */
guint
dl_annotations_find_country (DlAnnotations *self, const char *code)
{
  guint n;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), DL_NONE);

  n = dl_list_get_length (self->countries);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (dl_country_get_code (dl_list_get (self->countries, i)), code) == 0)
      return i;

  return DL_NONE;
}

/**
 * dl_annotations_count_places:
 * @country: its position
 *
 * Returns: how many places of the text name the country; see dl_country_places_new()
 */
guint
dl_annotations_count_places (DlAnnotations *self, guint country)
{
  g_return_val_if_fail (DL_IS_ANNOTATIONS (self), 0);
  g_return_val_if_fail (country < dl_list_get_length (self->countries), 0);

  return self->n_places[country];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json.h"

#include "code-points.h"
#include "json-writer.h"

/* The contract of dateline-cli.  Keys are only ever added.  What is not known is left out,
 * but for “id”, “entity”, “within” and “place”, which are null, and lists, which are
 * empty.  Positions are Unicode code points, half open. */
typedef struct
{
  DlJsonWriter writer;
  DlArticle *article;
  DlCodePoints *points;
} Export;

static void
add_index (DlJsonWriter *writer, const char *key, guint index)
{
  if (index == DL_NONE)
    dl_json_writer_add_json (writer, key, "null");
  else
    dl_json_writer_add_integer (writer, key, index);
}

/* Numbers and codes stand in one line in any case. */
static void
add_indexes (DlJsonWriter *writer, const char *key, const guint *indexes, guint n_indexes)
{
  gboolean pretty = writer->pretty;

  dl_json_writer_begin (writer, key, '[');
  writer->pretty = FALSE;
  for (guint i = 0; i < n_indexes; i++)
    dl_json_writer_add_integer (writer, NULL, indexes[i]);
  dl_json_writer_end (writer, ']');
  writer->pretty = pretty;
}

static void
add_codes (DlJsonWriter *writer, const char *const *codes)
{
  gboolean pretty = writer->pretty;

  dl_json_writer_begin (writer, "countries", '[');
  writer->pretty = FALSE;
  for (; codes != NULL && *codes != NULL; codes++)
    dl_json_writer_add_string (writer, NULL, *codes);
  dl_json_writer_end (writer, ']');
  writer->pretty = pretty;
}

static void
add_date (DlJsonWriter *writer, const char *key, DlDate *date)
{
  g_autofree char *edtf = date == NULL ? NULL : dl_date_to_edtf (date);

  dl_json_writer_add_string (writer, key, edtf);
}

static void
add_position (DlJsonWriter *writer, double latitude, double longitude)
{
  dl_json_writer_add_number (writer, "lat", latitude);
  dl_json_writer_add_number (writer, "lon", longitude);
}

/* “start” and “end” in code points. */
static void
add_span (Export *self, DlSpan span)
{
  dl_json_writer_add_integer (&self->writer, "start",
                              dl_code_points_get (self->points, span.start));
  dl_json_writer_add_integer (&self->writer, "end", dl_code_points_get (self->points, span.end));
}

static void
add_excerpt (Export *self, DlSpan span)
{
  gsize length = dl_article_get_length (self->article);
  gsize start = MIN (span.start, length), end = CLAMP (span.end, start, length);

  add_span (self, span);
  dl_json_writer_add_text (&self->writer, "text", dl_article_get_text (self->article) + start,
                           end - start);
}

static void
add_passage (Export *self, const char *key, DlSpan span)
{
  if (dl_span_is_empty (span))
    return;

  dl_json_writer_begin (&self->writer, key, '{');
  add_excerpt (self, span);
  dl_json_writer_end (&self->writer, '}');
}

/* What only a mention of kind date holds. */
static void
add_date_value (DlJsonWriter *writer, const DlMentionFields *fields)
{
  if (fields->timex_type != NULL)
    {
      dl_json_writer_begin (writer, "timex", '{');
      dl_json_writer_add_string (writer, "type", fields->timex_type);
      dl_json_writer_add_string (writer, "value", fields->timex_value);
      dl_json_writer_end (writer, '}');
    }

  add_date (writer, "edtf", fields->date);
  if (fields->date != NULL)
    {
      dl_json_writer_add_boolean (writer, "year_inferred", fields->year_inferred);
      dl_json_writer_add_boolean (writer, "local_time", fields->local_time);
    }
}

static void
add_mention (Export *self, DlMention *mention)
{
  const DlMentionFields *fields = dl_mention_get_fields (mention);
  DlJsonWriter *writer = &self->writer;

  dl_json_writer_begin (writer, NULL, '{');
  add_excerpt (self, fields->span);
  dl_json_writer_add_string (writer, "kind", dl_kind_get_nick (fields->kind));
  add_index (writer, "entity", fields->entity);
  add_codes (writer, fields->countries);
  add_position (writer, fields->latitude, fields->longitude);
  dl_json_writer_add_string (writer, "choice", dl_choice_get_nick (fields->choice));
  add_date_value (writer, fields);
  dl_json_writer_add_string (writer, "reason", fields->reason);
  dl_json_writer_add_number (writer, "certainty", fields->certainty);
  dl_json_writer_add_string (writer, "rule", fields->rule);
  add_index (writer, "within", fields->within);
  dl_json_writer_end (writer, '}');
}

static void
add_entity (Export *self, DlEntity *entity)
{
  const DlEntityFields *fields = dl_entity_get_fields (entity);
  DlJsonWriter *writer = &self->writer;

  dl_json_writer_begin (writer, NULL, '{');
  dl_json_writer_add_string (writer, "key", fields->key);
  dl_json_writer_add_string (writer, "kind", dl_kind_get_nick (fields->kind));
  dl_json_writer_add_string (writer, "name", fields->name);
  dl_json_writer_add_string (writer, "role", fields->role);
  dl_json_writer_add_string (writer, "office", fields->office);
  add_codes (writer, fields->countries);
  dl_json_writer_add_string (writer, "wikidata", fields->wikidata);
  add_position (writer, fields->latitude, fields->longitude);
  add_date (writer, "edtf", fields->date);
  dl_json_writer_add_number (writer, "certainty", fields->certainty);
  add_indexes (writer, "mentions", fields->mentions, fields->n_mentions);
  dl_json_writer_end (writer, '}');
}

static void
add_actors (DlJsonWriter *writer, const DlEventFields *fields)
{
  dl_json_writer_begin (writer, "actors", '[');
  for (guint i = 0; i < fields->n_actors; i++)
    {
      dl_json_writer_begin (writer, NULL, '{');
      add_index (writer, "entity", fields->actors[i].entity);
      dl_json_writer_add_string (writer, "role", fields->actors[i].role);
      dl_json_writer_end (writer, '}');
    }
  dl_json_writer_end (writer, ']');
}

static void
add_event_date (DlJsonWriter *writer, const DlEventFields *fields)
{
  g_autofree char *timex = NULL;

  if (fields->date == NULL)
    return;

  timex = dl_date_to_timex (fields->date);
  add_date (writer, "date", fields->date);
  dl_json_writer_add_string (writer, "timex", timex);
  dl_json_writer_add_boolean (writer, "during", fields->during);
  dl_json_writer_add_boolean (writer, "year_inferred", fields->year_inferred);
  dl_json_writer_add_boolean (writer, "local_time", fields->local_time);
  if (fields->date_mention != DL_NONE)
    dl_json_writer_add_integer (writer, "date_mention", fields->date_mention);
}

static void
add_retold (Export *self, const DlEventFields *fields)
{
  if (fields->n_retold == 0)
    return;

  dl_json_writer_begin (&self->writer, "retold", '[');
  for (guint i = 0; i < fields->n_retold; i++)
    add_passage (self, NULL, fields->retold[i]);
  dl_json_writer_end (&self->writer, ']');
}

static void
add_event (Export *self, DlEvent *event)
{
  const DlEventFields *fields = dl_event_get_fields (event);
  DlJsonWriter *writer = &self->writer;

  dl_json_writer_begin (writer, NULL, '{');
  dl_json_writer_add_string (writer, "act", fields->act);
  dl_json_writer_add_string (writer, "what", fields->what);
  add_event_date (writer, fields);
  dl_json_writer_add_string (writer, "reason", fields->reason);
  add_actors (writer, fields);
  add_index (writer, "place", fields->place);
  add_passage (self, "sentence", fields->sentence);
  add_passage (self, "trigger", fields->trigger);
  add_retold (self, fields);
  dl_json_writer_add_string (writer, "source", fields->source);
  dl_json_writer_add_string (writer, "source_url", fields->source_url);
  dl_json_writer_add_number (writer, "certainty", fields->certainty);
  dl_json_writer_end (writer, '}');
}

static void
add_country (Export *self, DlCountry *country)
{
  const DlCountryFields *fields = dl_country_get_fields (country);
  DlJsonWriter *writer = &self->writer;

  dl_json_writer_begin (writer, NULL, '{');
  dl_json_writer_add_string (writer, "code", fields->code);
  dl_json_writer_add_string (writer, "part", dl_part_get_nick (fields->part));
  dl_json_writer_add_string (writer, "bloc", fields->bloc);
  dl_json_writer_add_string (writer, "source", fields->source);
  add_indexes (writer, "mentions", fields->mentions, fields->n_mentions);
  add_passage (self, "sentence", fields->sentence);
  dl_json_writer_end (writer, '}');
}

static void
add_lists (Export *self, DlAnnotations *annotations)
{
  DlJsonWriter *writer = &self->writer;

  dl_json_writer_begin (writer, "mentions", '[');
  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    add_mention (self, dl_annotations_get_mention (annotations, i));
  dl_json_writer_end (writer, ']');

  dl_json_writer_begin (writer, "entities", '[');
  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    add_entity (self, dl_annotations_get_entity (annotations, i));
  dl_json_writer_end (writer, ']');

  dl_json_writer_begin (writer, "events", '[');
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    add_event (self, dl_annotations_get_event (annotations, i));
  dl_json_writer_end (writer, ']');

  dl_json_writer_begin (writer, "countries", '[');
  for (guint i = 0; i < dl_annotations_get_n_countries (annotations); i++)
    add_country (self, dl_annotations_get_country (annotations, i));
  dl_json_writer_end (writer, ']');
}

static void
begin_export (Export *self, DlArticle *article, gboolean pretty)
{
  self->article = article;
  self->points =
    dl_code_points_new (dl_article_get_text (article), dl_article_get_length (article));
  dl_json_writer_init (&self->writer, g_string_new (NULL), pretty);
  dl_json_writer_begin (&self->writer, NULL, '{');
}

static char *
end_export (Export *self)
{
  dl_json_writer_end (&self->writer, '}');
  dl_code_points_free (self->points);
  return g_string_free (self->writer.out, FALSE);
}

/**
 * dl_json_from_annotations:
 * @annotations: what was found in an article
 * @pretty: whether to break lines; else it is one line, without its end
 *
 * Returns: (transfer full): a JSON object, see `dateline-cli annotate`
 */
char *
dl_json_from_annotations (DlAnnotations *annotations, gboolean pretty)
{
  const char *id;
  g_autoptr (GString) json = g_string_new ("null");

  g_return_val_if_fail (DL_IS_ANNOTATIONS (annotations), NULL);

  id = dl_article_get_fields (dl_annotations_get_article (annotations))->id;
  if (id != NULL)
    {
      DlJsonWriter writer;

      g_string_truncate (json, 0);
      dl_json_writer_init (&writer, json, FALSE);
      dl_json_writer_add_string (&writer, NULL, id);
    }

  return dl_json_from_annotations_with_id (annotations, json->str, pretty);
}

/**
 * dl_json_from_annotations_with_id:
 * @annotations: what was found in an article
 * @id_as_json: what names it, as JSON writes it: a string in quotes, a number, null
 * @pretty: whether to break lines; else it is one line, without its end
 *
 * For whoever sent the article with an id that is no string, and wants it back.
 *
 * Returns: (transfer full): a JSON object, see dl_json_from_annotations()
 */
char *
dl_json_from_annotations_with_id (DlAnnotations *annotations,
                                  const char *id_as_json,
                                  gboolean pretty)
{
  Export self;
  DlBackground *background;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (annotations), NULL);
  g_return_val_if_fail (id_as_json != NULL, NULL);

  background = dl_annotations_get_background (annotations);
  begin_export (&self, dl_annotations_get_article (annotations), pretty);
  dl_json_writer_add_json (&self.writer, "id", id_as_json);
  dl_json_writer_add_string (&self.writer, "lang", dl_annotations_get_language (annotations));
  if (background != NULL)
    dl_json_writer_add_string (&self.writer, "background", dl_background_get_id (background));
  add_lists (&self, annotations);
  return end_export (&self);
}

static void
add_block (Export *self, DlBlock *block)
{
  dl_json_writer_begin (&self->writer, NULL, '{');
  dl_json_writer_add_string (&self->writer, "kind",
                             dl_block_kind_get_nick (dl_block_get_kind (block)));
  add_span (self, dl_block_get_span (block));
  dl_json_writer_add_string (&self->writer, "language", dl_block_get_language (block));
  dl_json_writer_end (&self->writer, '}');
}

static void
add_link (Export *self, const DlWebLink *link)
{
  dl_json_writer_begin (&self->writer, NULL, '{');
  add_span (self, link->span);
  dl_json_writer_add_string (&self->writer, "url", link->address);
  dl_json_writer_end (&self->writer, '}');
}

/* As a data URI (RFC 2397), which says itself what kind it is. */
static void
add_picture (DlJsonWriter *writer, DlArticle *article)
{
  const DlArticleFields *fields = dl_article_get_fields (article);
  gsize size;
  const guchar *data = g_bytes_get_data (fields->picture, &size);
  g_autofree char *base64 = g_base64_encode (data, size);
  g_autofree char *uri =
    g_strconcat ("data:", dl_article_get_picture_type (article), ";base64,", base64, NULL);

  dl_json_writer_begin (writer, "picture", '{');
  dl_json_writer_add_string (writer, "caption", fields->caption);
  dl_json_writer_add_string (writer, "text", fields->picture_text);
  dl_json_writer_add_string (writer, "data", uri);
  dl_json_writer_end (writer, '}');
}

/**
 * dl_json_from_article:
 * @article: an article as it was imported
 * @pretty: whether to break lines; else it is one line, without its end
 *
 * Returns: (transfer full): a JSON object, see `dateline-cli read`
 */
char *
dl_json_from_article (DlArticle *article, gboolean pretty)
{
  const DlArticleFields *fields;
  Export self;

  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);

  fields = dl_article_get_fields (article);
  begin_export (&self, article, pretty);
  dl_json_writer_add_string (&self.writer, "id", fields->id);
  dl_json_writer_add_string (&self.writer, "title", fields->title);
  dl_json_writer_add_string (&self.writer, "language", fields->language);
  add_date (&self.writer, "published", fields->published);
  add_date (&self.writer, "updated", fields->updated);
  dl_json_writer_add_string (&self.writer, "author", fields->author);
  dl_json_writer_add_string (&self.writer, "publisher", fields->publisher);
  dl_json_writer_add_string (&self.writer, "url", fields->url);
  dl_json_writer_add_string (&self.writer, "rights", fields->rights);
  if (fields->n_left_out > 0)
    dl_json_writer_add_integer (&self.writer, "left_out", fields->n_left_out);
  if (fields->picture != NULL)
    add_picture (&self.writer, article);
  dl_json_writer_add_text (&self.writer, "text", dl_article_get_text (article),
                           dl_article_get_length (article));
  dl_json_writer_begin (&self.writer, "blocks", '[');
  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    add_block (&self, dl_article_get_block (article, i));
  dl_json_writer_end (&self.writer, ']');
  dl_json_writer_begin (&self.writer, "links", '[');
  for (guint i = 0; fields->links != NULL && i < fields->links->len; i++)
    add_link (&self, &g_array_index (fields->links, DlWebLink, i));
  dl_json_writer_end (&self.writer, ']');
  return end_export (&self);
}

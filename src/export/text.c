/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plain.h"

/* The reading of an article for a terminal, in the interface's language: the text with its
 * marks, who, when and where.  Dates are written as ISO 8601-2 does, X for what is not
 * known. */

static const char *const groups[DL_N_KINDS] = {
  [DL_KIND_COUNTRY] = N_ ("Countries"),  [DL_KIND_DEMONYM] = N_ ("Peoples and adjectives"),
  [DL_KIND_PLACE] = N_ ("Places"),       [DL_KIND_ORGANISATION] = N_ ("Organisations"),
  [DL_KIND_PERSON] = N_ ("People"),      [DL_KIND_EVENT] = N_ ("Events"),
  [DL_KIND_DOCUMENT] = N_ ("Documents"), [DL_KIND_DATE] = N_ ("Dates"),
  [DL_KIND_MONEY] = N_ ("Money"),        [DL_KIND_QUANTITY] = N_ ("Quantities"),
  [DL_KIND_TERM] = N_ ("Terms"),
};

static const char *const parts[DL_N_PARTS] = {
  [DL_PART_ACTS] = N_ ("Act or take part"),
  [DL_PART_NAMED] = N_ ("Are spoken of"),
  [DL_PART_BACKGROUND] = N_ ("Take part, by the background file"),
  [DL_PART_MEMBER] = N_ ("Belong to a bloc that takes part"),
  [DL_PART_HINTED] = N_ ("Are only hinted at"),
};

static const struct
{
  const char *nick, *name;
} roles[] = {
  { "organiser", N_ ("organiser") }, { "participant", N_ ("participant") },
  { "speaker", N_ ("speaker") },     { "agent", N_ ("agent") },
  { "target", N_ ("target") },
};

static void
append_string (GString *out, const char *text)
{
  dl_plain_append (out, text, strlen (text));
}

/* The columns of a terminal that @text takes: Chinese characters, kana and Hangul take two. */
static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      columns += g_unichar_iswide (c) ? 2 : g_unichar_iszerowidth (c) ? 0 : 1;
    }

  return columns;
}

/* A line with a line under it. */
static void
append_heading (GString *out, const char *text, char line)
{
  guint columns = count_columns (text);

  append_string (out, text);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < columns; i++)
    g_string_append_c (out, line);
  g_string_append (out, "\n\n");
}

static void
append_byline (GString *out, const DlArticleFields *fields)
{
  g_autofree char *published =
    fields->published == NULL ? NULL : dl_date_to_edtf (fields->published);
  const char *const items[] = { fields->author, fields->publisher, published, fields->url };
  gsize before = out->len;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (items[i] != NULL && *items[i] != '\0')
      {
        if (out->len > before)
          g_string_append (out, " · ");
        append_string (out, items[i]);
      }

  if (out->len > before)
    g_string_append (out, "\n\n");
}

static void
append_block (GString *out, DlArticle *article, DlAnnotations *annotations, DlBlock *block)
{
  DlSpan span = dl_block_get_span (block);

  if (dl_block_get_kind (block) == DL_BLOCK_LIST_ITEM)
    g_string_append (out, "• ");
  else if (dl_block_get_kind (block) == DL_BLOCK_QUOTE)
    g_string_append (out, "> ");

  if (annotations != NULL)
    dl_plain_append_marked (out, annotations, span);
  else
    dl_plain_append (out, dl_article_get_text (article) + span.start, span.end - span.start);
  g_string_append (out, "\n\n");
}

static void
append_article (GString *out, DlArticle *article, DlAnnotations *annotations)
{
  const DlArticleFields *fields = dl_article_get_fields (article);

  if (fields->title != NULL)
    append_heading (out, fields->title, '=');
  append_byline (out, fields);
  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlBlock *block = dl_article_get_block (article, i);

      if (dl_block_get_kind (block) != DL_BLOCK_TITLE || fields->title == NULL)
        append_block (out, article, annotations, block);
    }
}

static void
append_entities_of (GString *out, DlAnnotations *annotations, DlKind kind)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, i);

      if (dl_entity_get_kind (entity) != kind)
        continue;
      if (is_first)
        append_heading (out, _ (groups[kind]), '-');
      is_first = FALSE;
      g_string_append_printf (out, "%4u  ", dl_entity_get_n_mentions (entity));
      append_string (out, dl_entity_get_name (entity));
      g_string_append_c (out, '\n');
    }

  if (!is_first)
    g_string_append_c (out, '\n');
}

static const char *
get_role_name (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i].nick, nick) == 0)
      return _ (roles[i].name);

  return nick;
}

static void
append_actors (GString *out, DlAnnotations *annotations, const DlEventFields *fields)
{
  for (guint i = 0; i < fields->n_actors; i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, fields->actors[i].entity);

      if (entity == NULL)
        continue;
      g_string_append (out, "    ");
      append_string (out, dl_entity_get_name (entity));
      if (fields->actors[i].role != NULL)
        g_string_append_printf (out, " (%s)", get_role_name (fields->actors[i].role));
      g_string_append_c (out, '\n');
    }
}

/* An indented line; none for %NULL. */
static void
append_note (GString *out, const char *sign, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (out, "    %s", sign);
  append_string (out, text);
  g_string_append_c (out, '\n');
}

static void
append_event (GString *out, DlAnnotations *annotations, const DlEventFields *fields)
{
  DlEntity *place = dl_annotations_get_entity (annotations, fields->place);
  g_autofree char *date = fields->date == NULL ? NULL : dl_date_to_edtf (fields->date);
  g_autofree char *source = NULL;

  g_string_append (out, date == NULL ? C_ ("event", "no date") : date);
  if (date != NULL && fields->year_inferred)
    g_string_append_printf (out, " (%s)", C_ ("event", "year inferred"));
  if (fields->what != NULL)
    {
      g_string_append (out, "  ");
      append_string (out, fields->what);
    }
  g_string_append_c (out, '\n');

  append_actors (out, annotations, fields);
  append_note (out, "@ ", place == NULL ? NULL : dl_entity_get_name (place));
  append_note (out, "", fields->reason);
  if (fields->source != NULL)
    source = g_strdup_printf (C_ ("event", "Background: %s"), fields->source);
  append_note (out, "", source);
}

static void
append_timeline (GString *out, DlAnnotations *annotations)
{
  guint n = dl_annotations_get_n_events (annotations);

  if (n == 0)
    return;

  append_heading (out, _ ("Timeline"), '-');
  for (guint i = 0; i < n; i++)
    append_event (out, annotations,
                  dl_event_get_fields (dl_annotations_get_event (annotations, i)));
  g_string_append_c (out, '\n');
}

/* What the article calls the country, if it does. */
static const char *
find_country_name (DlAnnotations *annotations, const DlCountryFields *country)
{
  for (guint i = 0; i < country->n_mentions; i++)
    {
      DlMention *mention = dl_annotations_get_mention (annotations, country->mentions[i]);
      DlEntity *entity =
        mention == NULL ? NULL
                        : dl_annotations_get_entity (annotations, dl_mention_get_entity (mention));

      if (entity != NULL && dl_entity_get_kind (entity) == DL_KIND_COUNTRY)
        return dl_entity_get_name (entity);
    }

  return NULL;
}

static void
append_country (GString *out, DlAnnotations *annotations, const DlCountryFields *country)
{
  const char *name = find_country_name (annotations, country);

  g_string_append (out, country->code);
  if (name != NULL)
    {
      g_string_append_c (out, ' ');
      append_string (out, name);
    }
  if (country->bloc != NULL)
    g_string_append_printf (out, " (%s)", country->bloc);
}

static void
append_countries_of (GString *out, DlAnnotations *annotations, DlPart part)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < dl_annotations_get_n_countries (annotations); i++)
    {
      DlCountry *country = dl_annotations_get_country (annotations, i);

      if (dl_country_get_part (country) != part)
        continue;
      if (is_first)
        g_string_append_printf (out, "%s\n    ", _ (parts[part]));
      else
        g_string_append (out, C_ ("list", ", "));
      is_first = FALSE;
      append_country (out, annotations, dl_country_get_fields (country));
    }

  if (!is_first)
    g_string_append_c (out, '\n');
}

static void
append_map (GString *out, DlAnnotations *annotations)
{
  if (dl_annotations_get_n_countries (annotations) == 0)
    return;

  append_heading (out, _ ("Map"), '-');
  for (DlPart part = 0; part < DL_N_PARTS; part++)
    append_countries_of (out, annotations, part);
}

/**
 * dl_text_from_annotations:
 * @annotations: what was found in an article
 *
 * Returns: (transfer full): the article with its mentions in brackets, its entities by
 *   kind, its timeline and its countries, in lines for a terminal
 */
char *
dl_text_from_annotations (DlAnnotations *annotations)
{
  GString *out;

  g_return_val_if_fail (DL_IS_ANNOTATIONS (annotations), NULL);

  out = g_string_new (NULL);
  append_article (out, dl_annotations_get_article (annotations), annotations);
  for (DlKind kind = 0; kind < DL_N_KINDS; kind++)
    append_entities_of (out, annotations, kind);
  append_timeline (out, annotations);
  append_map (out, annotations);
  return g_string_free (out, FALSE);
}

/**
 * dl_text_from_article:
 * @article: an article as it was imported
 *
 * Returns: (transfer full): its title, byline and text, in lines for a terminal
 */
char *
dl_text_from_article (DlArticle *article)
{
  GString *out;

  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);

  out = g_string_new (NULL);
  append_article (out, article, NULL);
  return g_string_free (out, FALSE);
}

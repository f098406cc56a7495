/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "long-article.h"

#include <math.h>
#include <string.h>

/* An article as long as is wanted, with a name in every hundred bytes. */

#define N_ENTITIES 1000
#define FIRST_MENTION '['
#define MENTION_END ']'

/* Names stand in brackets, which belong to them. */
static const char *const sentences[] = {
  "The ministers of [Kenya] and of [South Africa] met in the capital after months of talks by "
  "letter. ",
  "On [14 March 2021] nobody knew whether the loan of [forty million euros] would be paid back at "
  "all. ",
  "The [National Bank of Ghana (Accra)] said in its yearly report that prices had not risen much. ",
  "Bộ trưởng [Ngoại giao Việt Nam] cho biết cuộc họp sẽ diễn ra tại [Hà Nội] vào tuần tới. ",
  "قال [وزير الخارجية المصري 2021] إن الاجتماع سيعقد في [القاهرة] خلال الأسبوع المقبل. ",
  "Der Sprecher der [Vereinten Nationen] wollte die Zahlen am Abend weder bestätigen noch "
  "bestreiten. ",
};

static GPtrArray *
cut_blocks (const GString *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  gsize start = 0;

  for (const char *end; start < text->len; start = end - text->str + 1)
    {
      end = memchr (text->str + start, '\n', text->len - start);
      g_ptr_array_add (blocks,
                       dl_block_new (blocks->len % 20 == 0 ? DL_BLOCK_HEADING : DL_BLOCK_PARAGRAPH,
                                     (DlSpan){ start, end - text->str }, "en"));
    }

  return blocks;
}

/* Paragraphs of about @paragraph bytes, about @bytes in all. */
DlArticle *
long_article (gsize bytes, gsize paragraph)
{
  GString *text = g_string_sized_new (bytes + 1024);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GBytes) data = NULL;

  for (guint i = 0, since = 0; text->len < bytes; i++)
    {
      const char *sentence = sentences[i % G_N_ELEMENTS (sentences)];

      g_string_append (text, sentence);
      since += strlen (sentence);
      if (since < paragraph && text->len < bytes)
        continue;
      g_string_append_c (text, '\n');
      since = 0;
    }
  blocks = cut_blocks (text);
  data = g_string_free_to_bytes (text);

  return dl_article_new (data, g_steal_pointer (&blocks), &(DlArticleFields){ .language = "en" });
}

static DlMention *
make_mention (DlSpan span, guint i, guint entity)
{
  static const DlKind kinds[] = { DL_KIND_COUNTRY, DL_KIND_ORGANISATION, DL_KIND_DATE,
                                  DL_KIND_PERSON };

  return dl_mention_new (&(DlMentionFields){ .span = span,
                                             .kind = kinds[i % G_N_ELEMENTS (kinds)],
                                             .entity = entity,
                                             .within = DL_NONE,
                                             .rule = "bench",
                                             .certainty = 0.9,
                                             .latitude = NAN,
                                             .longitude = NAN });
}

static DlEntity *
make_entity (guint i, const GArray *mentions)
{
  g_autofree char *name = g_strdup_printf ("Entity %u", i);

  return dl_entity_new (&(DlEntityFields){ .key = name,
                                           .name = name,
                                           .kind = DL_KIND_COUNTRY,
                                           .latitude = NAN,
                                           .longitude = NAN,
                                           .certainty = 0.9,
                                           .mentions = (const guint *) mentions->data,
                                           .n_mentions = mentions->len });
}

/* Every second mention is of the first entity, the others of all the rest in turn. */
DlAnnotations *
long_article_annotations (DlArticle *article)
{
  const char *text = dl_article_get_text (article), *at = text;
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < N_ENTITIES; i++)
    g_ptr_array_add (named, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; (at = strchr (at, FIRST_MENTION)) != NULL; i++)
    {
      const char *end = strchr (at, MENTION_END) + 1;
      guint entity = i % 2 == 0 ? 0 : i / 2 % N_ENTITIES;

      g_array_append_val (g_ptr_array_index (named, entity), i);
      g_ptr_array_add (mentions, make_mention ((DlSpan){ at - text, end - text }, i, entity));
      at = end;
    }
  for (guint i = 0; i < N_ENTITIES; i++)
    g_ptr_array_add (entities, make_entity (i, g_ptr_array_index (named, i)));

  return dl_annotations_new (article, mentions, entities, NULL, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"
#include "text-importer.h"

#include <locale.h>
#include <string.h>

static DlAnnotations *
analyze (const char *language, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (DlAnalyzer) analyzer = NULL;
  g_autoptr (DlArticle) article = NULL;
  DlArticleFields fields = { .language = language };
  DlAnnotations *annotations;

  g_assert_no_error (error);
  analyzer = dl_analyzer_new (lexicon, NULL);
  article = dl_text_importer_from_utf8 (text, strlen (text), &fields, &error);
  g_assert_no_error (error);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_assert_no_error (error);

  return annotations;
}

/* “name: mention, mention” of every person. */
static char *
list_persons (DlAnnotations *annotations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, i);

      if (dl_entity_get_kind (entity) != DL_KIND_PERSON)
        continue;
      g_string_append_printf (list, "%s%s:", list->len > 0 ? "; " : "",
                              dl_entity_get_name (entity));
      for (guint k = 0; k < dl_entity_get_n_mentions (entity); k++)
        {
          DlMention *mention =
            dl_annotations_get_mention (annotations, dl_entity_get_mention (entity, k));
          g_autofree char *text = dl_article_dup_excerpt (dl_annotations_get_article (annotations),
                                                          dl_mention_get_span (mention));

          g_string_append_printf (list, "%s %s", k > 0 ? "," : "", text);
        }
    }

  return g_string_free (list, FALSE);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *language, *text, *persons;
  } rows[] = {
    { "en", "President Ada Winthrop spoke. Mrs Winthrop left.",
      "Ada Winthrop: Ada Winthrop, Winthrop" },
    /* the surname before the name, as in a headline */
    { "en", "Mrs Winthrop left early.\n\nPresident Ada Winthrop spoke later.",
      "Ada Winthrop: Winthrop, Ada Winthrop" },
    /* in capitals first */
    { "en", "President ADA WINTHROP spoke. President Ada Winthrop left.",
      "Ada Winthrop: ADA WINTHROP, Ada Winthrop" },
    /* another middle name */
    { "en", "President Ada B. Winthrop spoke. President Ada Winthrop left.",
      "Ada B. Winthrop: Ada B. Winthrop, Ada Winthrop" },
    /* two of one surname: the one named last */
    { "en", "President Ada Winthrop and President Karl Winthrop met. Mr Winthrop left.",
      "Ada Winthrop: Ada Winthrop; Karl Winthrop: Karl Winthrop, Winthrop" },
    /* two of one surname, neither before it: nobody knows */
    { "en", "Mr Winthrop left.\n\nPresident Ada Winthrop met President Karl Winthrop.",
      "Winthrop: Winthrop; Ada Winthrop: Ada Winthrop; Karl Winthrop: Karl Winthrop" },
    /* the surname keeps the particles of the name, but not those of the sentence */
    { "es", "La presidenta Ada von der Aalst habló. Von der Aalst dijo que sí.",
      "Ada von der Aalst: Ada von der Aalst, Von der Aalst" },
    { "es", "El presidente Javier Aalberg habló. El coche de Aalberg falló.",
      "Javier Aalberg: Javier Aalberg, Aalberg" },
    { "de", "Das findet Harald Aalberg von der Berliner Klinik.",
      "Harald Aalberg: Harald Aalberg" },
    /* what the office is of is no part of the name */
    { "ru", "Ушёл председатель ОВЗК Павел Аалберг.", "Павел Аалберг: Павел Аалберг" },
    /* who holds the office is named before it already */
    { "zh", "对于刘建国主席贺信中对合作的重视，他表示支持。", "刘建国: 刘建国" },
    { "en", "“Yes,” Editor-in-Chief Ada Winthrop said. “No,” Mr Aalberg said.",
      "Ada Winthrop: Ada Winthrop; Aalberg: Aalberg" },
    /* a name that ends as if it were bent */
    { "ru", "Он видел министра Анвара Ибрагима. Сказал министр Анвар Ибрагим.",
      "Анвара Ибрагима: Анвара Ибрагима, Анвар Ибрагим" },
    /* names bend with the case */
    { "ru",
      "Президент России Владимир Путин прибыл в Астану. Министр встретил Владимира Путина. "
      "По словам Путина, торговля растёт.",
      "Владимир Путин: Владимир Путин, Владимира Путина, Путина" },
    { "de", "Präsident Emmanuel Macron kam nach Berlin. Macrons Besuch dauerte lange.",
      "Emmanuel Macron: Emmanuel Macron, Macrons" },
    /* surnames come first in Vietnamese texts of East Asians, and last elsewhere */
    { "vi", "Thủ tướng Nhật Bản Ishiba Shigeru đến Hà Nội. Ông Ishiba hội kiến Tổng Bí thư Tô Lâm.",
      "Ishiba Shigeru: Ishiba Shigeru, Ishiba; Tô Lâm: Tô Lâm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);
      g_autofree char *persons = list_persons (annotations);

      g_assert_cmpstr (persons, ==, rows[i].persons);
    }
}

/* Names that could lead round in a circle. */
static void
test_circle (void)
{
  g_autoptr (DlAnnotations) annotations =
    analyze ("en", "President Ada Brook met President Karl Ada Brook and President Ada Karl Ada "
                   "Brook. Mrs Brook left.");

  g_assert_cmpuint (dl_annotations_get_n_entities (annotations), >, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/persons/parts", test_parts);
  g_test_add_func ("/analysis/persons/circle", test_circle);

  return g_test_run ();
}

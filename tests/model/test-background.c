/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background.h"

static void
test_holds (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_fact_free);
  g_autoptr (DlDate) date = dl_date_parse ("2021-10-13/2021-10-14", NULL);
  DlFact *fact = dl_fact_new (DL_FACT_ABSENT);
  DlBackground *background;

  fact->text = g_strdup ("stayed away");
  fact->countries = g_strsplit ("AQ BV", " ", -1);
  fact->date = dl_date_ref (date);
  fact->source = g_strdup ("a newspaper");
  g_ptr_array_add (facts, fact);
  g_ptr_array_add (names, g_strdup ("the meeting"));

  background = dl_background_new ("meeting", "A meeting", date, names, facts);
  g_clear_pointer (&names, g_ptr_array_unref);
  g_clear_pointer (&facts, g_ptr_array_unref);
  g_assert_cmpstr (dl_background_get_id (background), ==, "meeting");
  g_assert_cmpstr (dl_background_get_title (background), ==, "A meeting");
  g_assert_true (dl_date_equal (dl_background_get_date (background), date));
  g_assert_cmpuint (dl_background_get_n_names (background), ==, 1);
  g_assert_cmpstr (dl_background_get_name (background, 0), ==, "the meeting");
  g_assert_cmpuint (dl_background_get_n_facts (background), ==, 1);
  g_assert_cmpint (dl_background_get_fact (background, 0)->kind, ==, DL_FACT_ABSENT);
  g_assert_cmpstr (dl_background_get_fact (background, 0)->countries[1], ==, "BV");
  g_assert_finalize_object (background);
}

static void
test_bare (void)
{
  DlBackground *background = dl_background_new ("bare", NULL, NULL, NULL, NULL);

  g_assert_null (dl_background_get_title (background));
  g_assert_null (dl_background_get_date (background));
  g_assert_cmpuint (dl_background_get_n_names (background), ==, 0);
  g_assert_cmpuint (dl_background_get_n_facts (background), ==, 0);
  g_assert_finalize_object (background);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/background/holds", test_holds);
  g_test_add_func ("/model/background/bare", test_bare);

  return g_test_run ();
}

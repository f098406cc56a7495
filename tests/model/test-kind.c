/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background.h"
#include "block.h"
#include "country.h"
#include "kind.h"

static void
test_kinds (void)
{
  static const char *const nicks[] = { "country", "demonym",  "place",    "organisation",
                                       "person",  "event",    "document", "date",
                                       "money",   "quantity", "term" };

  g_assert_cmpuint (G_N_ELEMENTS (nicks), ==, DL_N_KINDS);
  for (guint i = 0; i < DL_N_KINDS; i++)
    {
      DlKind kind = DL_N_KINDS;

      g_assert_cmpstr (dl_kind_get_nick (i), ==, nicks[i]);
      g_assert_true (dl_kind_from_nick (nicks[i], &kind));
      g_assert_cmpint (kind, ==, i);
    }
}

static void
test_block_kinds (void)
{
  for (guint i = 0; i < DL_N_BLOCK_KINDS; i++)
    {
      DlBlockKind kind = DL_N_BLOCK_KINDS;

      g_assert_true (dl_block_kind_from_nick (dl_block_kind_get_nick (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_cmpstr (dl_block_kind_get_nick (DL_BLOCK_LIST_ITEM), ==, "list-item");
}

static void
test_fact_kinds (void)
{
  for (guint i = 0; i < DL_N_FACT_KINDS; i++)
    {
      DlFactKind kind = DL_N_FACT_KINDS;

      g_assert_true (dl_fact_kind_from_nick (dl_fact_kind_get_nick (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  g_assert_cmpstr (dl_fact_kind_get_nick (DL_FACT_ABSENT), ==, "absent");
}

static void
test_parts (void)
{
  g_assert_cmpstr (dl_part_get_nick (DL_PART_ACTS), ==, "acts");
  g_assert_cmpstr (dl_part_get_nick (DL_PART_NAMED), ==, "named");
  g_assert_cmpstr (dl_part_get_nick (DL_PART_BACKGROUND), ==, "background");
  g_assert_cmpstr (dl_part_get_nick (DL_PART_MEMBER), ==, "member");
  g_assert_cmpstr (dl_part_get_nick (DL_PART_HINTED), ==, "hinted");
}

static void
test_unknown (void)
{
  DlKind kind = DL_KIND_MONEY;
  DlBlockKind block_kind = DL_BLOCK_QUOTE;
  DlFactKind fact_kind = DL_FACT_SPEECH;

  g_assert_false (dl_kind_from_nick ("organization", &kind));
  g_assert_false (dl_kind_from_nick ("", &kind));
  g_assert_false (dl_kind_from_nick (NULL, &kind));
  g_assert_false (dl_block_kind_from_nick ("Title", &block_kind));
  g_assert_false (dl_fact_kind_from_nick ("later ", &fact_kind));
  g_assert_cmpint (kind, ==, DL_KIND_MONEY);
  g_assert_cmpint (block_kind, ==, DL_BLOCK_QUOTE);
  g_assert_cmpint (fact_kind, ==, DL_FACT_SPEECH);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/kind/kinds", test_kinds);
  g_test_add_func ("/model/kind/blocks", test_block_kinds);
  g_test_add_func ("/model/kind/facts", test_fact_kinds);
  g_test_add_func ("/model/kind/parts", test_parts);
  g_test_add_func ("/model/kind/unknown", test_unknown);

  return g_test_run ();
}

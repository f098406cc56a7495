/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "collation.h"

#include <stdlib.h>

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer collation)
{
  return dl_collation_compare (collation, *(const char **) a, *(const char **) b);
}

/* Each row is given backwards and must come out in this order. */
static void
test_orders (void)
{
  static const struct
  {
    const char *locale;
    const char *names[6];
  } rows[] = {
    { "vi_VN", { "Ấn Độ", "Bỉ", "Campuchia", "Đan Mạch", "Đức", "Ý" } },
    { "vi_VN", { "ba", "bà", "bả", "bã", "bá", "bạ" } },
    { "de_DE", { "Ägypten", "Algerien", "Dänemark", "Österreich", "Polen", "Zypern" } },
    { "es_ES", { "Níger", "Noruega", "Nueva Zelanda", "ñandú", "Omán", "Perú" } },
    { "fr_FR", { "Égypte", "Équateur", "Espagne", "Italie", "Japon", "Zambie" } },
    { "ru_RU", { "Египет", "Ёлкино", "Жёлтое море", "Италия", "Китай", "Япония" } },
    { "uk_UA", { "Ґданськ", "Данія", "Естонія", "Єгипет", "Іспанія", "Їжак" } },
    { "ja_JP", { "アイルランド", "インド", "カナダ", "サウジアラビア", "タイ", "ベトナム" } },
    { "zh_CN", { "德国", "俄罗斯", "法国", "韩国", "美国", "中国" } },
    { "zh_TW", { "中國", "法國", "俄羅斯", "美國", "德國", "韓國" } },
    { "ko_KR", { "대한민국", "독일", "러시아", "미국", "베트남", "중국" } },
    { "ar_EG", { "ألمانيا", "تركيا", "روسيا", "فرنسا", "كندا", "مصر" } },
    { "nowhere", { "a", "B", "c", "Đ", "e", "É" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlCollation) collation = dl_collation_new (rows[i].locale);
      const char *names[6];

      for (guint j = 0; j < 6; j++)
        names[j] = rows[i].names[5 - j];
      qsort_r (names, 6, sizeof *names, compare_cb, collation);
      for (guint j = 0; j < 6; j++)
        g_assert_cmpstr (names[j], ==, rows[i].names[j]);
    }
}

/* Two names that a reader calls the same still have an order. */
static void
test_total (void)
{
  g_autoptr (DlCollation) collation = dl_collation_new ("en_001");

  g_assert_cmpint (dl_collation_compare (collation, "a", "a"), ==, 0);
  g_assert_cmpint (dl_collation_compare (collation, "é", "e\xCC\x81"), !=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/collation/orders", test_orders);
  g_test_add_func ("/ui/collation/total", test_total);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date-text.h"

/* Lines under headlines, as papers of each language write them. */
static const struct
{
  const char *language, *text, *first, *last;
} ROWS[] = {
  { "vi", "Thứ sáu, 3/5/2024, 10:20 (GMT+7)", "2024-05-03T10:20:00+07:00", NULL },
  { "vi", "10:20 ngày 03/05/2024", "2024-05-03T10:20:00", NULL },
  { "vi", "Ngày 3 tháng 12 năm 2024", "2024-12-03", NULL },
  { "vi-VN", "3/5/2024 2:05 CH", "2024-05-03T14:05:00", NULL },
  { "ko", "입력 2024.05.03 10:20", "2024-05-03T10:20:00", NULL },
  { "ko", "입력 2024. 5. 3. 오전 10:20 | 수정 2024. 5. 3. 오후 2:05", "2024-05-03T10:20:00",
    "2024-05-03T14:05:00" },
  { "ko", "2024년 5월 3일 10시 20분", "2024-05-03T10:20:00", NULL },
  { "ja", "2024年5月3日 10時20分", "2024-05-03T10:20:00", NULL },
  { "ja", "２０２４年５月３日　午後２時０５分", "2024-05-03T14:05:00", NULL },
  { "zh-CN", "2024年5月3日10:20 来源：河岸日报", "2024-05-03T10:20:00", NULL },
  { "zh-TW", "2024/05/03 下午 2:05", "2024-05-03T14:05:00", NULL },
  { "de", "Stand: 03.05.2024, 10:20 Uhr", "2024-05-03T10:20:00", NULL },
  { "de-AT", "Freitag, 3. Mai 2024", "2024-05-03", NULL },
  { "fr", "Publié le 3 mai 2024 à 10h20, mis à jour le 4 mai 2024 à 9h05", "2024-05-03T10:20:00",
    "2024-05-04T09:05:00" },
  { "fr", "1er août 2024", "2024-08-01", NULL },
  { "es", "3 de mayo de 2024 · 10:20", "2024-05-03T10:20:00", NULL },
  { "pt-BR", "3 de maio de 2024 às 10h20", "2024-05-03T10:20:00", NULL },
  { "it", "3 maggio 2024", "2024-05-03", NULL },
  { "id", "Jumat, 03 Mei 2024 10:20 WIB", "2024-05-03T10:20:00", NULL },
  { "ru", "3 мая 2024 г., 10:20", "2024-05-03T10:20:00", NULL },
  { "ru", "10:20 03.05.2024", "2024-05-03T10:20:00", NULL },
  { "uk", "3 травня 2024, 10:20", "2024-05-03T10:20:00", NULL },
  { "ar", "الجمعة ٣ مايو ٢٠٢٤ - ١٠:٢٠", "2024-05-03T10:20:00", NULL },
  { "ar", "3 أيار 2024", "2024-05-03", NULL },
  { "en-GB", "3 May 2024, 10:20 GMT", "2024-05-03T10:20:00Z", NULL },
  { "en-US", "May 3, 2024 at 2:05 p.m.", "2024-05-03T14:05:00", NULL },
  { "en-US", "5/3/2024", "2024-05-03", NULL },
  { "en-GB", "3/5/2024", "2024-05-03", NULL },
  { "en", "5/23/2024", "2024-05-23", NULL },
  { NULL, "2024-05-03T10:20:00+0700", "2024-05-03T10:20:00+07:00", NULL },
  /* said twice, once to the day */
  { "en-GB", "3 May 2024 (2024-05-03 10:20)", "2024-05-03T10:20:00", NULL },
  /* none */
  { "en", "5/3/2024", NULL, NULL }, /* which of the two? */
  { "en", "31 February 2024", NULL, NULL },
  { "en", "Call 2024-555-0123", NULL, NULL },
  { "en", "10.2.3.2024", NULL, NULL },
  { "en", "May 3", NULL, NULL },
  { "de", "Im Jahr 2024", NULL, NULL },
  { "en", "3 May 1824", NULL, NULL },
  { "??", "3 May 2024", "2024-05-03", NULL },
  { "en", "", NULL, NULL },
};

static char *
dup_edtf (DlDate *date)
{
  return date != NULL ? dl_date_to_edtf (date) : NULL;
}

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autoptr (DlDateText) dates = dl_date_text_new (ROWS[i].language);
      g_autoptr (DlDate) first = NULL, last = NULL;
      gboolean found = dl_date_text_find (dates, ROWS[i].text, &first, &last);
      g_autofree char *first_edtf = dup_edtf (first), *last_edtf = dup_edtf (last);

      g_test_message ("%s", ROWS[i].text);
      g_assert_cmpstr (first_edtf, ==, ROWS[i].first);
      g_assert_cmpstr (last_edtf, ==, ROWS[i].last);
      g_assert_true (found == (ROWS[i].first != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/date-text/find", test_find);

  return g_test_run ();
}

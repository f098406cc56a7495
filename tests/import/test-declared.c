/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "importer.h"

/* Encodings as files of each format name them, or do not, or lie about them. */

/* Paragraphs of the length of a news item's, written for this test. */
static const char VIETNAMESE[] =
  "Hội đồng thành phố đã họp vào sáng thứ Ba để bàn về việc sửa lại cây cầu cũ bắc qua sông. Theo "
  "kế hoạch, công việc bắt đầu vào tháng Tư và kéo dài chừng hai năm, trong khi xe cộ sẽ đi theo "
  "đường vòng phía nam.";
static const char RUSSIAN[] =
  "Городской совет собрался во вторник утром, чтобы обсудить ремонт старого моста через реку. По "
  "плану работы начнутся в апреле и продлятся около двух лет, а движение пойдёт в объезд по южной "
  "дороге.";
static const char KOREAN[] =
  "시의회는 화요일 아침에 모여 강을 가로지르는 오래된 다리의 보수 공사를 논의했다. 계획에 따르면 "
  "공사는 사월에 시작되어 약 두 해 동안 이어지며, 그동안 차량은 남쪽 도로로 돌아가게 된다.";
static const char JAPANESE[] =
  "市議会は火曜日の朝に集まり、川にかかる古い橋の改修工事について話し合った。計画によると、工事は四"
  "月に"
  "始まり、およそ二年間続く予定で、その間、車は南側の道路に迂回することになる。";
static const char CHINESE[] =
  "市议会星期二上午开会，讨论横跨河流的旧桥的维修工程。按照计划，工程将于四月开始，历时大约两年，"
  "在此期间车辆将绕行南侧的道路。居民们对这一安排表示理解。";
static const char ARABIC[] = "اجتمع مجلس المدينة صباح الثلاثاء لمناقشة إصلاح الجسر القديم فوق "
                             "النهر. ووفقا للخطة تبدأ الأعمال في "
                             "أبريل وتستمر نحو عامين، بينما تسلك السيارات الطريق الجنوبي.";
static const char POLISH[] =
  "Rada miasta zebrała się we wtorek rano, aby omówić remont starego mostu na rzece. Zgodnie z "
  "planem "
  "prace rozpoczną się w kwietniu i potrwają około dwóch lat, a ruch pójdzie drogą południową.";

static const struct
{
  const char *label;    /* as files have it */
  const char *encoding; /* as iconv has it */
  const char *text;
} CASES[] = {
  { "windows-1258", "CP1258", VIETNAMESE }, { "utf-8", "UTF-8", VIETNAMESE },
  { "windows-1251", "CP1251", RUSSIAN },    { "koi8-r", "KOI8-R", RUSSIAN },
  { "iso-8859-5", "ISO-8859-5", RUSSIAN },  { "x-cp1251", "CP1251", RUSSIAN },
  { "euc-kr", "EUC-KR", KOREAN },           { "ks_c_5601-1987", "EUC-KR", KOREAN },
  { "Shift_JIS", "SHIFT_JIS", JAPANESE },   { "x-sjis", "SHIFT_JIS", JAPANESE },
  { "EUC-JP", "EUC-JP", JAPANESE },         { "gb2312", "GB18030", CHINESE },
  { "x-gbk", "GB18030", CHINESE },          { "GB18030", "GB18030", CHINESE },
  { "windows-1256", "CP1256", ARABIC },     { "iso-8859-2", "ISO-8859-2", POLISH },
};

/* What a file of each format is around its text; “%s” is the label, then the text. */
static const char *const FORMATS[] = {
  "<!DOCTYPE html><html><head><meta charset=\"%s\"></head><body><p>%s</p></body></html>",
  "<html><head><!-- <meta charset=utf-7> --><META http-equiv='Content-Type' "
  "content='text/html; charset=%s'></head><body><p>%s</p></body></html>",
  "<?xml version=\"1.0\" encoding=\"%s\"?>\n<html "
  "xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>%s"
  "</p></body></html>",
  "<?xml version='1.0' encoding='%s'?><rss><channel><item><description>%s</description></item>"
  "</channel></rss>",
  "<?xml version='1.0' encoding='%s'?><nitf><body><body.content><p>%s</p></body.content></body>"
  "</nitf>",
  "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n"
  "Content-Type: text/html; charset=%s\r\n\r\n<html><p>%s</p></html>\r\n--x--\r\n",
};

static GBytes *
encode (const char *text, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *converted = g_convert (text, -1, encoding, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);

  return g_bytes_new_take (converted, length);
}

static void
check (GBytes *bytes, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_importer_import (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_article_get_text (article), ==, expected);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
fill (const char *format, const char *label, const char *text)
{
  return g_strdup_printf (format, label, text);
}
#pragma GCC diagnostic pop

static void
test_stated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    for (guint k = 0; k < G_N_ELEMENTS (FORMATS); k++)
      {
        g_autofree char *file = fill (FORMATS[k], CASES[i].label, CASES[i].text);
        g_autoptr (GBytes) bytes = encode (file, CASES[i].encoding);

        g_test_message ("%s in format %u", CASES[i].label, k);
        check (bytes, CASES[i].text);
      }
}

/* Nothing says what it is. */
static void
test_unstated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *file =
        g_strdup_printf ("<html><body><p>%s</p></body></html>", CASES[i].text);
      g_autoptr (GBytes) page = encode (file, CASES[i].encoding);
      g_autoptr (GBytes) text = encode (CASES[i].text, CASES[i].encoding);

      g_test_message ("%s", CASES[i].label);
      check (page, CASES[i].text);
      check (text, CASES[i].text);
    }
}

/* It is UTF-8, or not, whatever it says. */
static void
test_lies (void)
{
  static const char *const labels[] = { "iso-8859-1", "windows-1252", "gb2312", "shift_jis",
                                        "utf-16",     "no-such",      "koi8-r" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint k = 0; k < G_N_ELEMENTS (FORMATS); k++)
      {
        g_autofree char *file = fill (FORMATS[k], labels[i], VIETNAMESE);
        g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));

        g_test_message ("%s in format %u", labels[i], k);
        check (bytes, VIETNAMESE);
      }
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *file = fill (FORMATS[0], "utf-8", CASES[i].text);
      g_autoptr (GBytes) bytes = encode (file, CASES[i].encoding);

      g_test_message ("%s as UTF-8", CASES[i].encoding);
      check (bytes, CASES[i].text);
    }
}

/* The mark counts for more than the word. */
static void
test_mark (void)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-8" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (guint k = 0; k < 5; k++)
      {
        g_autofree char *file = fill (FORMATS[k], "koi8-r", RUSSIAN);
        g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", file, NULL);
        g_autoptr (GBytes) bytes = encode (marked, encodings[i]);

        g_test_message ("%s, format %u", encodings[i], k);
        check (bytes, RUSSIAN);
      }
}

/* A byte that is no text spoils one character of a page, as in a browser, not the page. */
static void
test_damaged_page (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *file = fill (FORMATS[0], CASES[i].label, CASES[i].text);
      g_autoptr (GBytes) bytes = encode (file, CASES[i].encoding);
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = NULL;
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = NULL;
      char *end = memmem (copy, length, "</p>", 4);

      g_assert_nonnull (end);
      memcpy (end, "\xFF\0\0\0", 4);
      damaged = g_bytes_new_static (copy, length);
      article = dl_importer_import (damaged, NULL, &error);
      g_test_message ("%s", CASES[i].label);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (dl_article_get_text (article), CASES[i].text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/declared/stated", test_stated);
  g_test_add_func ("/import/declared/unstated", test_unstated);
  g_test_add_func ("/import/declared/lies", test_lies);
  g_test_add_func ("/import/declared/mark", test_mark);
  g_test_add_func ("/import/declared/damaged-page", test_damaged_page);

  return g_test_run ();
}

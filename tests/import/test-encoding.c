/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "encoding.h"
#include "error.h"

/* Sentences of the length of a short news item, written for this test. */
static const char VIETNAMESE[] =
  "Thủ tướng Chính phủ đã tiếp Bộ trưởng Ngoại giao nước láng giềng tại trụ sở Chính phủ vào "
  "chiều thứ Năm. Hai bên trao đổi về hợp tác thương mại, giáo dục và du lịch, đồng thời nhất "
  "trí mở thêm đường bay thẳng giữa hai thủ đô.";
static const char RUSSIAN[] =
  "Министр иностранных дел заявил в четверг, что переговоры прошли успешно и стороны "
  "договорились о новой встрече в следующем месяце. Правительство рассмотрит предложения "
  "партнёров на заседании во вторник.";
static const char KOREAN[] =
  "외교부는 목요일 회의에서 양국이 경제 협력을 넓히기로 했다고 밝혔다. 장관은 다음 달 다시 만나 "
  "무역과 관광에 관한 문제를 논의할 예정이라고 말했다.";
static const char JAPANESE[] =
  "外務大臣は木曜日の会議で、両国が経済協力を広げることで合意したと発表した。"
  "来月もう一度会談し、貿易と観光について話し合う予定だと述べた。";
static const char CHINESE[] =
  "外交部长星期四在会议上表示，两国同意扩大经济合作。下个月双方将再次会面，讨论贸易和旅游问题。"
  "政府将在星期二的会议上审议有关建议。";
static const char FRENCH[] =
  "Le ministre des Affaires étrangères a déclaré jeudi que les négociations s’étaient bien "
  "déroulées et que les délégués se réuniraient à nouveau en février. Le gouvernement a déjà "
  "préparé un traité – le cinquième de l’année.";
static const char ARABIC[] =
  "قال وزير الخارجية يوم الخميس إن المحادثات كانت ناجحة وإن الجانبين اتفقا على عقد اجتماع جديد في "
  "الشهر المقبل. وستنظر الحكومة في المقترحات خلال جلستها يوم الثلاثاء.";
static const char ITALIAN[] =
  "Il ministro ha detto che la città è già pronta: così, martedì e giovedì, il governo discuterà "
  "perché la società non può più aspettare. Ciò che conta, però, è la libertà di tutti.";

static const struct
{
  const char *encoding;
  const char *text;
} CASES[] = {
  { "CP1258", VIETNAMESE },  { "CP1251", RUSSIAN },  { "KOI8-R", RUSSIAN },
  { "ISO-8859-5", RUSSIAN }, { "EUC-KR", KOREAN },   { "SHIFT_JIS", JAPANESE },
  { "EUC-JP", JAPANESE },    { "GB18030", CHINESE }, { "CP1252", FRENCH },
  { "CP1256", ARABIC },      { "CP1252", ITALIAN },  { "UTF-8", VIETNAMESE },
  { "UTF-8", KOREAN },
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
check (GBytes *bytes, const char *declared, const char *expected)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *utf8 = dl_encoding_to_utf8 (bytes, declared, &length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (utf8, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_detected (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GBytes) bytes = encode (CASES[i].text, CASES[i].encoding);

      g_test_message ("%s", CASES[i].encoding);
      check (bytes, NULL, CASES[i].text);
    }
}

/* The first byte that tells anything may stand far down. */
static void
test_detected_late (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "Plain words. ");
  g_string_append (text, RUSSIAN);
  bytes = encode (text->str, "CP1251");
  check (bytes, NULL, text->str);
}

/* A long line takes a long line's time, not its square: this would be minutes. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  while (text->len < 4000000)
    g_string_append (text, VIETNAMESE);
  bytes = encode (text->str, "CP1258");
  check (bytes, NULL, text->str);
}

static void
test_declared (void)
{
  g_autoptr (GBytes) polish = encode ("Zażółć gęślą jaźń", "ISO-8859-2");
  g_autoptr (GBytes) short_word = encode ("Đà Nẵng", "CP1258");
  g_autoptr (GBytes) utf8 = encode ("Đà Nẵng", "UTF-8");

  check (polish, "iso-8859-2", "Zażółć gęślą jaźń");
  check (short_word, "windows-1258", "Đà Nẵng");
  /* what is not known, or would read a file, or spells ASCII otherwise, is passed over */
  check (utf8, "no-such-encoding", "Đà Nẵng");
  check (utf8, "../../etc/passwd", "Đà Nẵng");
  check (utf8, "utf-7", "Đà Nẵng");
  check (utf8, "utf-16", "Đà Nẵng");
  check (utf8, "ibm-037", "Đà Nẵng");
  check (utf8, "scsu", "Đà Nẵng");
  /* and so is what the bytes contradict */
  check (utf8, "us-ascii", "Đà Nẵng");
}

static void
test_bom (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *expected;
  } cases[] = {
    { "\xEF\xBB\xBFh\xE1\xBA\xBFt", 8, "hết" },
    { "\xFF\xFEh\x00\xBF\x1Et\x00", 8, "hết" },
    { "\xFE\xFF\x00h\x1E\xBF\x00t", 8, "hết" },
    { "\xFF\xFE\x00\x00h\x00\x00\x00\xBF\x1E\x00\x00", 12, "hế" },
    { "\x00\x00\xFE\xFF\x00\x00\x00h\x00\x00\x1E\xBF", 12, "hế" },
    { "\x84\x31\x95\x33\xC4\xE3", 6, "你" },
    { "\xEF\xBB\xBF\xEF\xBB\xBFx", 7, "x" },
    { "\xEF\xBB\xBF", 3, "" },
    { "\xFF\xFE\x00\x00", 4, "" },
    { "", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);

      check (bytes, NULL, cases[i].expected);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    DlError code;
  } cases[] = {
#define ROW(bytes, code) { bytes, sizeof bytes - 1, code }
    ROW ("a\0b", DL_ERROR_FORMAT),
    ROW ("\xFF\xFE"
         "a\x00\x00\x00",
         DL_ERROR_FORMAT),
    ROW ("\xFF\xFE"
         "a\x00\x00\xD8"
         "b\x00",
         DL_ERROR_ENCODING), /* half a surrogate pair */
    ROW ("\xFF\xFE"
         "abc",
         DL_ERROR_ENCODING), /* half a unit */
    ROW ("\xEF\xBB\xBF"
         "a\xFF",
         DL_ERROR_ENCODING),
    ROW ("Vi\xE1\xBB\x87t Nam, Vi\xE1\xBB\x87t N\xFF"
         "am, \xE1\xBB\x87\xE1\xBB\x87\xE1\xBB\x87"
         "\xE1\xBB\x87\xE1\xBB\x87\xE1\xBB\x87\xE1\xBB\x87",
         DL_ERROR_ENCODING),
#undef ROW
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;
      gsize length;
      g_autofree char *utf8 = dl_encoding_to_utf8 (bytes, NULL, &length, &error);

      g_test_message ("case %u", i);
      g_assert_null (utf8);
      g_assert_error (error, DL_ERROR, (int) cases[i].code);
    }
}

static void
test_damage_is_placed (void)
{
  g_autofree char *text = g_strdup (VIETNAMESE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  text[3] = 'x'; /* within the third character */
  bytes = g_bytes_new_static (text, strlen (text));
  g_assert_null (dl_encoding_to_utf8 (bytes, NULL, &length, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_ENCODING);
  g_assert_nonnull (strstr (error->message, "byte 3."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/encoding/detected", test_detected);
  g_test_add_func ("/import/encoding/detected-late", test_detected_late);
  g_test_add_func ("/import/encoding/long-line", test_long_line);
  g_test_add_func ("/import/encoding/declared", test_declared);
  g_test_add_func ("/import/encoding/bom", test_bom);
  g_test_add_func ("/import/encoding/refused", test_refused);
  g_test_add_func ("/import/encoding/damage-is-placed", test_damage_is_placed);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "article-text.h"
#include "display.h"
#include "panels.h"
#include "speech-bar.h"
#include "spoken-text.h"
#include "widgets.h"
#include "window.h"

/* A voice that makes no sound, and says when it is told to. */

#define TEST_TYPE_SPEAKER (test_speaker_get_type ())
G_DECLARE_FINAL_TYPE (TestSpeaker, test_speaker, TEST, SPEAKER, GObject)

struct _TestSpeaker
{
  GObject parent_instance;

  guint utterance;
  char *text; /* what is being said, or NULL */
  char *language;
  int speed;
  const char *failure; /* why it cannot speak, or NULL */
};

static guint
speak (DlSpeaker *speaker, const char *text, const char *language, int speed)
{
  TestSpeaker *self = TEST_SPEAKER (speaker);

  g_free (self->text);
  g_free (self->language);
  self->text = g_strdup (text);
  self->language = g_strdup (language);
  self->speed = speed;
  self->utterance++;
  if (self->failure != NULL)
    dl_speaker_emit_failed (speaker, self->failure);

  return self->utterance;
}

static void
stop (DlSpeaker *speaker)
{
  g_clear_pointer (&TEST_SPEAKER (speaker)->text, g_free);
}

static void
implement_speaker (DlSpeakerInterface *iface)
{
  iface->speak = speak;
  iface->stop = stop;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSpeaker,
                               test_speaker,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DL_TYPE_SPEAKER, implement_speaker))

static void
test_speaker_finalize (GObject *object)
{
  g_free (TEST_SPEAKER (object)->text);
  g_free (TEST_SPEAKER (object)->language);

  G_OBJECT_CLASS (test_speaker_parent_class)->finalize (object);
}

static void
test_speaker_class_init (TestSpeakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_speaker_finalize;
}

static void
test_speaker_init (TestSpeaker *self)
{
}

/* An article of a block for each text, the second one Vietnamese. */
static DlArticle *
make_article (const char *const *texts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      const gsize start = text->len;

      g_string_append (text, texts[i]);
      g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ start, text->len },
                                             i == 1 ? "vi" : NULL));
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);

  return dl_article_new (bytes, blocks, &(DlArticleFields){ .title = "Talks", .language = "en" });
}

static const char *const two_blocks[] = {
  "They met in Oslo. Mr. Smith spoke of fish.  Was that all?",
  "Họ gặp nhau ở Hà Nội. Không ai nói gì.",
  NULL,
};

static const char *const sentences[] = {
  "They met in Oslo.",     "Mr. Smith spoke of fish.", "Was that all?",
  "Họ gặp nhau ở Hà Nội.", "Không ai nói gì.",
};

static void
test_split (void)
{
  g_autoptr (DlArticle) article = make_article (two_blocks);
  guint n = 0;

  for (guint block = 0; block < 2; block++)
    {
      g_autoptr (GArray) spans = dl_spoken_text_split (article, block);

      for (guint i = 0; i < spans->len; i++)
        {
          g_autofree char *text =
            dl_article_dup_excerpt (article, g_array_index (spans, DlSpan, i));

          g_assert_cmpstr (text, ==, sentences[n++]);
        }
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (sentences));
  g_assert_cmpstr (dl_spoken_text_get_language (article, 0), ==, "en");
  g_assert_cmpstr (dl_spoken_text_get_language (article, 1), ==, "vi");
}

/* A text without a full stop is cut, at spaces where there are any, never within a letter, and
 * nothing of it is left out. */
static void
test_limit (void)
{
  static const char *const parts[] = { "Oslo ", "ườ" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DlArticle) article = NULL;
      g_autoptr (GArray) spans = NULL;
      gsize at = 0;

      while (text->len < 5 * DL_SPOKEN_TEXT_MAX)
        g_string_append (text, parts[i]);
      article = make_article ((const char *const[]){ text->str, NULL });
      spans = dl_spoken_text_split (article, 0);
      g_assert_cmpuint (spans->len, >=, 5);
      for (guint j = 0; j < spans->len; j++)
        {
          const DlSpan span = g_array_index (spans, DlSpan, j);
          const char *shown = dl_article_get_text (article);

          g_assert_cmpuint (span.end - span.start, <=, DL_SPOKEN_TEXT_MAX);
          g_assert_true (g_utf8_validate (shown + span.start, span.end - span.start, NULL));
          g_assert_true (span.start == at || (span.start == at + 1 && shown[at] == ' '));
          at = span.end;
        }
      g_assert_cmpuint (at, >=, text->len - 1);
    }
}

static void
test_find_block (void)
{
  g_autoptr (DlArticle) article = make_article (two_blocks);
  const gsize length = strlen (two_blocks[0]);

  g_assert_cmpuint (dl_spoken_text_find_block (article, 0), ==, 0);
  g_assert_cmpuint (dl_spoken_text_find_block (article, length - 1), ==, 0);
  g_assert_cmpuint (dl_spoken_text_find_block (article, length), ==, 1);
  g_assert_cmpuint (dl_spoken_text_find_block (article, 10000), ==, 2);
}

typedef struct
{
  DlSession *session;
  TestSpeaker *speaker;
  DlReadAloud *read_aloud;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) article = make_article (two_blocks);

  self->session = dl_session_new ();
  self->speaker = g_object_new (TEST_TYPE_SPEAKER, NULL);
  self->read_aloud = dl_read_aloud_new (self->session, DL_SPEAKER (self->speaker));
  dl_session_set_article (self->session, article);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_assert_finalize_object (self->read_aloud);
  g_assert_finalize_object (self->speaker);
  g_assert_finalize_object (self->session);
}

/* What is said is what the session marks. */
static void
assert_says (Case *self, const char *expected)
{
  g_autofree char *marked = NULL;

  g_assert_cmpstr (self->speaker->text, ==, expected);
  if (expected == NULL)
    return;
  marked = dl_article_dup_excerpt (dl_session_get_article (self->session),
                                   dl_session_get_spoken (self->session));
  g_assert_cmpstr (marked, ==, expected);
}

static void
end_sentence (Case *self)
{
  dl_speaker_emit_ended (DL_SPEAKER (self->speaker), self->speaker->utterance);
}

/* From one sentence to the next, in the language of each block, to the end. */
static void
test_follow (Case *self, gconstpointer data)
{
  g_object_set (self->read_aloud, "speed", 40, NULL);
  dl_read_aloud_start (self->read_aloud, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_SPEAKING);
      assert_says (self, sentences[i]);
      g_assert_cmpstr (self->speaker->language, ==, i < 3 ? "en" : "vi");
      g_assert_cmpint (self->speaker->speed, ==, 40);
      end_sentence (self);
    }
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_SILENT);
  g_assert_cmpuint (dl_session_get_spoken (self->session).end, ==, 0);
}

static void
test_start (Case *self, gconstpointer data)
{
  const gsize second = strlen (sentences[0]) + 3;

  dl_read_aloud_start (self->read_aloud, second);
  assert_says (self, sentences[1]);
  dl_read_aloud_start (self->read_aloud, 10000);
  assert_says (self, NULL);
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_SILENT);
}

/* A pause ends the sentence but not the reading; what the voice says late of it is not heard. */
static void
test_pause (Case *self, gconstpointer data)
{
  dl_read_aloud_start (self->read_aloud, 0);
  end_sentence (self);
  dl_read_aloud_pause (self->read_aloud);
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_PAUSED);
  g_assert_null (self->speaker->text);
  g_assert_cmpuint (dl_session_get_spoken (self->session).start, ==, strlen (sentences[0]) + 1);
  end_sentence (self);
  g_assert_null (self->speaker->text);
  dl_read_aloud_resume (self->read_aloud);
  assert_says (self, sentences[1]);

  /* another window takes the voice */
  dl_speaker_emit_interrupted (DL_SPEAKER (self->speaker));
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_PAUSED);
}

static void
test_step (Case *self, gconstpointer data)
{
  dl_read_aloud_step (self->read_aloud, 1);
  assert_says (self, NULL);
  dl_read_aloud_start (self->read_aloud, 0);
  dl_read_aloud_step (self->read_aloud, -1);
  assert_says (self, sentences[0]);
  for (guint i = 1; i < G_N_ELEMENTS (sentences); i++)
    {
      dl_read_aloud_step (self->read_aloud, 1);
      assert_says (self, sentences[i]);
    }
  dl_read_aloud_step (self->read_aloud, 1);
  assert_says (self, sentences[4]);
  dl_read_aloud_step (self->read_aloud, -1);
  dl_read_aloud_step (self->read_aloud, -1);
  assert_says (self, sentences[2]);

  /* while it is paused, only the mark goes on */
  dl_read_aloud_pause (self->read_aloud);
  dl_read_aloud_step (self->read_aloud, -1);
  g_assert_null (self->speaker->text);
  dl_read_aloud_resume (self->read_aloud);
  assert_says (self, sentences[1]);
}

/* Another article is not read in the place of the one that was asked for. */
static void
test_another_article (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) other = make_article (two_blocks);

  dl_read_aloud_start (self->read_aloud, 0);
  dl_session_set_article (self->session, other);
  g_assert_null (self->speaker->text);
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_SILENT);
  dl_session_set_article (self->session, NULL);
  dl_read_aloud_start (self->read_aloud, 0);
  g_assert_null (self->speaker->text);
}

static void
note_failure (char **told, const char *sentence)
{
  *told = g_strdup (sentence);
}

static void
test_failure (Case *self, gconstpointer data)
{
  g_autofree char *told = NULL;

  g_signal_connect_swapped (self->read_aloud, "failed", G_CALLBACK (note_failure), &told);
  self->speaker->failure = "There is no voice.";
  dl_read_aloud_start (self->read_aloud, 0);
  g_assert_cmpstr (told, ==, "There is no voice.");
  g_assert_cmpint (dl_read_aloud_get_state (self->read_aloud), ==, DL_READ_ALOUD_SILENT);
}

static GtkWidget *
find_button (GtkWidget *bar, const char *label)
{
  return find_labelled (bar, GTK_TYPE_BUTTON, label);
}

/* The keys of the bar, and the text that follows the voice. */
static void
test_window (void)
{
  g_autoptr (DlEngine) engine = dl_engine_new ();
  g_autoptr (TestSpeaker) speaker = g_object_new (TEST_TYPE_SPEAKER, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DlArticle) article = NULL;
  DlWindow *window = dl_window_new (NULL, engine, NULL);
  GtkWidget *bar = find_widget (GTK_WIDGET (window), DL_TYPE_SPEECH_BAR);
  DlArticleView *view = DL_ARTICLE_VIEW (find_widget (GTK_WIDGET (window), DL_TYPE_ARTICLE_VIEW));
  GtkRevealer *revealer = GTK_REVEALER (find_widget (bar, GTK_TYPE_REVEALER));

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "The ministers met in Oslo for the %uth time. ", i);
  article = make_article ((const char *const[]){ text->str, NULL });
  dl_speech_bar_set_speaker (DL_SPEECH_BAR (bar), DL_SPEAKER (speaker));
  dl_session_set_article (dl_window_get_session (window), article);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (view)));
  wait_for_frame (GTK_WIDGET (view));
  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.read-aloud", NULL);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_cmpstr (speaker->text, ==, "The ministers met in Oslo for the 0th time.");
  g_signal_emit_by_name (find_button (bar, "Pause"), "clicked");
  g_assert_null (speaker->text);
  g_signal_emit_by_name (find_button (bar, "Continue"), "clicked");
  g_assert_nonnull (speaker->text);
  g_signal_emit_by_name (find_button (bar, "Next sentence"), "clicked");
  g_assert_cmpstr (speaker->text, ==, "The ministers met in Oslo for the 1th time.");

  g_assert_cmpuint (dl_article_view_get_place (view), ==, 0);
  for (guint i = 0; i < 200; i++)
    dl_speaker_emit_ended (DL_SPEAKER (speaker), speaker->utterance);
  wait_until (dl_article_view_get_place (view) > text->len / 4);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear", NULL);
  g_assert_null (speaker->text);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/speech/split", test_split);
  g_test_add_func ("/ui/speech/limit", test_limit);
  g_test_add_func ("/ui/speech/find-block", test_find_block);
  ADD ("/ui/speech/follow", test_follow);
  ADD ("/ui/speech/start", test_start);
  ADD ("/ui/speech/pause", test_pause);
  ADD ("/ui/speech/step", test_step);
  ADD ("/ui/speech/another-article", test_another_article);
  ADD ("/ui/speech/failure", test_failure);
  g_test_add_func ("/ui/speech/window", test_window);

  return g_test_run ();
}

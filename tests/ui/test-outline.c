/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "article-text.h"
#include "chooser.h"
#include "display.h"
#include "outline.h"
#include "panels.h"
#include "widgets.h"
#include "window.h"

typedef struct
{
  DlBlockKind kind;
  guint level;
  const char *text;
} Line;

static const Line lines[] = {
  { DL_BLOCK_TITLE, 0, "Talks in Nairobi" }, { DL_BLOCK_PARAGRAPH, 0, "They met." },
  { DL_BLOCK_HEADING, 2, "The talks" },      { DL_BLOCK_PARAGRAPH, 0, "They spoke." },
  { DL_BLOCK_HEADING, 3, "The first day" },  { DL_BLOCK_PARAGRAPH, 0, "It rained." },
  { DL_BLOCK_HEADING, 2, "After them" },     { DL_BLOCK_PARAGRAPH, 0, "All went home." },
};

/* An article of the first @n lines, each paragraph of it @times as long. */
static DlArticle *
make_article (guint n, guint times)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n; i++)
    {
      const gsize start = text->len;

      for (guint j = 0; j == 0 || (lines[i].kind == DL_BLOCK_PARAGRAPH && j < times); j++)
        g_string_append (text, lines[i].text);
      g_ptr_array_add (blocks,
                       lines[i].level > 0
                         ? dl_block_new_heading (lines[i].level, (DlSpan){ start, text->len }, "en")
                         : dl_block_new (lines[i].kind, (DlSpan){ start, text->len }, "en"));
      g_string_append_c (text, '\n');
    }
  bytes = g_bytes_new (text->str, text->len);

  return dl_article_new (bytes, blocks, &(DlArticleFields){ .title = lines[0].text });
}

static void
test_list (void)
{
  static const struct
  {
    guint n_lines, n_listed;
  } rows[] = { { 2, 0 }, { 4, 0 }, { 6, 3 }, { 8, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article = make_article (rows[i].n_lines, 1);
      g_autoptr (GListModel) headings = dl_outline_list_headings (article);

      g_assert_cmpuint (g_list_model_get_n_items (headings), ==, rows[i].n_listed);
    }
}

static void
test_find (void)
{
  g_autoptr (DlArticle) article = make_article (G_N_ELEMENTS (lines), 1);
  g_autoptr (GListModel) headings = dl_outline_list_headings (article);
  static const struct
  {
    const char *at;
    guint heading;
  } rows[] = { { "Talks", 0 },         { "met", 0 },       { "The talks", 1 }, { "They spoke", 1 },
               { "The first day", 2 }, { "It rained", 2 }, { "After", 3 },     { "home", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
        g_strndup (dl_article_get_text (article), dl_article_get_length (article));
      const gsize byte = strstr (text, rows[i].at) - text;

      g_assert_cmpuint (dl_outline_find_heading (headings, byte), ==, rows[i].heading);
    }
}

typedef struct
{
  DlEngine *engine;
  DlWindow *window;
  DlArticleView *view;
  GtkWidget *outline;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  DlPanels *panels;

  self->engine = dl_engine_new ();
  self->window = dl_window_new (NULL, self->engine, NULL);
  panels = DL_PANELS (find_widget (GTK_WIDGET (self->window), DL_TYPE_PANELS));
  self->view = dl_panels_get_article_view (panels);
  self->outline = find_widget (GTK_WIDGET (self->window), DL_TYPE_OUTLINE);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->engine);
}

static void
show (Case *self, DlArticle *article)
{
  dl_session_set_article (dl_window_get_session (self->window), article);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->view)));
  wait_for_frame (GTK_WIDGET (self->view));
}

static DlChooser *
open_outline (Case *self)
{
  GtkWidget *button = gtk_widget_get_first_child (self->outline);
  GtkWidget *chooser;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.outline", NULL);
  wait_until ((chooser = find_widget (button, DL_TYPE_CHOOSER)) != NULL &&
              gtk_widget_get_mapped (chooser));

  return DL_CHOOSER (chooser);
}

/* Without headings there is nothing to be seen of it, and nothing opens. */
static void
test_offered (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) bare = make_article (4, 1), full = make_article (G_N_ELEMENTS (lines), 1);

  g_assert_false (gtk_widget_get_visible (self->outline));
  show (self, full);
  g_assert_true (gtk_widget_get_visible (self->outline));
  open_outline (self);
  show (self, bare);
  g_assert_false (gtk_widget_get_visible (self->outline));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.outline", NULL);
  g_assert_null (find_widget (gtk_widget_get_first_child (self->outline), DL_TYPE_CHOOSER));
}

/* A heading is gone to with the focus, and the list opens there the next time. */
static void
test_choose (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) article = make_article (G_N_ELEMENTS (lines), 1000);
  DlSpan heading = dl_block_get_span (dl_article_get_block (article, 4));
  GtkWidget *text = find_widget (GTK_WIDGET (self->view), DL_TYPE_ARTICLE_TEXT);
  DlChooser *chooser;
  GtkWidget *row = NULL;

  show (self, article);
  chooser = open_outline (self);
  g_assert_cmpuint (dl_chooser_get_current (chooser), ==, 0);
  wait_until (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                      GTK_WIDGET (chooser)));

  g_signal_emit_by_name (find_widget (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW), "activate", 2);
  wait_until (dl_article_view_get_place (self->view) == heading.start);
  wait_until (gtk_window_get_focus (GTK_WINDOW (self->window)) == text);
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (chooser)));

  open_outline (self);
  g_assert_cmpuint (dl_chooser_get_current (chooser), ==, 2);
  wait_until ((row = gtk_window_get_focus (GTK_WINDOW (self->window))) != NULL &&
              gtk_widget_is_ancestor (row, GTK_WIDGET (chooser)) &&
              (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/outline/list", test_list);
  g_test_add_func ("/ui/outline/find", test_find);
  g_test_add ("/ui/outline/offered", Case, NULL, set_up, test_offered, tear_down);
  g_test_add ("/ui/outline/choose", Case, NULL, set_up, test_choose, tear_down);

  return g_test_run ();
}

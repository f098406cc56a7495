/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "article-text.h"
#include "article-view.h"
#include "display.h"
#include "entity-card.h"
#include "find-bar.h"
#include "fixture.h"
#include "widgets.h"

typedef struct
{
  DlSession *session;
  GtkWidget *window;
  GtkWidget *view;
  DlArticleText *text;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) article = fixture_article ();
  g_autoptr (DlAnnotations) annotations = fixture_annotations (article);

  self->session = dl_session_new ();
  self->view = dl_article_view_new ();
  self->text = DL_ARTICLE_TEXT (find_widget (self->view, DL_TYPE_ARTICLE_TEXT));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  dl_article_view_set_session (DL_ARTICLE_VIEW (self->view), self->session);
  gtk_window_present (GTK_WINDOW (self->window));

  /* The article first, the annotations when the text is there. */
  dl_session_set_article (self->session, article);
  wait_until (gtk_widget_get_mapped (self->view) && gtk_widget_get_height (self->view) > 100);
  dl_session_set_annotations (self->session, annotations);
  wait_for_frame (self->view);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->session);
}

static GtkTextBuffer *
get_buffer (Case *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static void
test_text (Case *self, gconstpointer data)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  shown = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  g_assert_true (g_str_has_prefix (shown, "Talks in Nairobi\nKenya’s ministry of health (Kenya)"));
  g_assert_true (g_str_has_suffix (shown, "Ghana is not far away."));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->text)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Article");
}

static char *
dup_clipboard (Case *self)
{
  GdkContentProvider *content =
    gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self->text)));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

/* What is copied is the words alone, with marks on them or not. */
static void
test_copy (Case *self, gconstpointer data)
{
  g_autofree char *copied = NULL;
  GtkTextIter start, end;

  dl_session_select_mention (self->session, 4);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_iter_forward_chars (&start, strlen ("Talks in "));
  gtk_text_iter_set_line (&end, 2);
  gtk_text_buffer_select_range (get_buffer (self), &start, &end);
  g_signal_emit_by_name (self->text, "copy-clipboard");
  copied = dup_clipboard (self);
  g_assert_cmpstr (
    copied, ==,
    "Nairobi\nKenya’s ministry of health (Kenya) met the African Union on 3 May 2021 "
    "for talks.\n");
}

static void
assert_step_address (Case *self, int step, const char *words, const char *address)
{
  g_autofree char *selected = NULL, *leads = NULL;
  GtkTextIter start, end;

  gtk_widget_activate_action (self->view, "article.step-address", "i", step);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  selected = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  leads = dl_article_text_dup_selected_address (self->text);
  g_assert_cmpstr (selected, ==, words);
  g_assert_cmpstr (leads, ==, address);
}

static void
append_link (GArray *links, DlArticle *article, const char *words, const char *address)
{
  const char *text = dl_article_get_text (article);
  const gsize start = strstr (text, words) - text;

  dl_web_links_append (links, (DlSpan){ start, start + strlen (words) }, address);
}

/* By keys from one to the next, each selected as far as it goes. */
static void
test_links (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) plain = fixture_article ();
  g_autoptr (GArray) links = dl_web_links_new ();
  DlArticleFields fields = *dl_article_get_fields (plain);
  g_autoptr (DlArticle) article = NULL;
  g_autofree char *copied = NULL;
  GtkTextIter start;

  append_link (links, plain, "ministry of health", "https://health.example/");
  append_link (links, plain, "far away", "https://ghana.example/");
  fields.links = links;
  article = dl_article_copy_with (plain, &fields);
  dl_session_set_article (self->session, article);

  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_place_cursor (get_buffer (self), &start);
  assert_step_address (self, 1, "ministry of health", "https://health.example/");
  assert_step_address (self, 1, "far away", "https://ghana.example/");
  assert_step_address (self, 1, "far away", "https://ghana.example/");
  assert_step_address (self, -1, "ministry of health", "https://health.example/");

  gtk_widget_activate_action (self->view, "article.copy-address", "s", "https://ghana.example/");
  copied = dup_clipboard (self);
  g_assert_cmpstr (copied, ==, "https://ghana.example/");
}

static void
test_positions (Case *self, gconstpointer data)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);

  dl_session_set_hidden_kinds (self->session, 0);
  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      GdkRectangle area;

      /* The last point: a name may begin with another. */
      g_assert_true (dl_article_text_get_mention_area (self->text, i, 0, &area));
      g_assert_cmpuint (dl_article_text_find_mention (self->text, area.x + area.width - 2,
                                                      area.y + area.height / 2),
                        ==, i);
    }
  g_assert_cmpuint (dl_article_text_find_mention (self->text, 1, 1), ==, DL_NONE);
}

static void
test_marks (Case *self, gconstpointer data)
{
  g_autoptr (GBytes) all = draw_widget (self->view);
  g_autoptr (GBytes) first = NULL, none = NULL, selected = NULL, again = NULL;

  dl_session_set_density (self->session, DL_DENSITY_FIRST);
  first = draw_widget (self->view);
  dl_session_set_density (self->session, DL_DENSITY_NONE);
  none = draw_widget (self->view);
  dl_session_set_density (self->session, DL_DENSITY_ALL);
  dl_session_select_entity (self->session, FIXTURE_UNION);
  selected = draw_widget (self->view);
  dl_session_clear_selection (self->session);
  again = draw_widget (self->view);

  g_assert_false (g_bytes_equal (all, first));
  g_assert_false (g_bytes_equal (first, none));
  g_assert_false (g_bytes_equal (all, selected));
  g_assert_true (g_bytes_equal (all, again));
}

static void
step (Case *self, gboolean of_entity, int direction, guint expected)
{
  g_assert_true (
    gtk_widget_activate_action (self->view, "article.step", "(bi)", of_entity, direction));
  g_assert_cmpuint (dl_session_get_mention (self->session), ==, expected);
}

static void
test_keys (Case *self, gconstpointer data)
{
  /* Any mention that has a mark of its own: not the name within a name, not a hidden kind. */
  step (self, FALSE, 1, 0);
  step (self, FALSE, 1, 2);
  step (self, FALSE, 1, 3);
  step (self, FALSE, 1, 4);
  step (self, FALSE, 1, 0);
  step (self, FALSE, -1, 4);

  /* Those of the selected entity. */
  step (self, TRUE, 1, 1);
  step (self, TRUE, 1, 4);
  step (self, TRUE, -1, 1);
}

static void
test_card (Case *self, gconstpointer data)
{
  GtkWidget *card, *list;

  dl_session_select_mention (self->session, 4);
  g_assert_true (gtk_widget_activate_action (self->view, "article.open-card", NULL));
  card = find_widget (self->view, DL_TYPE_ENTITY_CARD);
  g_assert_nonnull (card);
  wait_until (gtk_widget_get_mapped (card));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Kenya");

  list = find_widget (card, GTK_TYPE_LIST_BOX);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (list))),
                   ==, 1);

  g_signal_emit_by_name (list, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpuint (dl_session_get_mention (self->session), ==, 1);
  wait_until (!gtk_widget_get_mapped (card));
}

static void
point_at (Case *self, guint mention)
{
  GtkEventController *motion =
    find_controller (GTK_WIDGET (self->text), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  GdkRectangle area;

  g_assert_true (dl_article_text_get_mention_area (self->text, mention, 0, &area));
  g_signal_emit_by_name (motion, "motion", (double) area.x + area.width - 2,
                         (double) area.y + area.height / 2);
}

static void
leave (Case *self)
{
  g_signal_emit_by_name (find_controller (GTK_WIDGET (self->text),
                                          GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "leave");
}

static GtkWidget *
wait_for_card (Case *self)
{
  GtkWidget *card;

  wait_until ((card = find_widget (self->view, DL_TYPE_ENTITY_CARD)) != NULL &&
              gtk_widget_get_mapped (card));

  return card;
}

/* Where the pointer rests, the card comes and takes neither focus nor selection. */
static void
test_hover (Case *self, gconstpointer data)
{
  GtkWidget *card;

  point_at (self, 4);
  card = wait_for_card (self);
  g_assert_false (gtk_popover_get_autohide (GTK_POPOVER (card)));
  g_assert_false (dl_session_has_selection (self->session));
  g_assert_cmpuint (dl_session_get_pointed_entity (self->session), ==, FIXTURE_KENYA);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Kenya");

  leave (self);
  g_assert_cmpuint (dl_session_get_pointed_entity (self->session), ==, FIXTURE_KENYA);
  wait_until (!gtk_widget_get_mapped (card));
  g_assert_cmpuint (dl_session_get_pointed_entity (self->session), ==, DL_NONE);

  /* Not while the text moves. */
  point_at (self, 4);
  wait_until (gtk_widget_get_mapped (card));
  g_signal_emit_by_name (gtk_scrollable_get_vadjustment (
                           GTK_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (self->text)))),
                         "value-changed");
  g_assert_false (gtk_widget_get_mapped (card));
}

static gboolean
passed_cb (gpointer passed)
{
  *(gboolean *) passed = TRUE;

  return G_SOURCE_REMOVE;
}

/* Pinned, it outlasts the pointer; Escape closes it although the focus is elsewhere. */
static void
test_pin (Case *self, gconstpointer data)
{
  gboolean passed = FALSE, handled = FALSE;
  GtkWidget *card;

  point_at (self, 2);
  card = wait_for_card (self);
  g_assert_true (gtk_widget_activate_action (card, "card.pin", NULL));
  leave (self);
  point_at (self, 4);
  g_timeout_add (1000, passed_cb, &passed); /* longer than the card would wait */
  wait_until (passed);
  g_assert_true (gtk_widget_get_mapped (card));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "African Union");

  g_signal_emit_by_name (find_controller (self->view, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         GDK_KEY_Escape, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_false (gtk_widget_get_mapped (card));
  g_assert_false (dl_entity_card_is_pinned (DL_ENTITY_CARD (card)));

  /* One that is asked for by a key can be pinned too, and then takes no press outside. */
  dl_session_select_mention (self->session, 4);
  gtk_widget_activate_action (self->view, "article.open-card", NULL);
  g_assert_true (gtk_popover_get_autohide (GTK_POPOVER (wait_for_card (self))));
  gtk_widget_activate_action (card, "card.pin", NULL);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_false (gtk_popover_get_autohide (GTK_POPOVER (card)));
  gtk_widget_activate_action (card, "card.pin", NULL);
  g_assert_false (gtk_widget_get_mapped (card));
}

/* What the bar says of its search. */
static const char *
get_label_text (GtkWidget *bar)
{
  for (GtkWidget *child = gtk_widget_get_first_child (
         gtk_widget_get_parent (find_widget (bar, GTK_TYPE_SEARCH_ENTRY)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_label_get_label (GTK_LABEL (child));

  return NULL;
}

static gboolean
looks_at (const GtkTextIter *start, const char *words)
{
  GtkTextIter end = *start;
  g_autofree char *text = NULL;

  gtk_text_iter_forward_chars (&end, g_utf8_strlen (words, -1));
  text = gtk_text_iter_get_text (start, &end);

  return g_str_equal (text, words);
}

static void
test_find (Case *self, gconstpointer data)
{
  GtkWidget *bar, *entry;
  GtkTextIter caret;

  g_assert_true (gtk_widget_activate_action (self->view, "article.find", NULL));
  bar = find_widget (self->view, DL_TYPE_FIND_BAR);
  entry = find_widget (bar, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (bar);
  g_assert_true (
    gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (find_widget (bar, GTK_TYPE_SEARCH_BAR))));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Find in the article");

  gtk_editable_set_text (GTK_EDITABLE (entry), "KENYA");
  wait_until (g_str_has_prefix (get_label_text (bar), "1 of "));
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret,
                                    gtk_text_buffer_get_insert (get_buffer (self)));
  g_assert_true (looks_at (&caret, "Kenya"));
  gtk_widget_activate_action (bar, "find.previous", NULL);
  g_assert_false (g_str_has_prefix (get_label_text (bar), "1 of "));

  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  wait_until (g_str_equal (get_label_text (bar), "Not found"));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));

  /* Closed, it forgets nothing but marks nothing. */
  dl_find_bar_close (DL_FIND_BAR (bar));
  wait_until (*get_label_text (bar) == '\0');
}

static void
test_late_article (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) other = fixture_article ();

  dl_session_select_mention (self->session, 4);
  dl_session_set_article (self->session, other);
  g_assert_cmpuint (dl_article_text_find_step (self->text, FALSE, 1), ==, DL_NONE);
  dl_session_set_article (self->session, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (self)), ==, 0);
}

/* The numbers count the kinds that the article has. */
static void
test_kinds (Case *self, gconstpointer data)
{
  guint usual = dl_session_get_hidden_kinds (self->session);

  gtk_widget_activate_action (self->view, "article.toggle-kind", "u", 1);
  g_assert_cmpuint (dl_session_get_hidden_kinds (self->session), ==, usual | 1u << DL_KIND_COUNTRY);
  gtk_widget_activate_action (self->view, "article.toggle-kind", "u", 9);
  g_assert_cmpuint (dl_session_get_hidden_kinds (self->session), ==, usual | 1u << DL_KIND_COUNTRY);
  gtk_widget_activate_action (self->view, "article.toggle-kind", "u", 1);
  g_assert_cmpuint (dl_session_get_hidden_kinds (self->session), ==, usual);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  ADD ("/ui/article-view/text", test_text);
  ADD ("/ui/article-view/copy", test_copy);
  ADD ("/ui/article-view/links", test_links);
  ADD ("/ui/article-view/positions", test_positions);
  ADD ("/ui/article-view/marks", test_marks);
  ADD ("/ui/article-view/keys", test_keys);
  ADD ("/ui/article-view/kinds", test_kinds);
  ADD ("/ui/article-view/card", test_card);
  ADD ("/ui/article-view/hover", test_hover);
  ADD ("/ui/article-view/pin", test_pin);
  ADD ("/ui/article-view/find", test_find);
  ADD ("/ui/article-view/late-article", test_late_article);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "display.h"
#include "entity-item.h"
#include "entity-list.h"
#include "entity-row.h"
#include "fixture.h"
#include "widgets.h"

typedef struct
{
  DlSession *session;
  GtkWidget *window;
  GtkWidget *list;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) article = fixture_article ();
  g_autoptr (DlAnnotations) annotations = fixture_annotations (article);

  self->session = dl_session_new ();
  dl_session_set_article (self->session, article);
  dl_session_set_annotations (self->session, annotations);
  self->list = dl_entity_list_new ();
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 260, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  dl_entity_list_set_session (DL_ENTITY_LIST (self->list), self->session);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (find_widget (self->list, DL_TYPE_ENTITY_ROW) != NULL);
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->session);
}

static void
assert_rows (Case *self, const char *expected)
{
  GListModel *model = dl_entity_list_get_model (DL_ENTITY_LIST (self->list));
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DlEntityItem) item = g_list_model_get_item (model, i);

      g_string_append_printf (rows, "%s%s %u;", dl_entity_item_is_heading (item) ? "# " : "",
                              dl_entity_item_get_name (item), dl_entity_item_get_count (item));
    }

  g_assert_cmpstr (rows->str, ==, expected);
}

static void
search (Case *self, const char *words)
{
  GtkWidget *entry = find_widget (self->list, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_enter_takes_first (Case *self, gconstpointer data)
{
  GtkWidget *entry = find_widget (self->list, GTK_TYPE_SEARCH_ENTRY);
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  guint entity;

  search (self, "african");
  g_signal_emit_by_name (entry, "activate");
  entity = dl_session_get_entity (self->session);
  g_assert_cmpuint (entity, !=, DL_NONE);
  g_assert_cmpstr (dl_entity_get_name (dl_annotations_get_entity (annotations, entity)), ==,
                   "African Union");
}

static void
test_rows (Case *self, gconstpointer data)
{
  assert_rows (self, "# Countries 1;Kenya 2;"
                     "# Organisations 2;Kenya’s ministry of health 1;African Union 1;"
                     "# Dates 1;3 May 2021 1;# Quantities 1;40 lorries 1;");
  g_assert_true (gtk_widget_activate_action (self->list, "entities.sort", "s", "name"));
  assert_rows (self, "# Countries 1;Kenya 2;"
                     "# Organisations 2;African Union 1;Kenya’s ministry of health 1;"
                     "# Dates 1;3 May 2021 1;# Quantities 1;40 lorries 1;");
}

static void
test_search (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *rows;
  } rows[] = {
    { "union", "# Organisations 1;African Union 1;" },
    { "ÚNIÒN", "# Organisations 1;African Union 1;" },
    { "ken", "# Countries 1;Kenya 2;# Organisations 1;Kenya’s ministry of health 1;" },
    { "peru", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      search (self, rows[i].words);
      assert_rows (self, rows[i].rows);
    }
}

static GtkSingleSelection *
get_selection (Case *self)
{
  GtkWidget *view = find_widget (self->list, GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
test_selection (Case *self, gconstpointer data)
{
  GtkSingleSelection *selection = get_selection (self);

  dl_session_select_entity (self->session, FIXTURE_UNION);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 4);
  dl_session_clear_selection (self->session);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);

  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpuint (dl_session_get_entity (self->session), ==, FIXTURE_KENYA);

  /* What a search leaves out stays selected in the session. */
  search (self, "union");
  g_assert_cmpuint (dl_session_get_entity (self->session), ==, FIXTURE_KENYA);
  search (self, "");
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
}

static void
test_kinds (Case *self, gconstpointer data)
{
  GtkWidget *check =
    find_labelled (self->list, GTK_TYPE_CHECK_BUTTON, "Mark in the article: Countries");

  g_assert_nonnull (check);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_true (dl_session_get_hidden_kinds (self->session) & (1u << DL_KIND_COUNTRY));
  dl_session_set_hidden_kinds (self->session, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static void
test_names (Case *self, gconstpointer data)
{
  g_assert_nonnull (find_labelled (self->list, GTK_TYPE_SEARCH_ENTRY, "Filter entities"));
  g_assert_nonnull (find_labelled (self->list, GTK_TYPE_LIST_VIEW, "Entities"));
  g_assert_nonnull (find_labelled (self->list, GTK_TYPE_MENU_BUTTON, "Sort entities"));
  gtk_test_accessible_assert_role (find_widget (self->list, GTK_TYPE_LIST_VIEW),
                                   GTK_ACCESSIBLE_ROLE_LIST);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  ADD ("/ui/entity-list/rows", test_rows);
  ADD ("/ui/entity-list/enter-takes-first", test_enter_takes_first);
  ADD ("/ui/entity-list/search", test_search);
  ADD ("/ui/entity-list/selection", test_selection);
  ADD ("/ui/entity-list/kinds", test_kinds);
  ADD ("/ui/entity-list/names", test_names);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-view.h"

#include <adwaita.h>

#include "display.h"
#include "fixture.h"
#include "map-card.h"
#include "map-legend.h"
#include "map-steps.h"

typedef struct
{
  DlSession *session;
  GtkWidget *window;
  DlMapView *view;
  DlMapCanvas *canvas;
} Fixture;

static void
wait_until (gboolean (*condition) (Fixture *fixture), Fixture *fixture)
{
  while (!condition (fixture))
    g_main_context_iteration (NULL, TRUE);
}

/* Somewhere in the country's label's neighbourhood, as the view shows it now. */
static void
find_place (Fixture *fixture, double lon, double lat, double *x_px, double *y_px)
{
  double x, y;

  dl_map_project (lon, lat, &x, &y);
  dl_map_camera_to_view (dl_map_canvas_get_camera (fixture->canvas), x, y, x_px, y_px);
}

static const char *
find_at (Fixture *fixture, double lon, double lat)
{
  double x_px, y_px;

  find_place (fixture, lon, lat, &x_px, &y_px);

  return dl_map_canvas_find_at (fixture->canvas, x_px, y_px);
}

static gboolean
is_drawn (Fixture *fixture)
{
  return find_at (fixture, -100, 40) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->session = map_fixture_session ();
  fixture->view = dl_map_view_new ();
  fixture->canvas = dl_map_view_get_canvas (fixture->view);
  dl_map_view_set_session (fixture->view, fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 360);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (is_drawn, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) canvas = g_object_ref (GTK_WIDGET (fixture->canvas));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&canvas));
  g_assert_finalize_object (fixture->session);
}

static void
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger) ||
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key)
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                                       GTK_WIDGET (fixture->view),
                                                       gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }

  g_assert_not_reached ();
}

static void
click (Fixture *fixture, double lon, double lat)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));
  double x_px, y_px;

  find_place (fixture, lon, lat, &x_px, &y_px);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x_px, y_px);
    }
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  const char *shown = "Acts or takes part: South Korea, United States. Named: France. "
                      "Takes part (background): Brazil, Singapore. "
                      "Through: European Union: Spain, Poland. Hinted at: Russia.";

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of the countries in the article");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->canvas)));
}

static void
test_description_follows (Fixture *fixture, gconstpointer data)
{
  dl_session_select_country (fixture->session, "CN");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Selected: China.");
  dl_session_select_country (fixture->session, "FR");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Selected: France · Named · 3 mentions.");
  dl_session_set_annotations (fixture->session, NULL);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The article names no country.");
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);

  return found;
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "map.zoom-out", "map.frame", "map.zoom-in" };
  static const char *const labels[] = { "Zoom Out", "Show All Countries of the Article",
                                        "Zoom In" };
  GtkWidget *button = find_of_type (GTK_WIDGET (fixture->view), GTK_TYPE_BUTTON);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, actions[i]);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, labels[i]);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
      g_assert_true (gtk_widget_get_sensitive (button));
      button = gtk_widget_get_next_sibling (button);
    }
}

static void
test_zoom_keys (Fixture *fixture, gconstpointer data)
{
  DlMapCamera home = *dl_map_canvas_get_camera (fixture->canvas);

  press (fixture, GDK_KEY_plus);
  g_assert_cmpfloat (dl_map_canvas_get_camera (fixture->canvas)->scale, >, home.scale);
  press (fixture, GDK_KEY_minus);
  g_assert_cmpfloat_with_epsilon (dl_map_canvas_get_camera (fixture->canvas)->scale, home.scale,
                                  1e-6);
  press (fixture, GDK_KEY_plus);
  press (fixture, GDK_KEY_Home);
  g_assert_cmpfloat_with_epsilon (dl_map_canvas_get_camera (fixture->canvas)->scale, home.scale,
                                  1e-6);
}

static void
test_pan_keys (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    int right, down;
  } rows[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };

  press (fixture, GDK_KEY_plus);
  press (fixture, GDK_KEY_plus);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlMapCamera before = *dl_map_canvas_get_camera (fixture->canvas);
      const DlMapCamera *after = dl_map_canvas_get_camera (fixture->canvas);

      press (fixture, rows[i].key);
      after = dl_map_canvas_get_camera (fixture->canvas);
      g_assert_cmpint ((after->x > before.x) - (after->x < before.x), ==, rows[i].right);
      g_assert_cmpint ((after->y > before.y) - (after->y < before.y), ==, rows[i].down);
    }
}

static void
test_step_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_n);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "KR");
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "US");
  press (fixture, GDK_KEY_p);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "RU");
  press (fixture, GDK_KEY_n);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "KR");
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double lon, lat;
    const char *code;
  } rows[] = {
    { -100, 40, "US" },    { 127.5, 36.5, "KR" }, { 100, 60, "RU" }, { -175, 66.5, "RU" },
    { 103.8, 1.36, "SG" }, { -53, -10, "BR" },    { -30, 40, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlMapCamera before = *dl_map_canvas_get_camera (fixture->canvas);

      click (fixture, rows[i].lon, rows[i].lat);
      g_assert_cmpstr (dl_session_get_country (fixture->session), ==, rows[i].code);
      g_assert_true (dl_map_camera_equal (&before, dl_map_canvas_get_camera (fixture->canvas)));
    }
}

/* Whatever selects a country, the map goes to where it can be seen. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  double x_px, y_px, scale = dl_map_canvas_get_camera (fixture->canvas)->scale;

  dl_session_select_country (fixture->session, "SG");
  g_assert_cmpfloat (dl_map_canvas_get_camera (fixture->canvas)->scale, >, 4 * scale);
  find_place (fixture, 103.8, 1.36, &x_px, &y_px);
  g_assert_cmpfloat (x_px, >, 0);
  g_assert_cmpfloat (x_px, <, 480);
  g_assert_cmpfloat (y_px, >, 0);
  g_assert_cmpfloat (y_px, <, 360);
}

static gboolean
is_at_korea (Fixture *fixture)
{
  double x_px, y_px;
  const char *code;

  find_place (fixture, 127.8, 36.5, &x_px, &y_px);
  code = dl_map_canvas_find_at (fixture->canvas, x_px, y_px);

  return g_strcmp0 (code, "KR") == 0;
}

static void
test_flight (Fixture *fixture, gconstpointer data)
{
  double scale = dl_map_canvas_get_camera (fixture->canvas)->scale;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  dl_session_select_country (fixture->session, "KR");
  g_assert_cmpfloat (dl_map_canvas_get_camera (fixture->canvas)->scale, >, scale);
  wait_until (is_at_korea, fixture);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  double west_px, east_px, y_px;

  gtk_widget_set_direction (GTK_WIDGET (fixture->canvas), GTK_TEXT_DIR_RTL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  find_place (fixture, -100, 40, &west_px, &y_px);
  find_place (fixture, 127, 37, &east_px, &y_px);
  g_assert_cmpfloat (west_px, <, east_px);
  g_assert_cmpstr (dl_map_canvas_find_at (fixture->canvas, west_px, y_px), ==, "US");
}

static void
append_labels (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s|", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = gtk_widget_get_last_child (GTK_WIDGET (fixture->view));
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (DL_IS_MAP_LEGEND (legend));
  append_labels (legend, text);
  g_assert_cmpstr (text->str, ==,
                   "Acts or takes part|Named|Takes part (background)|Through: European Union|"
                   "Hinted at|");

  dl_session_set_annotations (fixture->session, NULL);
  g_string_truncate (text, 0);
  append_labels (legend, text);
  g_assert_cmpstr (text->str, ==, "");
}

static void
test_shading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = find_of_type (GTK_WIDGET (fixture->view), DL_TYPE_MAP_LEGEND);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.shading", "s", "mentions"));
  append_labels (legend, text);
  g_assert_cmpstr (text->str, ==, "2–4 mentions|Not named|");

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.shading", "s", "part");
  g_string_truncate (text, 0);
  append_labels (legend, text);
  g_assert_true (g_str_has_prefix (text->str, "Acts or takes part|Named|"));
}

/* The map and its twin never show two things. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "KR", "US", "FR", "BR", "SG", "ES", "PL", "RU" };
  GtkListBox *list = GTK_LIST_BOX (find_of_type (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.list", NULL));
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (list)));
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Countries in the article");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, i));
      g_assert_cmpstr (dl_session_get_country (fixture->session), ==, codes[i]);
    }
  /* and a place in none of them */
  g_assert_null (gtk_list_box_get_row_at_index (list, G_N_ELEMENTS (codes) + 1));
  gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (list, 2),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "France · Named · 3 mentions");

  dl_session_select_country (fixture->session, "FR");
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 2));

  /* whoever comes by key begins at the first */
  dl_session_clear_selection (fixture->session);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_child_focus (GTK_WIDGET (fixture->view), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
}

static GtkWidget *
find_card (Fixture *fixture)
{
  GtkWidget *card = find_of_type (GTK_WIDGET (fixture->view), DL_TYPE_MAP_CARD);

  return card != NULL && gtk_widget_get_visible (card) ? card : NULL;
}

static gboolean
has_card (Fixture *fixture)
{
  return find_card (fixture) != NULL;
}

/* What moves the edges of the map does not stop it on its way. */
static void
test_flight_while_resized (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = find_of_type (GTK_WIDGET (fixture->view), DL_TYPE_MAP_LEGEND);
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->canvas));
  double scale = dl_map_canvas_get_camera (fixture->canvas)->scale;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  dl_session_select_country (fixture->session, "KR");
  gtk_widget_set_visible (legend, FALSE);
  while (gtk_widget_get_height (GTK_WIDGET (fixture->canvas)) == height)
    g_main_context_iteration (NULL, TRUE);
  wait_until (is_at_korea, fixture);
  g_assert_cmpfloat (dl_map_canvas_get_camera (fixture->canvas)->scale, >, 2 * scale);
}

static void
assert_spoken (GtkWidget *widget, guint *n_controls)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_BUTTON (widget))
    {
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (
        gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
        gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                          GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      *n_controls += 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_spoken (child, n_controls);
}

static gboolean
is_focus_on_canvas (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->canvas);
}

/* What a screen reader meets in the card, and where it is left afterwards. */
static void
test_card_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card, *focus;
  guint n_controls = 0;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  dl_session_select_country (fixture->session, "FR");
  press (fixture, GDK_KEY_Return);
  card = find_card (fixture);
  g_assert_nonnull (card);
  assert_spoken (card, &n_controls);
  g_assert_cmpuint (n_controls, ==, 3);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, card));

  gtk_popover_popdown (GTK_POPOVER (card));
  wait_until (is_focus_on_canvas, fixture);
}

/* In the list a row opens the card, which leaves the reader at the row. */
static void
test_list_card (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (find_of_type (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 2);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.list", NULL);
  gtk_list_box_select_row (list, row);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_nonnull (find_card (fixture));
  gtk_test_accessible_assert_property (find_card (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "France");
  gtk_popover_popdown (GTK_POPOVER (find_card (fixture)));
  while (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != GTK_WIDGET (row))
    g_main_context_iteration (NULL, TRUE);
}

/* Places stand in the list too: one in no country of the article after all of them. */
static void
test_list_place (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (find_of_type (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX));
  DlAnnotations *annotations = dl_session_get_annotations (fixture->session);
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (list, dl_annotations_get_n_countries (annotations));

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Geneva · Place · 1 mention");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.list", NULL);
  gtk_list_box_select_row (list, row);
  g_assert_cmpuint (dl_session_get_entity (fixture->session), ==, 1);
  g_signal_emit_by_name (list, "row-activated", row);
  gtk_test_accessible_assert_property (find_card (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Geneva");
  gtk_popover_popdown (GTK_POPOVER (find_card (fixture)));

  /* a kind that is hidden leaves it */
  dl_session_set_hidden_kinds (fixture->session, 1u << DL_KIND_PLACE);
  g_assert_null (
    gtk_list_box_get_row_at_index (list, dl_annotations_get_n_countries (annotations)));
}

/* A name within another one is no step of its own. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  static const guint mentions[] = { 2, 4, 0, 4, 2 };
  static const char *const actions[] = { "card.next", "card.next", "card.next", "card.previous",
                                         "card.previous" };
  static const char *const counts[] = { "2 of 3", "3 of 3", "1 of 3", "3 of 3", "2 of 3" };
  GtkWidget *card;

  dl_session_select_country (fixture->session, "FR");
  press (fixture, GDK_KEY_Return);
  card = find_of_type (GTK_WIDGET (fixture->view), DL_TYPE_MAP_CARD);
  g_assert_true (gtk_widget_get_visible (card));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "France");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      g_assert_true (gtk_widget_activate_action (card, actions[i], NULL));
      g_assert_cmpuint (dl_session_get_mention (fixture->session), ==, mentions[i]);
      append_labels (card, text);
      g_assert_nonnull (strstr (text->str, counts[i]));
    }
  g_assert_true (gtk_widget_get_visible (card));
  gtk_popover_popdown (GTK_POPOVER (card));
}

/* Tab visits each country once, and then lets the focus go on. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  g_assert_true (dl_map_step (fixture->session, 1, FALSE));
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "KR");
  for (guint i = 1; i < 8; i++)
    g_assert_true (dl_map_step (fixture->session, 1, FALSE));
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "RU");
  g_assert_false (dl_map_step (fixture->session, 1, FALSE));
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "RU");
  g_assert_true (dl_map_step (fixture->session, -1, FALSE));
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "PL");
}

/* A town is a thing of its own on the map, and no part of the country about it. */
static void
test_town (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  click (fixture, 6.15, 46.2);
  g_assert_cmpuint (dl_session_get_entity (fixture->session), ==, 1);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Selected: Geneva · Place · 1 mention.");
  wait_until (has_card, fixture);
  gtk_test_accessible_assert_property (find_card (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Geneva");
  append_labels (find_card (fixture), text);
  g_assert_nonnull (strstr (text->str, "Place|"));
  g_assert_nonnull (strstr (text->str, "<b>Geneva</b>"));
  gtk_popover_popdown (GTK_POPOVER (find_card (fixture)));
}

/* By keys as with the pointer, and from afar. */
static void
test_town_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const codes[] = { "KR", "US", "FR", "BR", "SG", "ES", "PL", "RU" };
  double x_px, y_px;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      press (fixture, GDK_KEY_j);
      g_assert_cmpstr (dl_session_get_country (fixture->session), ==, codes[i]);
    }
  press (fixture, GDK_KEY_j);
  g_assert_cmpuint (dl_session_get_entity (fixture->session), ==, 1);
  find_place (fixture, 6.15, 46.2, &x_px, &y_px);
  g_assert_true (x_px > 0 && x_px < 480 && y_px > 0 && y_px < 360);
  press (fixture, GDK_KEY_Return);
  gtk_test_accessible_assert_property (find_card (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Geneva");
  gtk_popover_popdown (GTK_POPOVER (find_card (fixture)));

  press (fixture, GDK_KEY_k);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "RU");
  press (fixture, GDK_KEY_j);
  press (fixture, GDK_KEY_j);
  g_assert_cmpstr (dl_session_get_country (fixture->session), ==, "KR");
}

static void
test_bloc (Fixture *fixture, gconstpointer data)
{
  static const double towns[][2] = { { -4, 40 }, { 2.3, 48.8 }, { 21, 52 } };
  double x_px, y_px, scale = dl_map_canvas_get_camera (fixture->canvas)->scale;

  dl_session_select_country (fixture->session, "EU");
  g_assert_cmpfloat (dl_map_canvas_get_camera (fixture->canvas)->scale, >, 2 * scale);
  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    {
      find_place (fixture, towns[i][0], towns[i][1], &x_px, &y_px);
      g_assert_true (x_px > 0 && x_px < 480 && y_px > 0 && y_px < 360);
    }
  find_place (fixture, 127, 37, &x_px, &y_px);
  g_assert_cmpfloat (x_px, >, 480);
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  add ("/ui/map/view/accessible", test_accessible);
  add ("/ui/map/view/description-follows", test_description_follows);
  add ("/ui/map/view/buttons", test_buttons);
  add ("/ui/map/view/zoom-keys", test_zoom_keys);
  add ("/ui/map/view/pan-keys", test_pan_keys);
  add ("/ui/map/view/step-keys", test_step_keys);
  add ("/ui/map/view/click", test_click);
  add ("/ui/map/view/follow", test_follow);
  add ("/ui/map/view/flight", test_flight);
  add ("/ui/map/view/right-to-left", test_right_to_left);
  add ("/ui/map/view/legend", test_legend);
  add ("/ui/map/view/shading", test_shading);
  add ("/ui/map/view/list", test_list);
  add ("/ui/map/view/card", test_card);
  add ("/ui/map/view/card-accessible", test_card_accessible);
  add ("/ui/map/view/list-card", test_list_card);
  add ("/ui/map/view/list-place", test_list_place);
  add ("/ui/map/view/flight-while-resized", test_flight_while_resized);
  add ("/ui/map/view/tab", test_tab);
  add ("/ui/map/view/town", test_town);
  add ("/ui/map/view/town-keys", test_town_keys);
  add ("/ui/map/view/bloc", test_bloc);

  return g_test_run ();
}

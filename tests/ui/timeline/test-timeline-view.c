/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-view.h"

#include "display.h"
#include "event-format.h"
#include "event-row.h"
#include "fixture.h"
#include "timeline-axis.h"
#include "timeline-cluster.h"

typedef struct
{
  DlSession *session;
  GtkWidget *window;
  GtkWidget *view;
} Fixture;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
wait_for_rows (Fixture *fixture)
{
  while (find (fixture->view, DL_TYPE_EVENT_ROW) == NULL ||
         !gtk_widget_get_mapped (find (fixture->view, DL_TYPE_EVENT_ROW)))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DlAnnotations) annotations =
    timeline_fixture_new ((TimelineFixture) GPOINTER_TO_UINT (data));

  fixture->session = dl_session_new ();
  dl_session_set_article (fixture->session, dl_annotations_get_article (annotations));
  dl_session_set_annotations (fixture->session, annotations);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 900);
  fixture->view = dl_timeline_view_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  dl_timeline_view_set_session (DL_TIMELINE_VIEW (fixture->view), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DlSession) session = fixture->session;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&session));
}

static guint
get_selected_row (Fixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (find (fixture->view, GTK_TYPE_LIST_VIEW));

  return gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)));
}

static void
select_row (Fixture *fixture, guint position)
{
  GtkListView *list = GTK_LIST_VIEW (find (fixture->view, GTK_TYPE_LIST_VIEW));

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (list)),
                                     position);
}

static guint
count_rows (Fixture *fixture)
{
  GtkListView *list = GTK_LIST_VIEW (find (fixture->view, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_one_selection (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture);
  g_assert_cmpuint (get_selected_row (fixture), ==, GTK_INVALID_LIST_POSITION);

  dl_session_select_event (fixture->session, MIXED_DAY);
  g_assert_cmpuint (get_selected_row (fixture), ==, MIXED_DAY);

  /* what the text does not tell stands last, what has no date before it */
  select_row (fixture, N_MIXED - 1);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_BACKGROUND);
  select_row (fixture, N_MIXED - 2);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_UNDATED);

  dl_session_clear_selection (fixture->session);
  g_assert_cmpuint (get_selected_row (fixture), ==, GTK_INVALID_LIST_POSITION);
}

static void
test_keys_on_axis (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);

  wait_for_rows (fixture);
  g_assert_true (gtk_widget_activate_action (axis, "axis.step", "i", 1));
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DECADE);
  gtk_widget_activate_action (axis, "axis.step", "i", 1);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_UNTIL);
  gtk_widget_activate_action (axis, "axis.step", "i", -1);
  gtk_widget_activate_action (axis, "axis.step", "i", -1);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DECADE);

  gtk_widget_activate_action (axis, "axis.brush", "i", 1);
  g_assert_nonnull (dl_session_get_time_filter (fixture->session));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DlDate) filter = dl_date_parse ("2021-10-14", NULL);
  g_autoptr (DlDate) nothing = dl_date_parse ("1700", NULL);
  GtkWidget *chip = find (fixture->view, GTK_TYPE_BUTTON);

  wait_for_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, N_MIXED);
  dl_session_select_event (fixture->session, MIXED_DAY);

  dl_session_set_time_filter (fixture->session, filter);
  /* the range, the day, during, the background; and “until”, “from” do not reach it */
  g_assert_cmpuint (count_rows (fixture), ==, 4);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DAY);
  g_assert_cmpuint (get_selected_row (fixture), ==, 1);
  g_assert_true (gtk_widget_get_visible (chip));

  dl_session_set_time_filter (fixture->session, nothing);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DAY);

  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.clear-filter", NULL));
  g_assert_null (dl_session_get_time_filter (fixture->session));
  g_assert_cmpuint (get_selected_row (fixture), ==, MIXED_DAY);
  g_assert_false (gtk_widget_get_visible (chip));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_jumps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = find (fixture->view, GTK_TYPE_LIST_VIEW);
  guint n_jumps = 0, n_reveals = 0;

  wait_for_rows (fixture);
  g_signal_connect_swapped (fixture->view, "jump", G_CALLBACK (count_cb), &n_jumps);
  g_signal_connect_swapped (fixture->session, "reveal", G_CALLBACK (count_cb), &n_reveals);

  g_signal_emit_by_name (list, "activate", MIXED_DAY);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DAY);
  g_assert_cmpuint (n_jumps, ==, 1);
  g_assert_cmpuint (n_reveals, ==, 1);

  /* once more, though it is selected already: the reader may have scrolled away */
  g_signal_emit_by_name (list, "activate", MIXED_DAY);
  g_assert_cmpuint (n_jumps, ==, 2);
  g_assert_cmpuint (n_reveals, ==, 2);

  g_signal_emit_by_name (find (fixture->view, DL_TYPE_EVENT_ROW), "jump");
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, MIXED_DECADE);
  g_assert_cmpuint (n_jumps, ==, 3);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);
  GtkWidget *row;

  wait_for_rows (fixture);
  gtk_test_accessible_assert_role (axis, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (axis, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline with 9 events");
  row = gtk_widget_get_parent (find (fixture->view, DL_TYPE_EVENT_ROW));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1980s: First plans for the canal. Port of Trieste");

  dl_session_select_event (fixture->session, MIXED_DAY);
  gtk_test_accessible_assert_property (axis, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "14 October 2021: Joint declaration adopted. Port of "
                                       "Trieste, Danube Commission, Hungary");
}

static char *
dup_filter (Fixture *fixture)
{
  DlDate *filter = dl_session_get_time_filter (fixture->session);

  return filter != NULL ? dl_date_to_edtf (filter) : g_strdup ("none");
}

/* Both ends of the chosen time by keyboard; a screen reader is told. */
static void
test_brush_by_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);
  g_autofree char *begun = NULL, *later = NULL, *both = NULL, *back = NULL;

  wait_for_rows (fixture);
  dl_session_select_event (fixture->session, 0);
  gtk_widget_activate_action (axis, "axis.brush", "i", 1);
  begun = dup_filter (fixture);
  g_assert_cmpstr (begun, ==, "2010-01-01");
  gtk_test_accessible_assert_property (
    axis, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Dates shown: 1 January 2010\n1 January 2010: Ship number 1 passes. Port of Trieste");

  gtk_widget_activate_action (axis, "axis.brush", "i", 1);
  later = dup_filter (fixture);
  g_assert_cmpstr (later, ==, "2010-01-01/2010-01-02");
  gtk_widget_activate_action (axis, "axis.brush-start", "i", -1);
  both = dup_filter (fixture);
  g_assert_cmpstr (both, ==, "2009-12-31/2010-01-02");

  /* the ends do not pass each other */
  for (guint i = 0; i < 9; i++)
    gtk_widget_activate_action (axis, "axis.brush-start", "i", 1);
  back = dup_filter (fixture);
  g_assert_cmpstr (back, ==, "2010-01-02");
}

static void
test_cluster (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);
  GtkWidget *cluster, *list;
  GListModel *rows;
  int width;

  wait_for_rows (fixture);
  dl_session_select_event (fixture->session, 39);
  g_assert_true (gtk_widget_activate_action (axis, "axis.open", NULL));
  cluster = find (axis, DL_TYPE_TIMELINE_CLUSTER);
  g_assert_nonnull (cluster);
  g_assert_true (gtk_widget_get_visible (cluster));

  list = find (cluster, GTK_TYPE_LIST_VIEW);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Events");
  gtk_widget_measure (cluster, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, >, 280); /* room for a line of some words */
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  /* all but those that are stacked */
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, 30);
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, 40);

  g_signal_emit_by_name (list, "activate", g_list_model_get_n_items (rows) - 2);
  g_assert_cmpuint (dl_session_get_event (fixture->session), ==, 38);
  while (find (axis, DL_TYPE_TIMELINE_CLUSTER) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Near enough, the events of one year no longer share a place: the list need not open. */
static void
test_fit_selected (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);

  wait_for_rows (fixture);
  dl_session_select_event (fixture->session, 2405);
  while (gtk_widget_get_width (axis) == 0 ||
         dl_timeline_axis_get_is_empty (DL_TIMELINE_AXIS (axis)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.fit-selected", NULL));
  gtk_widget_activate_action (axis, "axis.open", NULL);
  g_assert_null (find (axis, DL_TYPE_TIMELINE_CLUSTER));

  /* from afar they do; 2,405 stands where others are */
  g_assert_true (gtk_widget_activate_action (fixture->view, "timeline.zoom", "d", 0.0));
  gtk_widget_activate_action (axis, "axis.open", NULL);
  g_assert_nonnull (find (axis, DL_TYPE_TIMELINE_CLUSTER));
}

/* What is said of an event by this clock, of the first row. */
static void
assert_first_row (Fixture *fixture, guint event, DlClock clock)
{
  GtkWidget *row = gtk_widget_get_parent (find (fixture->view, DL_TYPE_EVENT_ROW));
  DlAnnotations *annotations = dl_session_get_annotations (fixture->session);
  g_autofree char *sentence =
    dl_event_describe (dl_annotations_get_event (annotations, event), annotations, clock);

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

/* In the reader's own zone an event may be on another day, and later than another. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DlDate) day_after = dl_date_parse ("2021-10-15", NULL);
  DlAnnotations *annotations = dl_session_get_annotations (fixture->session);
  GtkWidget *button = find (fixture->view, GTK_TYPE_MENU_BUTTON);
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);
  g_autofree char *shown = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  wait_for_rows (fixture);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Time Zone");
  assert_first_row (fixture, 0, DL_CLOCK_TOLD);

  gtk_widget_activate_action (fixture->view, "timeline.clock", "s", "reader");
  g_assert_cmpint (dl_session_get_clock (fixture->session), ==, DL_CLOCK_READER);
  wait_for_rows (fixture);
  assert_first_row (fixture, 0, DL_CLOCK_READER);
  dl_session_select_event (fixture->session, 1);
  g_assert_cmpuint (get_selected_row (fixture), ==, 2);
  shown =
    dl_event_describe (dl_annotations_get_event (annotations, 1), annotations, DL_CLOCK_READER);
  g_assert_true (g_str_has_prefix (shown, "15 October 2021"));
  gtk_test_accessible_assert_property (axis, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown);

  dl_session_set_time_filter (fixture->session, day_after);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_widget_activate_action (fixture->view, "timeline.clock", "s", "told");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_unsetenv ("TZ");
}

/* What the document is dated by is said of it, and is no event of it. */
static void
test_document (Fixture *fixture, gconstpointer data)
{
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);

  wait_for_rows (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  gtk_test_accessible_assert_property (axis, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Published: 15 October 2021\nUpdated: 16 October 2021");
}

/* Where no time of day is known by another clock there is nothing to choose. */
static void
test_no_clock (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture);
  g_assert_false (gtk_widget_get_visible (find (fixture->view, GTK_TYPE_MENU_BUTTON)));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (fixture->view, GTK_TYPE_STACK)));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "empty");
}

static void
test_dateless (Fixture *fixture, gconstpointer data)
{
  wait_for_rows (fixture);
  g_assert_cmpstr (get_page (fixture), ==, "events");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_false (gtk_widget_get_visible (find (fixture->view, DL_TYPE_TIMELINE_AXIS)));
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  /* a thread finds them, and they come in slices */
  while (count_rows (fixture) < 5000)
    g_main_context_iteration (NULL, TRUE);
  dl_session_select_event (fixture->session, 4321);
  g_assert_cmpuint (get_selected_row (fixture), ==, 4321);
}

/* What is still being found of one article when another takes its place is not heard of. */
static void
test_superseded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DlAnnotations) mixed = timeline_fixture_new (TIMELINE_MIXED);
  GtkWidget *axis = find (fixture->view, DL_TYPE_TIMELINE_AXIS);

  g_assert_cmpuint (count_rows (fixture), ==, 0);
  dl_session_set_article (fixture->session, dl_annotations_get_article (mixed));
  dl_session_set_annotations (fixture->session, mixed);
  g_assert_cmpuint (count_rows (fixture), ==, N_MIXED);
  g_assert_false (dl_timeline_axis_get_is_empty (DL_TIMELINE_AXIS (axis)));

  wait_for_rows (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_rows (fixture), ==, N_MIXED);
}

static void
add (const char *path, TimelineFixture timeline, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (timeline), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  add ("/ui/timeline-view/one-selection", TIMELINE_MIXED, test_one_selection);
  add ("/ui/timeline-view/keys-on-axis", TIMELINE_MIXED, test_keys_on_axis);
  add ("/ui/timeline-view/filters", TIMELINE_MIXED, test_filters);
  add ("/ui/timeline-view/jumps", TIMELINE_MIXED, test_jumps);
  add ("/ui/timeline-view/accessible", TIMELINE_MIXED, test_accessible);
  add ("/ui/timeline-view/brush-by-keys", TIMELINE_SAME_DAY, test_brush_by_keys);
  add ("/ui/timeline-view/cluster", TIMELINE_SAME_DAY, test_cluster);
  add ("/ui/timeline-view/fit-selected", TIMELINE_MANY, test_fit_selected);
  add ("/ui/timeline-view/clock", TIMELINE_TIMES, test_clock);
  add ("/ui/timeline-view/document", TIMELINE_TIMES, test_document);
  add ("/ui/timeline-view/no-clock", TIMELINE_MIXED, test_no_clock);
  add ("/ui/timeline-view/empty", TIMELINE_EMPTY, test_empty);
  add ("/ui/timeline-view/dateless", TIMELINE_DATELESS, test_dateless);
  add ("/ui/timeline-view/many", TIMELINE_MANY, test_many);
  add ("/ui/timeline-view/superseded", TIMELINE_MANY, test_superseded);

  return g_test_run ();
}

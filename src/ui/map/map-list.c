/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-list.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "map-mentions.h"
#include "map-swatch.h"
#include "map-words.h"

/**
 * DlMapList:
 *
 * The map's twin: the countries of the article as a list, each with its part and how often it
 * is named, in the order in which Tab goes through the map.  A row is activated to open the card
 * of its country.
 */

/* Free below the last row, for the button that floats there. */
#define BUTTON_ROOM_PX 40

struct _DlMapList
{
  GtkWidget parent_instance;

  DlSession *session;
  DlMapShading shading;
  gboolean following; /* the selection that is shown came from elsewhere */
  GSignalGroup *signals;

  GtkWidget *scroller;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (DlMapList, dl_map_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, const char *css_class, gboolean wide)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "hexpand", wide, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (DlMapList *self, DlCountry *country)
{
  const char *code = dl_country_get_code (country);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *part = dl_map_dup_country_part (self->session, code);
  g_autofree char *all = dl_map_describe_country (self->session, code);
  guint n_mentions = dl_map_mentions_count (self->session, country);
  g_autofree char *count = n_mentions > 0 ? dl_digits_printf ("%u", n_mentions) : g_strdup ("");

  gtk_box_append (GTK_BOX (texts),
                  create_label (dl_session_get_country_name (self->session, code), "body", TRUE));
  gtk_box_append (GTK_BOX (texts), create_label (part, "caption", TRUE));
  gtk_box_append (GTK_BOX (box),
                  dl_map_swatch_new (
                    dl_map_shading_get_fill (self->shading, self->session, country)));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), create_label (count, "dim-label", FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data (G_OBJECT (row), "code", (gpointer) g_intern_string (code));

  return row;
}

static void
show_selected (DlMapList *self)
{
  const char *code = self->session != NULL ? dl_session_get_country (self->session) : NULL;
  GtkListBoxRow *row = NULL, *selected = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "code"), code) == 0)
      selected = row;

  self->following = TRUE;
  gtk_list_box_select_row (self->rows, selected);
  self->following = FALSE;
}

static void
update (DlMapList *self)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  guint n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;
  GtkListBoxRow *row;

  self->following = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->following = FALSE;

  for (guint i = 0; i < n_countries; i++)
    {
      DlCountry *country = dl_annotations_get_country (annotations, i);

      if (dl_session_is_country_shown (self->session, dl_country_get_code (country)))
        gtk_list_box_append (self->rows, create_row (self, country));
    }
  show_selected (self);
}

static void
selected_cb (DlMapList *self, GtkListBoxRow *row)
{
  if (row != NULL && !self->following)
    dl_session_select_country (self->session, g_object_get_data (G_OBJECT (row), "code"));
}

static void
activated_cb (DlMapList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "map.card", NULL);
}

static gboolean
dl_map_list_grab_focus (GtkWidget *widget)
{
  DlMapList *self = DL_MAP_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->rows));
}

static void
dl_map_list_dispose (GObject *object)
{
  DlMapList *self = DL_MAP_LIST (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_map_list_parent_class)->dispose (object);
}

static void
dl_map_list_class_init (DlMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_map_list_dispose;

  GTK_WIDGET_CLASS (klass)->grab_focus = dl_map_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "maplist");
}

static void
dl_map_list_init (DlMapList *self)
{
  GtkWidget *nothing = create_label (_ ("The article names no country."), "dim-label", TRUE);

  gtk_label_set_xalign (GTK_LABEL (nothing), 0.5);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_placeholder (self->rows, nothing);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->rows), BUTTON_ROOM_PX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Countries in the article"), -1);
  g_signal_connect_swapped (self->rows, "row-selected", G_CALLBACK (selected_cb), self);

  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "child", self->rows, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::annotations", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::time-filter", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::selection", G_CALLBACK (show_selected),
                                  self);
}

/**
 * dl_map_list_set_session:
 * @session: (nullable): whose countries are listed
 */
void
dl_map_list_set_session (DlMapList *self, DlSession *session)
{
  g_return_if_fail (DL_IS_MAP_LIST (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  update (self);
}

/**
 * dl_map_list_get_selected_rect:
 *
 * Returns: whether a row is selected; then @rect is where it is, in the list
 */
gboolean
dl_map_list_get_selected_rect (DlMapList *self, GdkRectangle *rect)
{
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  g_return_val_if_fail (DL_IS_MAP_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (self->rows);
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return FALSE;

  *rect = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

  return TRUE;
}

/**
 * dl_map_list_set_shading:
 *
 * Shows before each name how the map fills the country.
 */
void
dl_map_list_set_shading (DlMapList *self, DlMapShading shading)
{
  g_return_if_fail (DL_IS_MAP_LIST (self));

  if (self->shading == shading)
    return;

  self->shading = shading;
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-list.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "map-mentions.h"
#include "map-stops.h"
#include "map-swatch.h"
#include "map-words.h"
#include "words.h"

/**
 * DlMapList:
 *
 * The map's twin: the countries of the article as a list, each with its part and how often it
 * is named, in the order in which Tab goes through the map, and the places in it below it.  A
 * row is activated to open the card of what it is.
 */

/* Free below the last row, for the button that floats there. */
#define BUTTON_ROOM_PX 40
/* Of a pin, 16 px wide, below the swatches of countries. */
#define PLACE_INDENT_PX 8

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

/* Takes @icon.  @all: what a screen reader says */
static GtkWidget *
create_row (GtkWidget *icon, const char *name, const char *words, guint n_mentions, const char *all)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *count = n_mentions > 0 ? dl_digits_printf ("%u", n_mentions) : g_strdup ("");

  gtk_box_append (GTK_BOX (texts), create_label (name, "body", TRUE));
  gtk_box_append (GTK_BOX (texts), create_label (words, "caption", TRUE));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), create_label (count, "dim-label", FALSE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);

  return row;
}

static GtkWidget *
create_country_row (DlMapList *self, const char *code)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  DlCountry *country =
    dl_annotations_get_country (annotations, dl_annotations_find_country (annotations, code));
  g_autofree char *part = dl_map_dup_country_part (self->session, code);
  g_autofree char *all = dl_map_describe_country (self->session, code);
  guint fill = dl_map_shading_get_fill (self->shading, self->session, country);
  GtkWidget *row =
    create_row (dl_map_swatch_new (fill), dl_session_get_country_name (self->session, code), part,
                dl_map_mentions_count (self->session, country), all);

  g_object_set_data (G_OBJECT (row), "code", (gpointer) g_intern_string (code));

  return row;
}

/* A pin where a country has its fill, and as far from the edge as the names of countries. */
static GtkWidget *
create_place_row (DlMapList *self, guint entity)
{
  DlEntity *place = dl_annotations_get_entity (dl_session_get_annotations (self->session), entity);
  g_autofree char *words = dl_words_describe_entity (self->session, place);
  g_autofree char *all = dl_map_describe_place (self->session, entity);
  GtkWidget *pin =
    g_object_new (GTK_TYPE_IMAGE, "icon-name", "mark-location-symbolic", "accessible-role",
                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "margin-start", PLACE_INDENT_PX, NULL);
  GtkWidget *row =
    create_row (pin, dl_entity_get_name (place), words, dl_entity_get_n_mentions (place), all);

  g_object_set_data (G_OBJECT (row), "place", GUINT_TO_POINTER (entity + 1));

  return row;
}

/* Index of an entity, or DL_NONE: the row is that of a country. */
static guint
get_place (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "place")) - 1;
}

static const char *
get_code (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "code");
}

/* A place before its country. */
static void
show_selected (DlMapList *self)
{
  const char *code = self->session != NULL ? dl_session_get_country (self->session) : NULL;
  guint entity = self->session != NULL ? dl_session_get_entity (self->session) : DL_NONE;
  GtkListBoxRow *row, *selected = NULL;
  gboolean is_place = FALSE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL && !is_place; i++)
    {
      is_place = entity != DL_NONE && get_place (row) == entity;
      if (is_place || (get_code (row) != NULL && g_strcmp0 (get_code (row), code) == 0))
        selected = row;
    }

  self->following = TRUE;
  gtk_list_box_select_row (self->rows, selected);
  self->following = FALSE;
}

static void
update (DlMapList *self)
{
  g_autoptr (GArray) stops = dl_map_stops_new (self->session);
  GtkListBoxRow *row;

  self->following = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  self->following = FALSE;

  for (guint i = 0; i < stops->len; i++)
    {
      const DlMapStop *stop = &g_array_index (stops, DlMapStop, i);

      gtk_list_box_append (self->rows, stop->code != NULL ? create_country_row (self, stop->code)
                                                          : create_place_row (self, stop->place));
    }
  show_selected (self);
}

static void
selected_cb (DlMapList *self, GtkListBoxRow *row)
{
  if (row == NULL || self->following)
    return;
  if (get_code (row) != NULL)
    dl_session_select_country (self->session, get_code (row));
  else
    dl_session_select_entity (self->session, get_place (row));
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

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rows, 0);

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
  g_signal_group_connect_swapped (self->signals, "notify::hidden-kinds", G_CALLBACK (update), self);
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
 * dl_map_list_get_selected_place:
 *
 * Returns: index of the entity whose row is selected; %DL_NONE: it is a country's, or there is
 *   none
 */
guint
dl_map_list_get_selected_place (DlMapList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (DL_IS_MAP_LIST (self), DL_NONE);

  row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? get_place (row) : DL_NONE;
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

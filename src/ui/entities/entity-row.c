/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity-row.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "kind-swatch.h"

/**
 * DlEntityRow:
 *
 * One row of the entity list.  A heading has a switch for the marks of its kind; an
 * entity has the line of its kind.
 */

struct _DlEntityRow
{
  GtkWidget parent_instance;

  DlSession *session; /* while bound, or NULL */
  DlEntityItem *item; /* while bound, or NULL */
  gulong hidden_kinds_id;

  GtkCheckButton *check; /* made for the first heading that the row shows, or NULL */
  DlKindSwatch *swatch;
  GtkLabel *name_label;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (DlEntityRow, dl_entity_row, GTK_TYPE_WIDGET)

static guint
get_kind_bit (DlEntityRow *self)
{
  return 1u << dl_entity_item_get_kind (self->item);
}

static void
hidden_kinds_cb (DlEntityRow *self)
{
  gboolean shown = (dl_session_get_hidden_kinds (self->session) & get_kind_bit (self)) == 0;

  if (dl_entity_item_is_heading (self->item))
    gtk_check_button_set_active (self->check, shown);
  if (shown)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unmarked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unmarked");
}

static void
toggled_cb (DlEntityRow *self)
{
  guint hidden;

  if (self->item == NULL)
    return;

  hidden = dl_session_get_hidden_kinds (self->session);
  if (gtk_check_button_get_active (self->check))
    hidden &= ~get_kind_bit (self);
  else
    hidden |= get_kind_bit (self);
  dl_session_set_hidden_kinds (self->session, hidden);
}

static void
enter_cb (DlEntityRow *self)
{
  if (self->item != NULL)
    dl_session_set_pointed_entity (self->session, dl_entity_item_get_entity (self->item));
}

static void
leave_cb (DlEntityRow *self)
{
  if (self->session != NULL)
    dl_session_set_pointed_entity (self->session, DL_NONE);
}

static void
dl_entity_row_dispose (GObject *object)
{
  GtkWidget *child;

  dl_entity_row_unbind (DL_ENTITY_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dl_entity_row_parent_class)->dispose (object);
}

static void
dl_entity_row_class_init (DlEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_entity_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entityrow");
}

/* The whole of a name that has no room; another would only cover the row below. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return TRUE;
}

static void
add_children (DlEntityRow *self)
{
  self->swatch = DL_KIND_SWATCH (dl_kind_swatch_new ());
  self->name_label = GTK_LABEL (gtk_label_new (NULL));
  self->count_label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (self->name_label, 0);
  gtk_label_set_ellipsize (self->name_label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->name_label), TRUE);
  g_signal_connect (self->name_label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name_label), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->swatch), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");

  gtk_widget_set_parent (GTK_WIDGET (self->swatch), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->name_label), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->count_label), GTK_WIDGET (self));
}

static void
dl_entity_row_init (DlEntityRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              8);
  add_children (self);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
dl_entity_row_new (void)
{
  return g_object_new (DL_TYPE_ENTITY_ROW, NULL);
}

static void
add_check (DlEntityRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->check), GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
show_heading (DlEntityRow *self, gboolean heading)
{
  g_autofree char *label = NULL;

  if (heading && self->check == NULL)
    add_check (self);
  if (self->check != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->check), heading);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), !heading);
  if (!heading)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "heading");
      return;
    }

  /* Translators: %s is a heading such as “Countries”. */
  label = g_strdup_printf (_ ("Mark in the article: %s"), dl_entity_item_get_name (self->item));
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* The list's own row widget is what a screen reader comes to. */
static void
describe (DlEntityRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  /* Translators: a name, or a heading, and how often it is there: “Japan, 3” */
  g_autofree char *label =
    g_strdup_printf (C_ ("name, count", "%s, %u"), dl_entity_item_get_name (self->item),
                     dl_entity_item_get_count (self->item));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * dl_entity_row_bind:
 *
 * Shows @item until dl_entity_row_unbind().
 */
void
dl_entity_row_bind (DlEntityRow *self, DlSession *session, DlEntityItem *item)
{
  g_autofree char *count = dl_digits_printf ("%u", dl_entity_item_get_count (item));

  g_return_if_fail (DL_IS_ENTITY_ROW (self));

  dl_entity_row_unbind (self);
  gtk_label_set_label (self->name_label, dl_entity_item_get_name (item));
  gtk_label_set_label (self->count_label, count);
  dl_kind_swatch_set_kind (self->swatch, dl_entity_item_get_kind (item));

  self->session = g_object_ref (session);
  self->hidden_kinds_id =
    g_signal_connect_swapped (session, "notify::hidden-kinds", G_CALLBACK (hidden_kinds_cb), self);
  self->item = g_object_ref (item);
  show_heading (self, dl_entity_item_is_heading (item));
  describe (self);
  hidden_kinds_cb (self);
}

void
dl_entity_row_unbind (DlEntityRow *self)
{
  g_return_if_fail (DL_IS_ENTITY_ROW (self));

  g_clear_object (&self->item);
  if (self->session != NULL)
    g_clear_signal_handler (&self->hidden_kinds_id, self->session);
  g_clear_object (&self->session);
}

/**
 * dl_entity_row_get_item:
 *
 * Returns: (nullable): what the row shows
 */
DlEntityItem *
dl_entity_row_get_item (DlEntityRow *self)
{
  g_return_val_if_fail (DL_IS_ENTITY_ROW (self), NULL);

  return self->item;
}

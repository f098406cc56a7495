/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-legend.h"

#include "map-swatch.h"
#include "map-words.h"

/**
 * DlMapLegend:
 *
 * What the fills of the map mean, in words: one item for each way in which a country
 * of the session is filled, wrapped to the width there is.
 */

struct _DlMapLegend
{
  GtkWidget parent_instance;

  DlSession *session;
  DlMapShading shading;
  GtkWidget *items; /* GtkFlowBox */
};

G_DEFINE_FINAL_TYPE (DlMapLegend, dl_map_legend, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_item (DlSession *session, guint fill)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = dl_map_dup_fill_words (session, fill);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), dl_map_swatch_new (fill));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
append_item (DlMapLegend *self, guint fill)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child",
                                   create_item (self->session, fill), "focusable", FALSE, NULL);

  gtk_flow_box_append (GTK_FLOW_BOX (self->items), child);
}

static void
update (DlMapLegend *self)
{
  guint fills = self->session != NULL ? dl_map_find_fills (self->session, self->shading) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->items), child);

  for (guint fill = 0; fill < DL_N_MAP_FILLS; fill++)
    if ((fills & 1u << fill) != 0)
      append_item (self, fill);
  gtk_widget_set_visible (self->items, fills != 0);
}

static void
dl_map_legend_dispose (GObject *object)
{
  DlMapLegend *self = DL_MAP_LEGEND (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->items, gtk_widget_unparent);

  G_OBJECT_CLASS (dl_map_legend_parent_class)->dispose (object);
}

static void
dl_map_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, DL_MAP_LEGEND (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SESSION:
      dl_map_legend_set_session (DL_MAP_LEGEND (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dl_map_legend_class_init (DlMapLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_map_legend_dispose;
  object_class->get_property = dl_map_legend_get_property;
  object_class->set_property = dl_map_legend_set_property;

  /**
   * DlMapLegend:session:
   *
   * Whose countries are explained.
   */
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "maplegend");
}

static void
dl_map_legend_init (DlMapLegend *self)
{
  self->items =
    g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE, "column-spacing", 12,
                  "row-spacing", 4, "max-children-per-line", DL_N_PARTS, "visible", FALSE, NULL);
  gtk_widget_set_parent (self->items, GTK_WIDGET (self));
}

DlSession *
dl_map_legend_get_session (DlMapLegend *self)
{
  g_return_val_if_fail (DL_IS_MAP_LEGEND (self), NULL);

  return self->session;
}

void
dl_map_legend_set_session (DlMapLegend *self, DlSession *session)
{
  g_return_if_fail (DL_IS_MAP_LEGEND (self));
  g_return_if_fail (session == NULL || DL_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::annotations", G_CALLBACK (update), self);
      g_signal_connect_swapped (session, "notify::time-filter", G_CALLBACK (update), self);
    }
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dl_map_legend_set_shading:
 *
 * Explains what the fills tell now.
 */
void
dl_map_legend_set_shading (DlMapLegend *self, DlMapShading shading)
{
  g_return_if_fail (DL_IS_MAP_LEGEND (self));

  if (self->shading == shading)
    return;

  self->shading = shading;
  update (self);
}

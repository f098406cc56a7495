/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "narrow-panels.h"

/**
 * DlNarrowPanels:
 *
 * Slots for the four panels, one in sight at a time, and the switcher below them.  Made
 * when a window is first narrow: the start of a wide one has no time for it.
 */

struct _DlNarrowPanels
{
  GtkBox parent_instance;

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (DlNarrowPanels, dl_narrow_panels, GTK_TYPE_BOX)

static void
dl_narrow_panels_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_NARROW_PANELS);

  G_OBJECT_CLASS (dl_narrow_panels_parent_class)->dispose (object);
}

static void
dl_narrow_panels_class_init (DlNarrowPanelsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_narrow_panels_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/narrow-panels.ui");
  gtk_widget_class_bind_template_child (widget_class, DlNarrowPanels, stack);
}

static void
dl_narrow_panels_init (DlNarrowPanels *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dl_narrow_panels_new (void)
{
  return g_object_new (DL_TYPE_NARROW_PANELS, NULL);
}

/**
 * dl_narrow_panels_get_slot:
 * @name: “article”, “map”, “timeline” or “entities”
 *
 * Returns: (transfer none): where the panel goes
 */
AdwBin *
dl_narrow_panels_get_slot (DlNarrowPanels *self, const char *name)
{
  g_return_val_if_fail (DL_IS_NARROW_PANELS (self), NULL);

  return ADW_BIN (adw_view_stack_get_child_by_name (self->stack, name));
}

void
dl_narrow_panels_show_slot (DlNarrowPanels *self, const char *name)
{
  g_return_if_fail (DL_IS_NARROW_PANELS (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
}

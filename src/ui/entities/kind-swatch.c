/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "kind-swatch.h"

#include <adwaita.h>

#include "mark-style.h"

/**
 * DlKindSwatch:
 *
 * The line of one kind, as the article has it, for lists and cards.  The words beside it
 * say the same, so that it is hidden from the accessibility tree.
 */

#define SWATCH_WIDTH 16

struct _DlKindSwatch
{
  GtkWidget parent_instance;

  DlKind kind;
};

G_DEFINE_FINAL_TYPE (DlKindSwatch, dl_kind_swatch, GTK_TYPE_WIDGET)

static void
dl_kind_swatch_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SWATCH_WIDTH : DL_MARK_HEIGHT;
}

static void
dl_kind_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  float y = (gtk_widget_get_height (widget) - DL_MARK_HEIGHT) / 2;

  dl_mark_style_draw (DL_KIND_SWATCH (widget)->kind, snapshot, &GRAPHENE_POINT_INIT (0, y),
                      SWATCH_WIDTH, adw_style_manager_get_dark (style),
                      adw_style_manager_get_high_contrast (style));
}

static void
dl_kind_swatch_class_init (DlKindSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = dl_kind_swatch_measure;
  widget_class->snapshot = dl_kind_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_kind_swatch_init (DlKindSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dl_kind_swatch_new (void)
{
  return g_object_new (DL_TYPE_KIND_SWATCH, NULL);
}

void
dl_kind_swatch_set_kind (DlKindSwatch *self, DlKind kind)
{
  g_return_if_fail (DL_IS_KIND_SWATCH (self));
  g_return_if_fail (kind < DL_N_KINDS);

  if (self->kind == kind)
    return;

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

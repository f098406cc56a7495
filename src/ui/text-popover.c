/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-popover.h"

/**
 * DlTextPopover:
 *
 * How the article looks: size, typeface, lines, style and marks.  All of it is actions of
 * the window and the application; there is nothing to do here.
 */

struct _DlTextPopover
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (DlTextPopover, dl_text_popover, GTK_TYPE_POPOVER)

static void
dl_text_popover_class_init (DlTextPopoverClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               DL_RESOURCES "/text-popover.ui");
}

static void
dl_text_popover_init (DlTextPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dl_text_popover_new (void)
{
  return g_object_new (DL_TYPE_TEXT_POPOVER, NULL);
}

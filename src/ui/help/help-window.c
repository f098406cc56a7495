/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "help-window.h"

#include "help-page.h"

/**
 * DlHelpWindow:
 *
 * The manual, a page at a time, and a way back.
 */

struct _DlHelpWindow
{
  AdwWindow parent_instance;

  char *folder;     /* of the pages in the reader's language */
  GPtrArray *trail; /* of char *: the pages that led here, this one last */

  AdwWindowTitle *title;
  AdwClamp *clamp;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (DlHelpWindow, dl_help_window, ADW_TYPE_WINDOW)

static void
show_last (DlHelpWindow *self)
{
  const char *name = dl_help_window_get_page (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page = dl_help_page_load (self->folder, name, &title, &error);

  if (page == NULL)
    g_critical ("Page “%s” of the manual: %s", name, error->message);
  else
    adw_clamp_set_child (self->clamp, page);
  adw_window_title_set_subtitle (self->title, self->trail->len > 1 && title != NULL ? title : "");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->trail->len > 1);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlHelpWindow *self = DL_HELP_WINDOW (widget);

  g_ptr_array_add (self->trail, g_variant_dup_string (parameter, NULL));
  show_last (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlHelpWindow *self = DL_HELP_WINDOW (widget);

  if (self->trail->len < 2)
    return;

  g_ptr_array_remove_index (self->trail, self->trail->len - 1);
  show_last (self);
}

static void
dl_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (dl_help_window_parent_class)->dispose (object);
}

static void
dl_help_window_finalize (GObject *object)
{
  DlHelpWindow *self = DL_HELP_WINDOW (object);

  g_free (self->folder);
  g_ptr_array_unref (self->trail);

  G_OBJECT_CLASS (dl_help_window_parent_class)->finalize (object);
}

static void
dl_help_window_class_init (DlHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_help_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = dl_help_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DlHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DlHelpWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, DlHelpWindow, scrolled);

  gtk_widget_class_install_action (widget_class, "help.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dl_help_window_init (DlHelpWindow *self)
{
  self->folder = dl_help_page_find_folder (g_get_language_names ());
  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  g_ptr_array_add (self->trail, g_strdup ("index"));
  show_last (self);
}

GtkWidget *
dl_help_window_new (void)
{
  return g_object_new (DL_TYPE_HELP_WINDOW, NULL);
}

/**
 * dl_help_window_get_page:
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *
dl_help_window_get_page (DlHelpWindow *self)
{
  g_return_val_if_fail (DL_IS_HELP_WINDOW (self), NULL);

  return g_ptr_array_index (self->trail, self->trail->len - 1);
}

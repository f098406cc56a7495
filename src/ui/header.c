/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "header.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "headline.h"
#include "recent-files.h"
#include "text-popover.h"

/**
 * DlHeader:
 *
 * What stands at the head of a window: the header bar with its menus, and the article's
 * headline below it where the bar has no room for one.  What its buttons do are actions of the
 * window.
 */

struct _DlHeader
{
  GtkBox parent_instance;

  gboolean narrow;
  gboolean has_article;

  AdwWindowTitle *title;
  GtkWidget *narrow_headline; /* the title where the header bar has no room for it */
  DlChooser *chooser;
  GtkWidget *articles_button;
  DlOutline *outline;
  GtkMenuButton *menu_button;
  GtkMenuButton *text_button;
  GMenuModel *main_menu;
  GMenu *recent_menu;
  GtkWidget *sidebar_button;
  GtkWidget *details_button;
  GtkWidget *search_button;
  GtkButton *open_button;
};

G_DEFINE_FINAL_TYPE (DlHeader, dl_header, GTK_TYPE_BOX)

/* One panel at a time, the switcher does what some buttons would; without an article, there is
 * nothing that they could show. */
static void
show_buttons (DlHeader *self)
{
  const gboolean wide = !self->narrow && self->has_article;

  gtk_widget_set_visible (self->sidebar_button, wide);
  gtk_widget_set_visible (self->details_button, wide);
  gtk_widget_set_visible (self->search_button, wide);
  gtk_widget_set_visible (GTK_WIDGET (self->text_button), self->has_article);
}

/* What hangs over an open menu covers it. */
static void
hide_tooltip_of_open (GtkMenuButton *button)
{
  g_object_bind_property (gtk_menu_button_get_popover (button), "visible", button, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/* The first frame needs no menus. */
static void
create_main_menu_cb (GtkMenuButton *button, gpointer header)
{
  DlHeader *self = header;

  dl_recent_files_fill (self->recent_menu, "win.open-recent");
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  gtk_menu_button_set_menu_model (button, self->main_menu);
  hide_tooltip_of_open (button);
}

static void
create_text_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  gtk_menu_button_set_popover (button, dl_text_popover_new ());
  hide_tooltip_of_open (button);
}

static void
articles_cb (DlHeader *self, guint position, guint removed, guint added, GListModel *articles)
{
  gtk_widget_set_visible (self->articles_button, g_list_model_get_n_items (articles) > 1);
}

static char *
dup_title (gpointer article, guint *depth, gpointer user_data)
{
  return dl_headline_dup_title (article);
}

static void
dl_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_HEADER);

  G_OBJECT_CLASS (dl_header_parent_class)->dispose (object);
}

static void
dl_header_class_init (DlHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_header_dispose;
  g_type_ensure (DL_TYPE_CHOOSER);
  g_type_ensure (DL_TYPE_OUTLINE);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/header.ui");
  gtk_widget_class_bind_template_child (widget_class, DlHeader, title);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, narrow_headline);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, chooser);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, articles_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, outline);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, text_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, details_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, DlHeader, open_button);
}

static void
dl_header_init (DlHeader *self)
{
  self->has_article = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->text_button, create_text_popover_cb, NULL, NULL);
}

/**
 * dl_header_set_title:
 * @title: of the article, or of the program
 * @subtitle: (nullable): where the article comes from and from when
 */
void
dl_header_set_title (DlHeader *self, const char *title, const char *subtitle)
{
  g_return_if_fail (DL_IS_HEADER (self));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

/**
 * dl_header_set_has_article:
 * @has_article: whether there is something to read, rather than a page that says why not; %TRUE
 *   at first
 */
void
dl_header_set_has_article (DlHeader *self, gboolean has_article)
{
  g_return_if_fail (DL_IS_HEADER (self));

  self->has_article = has_article;
  show_buttons (self);
}

/**
 * dl_header_set_narrow:
 * @narrow: whether one panel is shown at a time: the word for “open” is too long in some
 *   languages to stand beside what is left then
 */
void
dl_header_set_narrow (DlHeader *self, gboolean narrow)
{
  g_return_if_fail (DL_IS_HEADER (self));

  self->narrow = narrow;
  show_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_visible (self->narrow_headline, narrow);
  if (narrow)
    gtk_button_set_icon_name (self->open_button, "document-open-symbolic");
  else
    gtk_button_set_label (self->open_button, _ ("_Open"));
}

/**
 * dl_header_set_articles:
 * @articles: of DlArticle; offered for choice where there are several
 */
void
dl_header_set_articles (DlHeader *self, GListModel *articles)
{
  g_return_if_fail (DL_IS_HEADER (self));

  g_signal_connect_object (articles, "items-changed", G_CALLBACK (articles_cb), self,
                           G_CONNECT_SWAPPED);
  dl_chooser_set_items (self->chooser, articles, dup_title, NULL);
}

/**
 * dl_header_get_chooser:
 *
 * Returns: (transfer none): tells which article is chosen
 */
DlChooser *
dl_header_get_chooser (DlHeader *self)
{
  g_return_val_if_fail (DL_IS_HEADER (self), NULL);

  return self->chooser;
}

/**
 * dl_header_get_outline:
 *
 * Returns: (transfer none): the button with the article's headings
 */
DlOutline *
dl_header_get_outline (DlHeader *self)
{
  g_return_val_if_fail (DL_IS_HEADER (self), NULL);

  return self->outline;
}

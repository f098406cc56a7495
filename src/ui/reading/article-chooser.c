/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-chooser.h"

#include "headline.h"

/**
 * DlArticleChooser:
 *
 * The articles of a file that holds several, to choose one of.
 */

/* px: titles wrap in it; a longer list scrolls. */
#define WIDTH 340
#define MAX_HEIGHT 420

struct _DlArticleChooser
{
  GtkPopover parent_instance;

  GtkListView *list; /* child */
};

G_DEFINE_FINAL_TYPE (DlArticleChooser, dl_article_chooser, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate_cb (DlArticleChooser *self, guint position)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, position);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "article-choice");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_autofree char *title = dl_headline_dup_title (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), title);
}

static void
dl_article_chooser_class_init (DlArticleChooserClass *klass)
{
  /**
   * DlArticleChooser::chosen:
   * @position: of the article among those there are
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", DL_TYPE_ARTICLE_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dl_article_chooser_init (DlArticleChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

/**
 * dl_article_chooser_set_articles:
 * @articles: of DlArticle
 */
void
dl_article_chooser_set_articles (DlArticleChooser *self, GListModel *articles)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (DL_IS_ARTICLE_CHOOSER (self));

  model = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (articles)));
  gtk_list_view_set_model (self->list, model);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chooser.h"

/**
 * DlChooser:
 *
 * A popover with a list of names, to choose one of: the articles of a file, the headings of an
 * article.  It opens at the one where the reader is.
 */

/* px: names wrap in it, and a longer list scrolls. */
#define WIDTH 320
#define MAX_HEIGHT 420
#define INDENT 18
#define MAX_DEPTH 5 /* from here on no further to the side */

struct _DlChooser
{
  GtkPopover parent_instance;

  GtkScrolledWindow *scroller;
  GtkListView *list;
  DlChooserFunc func; /* or NULL: no items yet */
  gpointer func_data;
  guint focus_id; /* source that focuses the current row, or 0 */
};

G_DEFINE_FINAL_TYPE (DlChooser, dl_chooser, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkSingleSelection *
get_selection (DlChooser *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
}

static void
activate_cb (DlChooser *self, guint position)
{
  g_clear_handle_id (&self->focus_id, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, position);
}

static void
setup_cb (DlChooser *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "choice");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (DlChooser *self, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  guint depth = 0;
  g_autofree char *words = self->func (gtk_list_item_get_item (item), &depth, self->func_data);

  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_margin_start (label, INDENT * MIN (depth, MAX_DEPTH));
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) depth + 1, -1);
}

static gboolean
focus_cb (gpointer user_data)
{
  DlChooser *self = user_data;

  self->focus_id = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

/* A list asks for the height of rows that do not wrap. */
static void
make_room (DlChooser *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->list), GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL,
                      NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, MAX_HEIGHT));
}

static void
dl_chooser_map (GtkWidget *widget)
{
  DlChooser *self = DL_CHOOSER (widget);

  GTK_WIDGET_CLASS (dl_chooser_parent_class)->map (widget);

  if (self->func == NULL)
    return;
  make_room (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              dl_chooser_get_current (self));
  if (self->focus_id == 0)
    self->focus_id = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

static void
dl_chooser_dispose (GObject *object)
{
  g_clear_handle_id (&DL_CHOOSER (object)->focus_id, g_source_remove);

  G_OBJECT_CLASS (dl_chooser_parent_class)->dispose (object);
}

static void
dl_chooser_class_init (DlChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->map = dl_chooser_map;

  /**
   * DlChooser::chosen:
   * @position: of an item among those there are
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", DL_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
dl_chooser_init (DlChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), WIDTH, -1);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->scroller));
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

GtkWidget *
dl_chooser_new (void)
{
  return g_object_new (DL_TYPE_CHOOSER, NULL);
}

/**
 * dl_chooser_set_items:
 * @items: what there is to choose from
 * @func: tells the words of one of them
 * @user_data: for @func; must outlive the popover
 */
void
dl_chooser_set_items (DlChooser *self, GListModel *items, DlChooserFunc func, gpointer user_data)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (DL_IS_CHOOSER (self));

  self->func = func;
  self->func_data = user_data;
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (items)));
  gtk_list_view_set_model (self->list, model);
}

/**
 * dl_chooser_set_current:
 * @position: of the item where the reader is
 */
void
dl_chooser_set_current (DlChooser *self, guint position)
{
  g_return_if_fail (DL_IS_CHOOSER (self));

  gtk_single_selection_set_selected (get_selection (self), position);
}

/**
 * dl_chooser_get_current:
 *
 * Returns: the position of the item that is marked, or %GTK_INVALID_LIST_POSITION
 */
guint
dl_chooser_get_current (DlChooser *self)
{
  g_return_val_if_fail (DL_IS_CHOOSER (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (get_selection (self));
}

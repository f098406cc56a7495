/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "outline.h"

#include <glib/gi18n.h>

#include "chooser.h"

/**
 * DlOutline:
 *
 * A button with the headings of the article, each a way there.  An article with fewer than two
 * has no outline, and the button is not to be seen.
 */

/* Fewer headings than this are no outline. */
#define MIN_HEADINGS 2

struct _DlOutline
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  DlChooser *chooser;   /* child of the button; NULL before it is first opened */
  DlArticleView *view;  /* owned; NULL before it is set */
  GListModel *headings; /* of DlBlock, by dl_outline_list_headings(); or NULL: no article */
  guint top;            /* level of the highest of them */
};

G_DEFINE_FINAL_TYPE (DlOutline, dl_outline, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OFFERED,
  N_PROPS
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * dl_outline_list_headings:
 *
 * Returns: (transfer full): a list of #DlBlock: the title, if it stands in the text, and the
 *   headings in their order; empty if there are fewer than two headings
 */
GListModel *
dl_outline_list_headings (DlArticle *article)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new (); /* of DlBlock, borrowed */
  GListStore *headings = g_list_store_new (DL_TYPE_BLOCK);
  guint n = 0;

  g_return_val_if_fail (DL_IS_ARTICLE (article), NULL);

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlBlock *block = dl_article_get_block (article, i);
      const DlBlockKind kind = dl_block_get_kind (block);

      n += kind == DL_BLOCK_HEADING;
      if (kind == DL_BLOCK_HEADING || kind == DL_BLOCK_TITLE)
        g_ptr_array_add (found, block);
    }
  if (n >= MIN_HEADINGS)
    g_list_store_splice (headings, 0, 0, found->pdata, found->len);

  return G_LIST_MODEL (headings);
}

/**
 * dl_outline_find_heading:
 * @headings: of dl_outline_list_headings()
 * @byte: of the article
 *
 * Returns: the position of the heading under which the byte stands; the first for what stands
 *   before it
 */
guint
dl_outline_find_heading (GListModel *headings, gsize byte)
{
  guint least = 0, most = g_list_model_get_n_items (headings);

  while (most - least > 1)
    {
      const guint middle = least + (most - least) / 2;
      g_autoptr (DlBlock) block = g_list_model_get_item (headings, middle);

      if (dl_block_get_span (block).start <= byte)
        least = middle;
      else
        most = middle;
    }

  return least;
}

static guint
find_top (GListModel *headings)
{
  guint top = DL_BLOCK_MAX_LEVEL;

  for (guint i = 0; i < g_list_model_get_n_items (headings); i++)
    {
      g_autoptr (DlBlock) block = g_list_model_get_item (headings, i);

      if (dl_block_get_level (block) > 0)
        top = MIN (top, dl_block_get_level (block));
    }

  return top;
}

static DlArticle *
get_article (DlOutline *self)
{
  return dl_session_get_article (dl_article_view_get_session (self->view));
}

static char *
dup_words (gpointer item, guint *depth, gpointer user_data)
{
  DlOutline *self = user_data;
  const guint level = dl_block_get_level (item);

  *depth = level > self->top ? level - self->top : 0;

  return dl_article_dup_excerpt (get_article (self), dl_block_get_span (item));
}

static void
chosen_cb (DlOutline *self, guint position)
{
  g_autoptr (DlBlock) block = g_list_model_get_item (self->headings, position);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint64) dl_block_get_span (block).start);
}

/* The first frame needs no list. */
static void
create_chooser_cb (GtkMenuButton *button, gpointer user_data)
{
  DlOutline *self = user_data;

  if (self->headings == NULL)
    return;
  if (self->chooser == NULL)
    {
      self->chooser = DL_CHOOSER (dl_chooser_new ());
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Outline"), -1);
      g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_menu_button_set_popover (button, GTK_WIDGET (self->chooser));
      dl_chooser_set_items (self->chooser, self->headings, dup_words, self);
    }
  dl_chooser_set_current (self->chooser,
                          dl_outline_find_heading (self->headings,
                                                   dl_article_view_get_place (self->view)));
}

static gboolean
is_offered (DlOutline *self)
{
  return self->headings != NULL && g_list_model_get_n_items (self->headings) > 0;
}

static void
article_cb (DlOutline *self)
{
  DlArticle *article = get_article (self);

  gtk_menu_button_popdown (self->button);
  gtk_menu_button_set_popover (self->button, NULL);
  self->chooser = NULL;
  g_clear_object (&self->headings);
  if (article != NULL)
    {
      self->headings = dl_outline_list_headings (article);
      self->top = find_top (self->headings);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_offered (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFERED]);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_OFFERED)
    g_value_set_boolean (value, is_offered (DL_OUTLINE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_outline_dispose (GObject *object)
{
  DlOutline *self = DL_OUTLINE (object);

  self->chooser = NULL;
  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_object (&self->view);
  g_clear_object (&self->headings);

  G_OBJECT_CLASS (dl_outline_parent_class)->dispose (object);
}

static void
dl_outline_class_init (DlOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_outline_dispose;
  object_class->get_property = get_property;

  properties[PROP_OFFERED] =
    g_param_spec_boolean ("offered", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlOutline::chosen:
   * @byte: of the article, where the heading begins
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", DL_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dl_outline_init (DlOutline *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "view-list-bullet-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_chooser_cb, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Outline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Outline"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dl_outline_set_view:
 * @view: what shows the article; its session stays the same from now on
 *
 * To be called once.
 */
void
dl_outline_set_view (DlOutline *self, DlArticleView *view)
{
  g_return_if_fail (DL_IS_OUTLINE (self));

  self->view = g_object_ref (view);
  g_signal_connect_object (dl_article_view_get_session (view), "notify::article",
                           G_CALLBACK (article_cb), self, G_CONNECT_SWAPPED);
}

/* Opens the list, if there is one. */
void
dl_outline_popup (DlOutline *self)
{
  g_return_if_fail (DL_IS_OUTLINE (self));

  if (is_offered (self))
    gtk_menu_button_popup (self->button);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "find-bar.h"

#include <glib/gi18n.h>

#include "text-search.h"

/**
 * DlFindBar:
 *
 * Words to look for in the article, how often they are there, and the way from one place to
 * the next.  The search runs in a thread; a newer one ends it.
 */

struct _DlFindBar
{
  GtkWidget parent_instance;

  DlArticleText *text; /* weak: it outlives the bar in the same panel */
  DlSession *session;  /* or NULL */
  GSignalGroup *signals;
  GCancellable *search; /* the one under way, or NULL */

  GArray *hits; /* of DlSpan, or NULL: nothing was looked for */
  guint hit;    /* the one that is shown, or DL_NONE */

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (DlFindBar, dl_find_bar, GTK_TYPE_WIDGET)

static char *
dup_count (DlFindBar *self)
{
  if (self->hits == NULL)
    return g_strdup ("");
  if (self->hits->len == 0)
    return g_strdup (C_ ("search", "Not found"));
  if (self->hits->len == DL_TEXT_SEARCH_MAX_HITS)
    /* Translators: more places than are counted; %'u is the largest number */
    return g_strdup_printf (C_ ("search", "More than %'u"), self->hits->len);
  if (self->hit == DL_NONE)
    return g_strdup_printf (g_dngettext (NULL, "%'u place", "%'u places", self->hits->len),
                            self->hits->len);

  /* Translators: the place that is shown, and how many there are: “3 of 17” */
  return g_strdup_printf (C_ ("search", "%'u of %'u"), self->hit + 1, self->hits->len);
}

static void
update (DlFindBar *self)
{
  const gboolean found = self->hits != NULL && self->hits->len > 0;
  g_autofree char *count = dup_count (self);

  gtk_label_set_label (self->count, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", found);
  if (self->hits != NULL && !found)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  count, -1);
}

/* Takes @hits. */
static void
set_hits (DlFindBar *self, GArray *hits)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->hit = DL_NONE;
  if (self->text != NULL)
    dl_article_text_set_hits (self->text, hits);
}

/* The first one from what is in sight on; after the last comes the first. */
static guint
find_first_hit (DlFindBar *self)
{
  gsize byte = dl_article_text_get_first_in_sight (self->text);

  for (guint i = 0; i < self->hits->len; i++)
    {
      if (g_array_index (self->hits, DlSpan, i).start >= byte)
        return i;
    }

  return 0;
}

static void
show_hit (DlFindBar *self, guint hit)
{
  self->hit = hit;
  dl_article_text_show_hit (self->text, hit);
  update (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlFindBar) self = user_data;
  GArray *hits = dl_text_search_find_finish (result, NULL);

  if (hits == NULL)
    return;
  g_clear_object (&self->search);
  set_hits (self, hits);
  if (hits->len > 0 && self->text != NULL)
    show_hit (self, find_first_hit (self));
  else
    update (self);
}

static void
cancel (DlFindBar *self)
{
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
search_cb (DlFindBar *self)
{
  DlArticle *article = self->session != NULL ? dl_session_get_article (self->session) : NULL;
  const char *words = gtk_editable_get_text (self->entry);

  cancel (self);
  if (article == NULL || *words == '\0' || !gtk_search_bar_get_search_mode (self->bar))
    {
      set_hits (self, NULL);
      update (self);
      return;
    }
  self->search = g_cancellable_new ();
  dl_text_search_find_async (article, words, self->search, found_cb, g_object_ref (self));
}

/* Closed, it marks nothing, and the reader is where the last hit was. */
static void
mode_cb (DlFindBar *self)
{
  search_cb (self);
  if (!gtk_search_bar_get_search_mode (self->bar) && self->text != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_find_bar_step (DL_FIND_BAR (widget), g_str_equal (name, "find.next") ? 1 : -1);
}

static void
next_cb (DlFindBar *self)
{
  dl_find_bar_step (self, 1);
}

static void
previous_cb (DlFindBar *self)
{
  dl_find_bar_step (self, -1);
}

static void
dl_find_bar_dispose (GObject *object)
{
  DlFindBar *self = DL_FIND_BAR (object);

  cancel (self);
  dl_find_bar_set_session (self, NULL);
  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->text);
  g_clear_pointer (&self->hits, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_FIND_BAR);

  G_OBJECT_CLASS (dl_find_bar_parent_class)->dispose (object);
}

static void
dl_find_bar_class_init (DlFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType shift = GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = dl_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DlFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DlFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);

  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, next_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, shift, "find.previous", NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
}

static void
dl_find_bar_init (DlFindBar *self)
{
  self->hit = DL_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::article", G_CALLBACK (search_cb), self);
  update (self);
}

/**
 * dl_find_bar_new:
 * @text: where the places are shown
 *
 * Returns: a closed bar
 */
GtkWidget *
dl_find_bar_new (DlArticleText *text)
{
  DlFindBar *self;

  g_return_val_if_fail (DL_IS_ARTICLE_TEXT (text), NULL);

  self = g_object_new (DL_TYPE_FIND_BAR, NULL);
  g_set_weak_pointer (&self->text, text);

  return GTK_WIDGET (self);
}

/**
 * dl_find_bar_set_session:
 * @session: (nullable): whose article is searched
 */
void
dl_find_bar_set_session (DlFindBar *self, DlSession *session)
{
  g_return_if_fail (DL_IS_FIND_BAR (self));

  if (g_set_object (&self->session, session) && self->signals != NULL)
    g_signal_group_set_target (self->signals, session);
}

/**
 * dl_find_bar_open:
 * @words: (nullable): what to look for; %NULL: what was looked for before
 */
void
dl_find_bar_open (DlFindBar *self, const char *words)
{
  g_return_if_fail (DL_IS_FIND_BAR (self));

  if (words != NULL)
    gtk_editable_set_text (self->entry, words);
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

void
dl_find_bar_close (DlFindBar *self)
{
  g_return_if_fail (DL_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * dl_find_bar_step:
 * @step: 1 for the next place, -1 for the one before; after the last comes the first
 *
 * Opens the bar if it is closed.
 */
void
dl_find_bar_step (DlFindBar *self, int step)
{
  guint n;

  g_return_if_fail (DL_IS_FIND_BAR (self));
  g_return_if_fail (step == 1 || step == -1);

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      dl_find_bar_open (self, NULL);
      return;
    }
  n = self->hits != NULL ? self->hits->len : 0;
  if (n == 0 || self->text == NULL)
    return;
  show_hit (self, self->hit == DL_NONE ? find_first_hit (self) : (self->hit + n + step) % n);
}

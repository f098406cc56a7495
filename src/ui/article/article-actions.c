/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-actions.h"

#include <glib/gi18n.h>

#include "article-view-private.h"
#include "window.h"

/* What a reader can have done in the article panel, and the keys for it. */

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  gboolean of_entity;
  int step;

  if (self->session == NULL)
    return;

  g_variant_get (parameter, "(bi)", &of_entity, &step);
  dl_session_select_mention (self->session,
                             dl_article_text_find_step (self->text, of_entity, step));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && DL_IS_WINDOW (root))
    dl_window_add_toast (DL_WINDOW (root),
                         adw_toast_new (_ ("No program here opens this address")));
}

/* Outside: by the program that the reader has chosen for it; in a sandbox the portal asks. */
static void
open_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GAppLaunchContext) context =
    G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (widget)));

  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), context, NULL,
                                           opened_cb, g_object_ref (widget));
}

static void
copy_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                          g_variant_get_string (parameter, NULL));
}

static void
step_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_article_text_step_address (DL_ARTICLE_VIEW (widget)->text, g_variant_get_int32 (parameter));
}

/* Where the caret stands a mark is nearer than what its words lead to: this passes it over. */
static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  g_autofree char *address = dl_article_text_dup_address_at_caret (self->text);

  if (address != NULL)
    gtk_widget_activate_action (widget, "article.open-address", "s", address);
}

static void
open_card_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  const gboolean by_caret = gtk_text_view_get_cursor_visible (GTK_TEXT_VIEW (self->text));
  g_autofree char *address = NULL;
  guint mention;

  if (self->session == NULL)
    return;

  mention = dl_session_get_mention (self->session);
  if (mention == DL_NONE || by_caret)
    mention = dl_article_text_find_mention_at_caret (self->text);
  address = dl_article_text_dup_selected_address (self->text);
  if (address == NULL && by_caret && mention == DL_NONE)
    address = dl_article_text_dup_address_at_caret (self->text);
  if (address != NULL)
    gtk_widget_activate_action (widget, "article.open-address", "s", address);
  else
    dl_card_opener_open (self->opener, mention);
}

/* The key 1 is the first kind that the article has, as the list of entities shows them. */
static void
toggle_kind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlSession *session = DL_ARTICLE_VIEW (widget)->session;
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  guint present = 0, left = g_variant_get_uint32 (parameter);

  for (guint i = 0; annotations != NULL && i < dl_annotations_get_n_entities (annotations); i++)
    present |= 1u << dl_entity_get_kind (dl_annotations_get_entity (annotations, i));

  for (guint kind = 0; kind < DL_N_KINDS; kind++)
    if ((present & 1u << kind) != 0 && --left == 0)
      {
        dl_session_set_hidden_kinds (session, dl_session_get_hidden_kinds (session) ^ 1u << kind);
        return;
      }
}

static void
toggle_caret_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkTextView *text = GTK_TEXT_VIEW (DL_ARTICLE_VIEW (widget)->text);

  gtk_text_view_set_cursor_visible (text, !gtk_text_view_get_cursor_visible (text));
}

static DlFindBar *
get_find_bar (DlArticleView *self)
{
  if (self->find == NULL)
    {
      self->find = DL_FIND_BAR (dl_find_bar_new (self->text));
      dl_find_bar_set_session (self->find, self->session);
      gtk_box_prepend (GTK_BOX (self->box), GTK_WIDGET (self->find));
    }

  return self->find;
}

/* What is selected in the text is what to look for, if it is within a line. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *self = DL_ARTICLE_VIEW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    words = gtk_text_iter_get_text (&start, &end);
  dl_find_bar_open (get_find_bar (self), words);
}

static void
find_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_find_bar_step (get_find_bar (DL_ARTICLE_VIEW (widget)), g_variant_get_int32 (parameter));
}

static void
add_step_binding (GtkWidgetClass *class, guint key, gboolean of_entity, int step)
{
  gtk_widget_class_add_binding_action (class, key, 0, "article.step", "(bi)", of_entity, step);
}

/**
 * dl_article_actions_install:
 * @view_class: of DlArticleView
 */
void
dl_article_actions_install (GtkWidgetClass *view_class)
{
  gtk_widget_class_install_action (view_class, "article.step", "(bi)", step_action);
  gtk_widget_class_install_action (view_class, "article.open-card", NULL, open_card_action);
  gtk_widget_class_install_action (view_class, "article.open-address", "s", open_address_action);
  gtk_widget_class_install_action (view_class, "article.copy-address", "s", copy_address_action);
  gtk_widget_class_install_action (view_class, "article.step-address", "i", step_address_action);
  gtk_widget_class_install_action (view_class, "article.open-link", NULL, open_link_action);
  gtk_widget_class_install_action (view_class, "article.toggle-caret", NULL, toggle_caret_action);
  gtk_widget_class_install_action (view_class, "article.toggle-kind", "u", toggle_kind_action);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (view_class, GDK_KEY_0 + i, 0, "article.toggle-kind", "u",
                                         i);
  gtk_widget_class_install_action (view_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (view_class, "article.find-step", "i", find_step_action);
  add_step_binding (view_class, GDK_KEY_n, TRUE, 1);
  add_step_binding (view_class, GDK_KEY_p, TRUE, -1);
  add_step_binding (view_class, GDK_KEY_j, FALSE, 1);
  add_step_binding (view_class, GDK_KEY_k, FALSE, -1);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_l, 0, "article.step-address", "i", 1);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_l, GDK_SHIFT_MASK,
                                       "article.step-address", "i", -1);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "article.open-link", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_Return, 0, "article.open-card", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_KP_Enter, 0, "article.open-card", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_m, 0, "win.cycle-density", NULL);
  gtk_widget_class_add_binding_action (view_class, GDK_KEY_F7, 0, "article.toggle-caret", NULL);
}

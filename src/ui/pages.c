/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages.h"

#include <adwaita.h>

/* The pages of a window: its article, or why there is none to read.  Most windows never show
 * the latter, and their large pictures take long to load: they are made when first shown. */

/* A reading that takes longer than this is said to be under way, ms. */
#define PATIENCE 400

struct _DlPages
{
  GtkStack *stack;        /* owned */
  AdwStatusPage *failure; /* of the stack; NULL: the pages without an article were not needed */
  guint patience_id;      /* or 0 */
};

static void
ensure_pages (DlPages *self)
{
  static const char *const names[] = { "empty", "loading", "failure" };
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->failure != NULL)
    return;

  builder = gtk_builder_new_from_resource (DL_RESOURCES "/pages.ui");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_named (self->stack, GTK_WIDGET (gtk_builder_get_object (builder, names[i])),
                         names[i]);
  /* as in every dialog of GTK, whose word it is */
  gtk_button_set_label (GTK_BUTTON (gtk_builder_get_object (builder, "cancel_button")),
                        g_dgettext ("gtk40", "_Cancel"));
  self->failure = ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "failure"));
}

static gboolean
impatient_cb (gpointer user_data)
{
  DlPages *self = user_data;

  self->patience_id = 0;
  dl_pages_show (self, "loading");

  return G_SOURCE_REMOVE;
}

/**
 * dl_pages_new:
 * @stack: has the page “article”
 */
DlPages *
dl_pages_new (GtkStack *stack)
{
  DlPages *self = g_new0 (DlPages, 1);

  self->stack = g_object_ref (stack);

  return self;
}

void
dl_pages_free (DlPages *self)
{
  dl_pages_cancel_loading (self);
  g_object_unref (self->stack);
  g_free (self);
}

/**
 * dl_pages_show:
 * @name: “article”, “empty”, “loading” or “failure”
 */
void
dl_pages_show (DlPages *self, const char *name)
{
  dl_pages_cancel_loading (self);
  if (!g_str_equal (name, "article"))
    ensure_pages (self);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* Only where it lasts: until then what is shown stays. */
void
dl_pages_show_loading (DlPages *self)
{
  dl_pages_cancel_loading (self);
  self->patience_id = g_timeout_add (PATIENCE, impatient_cb, self);
}

/* Nothing is waited for any longer. */
void
dl_pages_cancel_loading (DlPages *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
}

/**
 * dl_pages_show_failure:
 * @sentences: what happened and what can be done, for the reader
 */
void
dl_pages_show_failure (DlPages *self, const char *sentences)
{
  dl_pages_show (self, "failure");
  adw_status_page_set_description (self->failure, sentences);
}

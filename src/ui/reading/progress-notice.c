/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "progress-notice.h"

/**
 * DlProgressNotice:
 *
 * A quiet line above the article while others are read that were asked for: how far that is, and
 * a button to stop it.
 */

struct _DlProgressNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkProgressBar *bar;
  GtkButton *cancel_button;
};

G_DEFINE_FINAL_TYPE (DlProgressNotice, dl_progress_notice, GTK_TYPE_WIDGET)

static void
dl_progress_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_PROGRESS_NOTICE);

  G_OBJECT_CLASS (dl_progress_notice_parent_class)->dispose (object);
}

static void
dl_progress_notice_class_init (DlProgressNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_progress_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/progress-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, DlProgressNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlProgressNotice, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DlProgressNotice, bar);
}

static void
dl_progress_notice_init (DlProgressNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* as in every dialog of GTK, whose word it is */
  gtk_button_set_label (self->cancel_button, g_dgettext ("gtk40", "_Cancel"));
}

/**
 * dl_progress_notice_update:
 *
 * Shows how far @opener has read; nothing, once that is all.
 */
void
dl_progress_notice_update (DlProgressNotice *self, DlOpener *opener)
{
  guint n_done;
  const guint n_files = dl_opener_get_progress (opener, &n_done);
  g_autofree char *count = g_strdup_printf ("%u / %u", n_done, n_files);

  g_return_if_fail (DL_IS_PROGRESS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, dl_opener_is_reading (opener));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), n_files > 1);
  gtk_progress_bar_set_text (self->bar, count);
  if (n_files > 1)
    gtk_progress_bar_set_fraction (self->bar, (double) n_done / n_files);
}

gboolean
dl_progress_notice_is_shown (DlProgressNotice *self)
{
  g_return_val_if_fail (DL_IS_PROGRESS_NOTICE (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

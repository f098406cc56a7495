/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "failure-notice.h"

/**
 * DlFailureNotice:
 *
 * What could not be opened, above the article that is read meanwhile: a sentence for each file,
 * until the reader closes it.
 */

struct _DlFailureNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *sentences;
};

G_DEFINE_FINAL_TYPE (DlFailureNotice, dl_failure_notice, GTK_TYPE_WIDGET)

static void
close_cb (DlFailureNotice *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
dl_failure_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_FAILURE_NOTICE);

  G_OBJECT_CLASS (dl_failure_notice_parent_class)->dispose (object);
}

static void
dl_failure_notice_class_init (DlFailureNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_failure_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/failure-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, DlFailureNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlFailureNotice, sentences);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dl_failure_notice_init (DlFailureNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dl_failure_notice_set_sentences:
 * @sentences: a line for each file; empty: there is nothing to tell
 */
void
dl_failure_notice_set_sentences (DlFailureNotice *self, const char *sentences)
{
  g_return_if_fail (DL_IS_FAILURE_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, *sentences != '\0');
  if (*sentences != '\0')
    gtk_label_set_label (self->sentences, sentences);
}

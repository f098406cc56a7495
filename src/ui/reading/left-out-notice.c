/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "left-out-notice.h"

#include <glib/gi18n.h>

/**
 * DlLeftOutNotice:
 *
 * A quiet line above an article that is a part of its page: how much was left out, and a
 * button to see all of it, or the article again.
 */

struct _DlLeftOutNotice
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (DlLeftOutNotice, dl_left_out_notice, GTK_TYPE_WIDGET)

static void
close_cb (DlLeftOutNotice *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
dl_left_out_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_LEFT_OUT_NOTICE);

  G_OBJECT_CLASS (dl_left_out_notice_parent_class)->dispose (object);
}

static void
dl_left_out_notice_class_init (DlLeftOutNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_left_out_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/left-out-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, DlLeftOutNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlLeftOutNotice, label);
  gtk_widget_class_bind_template_child (widget_class, DlLeftOutNotice, button);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dl_left_out_notice_init (DlLeftOutNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dl_left_out_notice_set_article:
 * @article: (nullable): what is shown
 * @is_whole: whether it is a page of which the article is a part
 */
void
dl_left_out_notice_set_article (DlLeftOutNotice *self, DlArticle *article, gboolean is_whole)
{
  guint n;
  g_autofree char *sentence = NULL;

  g_return_if_fail (DL_IS_LEFT_OUT_NOTICE (self));

  n = article != NULL && !is_whole ? dl_article_get_fields (article)->n_left_out : 0;
  gtk_revealer_set_reveal_child (self->revealer, n > 0 || is_whole);
  if (n == 0 && !is_whole)
    return;

  sentence = g_strdup_printf (ngettext ("%u paragraph of the page was left out",
                                        "%u paragraphs of the page were left out", n),
                              n);
  gtk_label_set_label (self->label, is_whole ? _ ("This is the whole page") : sentence);
  gtk_button_set_label (self->button, is_whole ? _ ("Show _Article") : _ ("Show _Whole Page"));
}

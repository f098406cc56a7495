/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-request.h"

#include <glib/gi18n.h>

/**
 * DlDateRequest:
 *
 * A quiet line above an article that does not say when it was published: the reader may give the
 * day, from which “yesterday” and dates without a year are counted.
 */

struct _DlDateRequest
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkMenuButton *choose_button;
};

G_DEFINE_FINAL_TYPE (DlDateRequest, dl_date_request, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_cb (DlDateRequest *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
use_cb (DlDateRequest *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (DlDate) date =
    dl_date_new_ymd (g_date_time_get_year (day), g_date_time_get_month (day),
                     g_date_time_get_day_of_month (day));

  gtk_popover_popdown (self->popover);
  close_cb (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, date);
}

static void
dl_date_request_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_DATE_REQUEST);

  G_OBJECT_CLASS (dl_date_request_parent_class)->dispose (object);
}

static void
dl_date_request_class_init (DlDateRequestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_date_request_dispose;

  /**
   * DlDateRequest::answered:
   * @date: the day of publication
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", DL_TYPE_DATE_REQUEST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, DL_TYPE_DATE);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/date-request.ui");
  gtk_widget_class_bind_template_child (widget_class, DlDateRequest, revealer);
  gtk_widget_class_bind_template_child (widget_class, DlDateRequest, label);
  gtk_widget_class_bind_template_child (widget_class, DlDateRequest, popover);
  gtk_widget_class_bind_template_child (widget_class, DlDateRequest, calendar);
  gtk_widget_class_bind_template_child (widget_class, DlDateRequest, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, use_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dl_date_request_init (DlDateRequest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say_why (DlDateRequest *self, gboolean is_dated)
{
  gtk_label_set_label (self->label,
                       is_dated
                         ? _ ("“Yesterday” and the like are counted from the day of publication.")
                         : _ ("The article does not say when it was published."));
}

/**
 * dl_date_request_set_shown:
 * @shown: whether to ask for what the article does not say
 */
void
dl_date_request_set_shown (DlDateRequest *self, gboolean shown)
{
  g_return_if_fail (DL_IS_DATE_REQUEST (self));

  if (shown)
    say_why (self, FALSE);
  gtk_revealer_set_reveal_child (self->revealer, shown);
}

static gboolean
popup_cb (GtkWidget *button, GdkFrameClock *clock, gpointer user_data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));

  return G_SOURCE_REMOVE;
}

/**
 * dl_date_request_open:
 * @published: (nullable): the day that is known, or believed
 *
 * Lets the reader choose the day at once.
 */
void
dl_date_request_open (DlDateRequest *self, DlDate *published)
{
  const DlDatePoint *known = published != NULL ? dl_date_get_start (published) : NULL;

  g_return_if_fail (DL_IS_DATE_REQUEST (self));

  /* the first of the month on the way: there is no 31 February */
  if (known != NULL && known->month > 0 && known->day > 0)
    g_object_set (self->calendar, "day", 1, "year", (int) known->year, "month", known->month - 1,
                  "day", known->day, NULL);
  say_why (self, published != NULL);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  /* a frame later it has its place, and so has the calendar */
  gtk_widget_add_tick_callback (GTK_WIDGET (self->choose_button), popup_cb, NULL, NULL);
}

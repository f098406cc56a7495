/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "card-opener.h"

#include "entity-card.h"

/* WCAG 2.1, success criterion 1.4.13: what appears under the pointer stays while the pointer is on
 * it, can be dismissed by Escape without moving the pointer, and takes nothing away.
 *
 * 1. An open card is modal (it was asked for, and the next click outside closes it), pinned (only
 *    its reader closes it), or hovering: the pointer is on its mention or on itself, or left both
 *    less than LEAVE_MS ago.
 * 2. Pointing never touches a card that is modal or pinned. */

/* As long as GTK waits with a tooltip. */
#define HOVER_MS 500
/* The way from the mention to its card, or back. */
#define LEAVE_MS 300

struct _DlCardOpener
{
  GtkWidget *parent;   /* not owned: of the card */
  DlArticleText *text; /* not owned */
  DlSession *session;  /* owned, or NULL */
  DlEntityCard *card;  /* made when it is first opened, or NULL */

  guint pointed; /* mention under the pointer, or DL_NONE */
  double pointed_y;
  guint hovering; /* mention whose card hovers, or DL_NONE */
  gboolean on_card;
  guint timer; /* to open or to close; or 0 */
};

/**
 * dl_card_opener_new:
 * @parent: holds the card, and the text somewhere in it; outlives the opener
 */
DlCardOpener *
dl_card_opener_new (GtkWidget *parent, DlArticleText *text)
{
  DlCardOpener *self = g_new0 (DlCardOpener, 1);

  self->parent = parent;
  self->text = text;
  self->pointed = DL_NONE;
  self->hovering = DL_NONE;

  return self;
}

void
dl_card_opener_free (DlCardOpener *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->card != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->card, self);
      gtk_widget_unparent (GTK_WIDGET (self->card));
    }
  g_clear_object (&self->session);
  g_free (self);
}

void
dl_card_opener_set_session (DlCardOpener *self, DlSession *session)
{
  dl_card_opener_close (self);
  g_set_object (&self->session, session);
}

static gboolean
is_open (DlCardOpener *self)
{
  return self->card != NULL && gtk_widget_get_visible (GTK_WIDGET (self->card));
}

static void
wait (DlCardOpener *self, guint ms, GSourceOnceFunc func)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_once (ms, func, self);
}

static void
leave_cb (gpointer user_data)
{
  DlCardOpener *self = user_data;

  self->timer = 0;
  dl_card_opener_close (self);
}

static void
closed_cb (DlCardOpener *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->hovering != DL_NONE && self->pointed == DL_NONE && self->session != NULL)
    dl_session_set_pointed_entity (self->session, DL_NONE);
  self->hovering = DL_NONE;
  self->on_card = FALSE;
}

/* By (1). */
static void
pinned_cb (DlCardOpener *self)
{
  if (dl_entity_card_is_pinned (self->card))
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      self->hovering = DL_NONE;
    }
}

static void
enter_card_cb (DlCardOpener *self)
{
  self->on_card = TRUE;
  if (self->hovering != DL_NONE)
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
leave_card_cb (DlCardOpener *self)
{
  self->on_card = FALSE;
  if (self->hovering != DL_NONE)
    wait (self, LEAVE_MS, leave_cb);
}

static DlEntityCard *
get_card (DlCardOpener *self)
{
  GtkEventController *motion;

  if (self->card == NULL)
    {
      self->card = DL_ENTITY_CARD (dl_entity_card_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->card), self->parent);
      motion = gtk_event_controller_motion_new ();
      g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_card_cb), self);
      g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_card_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->card), motion);
      g_signal_connect_swapped (self->card, "closed", G_CALLBACK (closed_cb), self);
      g_signal_connect_swapped (self->card, "notify::pinned", G_CALLBACK (pinned_cb), self);
    }
  dl_entity_card_set_session (self->card, self->session);

  return self->card;
}

static gboolean
point_card_at (DlCardOpener *self, guint mention, double y)
{
  GdkRectangle area;
  graphene_point_t point;

  if (!dl_article_text_get_mention_area (self->text, mention, y, &area) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->text), self->parent,
                                 &GRAPHENE_POINT_INIT (area.x, area.y), &point))
    return FALSE;

  area.x = point.x;
  area.y = point.y;
  gtk_popover_set_pointing_to (GTK_POPOVER (get_card (self)), &area);

  return TRUE;
}

/**
 * dl_card_opener_open:
 * @mention: of the session's annotations; nothing happens for %DL_NONE
 *
 * Selects the mention and opens its card with the focus in it.
 */
void
dl_card_opener_open (DlCardOpener *self, guint mention)
{
  if (mention == DL_NONE || self->session == NULL)
    return;

  dl_card_opener_close (self);
  dl_session_select_mention (self->session, mention);
  if (point_card_at (self, mention, self->pointed == mention ? self->pointed_y : 0))
    dl_entity_card_popup (self->card, mention, DL_CARD_MODAL);
}

static void
hover_cb (gpointer user_data)
{
  DlCardOpener *self = user_data;

  self->timer = 0;
  if (self->pointed == DL_NONE || self->session == NULL)
    return;

  dl_card_opener_close (self);
  if (point_card_at (self, self->pointed, self->pointed_y) &&
      dl_entity_card_popup (self->card, self->pointed, DL_CARD_HOVERING))
    self->hovering = self->pointed;
}

/**
 * dl_card_opener_point:
 * @mention: under the pointer, or %DL_NONE
 * @y: height of the pointer in the text, px
 *
 * Its card opens when the pointer stays there.
 */
void
dl_card_opener_point (DlCardOpener *self, guint mention, double y)
{
  self->pointed_y = y;
  if (mention == self->pointed)
    return;

  self->pointed = mention;
  if (is_open (self) && self->hovering == DL_NONE) /* by (2) */
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (mention == DL_NONE && self->hovering != DL_NONE && !self->on_card)
    wait (self, LEAVE_MS, leave_cb);
  else if (mention != DL_NONE && mention != self->hovering)
    wait (self, HOVER_MS, hover_cb);
}

/**
 * dl_card_opener_is_hovering:
 *
 * Returns: whether a card is open only because the pointer is on it or its mention
 */
gboolean
dl_card_opener_is_hovering (DlCardOpener *self)
{
  return self->hovering != DL_NONE;
}

/**
 * dl_card_opener_interrupt:
 *
 * The reader scrolls or presses a button: no card is to come, and one that hovers goes.
 */
void
dl_card_opener_interrupt (DlCardOpener *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->pointed = DL_NONE;
  if (self->hovering != DL_NONE)
    dl_card_opener_close (self);
}

/**
 * dl_card_opener_close:
 *
 * Returns: whether a card was open
 */
gboolean
dl_card_opener_close (DlCardOpener *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (!is_open (self))
    return FALSE;

  gtk_popover_popdown (GTK_POPOVER (self->card));

  return TRUE;
}

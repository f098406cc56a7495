/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-pointer.h"

#include <glib/gi18n.h>
#include <math.h>

/* The pointer may tremble this far in a click, px. */
#define CLICK_DISTANCE 4

/* Characters of an address that a tooltip has room for. */
#define MAX_SHOWN 120

struct _DlTextPointer
{
  DlArticleText *text;  /* not owned */
  DlCardOpener *opener; /* not owned */
  DlSession *session;   /* owned, or NULL */

  gboolean pressed;
  double press_x, press_y; /* NAN: no press that could become a click */
};

static gboolean
has_selected_text (DlTextPointer *self)
{
  return gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
}

static gboolean
get_text_point (DlTextPointer *self, GdkEvent *event, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self->text));
  graphene_point_t point;
  double native_x, native_y;

  if (!gdk_event_get_position (event, x, y))
    return FALSE;

  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->text),
                                 &GRAPHENE_POINT_INIT (*x - native_x, *y - native_y), &point))
    return FALSE;

  *x = point.x;
  *y = point.y;

  return TRUE;
}

/* Words that lead somewhere may be marked too: then the mark is nearer to what is being read. */
static void
click (DlTextPointer *self, double x, double y, gboolean control)
{
  const guint mention = dl_article_text_find_mention (self->text, x, y);
  g_autofree char *address = dl_article_text_dup_address (self->text, x, y);

  if (address != NULL && (mention == DL_NONE || control))
    gtk_widget_activate_action (GTK_WIDGET (self->text), "article.open-address", "s", address);
  else
    dl_card_opener_open (self->opener, mention);
}

/* What the text's own menu offers of the place that it is opened at. */
static void
prepare_menu (DlTextPointer *self, double x, double y)
{
  g_autofree char *address = dl_article_text_dup_address (self->text, x, y);
  g_autoptr (GMenu) menu = NULL;

  if (address != NULL)
    {
      g_autoptr (GMenuItem) open = g_menu_item_new (_ ("_Open Link"), NULL);
      g_autoptr (GMenuItem) copy = g_menu_item_new (_ ("Copy Link _Address"), NULL);

      menu = g_menu_new ();
      g_menu_item_set_action_and_target (open, "article.open-address", "s", address);
      g_menu_item_set_action_and_target (copy, "article.copy-address", "s", address);
      g_menu_append_item (menu, open);
      g_menu_append_item (menu, copy);
    }
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), G_MENU_MODEL (menu));
}

/* A click is told from the start of a text selection by where the button is let go.  The
 * text view claims every press for itself, so that a gesture would never see the end. */
static gboolean
event_cb (DlTextPointer *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) ||
      !get_text_point (self, event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  if (gdk_event_triggers_context_menu (event))
    prepare_menu (self, x, y);
  if (gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;

  self->pressed = type == GDK_BUTTON_PRESS;
  if (self->pressed)
    {
      dl_card_opener_interrupt (self->opener);
      self->press_x = has_selected_text (self) ? NAN : x;
      self->press_y = y;
    }
  else if (hypot (x - self->press_x, y - self->press_y) <= CLICK_DISTANCE &&
           !has_selected_text (self))
    click (self, x, y, (gdk_event_get_modifier_state (event) & GDK_CONTROL_MASK) != 0);

  return GDK_EVENT_PROPAGATE;
}

static void
point_at (DlTextPointer *self, guint mention, double y)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  guint entity = DL_NONE;

  if (annotations != NULL && mention != DL_NONE)
    entity = dl_mention_get_entity (dl_annotations_get_mention (annotations, mention));
  /* As long as its card hovers, an entity stays lit. */
  if (self->session != NULL && (mention != DL_NONE || !dl_card_opener_is_hovering (self->opener)))
    dl_session_set_pointed_entity (self->session, entity);
  if (!self->pressed)
    dl_card_opener_point (self->opener, mention, y);
}

static void
motion_cb (DlTextPointer *self, double x, double y)
{
  const guint mention = dl_article_text_find_mention (self->text, x, y);
  g_autofree char *address = dl_article_text_dup_address (self->text, x, y);

  point_at (self, mention, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->text),
                                   mention != DL_NONE || address != NULL ? "pointer" : "text");
}

/* Over a mark its card tells what there is to tell. */
static gboolean
query_tooltip_cb (DlTextPointer *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  g_autofree char *address = by_key ? NULL : dl_article_text_dup_address (self->text, x, y);
  g_autofree char *shown = NULL;

  if (address == NULL || dl_article_text_find_mention (self->text, x, y) != DL_NONE)
    return FALSE;

  shown = g_utf8_strlen (address, -1) > MAX_SHOWN ? g_utf8_substring (address, 0, MAX_SHOWN) : NULL;
  if (shown != NULL)
    {
      g_autofree char *cut = g_strconcat (shown, "…", NULL);

      gtk_tooltip_set_text (tooltip, cut);
    }
  else
    gtk_tooltip_set_text (tooltip, address);

  return TRUE;
}

static void
leave_cb (DlTextPointer *self)
{
  point_at (self, DL_NONE, 0);
}

/**
 * dl_text_pointer_new:
 * @text: outlives the pointer's last event
 * @opener: outlives the pointer
 */
DlTextPointer *
dl_text_pointer_new (DlArticleText *text, DlCardOpener *opener)
{
  DlTextPointer *self = g_new0 (DlTextPointer, 1);
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->text = text;
  self->opener = opener;
  self->press_x = NAN;

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), events);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), motion);

  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect_swapped (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);

  return self;
}

/* To be called when the text is no more. */
void
dl_text_pointer_free (DlTextPointer *self)
{
  g_clear_object (&self->session);
  g_free (self);
}

void
dl_text_pointer_set_session (DlTextPointer *self, DlSession *session)
{
  g_set_object (&self->session, session);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tick-bar.h"

#include <adwaita.h>

#include "mark-style.h"

/**
 * DlTickBar:
 *
 * Ticks beside the scroll bar, one where the selected entity is named.  It is a picture
 * of what the keys and the card reach too, hence hidden from the accessibility tree and
 * out of the pointer's way.
 */

#define BAR_WIDTH 6
#define TICK_HEIGHT 3

struct _DlTickBar
{
  GtkWidget parent_instance;

  DlArticleText *text; /* not owned: the sibling under this one */
  DlSession *session;  /* or NULL */
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (DlTickBar, dl_tick_bar, GTK_TYPE_WIDGET)

static DlEntity *
get_entity (DlTickBar *self)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  guint entity = annotations != NULL ? dl_session_get_entity (self->session) : DL_NONE;

  return entity != DL_NONE ? dl_annotations_get_entity (annotations, entity) : NULL;
}

static gsize
get_start (DlTickBar *self, guint mention)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);

  return dl_mention_get_span (dl_annotations_get_mention (annotations, mention)).start;
}

/* The first of the entity's mentions after the @i-th that starts at @byte or after. */
static guint
find_next (DlTickBar *self, DlEntity *entity, guint i, gsize byte)
{
  guint low = i + 1, high = dl_entity_get_n_mentions (entity);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, dl_entity_get_mention (entity, middle)) < byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
dl_tick_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlTickBar *self = DL_TICK_BAR (widget);
  DlEntity *entity = get_entity (self);
  const int height = gtk_widget_get_height (widget) - TICK_HEIGHT;
  GdkRGBA color;

  if (entity == NULL || height <= 0)
    return;

  dl_mark_style_get_color (dl_entity_get_kind (entity),
                           adw_style_manager_get_dark (adw_style_manager_get_default ()), &color);
  for (guint i = 0; i < dl_entity_get_n_mentions (entity);)
    {
      const gsize start = get_start (self, dl_entity_get_mention (entity, i));
      const double y = height * dl_article_text_get_position (self->text, start);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (0, y, BAR_WIDTH, TICK_HEIGHT));
      /* Those that would cover this one are not even looked at. */
      i = find_next (self, entity, i,
                     dl_article_text_find_position (self->text, (y + TICK_HEIGHT) / height));
    }
}

static void
dl_tick_bar_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? BAR_WIDTH : 0;
}

static void
dl_tick_bar_dispose (GObject *object)
{
  DlTickBar *self = DL_TICK_BAR (object);

  dl_tick_bar_set_session (self, NULL);
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (dl_tick_bar_parent_class)->dispose (object);
}

static void
dl_tick_bar_class_init (DlTickBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_tick_bar_dispose;
  widget_class->measure = dl_tick_bar_measure;
  widget_class->snapshot = dl_tick_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dl_tick_bar_init (DlTickBar *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::selection",
                                  G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * dl_tick_bar_new:
 * @text: (transfer none): knows where a mention stands; outlives the bar
 */
GtkWidget *
dl_tick_bar_new (DlArticleText *text)
{
  DlTickBar *self = g_object_new (DL_TYPE_TICK_BAR, NULL);

  self->text = text;

  return GTK_WIDGET (self);
}

void
dl_tick_bar_set_session (DlTickBar *self, DlSession *session)
{
  g_return_if_fail (DL_IS_TICK_BAR (self));

  if (g_set_object (&self->session, session) && self->signals != NULL)
    g_signal_group_set_target (self->signals, session);
}

/**
 * dl_tick_bar_get_n_ticks:
 *
 * Returns: how often the selected entity is named
 */
guint
dl_tick_bar_get_n_ticks (DlTickBar *self)
{
  DlEntity *entity;

  g_return_val_if_fail (DL_IS_TICK_BAR (self), 0);

  entity = get_entity (self);

  return entity != NULL ? dl_entity_get_n_mentions (entity) : 0;
}

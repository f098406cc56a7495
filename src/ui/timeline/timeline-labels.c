/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-labels.h"

#include <math.h>

/* Kept of either sort: a few screens of them. */
#define LABELS_MAX 400

#define MINUTES_A_DAY (24 * 60)

struct _DlTimelineLabels
{
  GtkWidget *widget; /* unowned: it owns this */
  GHashTable *texts; /* text → PangoLayout */
  GHashTable *ticks; /* gint64 of make_key() → PangoLayout */
};

/**
 * dl_timeline_labels_new:
 * @widget: whose font they have; lives at least as long
 */
DlTimelineLabels *
dl_timeline_labels_new (GtkWidget *widget)
{
  DlTimelineLabels *self = g_new (DlTimelineLabels, 1);

  self->widget = widget;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->ticks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  return self;
}

void
dl_timeline_labels_free (DlTimelineLabels *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->ticks);
  g_free (self);
}

/**
 * dl_timeline_labels_clear:
 *
 * Forgets all: the font is another, or what the dates mean.
 */
void
dl_timeline_labels_clear (DlTimelineLabels *self)
{
  g_hash_table_remove_all (self->texts);
  g_hash_table_remove_all (self->ticks);
}

static void
make_room (GHashTable *labels)
{
  if (g_hash_table_size (labels) >= LABELS_MAX)
    g_hash_table_remove_all (labels);
}

/**
 * dl_timeline_labels_get:
 *
 * Returns: (transfer none): @text in the widget's font
 */
PangoLayout *
dl_timeline_labels_get (DlTimelineLabels *self, const char *text)
{
  PangoLayout *label = g_hash_table_lookup (self->texts, text);

  if (label != NULL)
    return label;

  make_room (self->texts);
  label = gtk_widget_create_pango_layout (self->widget, text);
  g_hash_table_insert (self->texts, g_strdup (text), label);

  return label;
}

/* No tick stands between two minutes. */
static gint64
make_key (const DlTick *tick, DlAxisFlags flags)
{
  return ((gint64) llround (tick->day * MINUTES_A_DAY) * 4 + tick->unit) * 4 + flags;
}

/**
 * dl_timeline_labels_get_tick:
 * @yearless: the year is not known, and not written
 *
 * Returns: (transfer none): what stands below @tick
 */
PangoLayout *
dl_timeline_labels_get_tick (DlTimelineLabels *self, const DlTick *tick, gboolean yearless)
{
  DlAxisFlags flags = (tick->full ? DL_AXIS_FULL : 0) | (yearless ? DL_AXIS_YEARLESS : 0);
  gint64 key = make_key (tick, flags);
  PangoLayout *label = g_hash_table_lookup (self->ticks, &key);
  g_autofree char *text = NULL;

  if (label != NULL)
    return label;

  make_room (self->ticks);
  text = dl_date_format_axis (tick->day, tick->unit, flags);
  label = gtk_widget_create_pango_layout (self->widget, text);
  g_hash_table_insert (self->ticks, g_memdup2 (&key, sizeof key), label);

  return label;
}

/**
 * dl_timeline_labels_get_height:
 *
 * Returns: of one line, in pixels
 */
int
dl_timeline_labels_get_height (DlTimelineLabels *self)
{
  int height;

  pango_layout_get_pixel_size (dl_timeline_labels_get (self, "0"), NULL, &height);
  return height;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "columns-layout.h"

/**
 * DlColumnsLayout:
 *
 * Sets a first child as a column beside a second one, or above it where there is no room:
 *
 *   13–14 Oct 2021   Online meeting           13–14 Oct 2021
 *   year inferred    “Officials of 31 …”      Online meeting
 *
 * The column is as wide for every row, and counted in the font's characters, so that large
 * text turns to the narrow form by itself.
 */

#define COLUMN_CHARS 16 /* “13–14 Oct 2021” in bold */
#define SPACING_PX 12
#define LINE_SPACING_PX 2
#define ROOM_FACTOR 2.4 /* columns' widths that both together need */

struct _DlColumnsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DlColumnsLayout, dl_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_column_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width * COLUMN_CHARS;
}

static gboolean
is_narrow (GtkWidget *widget, int width)
{
  return width >= 0 && width < get_column_width (widget) * ROOM_FACTOR + SPACING_PX;
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
measure_width (GtkWidget *first, GtkWidget *second, int *minimum, int *natural)
{
  int second_minimum, second_natural;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &second_minimum, &second_natural,
                      NULL, NULL);
  *minimum = MAX (*minimum, second_minimum);
  *natural += SPACING_PX + second_natural;
}

static void
dl_columns_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  int column = get_column_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (first, second, minimum, natural);
  else if (is_narrow (widget, for_size))
    *minimum = *natural =
      measure_height (first, for_size) + LINE_SPACING_PX + measure_height (second, for_size);
  else
    *minimum = *natural =
      MAX (measure_height (first, column),
           measure_height (second, for_size < 0 ? -1 : for_size - column - SPACING_PX));
}

static void
dl_columns_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  gboolean to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column_width (widget);
  int rest = width - column - SPACING_PX;

  if (is_narrow (widget, width))
    {
      int top = measure_height (first, width);

      gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, width, top }, -1);
      gtk_widget_size_allocate (second,
                                &(GtkAllocation){ 0, top + LINE_SPACING_PX, width,
                                                  height - top - LINE_SPACING_PX },
                                -1);
      return;
    }

  gtk_widget_size_allocate (first,
                            &(GtkAllocation){ to_left ? width - column : 0, 0, column, height },
                            -1);
  gtk_widget_size_allocate (second,
                            &(GtkAllocation){ to_left ? 0 : column + SPACING_PX, 0, rest, height },
                            -1);
}

static GtkSizeRequestMode
dl_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dl_columns_layout_class_init (DlColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = dl_columns_layout_measure;
  manager_class->allocate = dl_columns_layout_allocate;
  manager_class->get_request_mode = dl_columns_layout_get_request_mode;
}

static void
dl_columns_layout_init (DlColumnsLayout *self)
{
}

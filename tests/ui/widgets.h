/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Waits for a condition, never for a time: the test's own time limit ends a wait in vain. */
#define wait_until(condition)                                                                      \
  while (!(condition))                                                                             \
  g_main_context_iteration (NULL, TRUE)

void wait_for_frame (GtkWidget *widget);
GtkWidget *find_widget (GtkWidget *root, GType type);
GtkWidget *find_labelled (GtkWidget *root, GType type, const char *label);
GtkEventController *find_controller (GtkWidget *widget, GType type);
GBytes *draw_widget (GtkWidget *widget);

G_END_DECLS

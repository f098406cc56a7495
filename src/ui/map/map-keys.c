/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-keys.h"

#include "map-canvas.h"
#include "map-steps.h"

/* What keys do on the map.  Tab goes through the article's countries and leaves the map after
 * the last of them; with Control it leaves at once, as everywhere. */

static gboolean
tab_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return dl_map_step (dl_map_canvas_get_session (DL_MAP_CANVAS (widget)),
                      g_variant_get_int32 (args), FALSE);
}

/**
 * dl_map_keys_bind_tab:
 * @klass: of the canvas
 */
void
dl_map_keys_bind_tab (GtkWidgetClass *klass)
{
  static const guint back[] = { GDK_KEY_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_KP_Tab };

  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, tab_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Tab, 0, tab_cb, "i", 1);
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    gtk_widget_class_add_binding (klass, back[i], GDK_SHIFT_MASK, tab_cb, "i", -1);
}

/**
 * dl_map_keys_bind:
 * @klass: of the view that has the actions
 */
void
dl_map_keys_bind (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" },
    { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_Home, "map.frame" },
    { GDK_KEY_0, "map.frame" },
    { GDK_KEY_KP_0, "map.frame" },
    { GDK_KEY_n, "map.next" },
    { GDK_KEY_Page_Down, "map.next" },
    { GDK_KEY_p, "map.previous" },
    { GDK_KEY_Page_Up, "map.previous" },
    { GDK_KEY_j, "map.next-anywhere" },
    { GDK_KEY_k, "map.previous-anywhere" },
    { GDK_KEY_Return, "map.card" },
    { GDK_KEY_KP_Enter, "map.card" },
  };
  static const struct
  {
    guint key;
    int right, down;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },  { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },   { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, NULL);
  /* Where the key needs Shift, GTK compares the state too. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding_action (klass, arrows[i].key, 0, "map.pan", "(ii)",
                                         arrows[i].right, arrows[i].down);
}

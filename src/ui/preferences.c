/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences.h"

/**
 * DlPreferences:
 *
 * What the reader may choose once for all articles.  Each row shows a key of the settings and
 * changes it at once; whatever else is bound to the key follows.
 */

struct _DlPreferences
{
  AdwPreferencesPage parent_instance;

  AdwComboRow *style;
  AdwComboRow *typeface;
  GtkSpinButton *text_size;
  AdwComboRow *line_spacing;
  AdwComboRow *line_length;
  GtkSwitch *justified;
  AdwComboRow *density;
  AdwComboRow *clock;
  GtkSwitch *reopen;
  GtkSwitch *remember_places;
  GtkScale *speech_speed;
};

G_DEFINE_FINAL_TYPE (DlPreferences, dl_preferences, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the rows' words. */
static const char *const STYLES[] = { "system", "light", "sepia", "dark", NULL };
static const char *const TYPEFACES[] = { "serif", "sans", NULL };
static const char *const SPACINGS[] = { "tight", "normal", "loose", NULL };
static const char *const LENGTHS[] = { "short", "normal", "long", NULL };
static const char *const DENSITIES[] = { "all", "first", "none", NULL };
static const char *const CLOCKS[] = { "told", "reader", "utc", NULL };

static gboolean
read_choice (GValue *position, GVariant *choice, gpointer choices)
{
  const char *const *all = choices;

  for (guint i = 0; all[i] != NULL; i++)
    if (g_str_equal (all[i], g_variant_get_string (choice, NULL)))
      {
        g_value_set_uint (position, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
write_choice (const GValue *position, const GVariantType *type, gpointer choices)
{
  const char *const *all = choices;
  const guint i = g_value_get_uint (position);

  return i < g_strv_length ((char **) all) ? g_variant_new_string (all[i]) : NULL;
}

static void
bind_choice (GSettings *settings, const char *key, AdwComboRow *row, const char *const *choices)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                read_choice, write_choice, (gpointer) choices, NULL);
}

static void
dl_preferences_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_PREFERENCES);

  G_OBJECT_CLASS (dl_preferences_parent_class)->dispose (object);
}

static void
dl_preferences_class_init (DlPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, typeface);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, line_spacing);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, line_length);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, justified);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, density);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, clock);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, reopen);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, remember_places);
  gtk_widget_class_bind_template_child (widget_class, DlPreferences, speech_speed);
}

static void
dl_preferences_init (DlPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dl_preferences_new:
 * @settings: what is shown and changed
 */
GtkWidget *
dl_preferences_new (GSettings *settings)
{
  DlPreferences *self = g_object_new (DL_TYPE_PREFERENCES, NULL);

  bind_choice (settings, "style", self->style, STYLES);
  bind_choice (settings, "typeface", self->typeface, TYPEFACES);
  bind_choice (settings, "line-spacing", self->line_spacing, SPACINGS);
  bind_choice (settings, "line-length", self->line_length, LENGTHS);
  bind_choice (settings, "density", self->density, DENSITIES);
  bind_choice (settings, "clock", self->clock, CLOCKS);
  g_settings_bind (settings, "text-size", self->text_size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "justified", self->justified, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reopen", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remember-places", self->remember_places, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "speech-speed",
                   gtk_range_get_adjustment (GTK_RANGE (self->speech_speed)), "value",
                   G_SETTINGS_BIND_DEFAULT);

  return GTK_WIDGET (self);
}

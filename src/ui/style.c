/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "style.h"

#include <adwaita.h>

/**
 * DlStyle:
 *
 * The colours of all windows, as one choice.  Sepia is the light style with another paper
 * for the article.
 */

typedef enum
{
  STYLE_SYSTEM,
  STYLE_LIGHT,
  STYLE_SEPIA,
  STYLE_DARK
} StyleChoice;

struct _DlStyle
{
  GObject parent_instance;

  StyleChoice choice;
  GtkCssProvider *sepia; /* NULL: not in use */
};

G_DEFINE_ENUM_TYPE (StyleChoice,
                    dl_style_choice,
                    G_DEFINE_ENUM_VALUE (STYLE_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (STYLE_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (STYLE_SEPIA, "sepia"),
                    G_DEFINE_ENUM_VALUE (STYLE_DARK, "dark"))

G_DEFINE_FINAL_TYPE (DlStyle, dl_style, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CHOICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_sepia (DlStyle *self, gboolean sepia)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display == NULL || sepia == (self->sepia != NULL))
    return;

  if (sepia)
    {
      self->sepia = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (self->sepia, DL_RESOURCES "/sepia.css");
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->sepia),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  else
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->sepia));
      g_clear_object (&self->sepia);
    }
}

static void
set_choice (DlStyle *self, StyleChoice choice)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  if (self->choice == choice)
    return;

  self->choice = choice;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
  set_sepia (self, choice == STYLE_SEPIA);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_CHOICE)
    g_value_set_enum (value, DL_STYLE (object)->choice);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_CHOICE)
    set_choice (DL_STYLE (object), g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_style_dispose (GObject *object)
{
  set_sepia (DL_STYLE (object), FALSE);

  G_OBJECT_CLASS (dl_style_parent_class)->dispose (object);
}

static void
dl_style_class_init (DlStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_style_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_CHOICE] =
    g_param_spec_enum ("choice", NULL, NULL, DL_TYPE_STYLE_CHOICE, STYLE_SYSTEM,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dl_style_init (DlStyle *self)
{
}

DlStyle *
dl_style_new (void)
{
  return g_object_new (DL_TYPE_STYLE, NULL);
}

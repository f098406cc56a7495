/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n.h>

#include "about.h"
#include "engine.h"
#include "help-window.h"
#include "preferences-frame.h"
#include "preferences.h"
#include "screenshot.h"
#include "settings.h"
#include "style.h"
#include "window.h"

/**
 * DlApplication:
 *
 * One process for all windows; a window for each article, or for those asked for together.
 */

struct _DlApplication
{
  AdwApplication parent_instance;

  DlEngine *engine;
  DlStyle *style;
  GSettings *settings; /* or NULL: nothing is remembered */
  GtkWindow *help;     /* weak; NULL while the manual is closed */

  char *screenshot; /* path from the command line, or NULL */
  char *size;       /* “WIDTHxHEIGHT”, or NULL */
  char *selected;   /* words to select in the article, or NULL */
  gboolean dark;
};

G_DEFINE_FINAL_TYPE (DlApplication, dl_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.open", { "<Control>o" } },
  { "win.whole-page", { "F8" } },
  { "win.outline", { "<Control><Shift>o" } },
  { "win.read-aloud", { "<Control>r" } },
  { "win.print", { "<Control>p" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.shortcuts", { "<Control>question" } },
  { "window.close", { "<Control>w" } },
  { "win.fullscreen", { "F11" } },
  { "win.sidebar", { "F9" } },
  { "win.find", { "<Control>f" } },
  { "win.find-step(1)", { "<Control>g", "F3" } },
  { "win.find-step(-1)", { "<Control><Shift>g", "<Shift>F3" } },
  { "win.search", { "<Control>e" } },
  { "win.cycle-density", { "<Control>m" } },
  { "win.larger-text", { "<Control>plus", "<Control>equal" } },
  { "win.smaller-text", { "<Control>minus" } },
  { "win.usual-text", { "<Control>0" } },
  { "win.show-panel::article", { "<Alt>1" } },
  { "win.show-panel::map", { "<Alt>2" } },
  { "win.show-panel::timeline", { "<Alt>3" } },
  { "win.show-panel::entities", { "<Alt>4" } },
};

/* Returns: (nullable): the article's window that was last used */
static GtkWidget *
find_window (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (DL_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* Also from the desktop's menu of the application, before there is a window. */
static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_activate (user_data);
  gtk_widget_activate_action (find_window (user_data), "win.open", NULL);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  dl_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

/* GTK would make the window of gtk/help-overlay.ui with every window of ours. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (DL_RESOURCES "/shortcuts-window.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window,
                                gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DlApplication *self = user_data;
  GtkWidget *window = find_window (GTK_APPLICATION (self));

  dl_preferences_frame_present (ADW_PREFERENCES_PAGE (dl_preferences_new (self->settings)),
                                window != NULL ? GTK_WINDOW (window) : NULL);
}

/* One is enough, and it stays open beside the article. */
static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DlApplication *self = user_data;

  if (self->help == NULL)
    {
      g_set_weak_pointer (&self->help, GTK_WINDOW (dl_help_window_new ()));
      gtk_window_set_application (self->help, GTK_APPLICATION (self));
    }
  gtk_window_present (self->help);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static const GActionEntry actions[] = {
  { .name = "open", .activate = open_action },
  { .name = "help", .activate = help_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

/* Of no use where nothing is remembered. */
static const GActionEntry settings_actions[] = {
  { .name = "preferences", .activate = preferences_action },
};

/* From libadwaita 1.8 on, AdwApplication has this action for shortcuts-dialog.ui. */
static const GActionEntry old_actions[] = {
  { .name = "shortcuts", .activate = shortcuts_action },
};

static DlWindow *
create_window (DlApplication *self, GFile **files, int n_files)
{
  DlWindow *window = dl_window_new (GTK_APPLICATION (self), self->engine, self->settings);
  int width, height;

  if (self->size != NULL && sscanf (self->size, "%dx%d", &width, &height) == 2)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);

  if (n_files > 0)
    dl_window_open_files (window, files, n_files);
  else
    dl_window_reopen (window);
  if (self->screenshot != NULL)
    dl_screenshot_take (window, self->screenshot, self->selected);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
dl_application_activate (GApplication *application)
{
  GtkWidget *window = find_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    create_window (DL_APPLICATION (application), NULL, 0);
}

static void
dl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  create_window (DL_APPLICATION (application), files, n_files);
}

/* What the command line asks for is not remembered. */
static void
set_up_style (DlApplication *self)
{
  g_autoptr (GPropertyAction) action = NULL;

  self->style = dl_style_new ();
  action = g_property_action_new ("style", self->style, "choice");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  if (self->dark)
    g_action_group_activate_action (G_ACTION_GROUP (self), "style", g_variant_new_string ("dark"));
  else
    dl_settings_bind (self->settings, "style", self->style, "choice");
}

static void
dl_application_startup (GApplication *application)
{
  DlApplication *self = DL_APPLICATION (application);

  /* The tables are opened while GTK starts: both take their time. */
  self->engine = dl_engine_new ();
  dl_engine_warm_up (self->engine);
  if (self->screenshot == NULL && self->size == NULL)
    self->settings = dl_settings_new ();

  G_APPLICATION_CLASS (dl_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  if (self->settings != NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (self), settings_actions,
                                     G_N_ELEMENTS (settings_actions), self);
  if (g_action_map_lookup_action (G_ACTION_MAP (self), "shortcuts") == NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (self), old_actions, G_N_ELEMENTS (old_actions),
                                     self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
  set_up_style (self);
}

/* What is asked for a picture is asked of this process, not of one that runs already. */
static int
dl_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  DlApplication *self = DL_APPLICATION (application);

  g_variant_dict_lookup (options, "screenshot", "^ay", &self->screenshot);
  g_variant_dict_lookup (options, "size", "s", &self->size);
  g_variant_dict_lookup (options, "select", "s", &self->selected);
  g_variant_dict_lookup (options, "dark", "b", &self->dark);
  if (self->screenshot != NULL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
dl_application_finalize (GObject *object)
{
  DlApplication *self = DL_APPLICATION (object);

  g_clear_weak_pointer (&self->help);
  g_clear_object (&self->engine);
  g_clear_object (&self->style);
  g_clear_object (&self->settings);
  g_free (self->screenshot);
  g_free (self->size);
  g_free (self->selected);

  G_OBJECT_CLASS (dl_application_parent_class)->finalize (object);
}

static void
dl_application_class_init (DlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dl_application_finalize;
  application_class->activate = dl_application_activate;
  application_class->open = dl_application_open;
  application_class->startup = dl_application_startup;
  application_class->handle_local_options = dl_application_handle_local_options;
}

static void
dl_application_init (DlApplication *self)
{
  static const GOptionEntry options[] = {
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_ ("Write a picture of the window once the article is shown, and quit"),
      N_ ("PICTURE.png") },
    { "size", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Size of the window"), N_ ("WIDTHxHEIGHT") },
    { "select", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Select the entity of this name"),
      N_ ("NAME") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Use the dark style"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

DlApplication *
dl_application_new (void)
{
  return g_object_new (DL_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

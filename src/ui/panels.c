/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panels.h"

#include <adwaita.h>

#include "entity-list.h"
#include "map-view.h"
#include "settings.h"
#include "narrow-panels.h"
#include "timeline-view.h"

/**
 * DlPanels:
 *
 * The four panels, arranged for the width that there is.  The panels are made once and
 * move between the slots of two arrangements, side by side and one at a time, so that
 * what they hold stays as it was.
 *
 * Written with classes that are undeprecated from libadwaita 1.2 on: AdwFlap is gone
 * where AdwBreakpoint and AdwMultiLayoutView are, and those are not in 1.2.
 *
 * 1. The widget asks for no more width than the narrow layout needs, so that a window in
 *    the wide layout can be made narrow; what does not fit for one frame is clipped.
 * 2. The layout follows the allocated width, and changes outside of the allocation.
 * 3. The first frame shows the article; the other panels are made right after it.
 */

/* Of a small phone, px. */
#define MINIMUM_WIDTH 360
#define MINIMUM_HEIGHT 240

/* In the order of the slots. */
enum
{
  PANEL_ARTICLE,
  PANEL_MAP,
  PANEL_TIMELINE,
  PANEL_ENTITIES,
  N_PANELS
};

static const char *const panel_names[N_PANELS] = { "article", "map", "timeline", "entities" };

struct _DlPanels
{
  GtkWidget parent_instance;

  DlSession *session; /* or NULL */
  DlPanelsLayout layout;
  guint layout_id; /* source that follows the width, or 0 */
  guint fill_id;   /* source that makes the other panels, or 0 */

  GtkStack *arrangements;
  DlWidePanels *wide;
  DlNarrowPanels *narrow; /* child of the arrangements; NULL: was never narrow */

  DlArticleView *article;
  DlEntityList *entities; /* NULL, like the other two, before the first frame; by (3) */
  DlMapView *map;
  GSettings *settings; /* or NULL */
};

G_DEFINE_FINAL_TYPE (DlPanels, dl_panels, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_LAYOUT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static DlPanelsLayout
choose_layout (DlPanels *self, int width)
{
  return dl_panels_layout_choose (width, gtk_widget_get_settings (GTK_WIDGET (self)));
}

static AdwBin *
get_slot (DlPanels *self, gboolean narrow, guint panel)
{
  return narrow ? dl_narrow_panels_get_slot (self->narrow, panel_names[panel])
                : dl_wide_panels_get_slot (self->wide, panel_names[panel]);
}

static void
ensure_narrow (DlPanels *self)
{
  if (self->narrow != NULL)
    return;

  self->narrow = DL_NARROW_PANELS (dl_narrow_panels_new ());
  gtk_stack_add_named (self->arrangements, GTK_WIDGET (self->narrow), "narrow");
}

static void
move_panels (DlPanels *self, gboolean narrow)
{
  for (guint i = 0; i < N_PANELS; i++)
    {
      AdwBin *from = get_slot (self, !narrow, i);
      GtkWidget *child = adw_bin_get_child (from);

      if (child == NULL)
        continue;

      g_object_ref (child);
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (get_slot (self, narrow, i), child);
      g_object_unref (child);
    }
}

static void
set_layout (DlPanels *self, DlPanelsLayout layout, int width, int height)
{
  gboolean narrow = layout == DL_PANELS_NARROW, was_narrow = self->layout == DL_PANELS_NARROW;

  if (self->layout == layout)
    return;

  self->layout = layout;
  if (narrow)
    ensure_narrow (self);
  if (narrow != was_narrow)
    move_panels (self, narrow);
  gtk_stack_set_visible_child_name (self->arrangements, narrow ? "narrow" : "wide");

  dl_wide_panels_set_layout (self->wide, layout);
  dl_wide_panels_divide (self->wide, width, height);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static gboolean
follow_width_cb (gpointer user_data)
{
  DlPanels *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->layout_id = 0;
  set_layout (self, choose_layout (self, width), width, gtk_widget_get_height (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

/* By (1).  A window's size is not for its content to choose, so that nothing needs to be
 * measured here. */
static void
dl_panels_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
}

/* By (2). */
static void
dl_panels_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlPanels *self = DL_PANELS (widget);
  GtkWidget *child = GTK_WIDGET (self->arrangements);
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  least_width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ 0, 0, least_width, MAX (height, least_height) },
                            baseline);

  if (self->layout_id == 0 && choose_layout (self, width) != self->layout)
    self->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, self, NULL);
}

static void
add_panel (DlPanels *self, guint panel, GtkWidget *widget)
{
  g_object_bind_property (self, "session", widget, "session", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (get_slot (self, self->layout == DL_PANELS_NARROW, panel), widget);
}

static void
fill (DlPanels *self)
{
  if (self->entities != NULL)
    return;

  self->entities = DL_ENTITY_LIST (dl_entity_list_new ());
  add_panel (self, PANEL_ENTITIES, GTK_WIDGET (self->entities));
  self->map = DL_MAP_VIEW (dl_map_view_new ());
  add_panel (self, PANEL_MAP, GTK_WIDGET (self->map));
  dl_settings_bind (self->settings, "map-shading", self->map, "shading");
  dl_settings_bind (self->settings, "map-listed", self->map, "listed");
  add_panel (self, PANEL_TIMELINE, dl_timeline_view_new ());
}

static gboolean
fill_cb (gpointer user_data)
{
  DlPanels *self = user_data;

  self->fill_id = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* By (3). */
static void
dl_panels_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DlPanels *self = DL_PANELS (widget);

  GTK_WIDGET_CLASS (dl_panels_parent_class)->snapshot (widget, snapshot);

  if (self->entities == NULL && self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlPanels *self = DL_PANELS (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlPanels *self = DL_PANELS (object);

  switch (property)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_panels_dispose (GObject *object)
{
  DlPanels *self = DL_PANELS (object);

  g_clear_object (&self->settings);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_PANELS);

  G_OBJECT_CLASS (dl_panels_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = readable | G_PARAM_WRITABLE;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION, settable);
  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, DL_TYPE_PANELS_LAYOUT, DL_PANELS_WIDE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dl_panels_class_init (DlPanelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_panels_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  widget_class->measure = dl_panels_measure;
  widget_class->size_allocate = dl_panels_size_allocate;
  widget_class->snapshot = dl_panels_snapshot;
  install_properties (object_class);

  g_type_ensure (DL_TYPE_WIDE_PANELS);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/panels.ui");
  gtk_widget_class_bind_template_child (widget_class, DlPanels, arrangements);
  gtk_widget_class_bind_template_child (widget_class, DlPanels, wide);
}

static void
dl_panels_init (DlPanels *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->article = DL_ARTICLE_VIEW (dl_article_view_new ());
  add_panel (self, PANEL_ARTICLE, GTK_WIDGET (self->article));
}

DlPanelsLayout
dl_panels_get_layout (DlPanels *self)
{
  g_return_val_if_fail (DL_IS_PANELS (self), DL_PANELS_WIDE);

  return self->layout;
}

/**
 * dl_panels_prepare:
 * @width: the width that the panels will have, px
 * @height: their height, px
 *
 * Chooses the layout before the first frame instead of after it.
 */
void
dl_panels_prepare (DlPanels *self, int width, int height)
{
  g_return_if_fail (DL_IS_PANELS (self));

  set_layout (self, choose_layout (self, width), width, height);
  dl_wide_panels_divide (self->wide, width, height);
}

/**
 * dl_panels_get_wide:
 *
 * Returns: (transfer none): the arrangement side by side, whose parts fold away
 */
DlWidePanels *
dl_panels_get_wide (DlPanels *self)
{
  g_return_val_if_fail (DL_IS_PANELS (self), NULL);

  return self->wide;
}

/* A switcher that shows another panel moves the focus into it by itself, and a second time would
 * be to the next. */
static void
focus_panel (DlPanels *self, GtkWidget *panel)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, panel))
    gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD);
}

/**
 * dl_panels_show_panel:
 * @name: “article”, “map”, “timeline” or “entities”
 *
 * Brings the panel into sight and the focus into it.
 */
void
dl_panels_show_panel (DlPanels *self, const char *name)
{
  gboolean narrow;

  g_return_if_fail (DL_IS_PANELS (self));

  narrow = self->layout == DL_PANELS_NARROW;
  fill (self);
  if (narrow)
    dl_narrow_panels_show_slot (self->narrow, name);
  else
    dl_wide_panels_show_slot (self->wide, name);

  for (guint i = 0; i < N_PANELS; i++)
    if (g_str_equal (panel_names[i], name))
      focus_panel (self, adw_bin_get_child (get_slot (self, narrow, i)));
}

void
dl_panels_focus_search (DlPanels *self)
{
  g_return_if_fail (DL_IS_PANELS (self));

  dl_panels_show_panel (self, "entities");
  dl_entity_list_focus_search (self->entities);
}

/**
 * dl_panels_find:
 *
 * Lets the reader look for words in the article.
 */
void
dl_panels_find (DlPanels *self)
{
  g_return_if_fail (DL_IS_PANELS (self));

  dl_panels_show_panel (self, "article");
  gtk_widget_activate_action (GTK_WIDGET (self->article), "article.find", NULL);
}

/**
 * dl_panels_find_step:
 * @step: 1 for the next place that was found, -1 for the one before
 */
void
dl_panels_find_step (DlPanels *self, int step)
{
  g_return_if_fail (DL_IS_PANELS (self));

  if (self->layout == DL_PANELS_NARROW)
    dl_narrow_panels_show_slot (self->narrow, "article");
  gtk_widget_activate_action (GTK_WIDGET (self->article), "article.find-step", "i", step);
}

/**
 * dl_panels_get_article_view:
 *
 * Returns: (transfer none): the panel that has the article's text
 */
DlArticleView *
dl_panels_get_article_view (DlPanels *self)
{
  g_return_val_if_fail (DL_IS_PANELS (self), NULL);

  return self->article;
}

/**
 * dl_panels_get_map:
 *
 * Returns: (transfer none) (nullable): what the map is drawn on, or %NULL before the first frame
 */
GtkWidget *
dl_panels_get_map (DlPanels *self)
{
  g_return_val_if_fail (DL_IS_PANELS (self), NULL);

  return self->map != NULL ? GTK_WIDGET (dl_map_view_get_canvas (self->map)) : NULL;
}

/**
 * dl_panels_is_busy:
 *
 * Returns: whether something that is shown is still being drawn or moves
 */
gboolean
dl_panels_is_busy (DlPanels *self)
{
  g_return_val_if_fail (DL_IS_PANELS (self), FALSE);

  return self->map != NULL && dl_map_canvas_is_busy (dl_map_view_get_canvas (self->map));
}

/**
 * dl_panels_set_settings:
 * @settings: (nullable): where the panels remember how they are arranged and looked at
 */
void
dl_panels_set_settings (DlPanels *self, GSettings *settings)
{
  g_return_if_fail (DL_IS_PANELS (self));

  g_set_object (&self->settings, settings);
  dl_settings_bind (settings, "show-entities", self->wide, "wide-sidebar");
  dl_settings_bind (settings, "show-details", self->wide, "wide-details");
  dl_settings_bind (settings, "article-share", self->wide, "article-share");
  dl_settings_bind (settings, "map-share", self->wide, "map-share");
}

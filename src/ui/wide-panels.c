/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wide-panels.h"

/**
 * DlWidePanels:
 *
 * Slots for the four panels side by side: the entities in a sidebar, the article, and the
 * details, which are the map above the timeline.  The sidebar and the details fold away, and
 * the reader divides what is left.
 *
 * 1. The shares of the panels follow the reader's hand alone: where an allocation or a layout
 *    moves a divider, nothing is remembered.
 * 2. What the reader folds away is remembered in the wide layout alone: the others fold to
 *    make room.
 */

/* How the space beside the sidebar is divided until the reader divides it otherwise. */
#define SIDEBAR_WIDTH 220
#define ARTICLE_SHARE 0.55
#define MAP_SHARE 0.42
#define LEAST_SHARE 0.1
#define MOST_SHARE 0.9

static const char *const slots[] = { "article", "map", "timeline", "entities" };

struct _DlWidePanels
{
  GtkWidget parent_instance;

  DlPanelsLayout layout;
  gboolean arranging;    /* the dividers move, and not by the reader's hand */
  gboolean wide_sidebar; /* what the reader wants to see in the wide layout */
  gboolean wide_details;
  double article_share; /* of the width beside the sidebar */
  double map_share;     /* of the height of the details */

  GtkPaned *columns;
  GtkPaned *details;
  GtkRevealer *sidebar;
};

G_DEFINE_FINAL_TYPE (DlWidePanels, dl_wide_panels, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR_SHOWN,
  PROP_DETAILS_SHOWN,
  PROP_WIDE_SIDEBAR,
  PROP_WIDE_DETAILS,
  PROP_ARTICLE_SHARE,
  PROP_MAP_SHARE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_wide_sidebar (DlWidePanels *self, gboolean shown)
{
  if (self->wide_sidebar == shown)
    return;

  self->wide_sidebar = shown;
  if (self->layout == DL_PANELS_WIDE)
    dl_wide_panels_set_sidebar_shown (self, shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE_SIDEBAR]);
}

static void
set_wide_details (DlWidePanels *self, gboolean shown)
{
  if (self->wide_details == shown)
    return;

  self->wide_details = shown;
  if (self->layout == DL_PANELS_WIDE)
    dl_wide_panels_set_details_shown (self, shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE_DETAILS]);
}

/* By (1). */
static void
remember_share (DlWidePanels *self, GtkPaned *paned, int length, double *share, guint property)
{
  if (self->arranging || length <= 0)
    return;

  *share = CLAMP ((double) gtk_paned_get_position (paned) / length, LEAST_SHARE, MOST_SHARE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
columns_moved_cb (DlWidePanels *self)
{
  remember_share (self, self->columns, gtk_widget_get_width (GTK_WIDGET (self->columns)),
                  &self->article_share, PROP_ARTICLE_SHARE);
}

static void
details_moved_cb (DlWidePanels *self)
{
  remember_share (self, self->details, gtk_widget_get_height (GTK_WIDGET (self->details)),
                  &self->map_share, PROP_MAP_SHARE);
}

static void
dl_wide_panels_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* By (1). */
static void
dl_wide_panels_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlWidePanels *self = DL_WIDE_PANELS (widget);

  self->arranging = TRUE;
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
  self->arranging = FALSE;
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlWidePanels *self = DL_WIDE_PANELS (object);

  switch (property)
    {
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, dl_wide_panels_get_sidebar_shown (self));
      break;
    case PROP_DETAILS_SHOWN:
      g_value_set_boolean (value, dl_wide_panels_get_details_shown (self));
      break;
    case PROP_WIDE_SIDEBAR:
      g_value_set_boolean (value, self->wide_sidebar);
      break;
    case PROP_WIDE_DETAILS:
      g_value_set_boolean (value, self->wide_details);
      break;
    case PROP_ARTICLE_SHARE:
      g_value_set_double (value, self->article_share);
      break;
    case PROP_MAP_SHARE:
      g_value_set_double (value, self->map_share);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlWidePanels *self = DL_WIDE_PANELS (object);

  switch (property)
    {
    case PROP_SIDEBAR_SHOWN:
      dl_wide_panels_set_sidebar_shown (self, g_value_get_boolean (value));
      break;
    case PROP_DETAILS_SHOWN:
      dl_wide_panels_set_details_shown (self, g_value_get_boolean (value));
      break;
    case PROP_WIDE_SIDEBAR:
      set_wide_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_WIDE_DETAILS:
      set_wide_details (self, g_value_get_boolean (value));
      break;
    case PROP_ARTICLE_SHARE:
      self->article_share = g_value_get_double (value);
      break;
    case PROP_MAP_SHARE:
      self->map_share = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_wide_panels_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DL_TYPE_WIDE_PANELS);

  G_OBJECT_CLASS (dl_wide_panels_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, flags);
  properties[PROP_DETAILS_SHOWN] = g_param_spec_boolean ("details-shown", NULL, NULL, TRUE, flags);
  properties[PROP_WIDE_SIDEBAR] = g_param_spec_boolean ("wide-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_WIDE_DETAILS] = g_param_spec_boolean ("wide-details", NULL, NULL, TRUE, flags);
  properties[PROP_ARTICLE_SHARE] = g_param_spec_double ("article-share", NULL, NULL, LEAST_SHARE,
                                                        MOST_SHARE, ARTICLE_SHARE, flags);
  properties[PROP_MAP_SHARE] =
    g_param_spec_double ("map-share", NULL, NULL, LEAST_SHARE, MOST_SHARE, MAP_SHARE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dl_wide_panels_class_init (DlWidePanelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_wide_panels_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  widget_class->measure = dl_wide_panels_measure;
  widget_class->size_allocate = dl_wide_panels_size_allocate;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/wide-panels.ui");
  gtk_widget_class_bind_template_child (widget_class, DlWidePanels, columns);
  gtk_widget_class_bind_template_child (widget_class, DlWidePanels, details);
  gtk_widget_class_bind_template_child (widget_class, DlWidePanels, sidebar);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    gtk_widget_class_bind_template_child_full (widget_class, slots[i], FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, columns_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_moved_cb);
}

static void
dl_wide_panels_init (DlWidePanels *self)
{
  self->wide_sidebar = self->wide_details = TRUE;
  self->article_share = ARTICLE_SHARE;
  self->map_share = MAP_SHARE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dl_wide_panels_get_slot:
 * @name: “article”, “map”, “timeline” or “entities”
 *
 * Returns: (transfer none): where the panel goes
 */
AdwBin *
dl_wide_panels_get_slot (DlWidePanels *self, const char *name)
{
  g_return_val_if_fail (DL_IS_WIDE_PANELS (self), NULL);

  return ADW_BIN (gtk_widget_get_template_child (GTK_WIDGET (self), DL_TYPE_WIDE_PANELS, name));
}

/* Unfolds what the slot is in. */
void
dl_wide_panels_show_slot (DlWidePanels *self, const char *name)
{
  g_return_if_fail (DL_IS_WIDE_PANELS (self));

  if (g_str_equal (name, "entities"))
    dl_wide_panels_set_sidebar_shown (self, TRUE);
  else if (!g_str_equal (name, "article"))
    dl_wide_panels_set_details_shown (self, TRUE);
}

/* Folds what @layout has no room for.  By (2). */
void
dl_wide_panels_set_layout (DlWidePanels *self, DlPanelsLayout layout)
{
  g_return_if_fail (DL_IS_WIDE_PANELS (self));

  self->layout = layout;
  if (layout == DL_PANELS_WIDE)
    {
      dl_wide_panels_set_sidebar_shown (self, self->wide_sidebar);
      dl_wide_panels_set_details_shown (self, self->wide_details);
    }
  else
    {
      dl_wide_panels_set_sidebar_shown (self, FALSE);
      dl_wide_panels_set_details_shown (self, layout == DL_PANELS_MEDIUM);
    }
}

/**
 * dl_wide_panels_divide:
 * @width: of all panels, px
 * @height: of all panels, px; 0 where it is not known yet
 *
 * Puts the dividers where the reader had them.
 */
void
dl_wide_panels_divide (DlWidePanels *self, int width, int height)
{
  g_return_if_fail (DL_IS_WIDE_PANELS (self));

  if (dl_wide_panels_get_sidebar_shown (self))
    width -= SIDEBAR_WIDTH;

  self->arranging = TRUE;
  gtk_paned_set_position (self->columns, width * self->article_share);
  if (height > 0)
    gtk_paned_set_position (self->details, height * self->map_share);
  self->arranging = FALSE;
}

gboolean
dl_wide_panels_get_sidebar_shown (DlWidePanels *self)
{
  g_return_val_if_fail (DL_IS_WIDE_PANELS (self), FALSE);

  return gtk_revealer_get_reveal_child (self->sidebar);
}

/**
 * dl_wide_panels_set_sidebar_shown:
 *
 * Where there is no room for both, the details make place for the sidebar.
 */
void
dl_wide_panels_set_sidebar_shown (DlWidePanels *self, gboolean shown)
{
  g_return_if_fail (DL_IS_WIDE_PANELS (self));

  if (dl_wide_panels_get_sidebar_shown (self) == shown)
    return;

  gtk_revealer_set_reveal_child (self->sidebar, shown);
  if (self->layout == DL_PANELS_WIDE)
    set_wide_sidebar (self, shown);
  else if (shown)
    dl_wide_panels_set_details_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN]);
}

gboolean
dl_wide_panels_get_details_shown (DlWidePanels *self)
{
  g_return_val_if_fail (DL_IS_WIDE_PANELS (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->details));
}

/* As the sidebar, the other way round. */
void
dl_wide_panels_set_details_shown (DlWidePanels *self, gboolean shown)
{
  g_return_if_fail (DL_IS_WIDE_PANELS (self));

  if (dl_wide_panels_get_details_shown (self) == shown)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->details), shown);
  if (self->layout == DL_PANELS_WIDE)
    set_wide_details (self, shown);
  else if (shown)
    dl_wide_panels_set_sidebar_shown (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS_SHOWN]);
}

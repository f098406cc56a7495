/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity-list.h"

#include "entity-card.h"
#include "entity-item.h"
#include "entity-row.h"
#include "gradual-list.h"
#include "latest.h"

/**
 * DlEntityList:
 *
 * The entities panel: everything that is named, by kind, with a search.
 */

/* The rows of so many entities are there within a quarter of a frame. */
#define FEW_ENTITIES 1000

struct _DlEntityList
{
  GtkWidget parent_instance;

  DlSession *session; /* or NULL */
  GSignalGroup *signals;
  DlGradualList *rows; /* of DlEntityItem */
  DlLatest *latest;    /* finds the rows; NULL once it is disposed of */
  DlEntityOrder order;
  gboolean following; /* the selection is set by the session, not by the reader */

  GtkWidget *box;
  GtkEditable *search_entry;
  GtkListView *list_view;
  GtkStack *stack;
  GtkSingleSelection *selection;
  DlEntityCard *card; /* made when it is first opened, or NULL */
};

G_DEFINE_FINAL_TYPE (DlEntityList, dl_entity_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Of all rows, shown or not. */
static guint
count_items (DlEntityList *self)
{
  GListModel *rows = dl_gradual_list_get_rows (self->rows);

  return rows != NULL ? dl_list_get_length (DL_LIST (rows)) : 0;
}

static DlEntityItem *
get_item (DlEntityList *self, guint position)
{
  return dl_list_get (DL_LIST (dl_gradual_list_get_rows (self->rows)), position);
}

static guint
find_entity (DlEntityList *self, guint entity)
{
  guint n_items = count_items (self);

  for (guint i = 0; i < n_items && entity != DL_NONE; i++)
    if (dl_entity_item_get_entity (get_item (self, i)) == entity)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
follow_session (DlEntityList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->session != NULL)
    position = find_entity (self, dl_session_get_entity (self->session));
  if (position != GTK_INVALID_LIST_POSITION)
    dl_gradual_list_reach (self->rows, position);

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
show_rows (DlEntityList *self, DlList *rows)
{
  const char *search = gtk_editable_get_text (self->search_entry);

  self->following = TRUE;
  if (rows != NULL)
    dl_gradual_list_set_rows (self->rows, G_LIST_MODEL (rows));
  else
    dl_gradual_list_clear (self->rows);
  self->following = FALSE;

  gtk_stack_set_visible_child_name (self->stack, count_items (self) > 0 ? "list"
                                                 : rows == NULL         ? "waiting"
                                                 : *search != '\0'      ? "unmatched"
                                                                        : "none");
  follow_session (self);
}

typedef struct
{
  DlAnnotations *annotations;
  char *search;
  DlEntityOrder order;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->annotations);
  g_free (request->search);
  g_free (request);
}

static gpointer
find_rows (gconstpointer data, GCancellable *cancellable)
{
  const Request *request = data;

  return dl_entity_item_list_all (request->annotations, request->search, request->order);
}

static void
rows_found_cb (gpointer result, gpointer user_data)
{
  g_autoptr (DlList) rows = result;

  show_rows (user_data, rows);
}

/* Until the new rows are found the old ones stay. */
static void
refill (DlEntityList *self)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  Request *request;

  if (annotations == NULL)
    return;

  request = g_new (Request, 1);
  request->annotations = g_object_ref (annotations);
  request->search = g_strdup (gtk_editable_get_text (self->search_entry));
  request->order = self->order;
  dl_latest_ask (self->latest, request,
                 dl_annotations_get_n_entities (annotations) <= FEW_ENTITIES);
}

/* The old rows are of entities that are no more. */
static void
annotations_cb (DlEntityList *self)
{
  dl_latest_cancel (self->latest);
  show_rows (self, NULL);
  refill (self);
}

/* Enter in the search takes the first that is found. */
static void
search_activate_cb (DlEntityList *self)
{
  guint n_items = count_items (self);

  for (guint i = 0; i < n_items && self->session != NULL; i++)
    {
      DlEntityItem *item = get_item (self, i);

      if (!dl_entity_item_is_heading (item))
        {
          dl_session_select_entity (self->session, dl_entity_item_get_entity (item));
          return;
        }
    }
}

static void
selected_cb (DlEntityList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->following || position == GTK_INVALID_LIST_POSITION || self->session == NULL)
    return;
  if (!dl_entity_item_is_heading (get_item (self, position)))
    dl_session_select_entity (self->session, dl_entity_item_get_entity (get_item (self, position)));
}

static DlEntityCard *
get_card (DlEntityList *self)
{
  if (self->card == NULL)
    {
      self->card = DL_ENTITY_CARD (dl_entity_card_new ());
      gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_RIGHT);
      gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
    }
  dl_entity_card_set_session (self->card, self->session);

  return self->card;
}

static void
activate_cb (DlEntityList *self, guint position)
{
  DlEntityItem *item = get_item (self, position);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;

  if (dl_entity_item_is_heading (item))
    return;

  dl_session_select_entity (self->session, dl_entity_item_get_entity (item));
  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (get_card (self)),
                                 &(GdkRectangle){ bounds.origin.x, bounds.origin.y,
                                                  bounds.size.width, bounds.size.height });
  dl_entity_card_popup (get_card (self), dl_session_get_mention (self->session), DL_CARD_MODAL);
}

static void
setup_cb (DlEntityList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, dl_entity_row_new ());
}

static void
bind_cb (DlEntityList *self, GtkListItem *list_item)
{
  DlEntityItem *item = gtk_list_item_get_item (list_item);
  gboolean heading = dl_entity_item_is_heading (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  dl_entity_row_bind (DL_ENTITY_ROW (gtk_list_item_get_child (list_item)), self->session, item);
}

static void
unbind_cb (DlEntityList *self, GtkListItem *list_item)
{
  dl_entity_row_unbind (DL_ENTITY_ROW (gtk_list_item_get_child (list_item)));
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlEntityList *self = DL_ENTITY_LIST (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SORT:
      g_value_set_enum (value, self->order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_order (DlEntityList *self, DlEntityOrder order)
{
  if (self->order == order)
    return;

  self->order = order;
  refill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlEntityList *self = DL_ENTITY_LIST (object);

  switch (property)
    {
    case PROP_SESSION:
      dl_entity_list_set_session (self, g_value_get_object (value));
      break;
    case PROP_SORT:
      set_order (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_entity_list_dispose (GObject *object)
{
  DlEntityList *self = DL_ENTITY_LIST (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->latest, dl_latest_free);
  g_clear_object (&self->session);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_ENTITY_LIST);

  G_OBJECT_CLASS (dl_entity_list_parent_class)->dispose (object);
}

static void
dl_entity_list_class_init (DlEntityListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dl_entity_list_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION, flags);
  properties[PROP_SORT] =
    g_param_spec_enum ("sort", NULL, NULL, DL_TYPE_ENTITY_ORDER, DL_ENTITY_ORDER_TEXT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DL_TYPE_GRADUAL_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entitylist");
  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/entity-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, box);
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, list_view);
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, stack);
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, selection);
  gtk_widget_class_bind_template_child (widget_class, DlEntityList, rows);
  gtk_widget_class_bind_template_callback (widget_class, refill);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_property_action (widget_class, "entities.sort", "sort");
}

static void
dl_entity_list_init (DlEntityList *self)
{
  self->latest = dl_latest_new (find_rows, free_request, g_object_unref, rows_found_cb, self);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::annotations", G_CALLBACK (annotations_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::selection", G_CALLBACK (follow_session),
                                  self);
}

GtkWidget *
dl_entity_list_new (void)
{
  return g_object_new (DL_TYPE_ENTITY_LIST, NULL);
}

DlSession *
dl_entity_list_get_session (DlEntityList *self)
{
  g_return_val_if_fail (DL_IS_ENTITY_LIST (self), NULL);

  return self->session;
}

void
dl_entity_list_set_session (DlEntityList *self, DlSession *session)
{
  g_return_if_fail (DL_IS_ENTITY_LIST (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  annotations_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dl_entity_list_get_model:
 *
 * Returns: (transfer none): the rows that are shown so far, of #DlEntityItem
 */
GListModel *
dl_entity_list_get_model (DlEntityList *self)
{
  g_return_val_if_fail (DL_IS_ENTITY_LIST (self), NULL);

  return G_LIST_MODEL (self->rows);
}

void
dl_entity_list_focus_search (DlEntityList *self)
{
  g_return_if_fail (DL_IS_ENTITY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity-card.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "kind-swatch.h"
#include "links.h"
#include "words.h"

/**
 * DlEntityCard:
 *
 * A popover that tells all of one entity: what it is, where it is named, and how it was
 * found.  Whoever shows entities has one as a child and pops it up.
 */

/* A country named more often than this is read in the text, not in a card. */
#define MAX_ROWS 100

struct _DlEntityCard
{
  GtkPopover parent_instance;

  DlSession *session; /* or NULL */
  DlEntity *entity;   /* what is shown, or NULL */
  guint mention;      /* by which it is shown, or DL_NONE */
  gboolean pinned;
  gboolean reopening; /* closed only to be opened in another mode */
  GSignalGroup *signals;

  GtkLabel *name_label;
  GtkLabel *kind_label;
  GtkLabel *description_label;
  GtkLabel *count_label;
  GtkLabel *finding_label;
  GtkListBox *mention_list;
  DlKindSwatch *swatch;
  GtkWidget *map_button;
  GtkWidget *timeline_button;
  GtkWidget *pin_button;
};

G_DEFINE_FINAL_TYPE (DlEntityCard, dl_entity_card, GTK_TYPE_POPOVER)

enum
{
  PROP_0,
  PROP_PINNED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
create_row (DlEntityCard *self, guint mention)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  DlSpan span = dl_mention_get_span (dl_annotations_get_mention (annotations, mention));
  g_autofree char *markup = dl_words_quote_markup (annotations, span);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "mention", GUINT_TO_POINTER (mention));

  return row;
}

static void
row_activated_cb (DlEntityCard *self, GtkListBoxRow *row)
{
  guint mention = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "mention"));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-panel", "s", "article");
  dl_session_select_mention (self->session, mention);
}

static void
fill_mentions (DlEntityCard *self, guint mention)
{
  guint n_mentions = dl_entity_get_n_mentions (self->entity);
  g_autofree char *count =
    dl_digits_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->mention_list))) != NULL)
    gtk_list_box_remove (self->mention_list, row);

  for (guint i = 0; i < MIN (n_mentions, MAX_ROWS); i++)
    {
      row = create_row (self, dl_entity_get_mention (self->entity, i));
      gtk_list_box_append (self->mention_list, row);
      if (dl_entity_get_mention (self->entity, i) == mention)
        gtk_list_box_select_row (self->mention_list, GTK_LIST_BOX_ROW (row));
    }

  gtk_label_set_label (self->count_label, count);
}

static gboolean
is_on_timeline (DlEntityCard *self, DlAnnotations *annotations, guint entity)
{
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    if (dl_links_event_has_entity (annotations, i, entity))
      return TRUE;

  return FALSE;
}

/* The name is in letters of the article, whatever the interface's language. */
static void
set_language (GtkLabel *label, const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (language != NULL)
    pango_attr_list_insert (attributes,
                            pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
fill (DlEntityCard *self, DlAnnotations *annotations, const DlMentionFields *mention)
{
  const DlEntityFields *fields = dl_entity_get_fields (self->entity);
  g_autofree char *description = dl_words_describe_entity (self->session, self->entity);
  g_autofree char *finding = dl_words_describe_finding (mention);

  set_language (self->name_label, dl_words_get_language (dl_annotations_get_article (annotations),
                                                         annotations, NULL));
  gtk_label_set_label (self->name_label, fields->name);
  gtk_label_set_label (self->kind_label, dl_words_get_kind (fields->kind));
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label),
                          !g_str_equal (description, dl_words_get_kind (fields->kind)) &&
                            !g_str_equal (description, fields->name));
  gtk_label_set_label (self->finding_label, finding);
  dl_kind_swatch_set_kind (self->swatch, fields->kind);
  gtk_widget_set_visible (self->map_button,
                          dl_links_get_entity_country (annotations, mention->entity) != NULL);
  gtk_widget_set_visible (self->timeline_button,
                          is_on_timeline (self, annotations, mention->entity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fields->name, -1);
  fill_mentions (self, self->mention);
}

static void
reopen (DlEntityCard *self, gboolean autohide)
{
  self->reopening = TRUE;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_popover_set_autohide (GTK_POPOVER (self), autohide);
  gtk_popover_popup (GTK_POPOVER (self));
  self->reopening = FALSE;
}

/* Let go of, it closes: nothing else would close it. */
static void
set_pinned (DlEntityCard *self, gboolean pinned)
{
  if (self->pinned == pinned)
    return;

  self->pinned = pinned;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PINNED]);
  if (pinned && gtk_popover_get_autohide (GTK_POPOVER (self)))
    {
      reopen (self, FALSE);
      gtk_widget_grab_focus (self->pin_button);
    }
  else if (!pinned)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
dl_entity_card_closed (GtkPopover *popover)
{
  if (!DL_ENTITY_CARD (popover)->reopening)
    set_pinned (DL_ENTITY_CARD (popover), FALSE);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_PINNED)
    g_value_set_boolean (value, DL_ENTITY_CARD (object)->pinned);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  if (property == PROP_PINNED)
    set_pinned (DL_ENTITY_CARD (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
show_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlEntityCard *self = DL_ENTITY_CARD (widget);

  /* What the pointer only looked at is not selected yet. */
  if (self->session != NULL && self->mention != dl_session_get_mention (self->session))
    dl_session_select_mention (self->session, self->mention);
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action_variant (widget, "win.show-panel", parameter);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlEntityCard *self = DL_ENTITY_CARD (widget);

  if (self->entity != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), dl_entity_get_name (self->entity));
}

static void
dl_entity_card_dispose (GObject *object)
{
  DlEntityCard *self = DL_ENTITY_CARD (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->entity);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_ENTITY_CARD);

  G_OBJECT_CLASS (dl_entity_card_parent_class)->dispose (object);
}

static void
dl_entity_card_class_init (DlEntityCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dl_entity_card_dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  GTK_POPOVER_CLASS (klass)->closed = dl_entity_card_closed;

  /**
   * DlEntityCard:pinned:
   *
   * Whether it stays open until its reader closes it.
   */
  properties[PROP_PINNED] =
    g_param_spec_boolean ("pinned", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DL_TYPE_KIND_SWATCH);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/entity-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, kind_label);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, description_label);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, count_label);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, finding_label);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, mention_list);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, swatch);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, map_button);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, DlEntityCard, pin_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "card.show-panel", "s", show_panel_action);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_action);
  gtk_widget_class_install_property_action (widget_class, "card.pin", "pinned");
}

static void
dl_entity_card_init (DlEntityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->mention = DL_NONE;

  /* What it shows is a row of annotations that are no more. */
  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::annotations",
                                  G_CALLBACK (gtk_popover_popdown), self);
}

GtkWidget *
dl_entity_card_new (void)
{
  return g_object_new (DL_TYPE_ENTITY_CARD, NULL);
}

void
dl_entity_card_set_session (DlEntityCard *self, DlSession *session)
{
  g_return_if_fail (DL_IS_ENTITY_CARD (self));

  if (g_set_object (&self->session, session))
    g_signal_group_set_target (self->signals, session);
}

/**
 * dl_entity_card_popup:
 * @mention: index of a mention; its entity is shown, and how this mention was found
 *
 * Does nothing for a mention of no entity.
 *
 * Returns: whether it is open
 */
gboolean
dl_entity_card_popup (DlEntityCard *self, guint mention, DlCardMode mode)
{
  DlAnnotations *annotations;
  DlMention *row;

  g_return_val_if_fail (DL_IS_ENTITY_CARD (self), FALSE);

  annotations = self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  row = dl_annotations_get_mention (annotations, mention);
  if (dl_mention_get_entity (row) == DL_NONE)
    return FALSE;

  g_set_object (&self->entity,
                dl_annotations_get_entity (annotations, dl_mention_get_entity (row)));
  self->mention = mention;
  fill (self, annotations, dl_mention_get_fields (row));
  gtk_popover_set_autohide (GTK_POPOVER (self), mode == DL_CARD_MODAL);
  gtk_popover_popup (GTK_POPOVER (self));

  return TRUE;
}

gboolean
dl_entity_card_is_pinned (DlEntityCard *self)
{
  g_return_val_if_fail (DL_IS_ENTITY_CARD (self), FALSE);

  return self->pinned;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "entity-card.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "kind-swatch.h"
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
};

G_DEFINE_FINAL_TYPE (DlEntityCard, dl_entity_card, GTK_TYPE_POPOVER)

static GtkWidget *
create_row (DlEntityCard *self, guint mention)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  DlSpan span = dl_mention_get_span (dl_annotations_get_mention (annotations, mention));
  g_autofree char *markup = dl_words_quote_markup (dl_annotations_get_article (annotations), span);
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
is_on_timeline (DlEntityCard *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    if (dl_session_is_event_lit (self->session, i))
      return TRUE;

  return FALSE;
}

static void
fill (DlEntityCard *self, const DlMentionFields *mention, guint position)
{
  const DlEntityFields *fields = dl_entity_get_fields (self->entity);
  g_autofree char *description = dl_words_describe_entity (self->session, self->entity);
  g_autofree char *finding = dl_words_describe_finding (mention);

  gtk_label_set_label (self->name_label, fields->name);
  gtk_label_set_label (self->kind_label, dl_words_get_kind (fields->kind));
  gtk_label_set_label (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label),
                          !g_str_equal (description, dl_words_get_kind (fields->kind)) &&
                            !g_str_equal (description, fields->name));
  gtk_label_set_label (self->finding_label, finding);
  dl_kind_swatch_set_kind (self->swatch, fields->kind);
  gtk_widget_set_visible (self->map_button, dl_session_get_country (self->session) != NULL);
  gtk_widget_set_visible (self->timeline_button, is_on_timeline (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  fields->name, -1);
  fill_mentions (self, position);
}

static void
show_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
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

  G_OBJECT_CLASS (klass)->dispose = dl_entity_card_dispose;
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
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "card.show-panel", "s", show_panel_action);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_action);
}

static void
dl_entity_card_init (DlEntityCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

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
 */
void
dl_entity_card_popup (DlEntityCard *self, guint mention)
{
  DlAnnotations *annotations;
  DlMention *row;

  g_return_if_fail (DL_IS_ENTITY_CARD (self));

  annotations = self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return;

  row = dl_annotations_get_mention (annotations, mention);
  if (dl_mention_get_entity (row) == DL_NONE)
    return;

  g_set_object (&self->entity,
                dl_annotations_get_entity (annotations, dl_mention_get_entity (row)));
  fill (self, dl_mention_get_fields (row), mention);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-card.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "map-mentions.h"
#include "map-words.h"
#include "words.h"

/**
 * DlMapCard:
 *
 * What the article says of one country or place, a mention at a time; the article follows each
 * step.
 * Its actions: card.previous, card.next, card.show.
 */

struct _DlMapCard
{
  GtkPopover parent_instance;

  DlSession *session;
  char *name;       /* what it tells of */
  char *words;      /* what that is */
  GArray *mentions; /* of guint, or NULL */
  guint position;   /* in @mentions */
  GSignalGroup *signals;

  GtkLabel *name_label;
  GtkLabel *words_label;
  GtkLabel *quote_label;
  GtkLabel *position_label;
  GtkWidget *steps;
  GtkWidget *stepper; /* of more than one mention */
};

G_DEFINE_FINAL_TYPE (DlMapCard, dl_map_card, GTK_TYPE_POPOVER)

/* From the one that is selected, or that which it lies in. */
static void
find_position (DlMapCard *self)
{
  guint selected = dl_session_get_mention (self->session);

  self->position = 0;
  for (guint i = 0; selected != DL_NONE && i < self->mentions->len; i++)
    if (g_array_index (self->mentions, guint, i) <= selected)
      self->position = i;
}

static void
show_quote (DlMapCard *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  guint mention = g_array_index (self->mentions, guint, self->position);
  DlSpan span = dl_mention_get_span (dl_annotations_get_mention (annotations, mention));
  g_autofree char *markup = dl_words_quote_markup (annotations, span);
  /* Translators: which mention of a country is shown, and of how many: “2 of 7”. */
  g_autofree char *position =
    dl_digits_printf (C_ ("mention", "%u of %u"), self->position + 1, self->mentions->len);

  gtk_label_set_markup (self->quote_label, markup);
  gtk_label_set_label (self->position_label, position);
}

static void
update (DlMapCard *self)
{
  gboolean quoted = self->mentions->len > 0;

  gtk_label_set_label (self->name_label, self->name);
  gtk_label_set_label (self->words_label, self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->quote_label), quoted);
  gtk_widget_set_visible (self->steps, quoted);
  gtk_widget_set_visible (self->stepper, self->mentions->len > 1);
  if (quoted)
    show_quote (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.previous", self->mentions->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.next", self->mentions->len > 1);
}

static void
step (DlMapCard *self, int direction)
{
  guint n_mentions = self->mentions != NULL ? self->mentions->len : 0;

  if (n_mentions == 0)
    return;

  self->position = (self->position + n_mentions + direction) % n_mentions;
  show_quote (self);
  dl_session_select_mention (self->session, g_array_index (self->mentions, guint, self->position));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (DL_MAP_CARD (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (DL_MAP_CARD (widget), -1);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlMapCard *self = DL_MAP_CARD (widget);

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (widget, "win.show-panel", "s", "article");
  step (self, 0);
}

static void
dl_map_card_dispose (GObject *object)
{
  DlMapCard *self = DL_MAP_CARD (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_MAP_CARD);

  G_OBJECT_CLASS (dl_map_card_parent_class)->dispose (object);
}

static void
dl_map_card_finalize (GObject *object)
{
  DlMapCard *self = DL_MAP_CARD (object);

  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self->name);
  g_free (self->words);

  G_OBJECT_CLASS (dl_map_card_parent_class)->finalize (object);
}

static void
dl_map_card_class_init (DlMapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_map_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = dl_map_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, MAP_RESOURCES "/map-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, words_label);
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, quote_label);
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, position_label);
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, steps);
  gtk_widget_class_bind_template_child (widget_class, DlMapCard, stepper);

  gtk_widget_class_install_action (widget_class, "card.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "card.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "card.show", NULL, show_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "card.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "card.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "card.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "card.previous", NULL);
}

static void
dl_map_card_init (DlMapCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* What it shows is a row of annotations that are no more. */
  self->signals = g_signal_group_new (DL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::annotations",
                                  G_CALLBACK (gtk_popover_popdown), self);
}

GtkWidget *
dl_map_card_new (void)
{
  return g_object_new (DL_TYPE_MAP_CARD, NULL);
}

static void
popup (DlMapCard *self, DlSession *session, const char *name, char *words, GArray *mentions)
{
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->signals, session);
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->words);
  self->words = words;
  g_clear_pointer (&self->mentions, g_array_unref);
  self->mentions = mentions;

  find_position (self);
  update (self);
  gtk_popover_popup (GTK_POPOVER (self));
}

/**
 * dl_map_card_popup_country:
 * @code: ISO 3166-1 alpha-2
 *
 * Shows the country from the mention that is selected, or else from its first one.
 *
 * Returns: whether the article has anything to say of it
 */
gboolean
dl_map_card_popup_country (DlMapCard *self, DlSession *session, const char *code)
{
  DlAnnotations *annotations;
  guint position;

  g_return_val_if_fail (DL_IS_MAP_CARD (self), FALSE);
  g_return_val_if_fail (DL_IS_SESSION (session), FALSE);

  annotations = dl_session_get_annotations (session);
  position = annotations != NULL ? dl_annotations_find_country (annotations, code) : DL_NONE;
  if (position == DL_NONE)
    return FALSE;

  popup (self, session, dl_session_get_country_name (session, code),
         dl_map_dup_country_part (session, code),
         dl_map_mentions_new (session, dl_annotations_get_country (annotations, position)));

  return TRUE;
}

/**
 * dl_map_card_popup_place:
 * @entity: index of a place
 *
 * Shows the place from the mention that is selected, or else from its first one.
 */
void
dl_map_card_popup_place (DlMapCard *self, DlSession *session, guint entity)
{
  DlEntity *row;

  g_return_if_fail (DL_IS_MAP_CARD (self));
  g_return_if_fail (DL_IS_SESSION (session));

  row = dl_annotations_get_entity (dl_session_get_annotations (session), entity);
  popup (self, session, dl_entity_get_name (row), dl_words_describe_entity (session, row),
         dl_map_mentions_new_of_place (row));
}

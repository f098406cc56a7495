/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-row.h"

#include <glib/gi18n.h>

#include "columns-layout.h"
#include "digits.h"
#include "event-format.h"
#include "wrap-layout.h"

/**
 * DlEventRow:
 *
 * One event in words: when, how that is known, what, who, and the sentence that tells it.
 *
 * Emits ::jump when the reader presses the sentence.
 */

/* Chips in a row: two lines of a narrow panel.  The rest is counted. */
#define CHIPS_MAX 6

struct _DlEventRow
{
  GtkWidget parent_instance;

  GtkWidget *column;
  GtkLabel *heading;
  GtkWidget *card;
  GtkLabel *date;
  GtkLabel *notes;
  GtkLabel *what;
  GtkWidget *actors;
  GtkWidget *quote;
  GtkLabel *quote_label;
  GtkLabel *source;

  DlSession *session; /* while bound */
  guint event;
};

G_DEFINE_FINAL_TYPE (DlEventRow, dl_event_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_JUMP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
quote_clicked_cb (DlEventRow *self)
{
  g_signal_emit (self, signals[SIGNAL_JUMP], 0);
}

static void
chip_clicked_cb (GtkButton *chip, DlEventRow *self)
{
  guint entity = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "entity"));

  dl_session_select_entity (self->session, entity);
}

static void
clear_chips (DlEventRow *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (self->actors)) != NULL)
    gtk_widget_unparent (chip);
}

/* Words of the article are shaped and broken into lines as its language asks, not that of
 * the interface. */
static void
set_language (GtkLabel *label, DlAnnotations *annotations)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLanguage *language = pango_language_from_string (dl_annotations_get_language (annotations));

  pango_attr_list_insert (attributes, pango_attr_language_new (language));
  gtk_label_set_attributes (label, attributes);
}

static void
add_chip (DlEventRow *self, DlAnnotations *annotations, guint entity)
{
  const char *name = dl_entity_get_name (dl_annotations_get_entity (annotations, entity));
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *chip = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  set_language (GTK_LABEL (label), annotations);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "entity", GUINT_TO_POINTER (entity));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, 0);
  gtk_widget_set_parent (chip, self->actors);
}

static void
add_rest (DlEventRow *self, guint n_rest)
{
  /* Translators: so many more actors than there is room for */
  g_autofree char *text = dl_digits_printf (C_ ("actors", "+%u"), n_rest);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, self->actors);
}

static void
show_actors (DlEventRow *self, DlAnnotations *annotations, const DlEventFields *fields)
{
  guint n_chips = fields->n_actors > CHIPS_MAX ? CHIPS_MAX - 1 : fields->n_actors;

  clear_chips (self);
  for (guint i = 0; i < n_chips; i++)
    add_chip (self, annotations, fields->actors[i].entity);
  if (fields->n_actors > n_chips)
    add_rest (self, fields->n_actors - n_chips);
  gtk_widget_set_visible (self->actors, fields->n_actors > 0);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_date (DlEventRow *self, DlEvent *event, DlAnnotations *annotations)
{
  DlClock clock = dl_session_get_clock (self->session);
  g_autofree char *date = dl_event_format_date (event, annotations, clock);
  g_auto (GStrv) notes = dl_event_format_notes (event, annotations, clock);
  /* Translators: between the notes under a date */
  g_autofree char *note = g_strjoinv (C_ ("notes", " · "), notes);
  DlDate *value = dl_event_get_date (event);

  gtk_label_set_label (self->date, date);
  gtk_widget_set_visible (GTK_WIDGET (self->date), value != NULL);
  show_label (self->notes, note);
  gtk_widget_set_tooltip_text (gtk_widget_get_parent (GTK_WIDGET (self->date)),
                               dl_event_get_fields (event)->reason);
}

static void
show_source (DlEventRow *self, DlEvent *event)
{
  g_autofree char *source = dl_event_dup_source (event);

  show_label (self->source, source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), source);
  if (source != NULL)
    gtk_widget_add_css_class (self->card, "background-fact");
  else
    gtk_widget_remove_css_class (self->card, "background-fact");
}

/* The list's own row widget is what a screen reader comes to. */
static void
describe (DlEventRow *self, DlEvent *event, DlAnnotations *annotations)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentence =
    dl_event_describe (event, annotations, dl_session_get_clock (self->session));

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                    -1);
}

static void
update_lit (DlEventRow *self)
{
  if (dl_session_has_selection (self->session) && dl_session_get_event (self->session) == DL_NONE &&
      !dl_session_is_event_lit (self->session, self->event))
    gtk_widget_add_css_class (self->card, "unlit");
  else
    gtk_widget_remove_css_class (self->card, "unlit");
}

static void
dl_event_row_dispose (GObject *object)
{
  DlEventRow *self = DL_EVENT_ROW (object);

  dl_event_row_unbind (self);
  if (self->actors != NULL)
    clear_chips (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_EVENT_ROW);

  G_OBJECT_CLASS (dl_event_row_parent_class)->dispose (object);
}

static void
dl_event_row_class_init (DlEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_event_row_dispose;

  /**
   * DlEventRow::jump:
   *
   * The sentence was pressed: the reader wants to see it in the article.
   */
  signals[SIGNAL_JUMP] = g_signal_new ("jump", DL_TYPE_EVENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  g_type_ensure (DL_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (DL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/dateline/Dateline/timeline/event-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, column);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, heading);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, card);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, date);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, notes);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, what);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, actors);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, quote);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, quote_label);
  gtk_widget_class_bind_template_child (widget_class, DlEventRow, source);
  gtk_widget_class_bind_template_callback (widget_class, quote_clicked_cb);
}

static void
dl_event_row_init (DlEventRow *self)
{
  self->event = DL_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dl_event_row_new (void)
{
  return g_object_new (DL_TYPE_EVENT_ROW, NULL);
}

/**
 * dl_event_row_bind:
 * @session: has annotations
 * @event: index of the event to show
 * @heading: (nullable): of the section that begins here
 */
void
dl_event_row_bind (DlEventRow *self, DlSession *session, guint event, const char *heading)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  DlEvent *row = dl_annotations_get_event (annotations, event);
  const DlEventFields *fields = dl_event_get_fields (row);
  g_autofree char *quote = dl_event_dup_quote (row, annotations);

  g_return_if_fail (DL_IS_EVENT_ROW (self));

  g_set_object (&self->session, session);
  self->event = event;
  g_signal_connect_swapped (session, "notify::selection", G_CALLBACK (update_lit), self);

  show_label (self->heading, heading);
  show_date (self, row, annotations);
  gtk_label_set_label (self->what, fields->what);
  set_language (self->what, annotations);
  set_language (self->quote_label, annotations);
  show_actors (self, annotations, fields);
  show_label (self->quote_label, quote);
  gtk_widget_set_visible (self->quote, quote != NULL);
  show_source (self, row);
  describe (self, row, annotations);
  update_lit (self);
}

/**
 * dl_event_row_unbind:
 *
 * Lets go of the session; the row may be bound again.
 */
void
dl_event_row_unbind (DlEventRow *self)
{
  g_return_if_fail (DL_IS_EVENT_ROW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  self->event = DL_NONE;
}

guint
dl_event_row_get_event (DlEventRow *self)
{
  g_return_val_if_fail (DL_IS_EVENT_ROW (self), DL_NONE);

  return self->event;
}

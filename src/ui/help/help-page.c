/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "help-page.h"

#include <adwaita.h>

/* Makes widgets of a page of the manual.  The pages are a small part of Mallard 1.0: page,
 * title, section, p, list, steps, terms, note and media as blocks; em, gui, key and link in
 * them.  They come with the program, as a resource: the manual is there where no help
 * browser is, and in a sandbox. */

#define FOLDER DL_RESOURCES "/help/"
#define SPACE 10
#define SECTION_SPACE 14

/* A keyboard shortcut beside its meaning. */
#define KEYS_WIDTH 128

typedef struct
{
  const char *folder;
  char *title;      /* of the page, once it was met */
  GPtrArray *boxes; /* of GtkBox, borrowed: where blocks go, the innermost last */
  GString *text;    /* Pango markup of the paragraph or title under way, or NULL */
  guint depth;      /* of sections */
  guint number;     /* of the next step, 0 in other lists */
} Builder;

static const struct
{
  const char *element, *before, *after;
} inlines[] = {
  { "em", "<i>", "</i>" },
  { "gui", "<b>", "</b>" },
  { "key", "<b>", "</b>" },
};

static GtkBox *
get_box (Builder *self)
{
  return g_ptr_array_index (self->boxes, self->boxes->len - 1);
}

static GtkBox *
open_box (Builder *self, GtkOrientation orientation, int spacing)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);

  gtk_box_append (get_box (self), box);
  g_ptr_array_add (self->boxes, box);

  return GTK_BOX (box);
}

static void
close_box (Builder *self)
{
  g_ptr_array_remove_index (self->boxes, self->boxes->len - 1);
}

static gboolean
link_cb (GtkWidget *label, const char *page)
{
  gtk_widget_activate_action (label, "help.show-page", "s", page);

  return TRUE;
}

static GtkWidget *
create_label (const char *markup, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), NULL);

  return label;
}

static void
add_title (Builder *self, const char *parent)
{
  gboolean is_term = g_str_equal (parent, "item");
  GtkWidget *label = create_label (self->text->str, is_term ? GTK_ACCESSIBLE_ROLE_LABEL
                                                            : GTK_ACCESSIBLE_ROLE_HEADING);

  if (is_term)
    {
      gtk_widget_set_size_request (label, KEYS_WIDTH, -1);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
    }
  else if (self->depth > 0)
    {
      gtk_widget_add_css_class (label, "title-4");
      gtk_widget_set_margin_top (label, SECTION_SPACE);
    }
  else
    {
      gtk_widget_add_css_class (label, "title-1");
      self->title = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
    }
  gtk_box_append (get_box (self), label);
}

static void
add_paragraph (Builder *self)
{
  GtkWidget *label = create_label (self->text->str, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (get_box (self), label);
}

static void
open_item (Builder *self)
{
  g_autofree char *bullet =
    self->number > 0 ? g_strdup_printf ("%u.", self->number++) : g_strdup ("•");
  GtkWidget *label = gtk_label_new (bullet);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (open_box (self, GTK_ORIENTATION_HORIZONTAL, SPACE), label);
  open_box (self, GTK_ORIENTATION_VERTICAL, SPACE);
}

static void
add_picture (Builder *self, const char *source)
{
  g_autofree char *path = g_strconcat (self->folder, source, NULL);
  GtkWidget *picture = gtk_picture_new_for_resource (path);
  GdkPaintable *paintable = gtk_picture_get_paintable (GTK_PICTURE (picture));
  int width = paintable != NULL ? gdk_paintable_get_intrinsic_width (paintable) : 0;

  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  /* Made smaller where it does not fit, and never larger. */
  gtk_box_append (get_box (self),
                  g_object_new (ADW_TYPE_CLAMP, "maximum-size", width, "tightening-threshold",
                                width, "child", picture, NULL));
}

/* What the paragraph in a picture says is for those who do not see it. */
static void
describe_picture (Builder *self)
{
  GtkWidget *clamp = gtk_widget_get_last_child (GTK_WIDGET (get_box (self)));
  GtkWidget *picture = adw_clamp_get_child (ADW_CLAMP (clamp));

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), self->text->str);
}

static const char *
get_parent (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack->next != NULL ? stack->next->data : "";
}

static const char *
get_attribute (const char *name, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return "";
}

static void
open_inline (Builder *self, const char *element, const char **names, const char **values)
{
  if (g_str_equal (element, "link"))
    {
      g_autofree char *markup =
        g_markup_printf_escaped ("<a href=\"%s\">", get_attribute ("xref", names, values));

      g_string_append (self->text, markup);
    }
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (element, inlines[i].element))
      g_string_append (self->text, inlines[i].before);
}

static void
close_inline (Builder *self, const char *element)
{
  if (g_str_equal (element, "link"))
    g_string_append (self->text, "</a>");
  for (guint i = 0; i < G_N_ELEMENTS (inlines); i++)
    if (g_str_equal (element, inlines[i].element))
      g_string_append (self->text, inlines[i].after);
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error)
{
  Builder *self = user_data;

  if (self->text != NULL)
    open_inline (self, element, names, values);
  else if (g_str_equal (element, "p") || g_str_equal (element, "title"))
    self->text = g_string_new (NULL);
  else if (g_str_equal (element, "section"))
    self->depth++;
  else if (g_str_equal (element, "steps"))
    self->number = 1;
  else if (g_str_equal (element, "item") && g_str_equal (get_parent (context), "terms"))
    open_box (self, GTK_ORIENTATION_HORIZONTAL, SPACE);
  else if (g_str_equal (element, "item"))
    open_item (self);
  else if (g_str_equal (element, "note"))
    gtk_widget_add_css_class (GTK_WIDGET (open_box (self, GTK_ORIENTATION_VERTICAL, SPACE)),
                              "help-note");
  else if (g_str_equal (element, "media"))
    add_picture (self, get_attribute ("src", names, values));
}

static void
end_text (Builder *self, GMarkupParseContext *context, const char *element)
{
  const char *parent = get_parent (context);

  g_strstrip (self->text->str);
  if (g_str_equal (element, "title"))
    add_title (self, parent);
  else if (g_str_equal (parent, "media"))
    describe_picture (self);
  else
    add_paragraph (self);
  g_string_free (g_steal_pointer (&self->text), TRUE);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Builder *self = user_data;

  if (g_str_equal (element, "p") || g_str_equal (element, "title"))
    end_text (self, context, element);
  else if (self->text != NULL)
    close_inline (self, element);
  else if (g_str_equal (element, "section"))
    self->depth--;
  else if (g_str_equal (element, "steps"))
    self->number = 0;
  else if (g_str_equal (element, "item") || g_str_equal (element, "note"))
    {
      close_box (self);
      if (g_str_equal (element, "item") && !g_str_equal (get_parent (context), "terms"))
        close_box (self);
    }
}

/* Lines are broken by the label, not by the file. */
static void
text (GMarkupParseContext *context,
      const char *words,
      gsize length,
      gpointer user_data,
      GError **error)
{
  Builder *self = user_data;
  g_autofree char *escaped = g_markup_escape_text (words, length);
  gboolean space = TRUE;

  if (self->text == NULL)
    return;

  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (self->text, *p);
      else if (!space || p == escaped)
        g_string_append_c (self->text, ' ');
      space = g_ascii_isspace (*p);
    }
}

/**
 * dl_help_page_find_folder:
 * @languages: (array zero-terminated=1): what the reader understands, the best first, as
 *   g_get_language_names() says it
 *
 * Returns: (transfer full): the folder of the manual in the first language that it is written
 *   in, English if in none
 */
char *
dl_help_page_find_folder (const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *folder = g_strconcat (FOLDER, languages[i], "/", NULL);
      g_autofree char *index = g_strconcat (folder, "index.page", NULL);

      if (g_resources_get_info (index, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        return g_steal_pointer (&folder);
    }

  return g_strdup (FOLDER "en/");
}

/**
 * dl_help_page_load:
 * @folder: what dl_help_page_find_folder() returns
 * @name: of the page: “index”
 * @title: (out) (transfer full): the page's title
 *
 * Links of the page activate the action help.show-page with the other's name.
 *
 * Returns: (transfer floating) (nullable): the page, %NULL with @error if there is none of this
 *   name or it is not well-formed
 */
GtkWidget *
dl_help_page_load (const char *folder, const char *name, char **title, GError **error)
{
  static const GMarkupParser parser = { start_element, end_element, text, NULL, NULL };
  g_autofree char *path = g_strconcat (folder, name, ".page", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GtkWidget) page = NULL;
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  Builder builder = { .folder = folder, .boxes = boxes };
  gboolean done;

  if (bytes == NULL)
    return NULL;

  page = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE));
  g_ptr_array_add (boxes, page);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &builder, NULL);
  done = g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), error) &&
         g_markup_parse_context_end_parse (context, error);
  if (builder.text != NULL)
    g_string_free (builder.text, TRUE);
  *title = builder.title;
  if (!done)
    {
      g_clear_pointer (title, g_free);
      return NULL;
    }

  g_object_force_floating (G_OBJECT (page));
  return g_steal_pointer (&page);
}

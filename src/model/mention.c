/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mention.h"

#include "codes.h"

/* A piece of the text that names something.  There may be a hundred thousand in an
 * article: strings of which there are few kinds are interned, and reasons, which many
 * mentions share word for word, are interned for as long as one of them lives. */
struct _DlMention
{
  GObject parent_instance;

  DlMentionFields fields;
};

G_DEFINE_FINAL_TYPE (DlMention, dl_mention, G_TYPE_OBJECT)

static void
dl_mention_finalize (GObject *object)
{
  DlMention *self = DL_MENTION (object);

  g_free ((gpointer) self->fields.countries);
  g_clear_pointer ((char **) &self->fields.reason, g_ref_string_release);
  g_free ((char *) self->fields.timex_value);
  g_clear_pointer (&self->fields.date, dl_date_unref);

  G_OBJECT_CLASS (dl_mention_parent_class)->finalize (object);
}

static void
dl_mention_class_init (DlMentionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_mention_finalize;
}

static void
dl_mention_init (DlMention *self)
{
}

/**
 * dl_mention_new:
 * @fields: what it holds; all of it is copied, the date referenced
 *
 * Returns: (transfer full): a mention
 */
DlMention *
dl_mention_new (const DlMentionFields *fields)
{
  DlMention *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail ((guint) fields->kind < DL_N_KINDS, NULL);

  self = g_object_new (DL_TYPE_MENTION, NULL);
  self->fields = *fields;
  self->fields.countries = dl_codes_dup (fields->countries);
  self->fields.rule = g_intern_string (fields->rule);
  self->fields.reason = fields->reason == NULL ? NULL : g_ref_string_new_intern (fields->reason);
  self->fields.date = fields->date == NULL ? NULL : dl_date_ref (fields->date);
  self->fields.clock = g_intern_string (fields->clock);
  self->fields.timex_type = g_intern_string (fields->timex_type);
  self->fields.timex_value = g_strdup (fields->timex_value);
  return self;
}

/**
 * dl_mention_get_fields:
 * @self: a mention
 *
 * Returns: (transfer none): all that it holds, for as long as it lives
 */
const DlMentionFields *
dl_mention_get_fields (DlMention *self)
{
  g_return_val_if_fail (DL_IS_MENTION (self), NULL);

  return &self->fields;
}

DlSpan
dl_mention_get_span (DlMention *self)
{
  g_return_val_if_fail (DL_IS_MENTION (self), ((DlSpan){ 0, 0 }));

  return self->fields.span;
}

DlKind
dl_mention_get_kind (DlMention *self)
{
  g_return_val_if_fail (DL_IS_MENTION (self), DL_KIND_TERM);

  return self->fields.kind;
}

/**
 * dl_mention_get_entity:
 * @self: a mention
 *
 * Returns: the index of what it names, or %DL_NONE
 */
guint
dl_mention_get_entity (DlMention *self)
{
  g_return_val_if_fail (DL_IS_MENTION (self), DL_NONE);

  return self->fields.entity;
}

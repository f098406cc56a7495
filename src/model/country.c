/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "country.h"

/* A country, and the part it plays in an article. */
struct _DlCountry
{
  GObject parent_instance;

  DlCountryFields fields;
};

G_DEFINE_FINAL_TYPE (DlCountry, dl_country, G_TYPE_OBJECT)

static const char *const nicks[DL_N_PARTS] = {
  [DL_PART_ACTS] = "acts",     [DL_PART_NAMED] = "named",   [DL_PART_BACKGROUND] = "background",
  [DL_PART_MEMBER] = "member", [DL_PART_HINTED] = "hinted",
};

static void
dl_country_finalize (GObject *object)
{
  DlCountry *self = DL_COUNTRY (object);

  g_free ((char *) self->fields.source);
  g_free ((guint *) self->fields.mentions);

  G_OBJECT_CLASS (dl_country_parent_class)->finalize (object);
}

static void
dl_country_class_init (DlCountryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_country_finalize;
}

static void
dl_country_init (DlCountry *self)
{
}

/**
 * dl_country_new:
 * @fields: what it holds; all of it is copied
 *
 * Returns: (transfer full): a country
 */
DlCountry *
dl_country_new (const DlCountryFields *fields)
{
  DlCountry *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->code != NULL, NULL);
  g_return_val_if_fail ((guint) fields->part < DL_N_PARTS, NULL);

  self = g_object_new (DL_TYPE_COUNTRY, NULL);
  self->fields = *fields;
  self->fields.code = g_intern_string (fields->code);
  self->fields.bloc = g_intern_string (fields->bloc);
  self->fields.source = g_strdup (fields->source);
  self->fields.mentions = g_memdup2 (fields->mentions, fields->n_mentions * sizeof (guint));
  return self;
}

/**
 * dl_country_get_fields:
 * @self: a country
 *
 * Returns: (transfer none): all that it holds, for as long as it lives
 */
const DlCountryFields *
dl_country_get_fields (DlCountry *self)
{
  g_return_val_if_fail (DL_IS_COUNTRY (self), NULL);

  return &self->fields;
}

/**
 * dl_country_get_code:
 * @self: a country
 *
 * Returns: (transfer none): ISO 3166-1 alpha-2
 */
const char *
dl_country_get_code (DlCountry *self)
{
  g_return_val_if_fail (DL_IS_COUNTRY (self), NULL);

  return self->fields.code;
}

DlPart
dl_country_get_part (DlCountry *self)
{
  g_return_val_if_fail (DL_IS_COUNTRY (self), DL_PART_NAMED);

  return self->fields.part;
}

/**
 * dl_part_get_nick:
 * @part: a part
 *
 * Returns: (transfer none): its name in exports, “acts”
 */
const char *
dl_part_get_nick (DlPart part)
{
  g_return_val_if_fail ((guint) part < DL_N_PARTS, NULL);

  return nicks[part];
}

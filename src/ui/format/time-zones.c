/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "time-zones.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* The clocks of a town or of a whole country.  Which zones a country has is CLDR's to say,
 * when they change their clocks the system's tz database (GTimeZone). */

/* Longer than the name of any zone or place, in UTF-16 units. */
#define NAME_MAX_UNITS 128

static gboolean
is_zone (const char *where)
{
  return strchr (where, '/') != NULL;
}

static void
add_zone (GPtrArray *zones, const char *id)
{
  GTimeZone *zone = g_time_zone_new_identifier (id);

  if (zone != NULL)
    g_ptr_array_add (zones, zone);
}

static void
add_country (GPtrArray *zones, const char *code)
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *ids =
    ucal_openTimeZoneIDEnumeration (UCAL_ZONE_TYPE_CANONICAL_LOCATION, code, NULL, &status);
  const char *id;

  while (U_SUCCESS (status) && (id = uenum_next (ids, NULL, &status)) != NULL)
    add_zone (zones, id);
  uenum_close (ids);
}

/**
 * dl_time_zones_find:
 * @where: an IANA zone, “Europe/London”; or the code of a country, “GB”
 *
 * Belongs to the thread that asks.
 *
 * Returns: (transfer none) (element-type GTimeZone): the zones in use there; empty where
 *   none is known
 */
GPtrArray *
dl_time_zones_find (const char *where)
{
  static GPrivate found = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *by_place = g_private_get (&found);
  GPtrArray *zones;

  g_return_val_if_fail (where != NULL, NULL);

  if (by_place == NULL)
    {
      by_place =
        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      g_private_set (&found, by_place);
    }

  zones = g_hash_table_lookup (by_place, where);
  if (zones != NULL)
    return zones;

  zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  if (is_zone (where))
    add_zone (zones, where);
  else
    add_country (zones, where);
  g_hash_table_insert (by_place, g_strdup (where), zones);

  return zones;
}

/* When a clock is set forward it skips an hour; set back, it strikes one twice. */
static gboolean
get_offset (GTimeZone *zone, gint64 seconds, int *offset)
{
  int standard = g_time_zone_find_interval (zone, G_TIME_TYPE_STANDARD, seconds);
  int daylight = g_time_zone_find_interval (zone, G_TIME_TYPE_DAYLIGHT, seconds);

  if (standard < 0 || daylight < 0)
    return FALSE;

  *offset = g_time_zone_get_offset (zone, standard);
  return *offset == g_time_zone_get_offset (zone, daylight);
}

/**
 * dl_time_zones_get_offset:
 * @seconds: since 1970 on the clocks there
 * @offset: (out): by how many seconds they are before UTC then
 *
 * Returns: whether it is known: the zones agree, and their clocks show this time once
 */
gboolean
dl_time_zones_get_offset (GPtrArray *self, gint64 seconds, int *offset)
{
  for (guint i = 0; i < self->len; i++)
    {
      int other;

      if (!get_offset (g_ptr_array_index (self, i), seconds, &other) || (i > 0 && other != *offset))
        return FALSE;
      *offset = other;
    }

  return self->len > 0;
}

/**
 * dl_time_zone_get_reader_offset:
 * @seconds: since 1970, UTC
 *
 * Returns: by how many seconds the reader's own clock is before UTC then
 */
int
dl_time_zone_get_reader_offset (gint64 seconds)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return g_time_zone_get_offset (zone,
                                 g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/* “New York” of “America/New_York”, as CLDR names the town in @locale. */
static int32_t
format_zone (const char *id, const char *locale, UChar *name)
{
  static const UChar pattern[] = { 'V', 'V', 'V', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UChar zone[NAME_MAX_UNITS];
  UDateFormat *format;
  int32_t length = 0;

  u_strFromUTF8 (zone, NAME_MAX_UNITS, NULL, id, -1, &status);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, &status);
  if (U_SUCCESS (status))
    length = udat_format (format, 0, name, NAME_MAX_UNITS, NULL, &status);
  udat_close (format);

  return U_SUCCESS (status) && length < NAME_MAX_UNITS ? length : 0;
}

static int32_t
format_country (const char *code, const char *locale, UChar *name)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *region = g_strconcat ("und_", code, NULL);
  int32_t length = uloc_getDisplayCountry (region, locale, name, NAME_MAX_UNITS, &status);

  return U_SUCCESS (status) && length < NAME_MAX_UNITS ? length : 0;
}

/**
 * dl_time_zone_format_place:
 * @where: as of dl_time_zones_find(), or a continent by its number of UN M49
 * @locale: an ICU locale
 *
 * Returns: (transfer full): whose clocks these are: “New York”, “United Kingdom”, UTF-8
 */
char *
dl_time_zone_format_place (const char *where, const char *locale)
{
  UChar name[NAME_MAX_UNITS];
  int32_t length;

  g_return_val_if_fail (where != NULL, NULL);

  length =
    is_zone (where) ? format_zone (where, locale, name) : format_country (where, locale, name);
  if (length == 0)
    return g_strdup (where);

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

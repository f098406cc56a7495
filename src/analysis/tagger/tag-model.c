/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-model.h"

#include <glib/gi18n.h>
#include <math.h>

#include "error.h"

/* More features than this no model of ours has. */
#define MAX_BITS 22

/* The filter tells hashes apart by what slots keep of them and by so many of their upper
 * bits: one feature in ten that has no weights passes, and it stays in the processor's
 * cache. */
#define FILTER_UPPER_BITS 3
#define FILTER_BITS (16 + FILTER_UPPER_BITS)

/**
 * DlTagModel:
 *
 * The weights of one language's tagger, in a file that is mapped, not read.  It belongs
 * to no thread.
 */
struct _DlTagModel
{
  GMappedFile *file; /* owned */
  const DlTagHeader *header;
  const DlTagSlot *slots;
  guint8 *filter; /* owned: a bit each for what get_filter_bit() tells apart */
};

static gboolean
are_moves_sound (const DlTagHeader *header)
{
  for (guint i = 0; i < DL_N_TAG_LABELS; i++)
    {
      for (guint k = 0; k < DL_N_TAG_LABELS; k++)
        {
          if (!isfinite (header->moves[i][k]) || fabsf (header->moves[i][k]) > 1000)
            return FALSE;
        }
    }

  return TRUE;
}

/* Every search must end: the last slot is empty. */
static gboolean
is_sound (const DlTagHeader *header, gsize size)
{
  const DlTagSlot *slots = (const DlTagSlot *) (header + 1);

  return size >= sizeof *header && GUINT32_FROM_LE (header->magic) == DL_TAG_MAGIC &&
         header->version == DL_TAG_VERSION && header->bits > 0 && header->bits <= MAX_BITS &&
         header->n_slots > 1u << header->bits && header->n_slots <= 2u << header->bits &&
         size == sizeof *header + header->n_slots * sizeof *slots && isfinite (header->scale) &&
         header->scale > 0 && header->scale < 1000 && are_moves_sound (header) &&
         slots[header->n_slots - 1].check == 0;
}

static guint32
get_filter_bit (guint32 upper, guint16 check)
{
  return upper << 16 | check;
}

/* A slot's hash begins with the number of the slot, or of one before it up to the last
 * that is empty. */
static guint8 *
make_filter (const DlTagHeader *header, const DlTagSlot *slots)
{
  guint8 *filter = g_malloc0 ((1u << FILTER_BITS) / 8);
  guint32 first = 0;

  for (guint32 i = 0; i < header->n_slots; i++)
    {
      if (slots[i].check == 0)
        first = i + 1;
      for (guint32 upper = (first << FILTER_UPPER_BITS) >> header->bits;
           slots[i].check != 0 && upper <= (i << FILTER_UPPER_BITS) >> header->bits &&
           upper < 1u << FILTER_UPPER_BITS;
           upper++)
        {
          const guint32 bit = get_filter_bit (upper, slots[i].check);

          filter[bit / 8] |= 1u << bit % 8;
        }
    }

  return filter;
}

/**
 * dl_tag_model_open:
 * @path: a file of weights, in the file system's encoding
 *
 * Returns: (transfer full): the model, or %NULL with %DL_ERROR_DATA set if the file cannot
 *   be mapped, is cut short or damaged, or was made by another version
 */
DlTagModel *
dl_tag_model_open (const char *path, GError **error)
{
  g_autoptr (DlTagModel) self = g_new0 (DlTagModel, 1);
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->file = g_mapped_file_new (path, FALSE, &reason);
  if (self->file == NULL)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_DATA,
                   _ ("What Dateline has learned of names could not be opened: %s. "
                      "Installing Dateline again may help."),
                   reason->message);
      return NULL;
    }

  self->header = (const DlTagHeader *) g_mapped_file_get_contents (self->file);
  if (!is_sound (self->header, g_mapped_file_get_length (self->file)))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_DATA,
                   _ ("The file “%s”, from which Dateline knows names, is damaged or of another "
                      "version. Installing Dateline again may help."),
                   path);
      return NULL;
    }
  self->slots = (const DlTagSlot *) (self->header + 1);
  self->filter = make_filter (self->header, self->slots);

  return g_steal_pointer (&self);
}

void
dl_tag_model_free (DlTagModel *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->filter);
  g_free (self);
}

const DlTagHeader *
dl_tag_model_get_header (const DlTagModel *self)
{
  return self->header;
}

/**
 * dl_tag_model_sift:
 * @hashes: (inout): of features; those that may have weights are moved to the front
 *
 * Most features of a token were never seen, or seen too seldom; this tells nearly all of
 * them at the cost of a bit each (B. Bloom, “Space/time trade-offs in hash coding with
 * allowable errors”, 1970).
 *
 * Returns: how many may have weights
 */
guint
dl_tag_model_sift (const DlTagModel *self, guint32 *hashes, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint32 hash = hashes[i];
      const guint32 bit = get_filter_bit (hash >> (32 - FILTER_UPPER_BITS), dl_tag_check (hash));

      hashes[kept] = hash;
      kept += self->filter[bit / 8] >> bit % 8 & 1;
    }

  return kept;
}

/* Returns: (transfer none) (nullable): the weights of the feature, or %NULL if it has none */
const DlTagSlot *
dl_tag_model_find (const DlTagModel *self, guint32 hash)
{
  const guint16 check = dl_tag_check (hash);
  const DlTagSlot *slot = &self->slots[hash >> (32 - self->header->bits)];

  while (slot->check != 0 && slot->check != check)
    slot++;

  return slot->check != 0 ? slot : NULL;
}

static DlTagPart
get_part (guint label)
{
  return (label - 1) % DL_N_TAG_PARTS;
}

/* Returns: whether a sentence may begin with @label */
gboolean
dl_tag_may_begin (guint label)
{
  return label == DL_TAG_OUTSIDE || get_part (label) == DL_TAG_BEGIN ||
         get_part (label) == DL_TAG_SINGLE;
}

/* Returns: whether a sentence may end with @label */
gboolean
dl_tag_may_end (guint label)
{
  return label == DL_TAG_OUTSIDE || get_part (label) == DL_TAG_END ||
         get_part (label) == DL_TAG_SINGLE;
}

/* Returns: whether a token may have @next if the one before it has @label */
gboolean
dl_tag_may_follow (guint label, guint next)
{
  if (dl_tag_may_end (label))
    return dl_tag_may_begin (next);

  return !dl_tag_may_begin (next) && (label - 1) / DL_N_TAG_PARTS == (next - 1) / DL_N_TAG_PARTS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-model.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "error.h"

/* More features than this no model of ours has. */
#define MAX_BITS 22

/* The filter tells hashes apart by what slots keep of them and by some of their upper bits:
 * so many bits a slot, of which one in ten or less is set, or as many as still stay in the
 * processor's first cache. */
#define FILTER_SHARE_BITS 3
#define MIN_FILTER_BITS 19
#define CHECK_BITS 16

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
  DlTagWords words;
  guint upper_bits; /* of a hash that the filter sees */
  guint8 *filter;   /* owned: a bit each for what get_filter_bit() tells apart */
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

static gboolean
is_table_sound (guint32 bits, guint32 n_slots)
{
  return bits > 0 && bits <= MAX_BITS && n_slots > 1u << bits && n_slots <= 2u << bits;
}

static gboolean
is_header_sound (const DlTagHeader *header)
{
  return GUINT32_FROM_LE (header->magic) == DL_TAG_MAGIC && header->version == DL_TAG_VERSION &&
         is_table_sound (header->bits, header->n_slots) &&
         (header->n_words == 0 || is_table_sound (header->word_bits, header->n_words)) &&
         isfinite (header->scale) && header->scale > 0 && header->scale < 1000 &&
         header->least > 0 && header->least <= 1 && are_moves_sound (header);
}

/* Every search must end: the last slots are empty. */
static gboolean
is_sound (const DlTagHeader *header, gsize size)
{
  const DlTagSlot *slots = (const DlTagSlot *) (header + 1);
  const guint32 *words;

  if (size < sizeof *header || !is_header_sound (header) ||
      size != sizeof *header + header->n_slots * sizeof *slots + header->n_words * sizeof *words)
    return FALSE;

  words = (const guint32 *) (slots + header->n_slots);

  return slots[header->n_slots - 1].check == 0 &&
         (header->n_words == 0 || words[header->n_words - 1] == 0);
}

static guint32
get_filter_bit (guint32 upper, guint16 check)
{
  return upper << CHECK_BITS | check;
}

/* A slot's hash begins with the number of the slot, or of one before it up to the last
 * that is empty. */
static guint8 *
make_filter (const DlTagHeader *header, const DlTagSlot *slots, guint upper_bits)
{
  guint8 *filter = g_malloc0 ((1u << (CHECK_BITS + upper_bits)) / 8);
  guint32 first = 0;

  for (guint32 i = 0; i < header->n_slots; i++)
    {
      if (slots[i].check == 0)
        first = i + 1;
      for (guint64 upper = ((guint64) first << upper_bits) >> header->bits;
           slots[i].check != 0 && upper <= ((guint64) i << upper_bits) >> header->bits &&
           upper < 1u << upper_bits;
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
  self->words = (DlTagWords){ (const guint32 *) (self->slots + self->header->n_slots),
                              self->header->word_bits, self->header->n_words };
  self->upper_bits = MAX (self->header->bits + FILTER_SHARE_BITS, MIN_FILTER_BITS) - CHECK_BITS;
  self->filter = make_filter (self->header, self->slots, self->upper_bits);

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

/* Returns: (transfer none): the words of the language, perhaps none */
const DlTagWords *
dl_tag_model_get_words (const DlTagModel *self)
{
  return &self->words;
}

/* Moves the hashes that may have weights to the front.  Most features of a token were never
 * seen, or seen too seldom; this tells nearly all of them at the cost of a bit each (B. Bloom,
 * “Space/time trade-offs in hash coding with allowable errors”, 1970).  Returns: how many are
 * left */
static guint
sift (const DlTagModel *self, guint32 *hashes, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint32 hash = hashes[i];
      const guint32 bit = get_filter_bit (hash >> (32 - self->upper_bits), dl_tag_check (hash));

      hashes[kept] = hash;
      kept += self->filter[bit / 8] >> bit % 8 & 1;
    }

  return kept;
}

static const DlTagSlot *
get_first_slot (const DlTagModel *self, guint32 hash)
{
  return &self->slots[hash >> (32 - self->header->bits)];
}

/* The slot of the feature, or %NULL if it has no weights. */
static const DlTagSlot *
find_slot (const DlTagModel *self, guint32 hash)
{
  const guint16 check = dl_tag_check (hash);
  const DlTagSlot *slot = get_first_slot (self, hash);

  while (slot->check != 0 && slot->check != check)
    slot++;

  return slot->check != 0 ? slot : NULL;
}

/* A slot as one vector: its weights stand from WEIGHTS_AT on, what stands beside them is
 * added up with them and left out. */
typedef gint8 Slot __attribute__ ((vector_size (sizeof (DlTagSlot))));
typedef gint16 Sums __attribute__ ((vector_size (2 * sizeof (DlTagSlot))));
#define WEIGHTS_AT G_STRUCT_OFFSET (DlTagSlot, weights)

G_STATIC_ASSERT (DL_TAG_MAX_FEATURES * 128 <= G_MAXINT16 + 1);

/**
 * dl_tag_model_score:
 * @hashes: of the features of a token; they are moved about
 * @n: how many; at most %DL_TAG_MAX_FEATURES
 * @scores: (out): what speaks for each label, in logarithms
 *
 * Adds up the weights of the features.
 */
void
dl_tag_model_score (const DlTagModel *self, guint32 *hashes, guint n, float scores[DL_N_TAG_LABELS])
{
  const guint kept = sift (self, hashes, n);
  Sums sums = { 0 };

  /* The slots are all over the file; let them come at once. */
  for (guint i = 0; i < kept; i++)
    __builtin_prefetch (get_first_slot (self, hashes[i]));
  for (guint i = 0; i < kept; i++)
    {
      const DlTagSlot *slot = find_slot (self, hashes[i]);
      Slot weights;

      if (slot == NULL)
        continue;
      memcpy (&weights, slot, sizeof weights);
      sums += __builtin_convertvector(weights, Sums);
    }
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    scores[y] = sums[WEIGHTS_AT + y] * self->header->scale;
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

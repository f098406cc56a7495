/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tag-words.h"

G_BEGIN_DECLS

/* What the tagger tells apart, and where in a name a token stands. */
typedef enum
{
  DL_TAG_PERSON,
  DL_TAG_PLACE,
  DL_TAG_ORGANISATION,
  DL_N_TAG_KINDS
} DlTagKind;

/* Label 0: in no name; then for each kind: begins it, within it, ends it, all of it. */
typedef enum
{
  DL_TAG_BEGIN,
  DL_TAG_INSIDE,
  DL_TAG_END,
  DL_TAG_SINGLE,
  DL_N_TAG_PARTS
} DlTagPart;

#define DL_TAG_OUTSIDE 0
#define DL_TAG_LABEL(kind, part) (1 + (kind) *DL_N_TAG_PARTS + (part))
#define DL_N_TAG_LABELS DL_TAG_LABEL (DL_N_TAG_KINDS, 0)

/* More than any token has; no sum of so many weights is beyond its 16 bits. */
#define DL_TAG_MAX_FEATURES 192

#define DL_TAG_MAGIC 0x4754444cu /* “DLTG” */
#define DL_TAG_VERSION 2u

/* The layout of a file of weights: this header, then @n_slots slots, then @n_words of a
 * dictionary (see DlTagWords).  Numbers are little endian.  The slot of a feature is found from the upper bits of its hash on, one after
 * the other until the lower bits agree or a slot is empty; the last are never full. */
typedef struct
{
  guint32 magic;
  guint32 version;
  guint32 bits;    /* upper bits of a hash that choose its first slot */
  guint32 n_slots; /* 2^bits and some more, so that no search leaves the table */
  guint32 word_bits;
  guint32 n_words;                               /* slots of the dictionary; 0: there is none */
  float least;                                   /* names less likely than this are not taken */
  float scale;                                   /* of the weights in the slots */
  float moves[DL_N_TAG_LABELS][DL_N_TAG_LABELS]; /* from a label to the next */
} DlTagHeader;

typedef struct
{
  guint16 check; /* 0: empty */
  gint8 weights[DL_N_TAG_LABELS];
  gint8 spare;
} DlTagSlot;

G_STATIC_ASSERT (sizeof (DlTagSlot) == 16);

typedef struct _DlTagModel DlTagModel;

DlTagModel *dl_tag_model_open (const char *path, GError **error);
void dl_tag_model_free (DlTagModel *self);
const DlTagHeader *dl_tag_model_get_header (const DlTagModel *self);
const DlTagWords *dl_tag_model_get_words (const DlTagModel *self);
void dl_tag_model_score (const DlTagModel *self,
                         guint32 *hashes,
                         guint n,
                         float scores[DL_N_TAG_LABELS]);

/* Returns: what a slot keeps of @hash; never 0 */
static inline guint16
dl_tag_check (guint32 hash)
{
  return (hash & 0xffff) != 0 ? hash & 0xffff : 1;
}

gboolean dl_tag_may_follow (guint label, guint next);
gboolean dl_tag_may_begin (guint label);
gboolean dl_tag_may_end (guint label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTagModel, dl_tag_model_free)

G_END_DECLS

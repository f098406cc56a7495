/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../format.h"
#include "../language.h"

G_BEGIN_DECLS

/* An entity as the tables give it; strings are offsets into the builder's pool. */
typedef struct
{
  DlEntityRecord record;
  guint32 main_names[DL_N_LANGUAGES];
  guint abbreviated; /* bit per language whose main name is an abbreviation */
  guint index;       /* in the file, once sorted */
} DlBuildEntity;

typedef struct
{
  char *folded;          /* owned */
  DlBuildEntity *entity; /* or NULL */
  DlNameRecord record;   /* its entity and caution are set at the end */
} DlBuildName;

typedef struct
{
  DlBuildEntity *bloc;
  DlMemberRecord record;
} DlBuildMember;

/**
 * DlBuilder:
 *
 * All that was read from the tables, before it is written.
 */
typedef struct
{
  GByteArray *strings;     /* the pool */
  GHashTable *offsets;     /* text → offset in the pool */
  GArray *classes;         /* of guint32 */
  GPtrArray *entities;     /* of DlBuildEntity, owned */
  GHashTable *by_id;       /* id → DlBuildEntity */
  GPtrArray *names;        /* of DlBuildName, owned */
  GHashTable *literals;    /* folded token → number, from 1 */
  GArray *cautions, *cues; /* of the records */
  GPtrArray *caution_keys; /* of char *, owned: “language mask|entity|folded form”, by caution */
  GArray *members;         /* of DlBuildMember */
  GArray *rules, *attributes, *nodes, *values;
} DlBuilder;

DlBuilder *dl_builder_new (void);
void dl_builder_free (DlBuilder *self);
guint32 dl_builder_string (DlBuilder *self, const char *text);
guint dl_builder_class (DlBuilder *self, const char *name);
DlBuildEntity *dl_builder_entity (DlBuilder *self, const char *id);
DlBuildName *dl_builder_add_name (DlBuilder *self, const char *form);
guint32 dl_builder_literal (DlBuilder *self, const char *token);
gboolean dl_builder_finish (DlBuilder *self, GError **error);
gboolean dl_builder_write (DlBuilder *self, GArray *trie, const char *path, GError **error);

GArray *dl_trie_build (GPtrArray *names);
gboolean dl_pattern_compile (DlBuilder *self, const char *pattern, guint32 *entry, GError **error);
gboolean dl_table_read (DlBuilder *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlBuilder, dl_builder_free)

G_END_DECLS

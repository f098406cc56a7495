/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "match.h"

#include <string.h>

/* What a rule matched, and what its captures and attributes say. */

/* Copies as much of @from as it uses. */
void
dl_match_copy (DlMatch *to, const DlMatch *from)
{
  memcpy (to, from, offsetof (DlMatch, captures) + from->n_captures * sizeof (DlCapture));
}

/* Returns: (nullable): the value of the rule's attribute @name. */
const char *
dl_match_get_attribute (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlTables *tables = passage->reading->tables;

  for (guint i = 0; i < match->rule->n_attributes; i++)
    {
      const DlAttributeRecord *record = &tables->attributes[match->rule->first_attribute + i];

      if (strcmp (dl_tables_string (tables, record->name), name) == 0)
        return dl_tables_string (tables, record->value);
    }

  return NULL;
}

/* Returns: (nullable): the first capture called @name. */
const DlCapture *
dl_match_find (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlTables *tables = passage->reading->tables;

  for (guint i = 0; i < match->n_captures; i++)
    {
      if (strcmp (dl_tables_string (tables, match->captures[i].name), name) == 0)
        return &match->captures[i];
    }

  return NULL;
}

/* Returns: (nullable): the edge that a capture is, valid until the next one is laid. */
const DlEdge *
dl_capture_get_edge (DlPassage *passage, const DlCapture *capture)
{
  if (capture == NULL || capture->edge == DL_FORMAT_NONE)
    return NULL;

  return &g_array_index (passage->edges, DlEdge, capture->edge);
}

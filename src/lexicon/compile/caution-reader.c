/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../fold.h"
#include "reader.h"

static gboolean
read_cue (DlReader *reader, xmlNode *node)
{
  static const struct
  {
    const char *where, *is;
    DlCueWhere value;
  } known[] = {
    { "before", "capital", DL_CUE_CAPITAL_BEFORE },
    { "after", "capital", DL_CUE_CAPITAL_AFTER },
    { "sentence", "first", DL_CUE_FIRST },
    { "list", NULL, DL_CUE_LIST },
    { "before", NULL, DL_CUE_BEFORE },
    { "after", NULL, DL_CUE_AFTER },
    { "sentence", NULL, DL_CUE_SENTENCE },
    { "article", NULL, DL_CUE_ARTICLE },
    { NULL, "first", DL_CUE_FIRST },
  };
  g_autofree char *where = dl_reader_dup_attribute (node, "where");
  g_autofree char *condition = dl_reader_dup_attribute (node, "is");
  g_autofree char *phrase = dl_reader_dup_content (node);
  g_autofree char *folded = dl_fold_string (phrase);
  DlCueRecord cue = { .accept = dl_reader_is (node, "accept") };

  if (g_strcmp0 (condition, "first") == 0)
    g_clear_pointer (&where, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_strcmp0 (where, known[i].where) != 0 || g_strcmp0 (condition, known[i].is) != 0)
        continue;
      cue.where = known[i].value;
      cue.phrase = dl_builder_string (reader->builder, folded);
      g_array_append_val (reader->builder->cues, cue);
      return TRUE;
    }

  return dl_reader_fail (reader, node, "unknown cue", where);
}

gboolean
dl_reader_read_caution (DlReader *reader, xmlNode *node)
{
  static const char *const rules[] = { "exact", "middle", "context", "longest", "never" };
  g_autofree char *form = dl_reader_dup_attribute (node, "form");
  g_autofree char *entity = dl_reader_dup_attribute (node, "entity");
  g_autofree char *rule = dl_reader_dup_attribute (node, "rule");
  g_autofree char *folded = NULL;
  DlCautionRecord caution = { .first_cue = reader->builder->cues->len };

  if (form == NULL || entity == NULL || rule == NULL)
    return dl_reader_fail (reader, node, "a caution lacks its form, entity or rule", NULL);
  while (caution.rule < G_N_ELEMENTS (rules) && strcmp (rules[caution.rule], rule) != 0)
    caution.rule++;
  if (caution.rule == G_N_ELEMENTS (rules))
    return dl_reader_fail (reader, node, "unknown rule", rule);

  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if ((dl_reader_is (child, "accept") || dl_reader_is (child, "reject")) &&
          !read_cue (reader, child))
        return FALSE;
    }
  caution.n_cues = reader->builder->cues->len - caution.first_cue;
  g_array_append_val (reader->builder->cautions, caution);
  folded = dl_fold_string (form);
  g_ptr_array_add (reader->builder->caution_keys,
                   g_strdup_printf ("%u|%s|%s", dl_reader_get_languages (node), entity, folded));

  return TRUE;
}

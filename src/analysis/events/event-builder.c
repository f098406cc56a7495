/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "draft.h"
#include "event-merger.h"
#include "event-reader.h"

/* Events: what a sentence's acts, dates, actors and place come to.  An act with a date in
 * its sentence is an event; so is one that a sentence places at an event told before
 * (“at the meeting”), which dates it.  Repeated tellings are one event. */

/* A document that the background dates was adopted on that day. */
static void
date_documents (DlDraft *draft, DlBackground *background)
{
  if (strcmp (draft->act->act, "adoption") != 0 || !draft->during)
    return;

  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);

      if (fact->kind != DL_FACT_DOCUMENT || fact->date == NULL || draft->date == NULL ||
          !dl_date_overlaps (fact->date, draft->date))
        continue;
      g_clear_pointer (&draft->date, dl_date_unref);
      draft->date = dl_date_ref (fact->date);
      draft->during = FALSE;
      g_free (draft->reason);
      draft->reason =
        g_strdup_printf (_ ("The day is from the background file: %s."), fact->source);
      return;
    }
}

static gboolean
is_told_apart (const DlFact *fact)
{
  return fact->date != NULL && (fact->kind == DL_FACT_EARLIER || fact->kind == DL_FACT_LATER ||
                                fact->kind == DL_FACT_SPEECH);
}

/* The dated facts of the background, each an event of its own. */
static void
add_background (GPtrArray *events, DlBackground *background)
{
  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);
      DlEventFields fields = {
        .act = fact->kind == DL_FACT_SPEECH ? "speech" : "other",
        .what = fact->text,
        .date = fact->date,
        .date_mention = DL_NONE,
        .place = DL_NONE,
        .source = fact->source,
        .source_url = fact->source_url,
        .certainty = 1,
      };

      if (is_told_apart (fact))
        g_ptr_array_add (events, dl_event_new (&fields));
    }
}

typedef struct
{
  DlEvent *event;
  guint position;
} Row;

/* By date, those without one last; equal dates in the order of the text. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;
  DlDate *date_a = dl_event_get_date (first->event), *date_b = dl_event_get_date (second->event);
  int order = 0;

  if ((date_a == NULL) != (date_b == NULL))
    return date_a == NULL ? 1 : -1;
  if (date_a != NULL)
    order = dl_date_compare (date_a, date_b);

  return order != 0 ? order : (int) first->position - (int) second->position;
}

static void
sort_events (GPtrArray *events)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), events->len);

  for (guint i = 0; i < events->len; i++)
    {
      Row row = { g_ptr_array_index (events, i), i };
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < events->len; i++)
    events->pdata[i] = g_array_index (rows, Row, i).event;
}

/**
 * dl_event_builder_run:
 * @reading: with its entities linked and its candidates numbered
 * @background: (nullable): the file that fits
 *
 * Returns: (transfer full) (element-type DlEvent): the events by date, then in the order
 *   of the text; those of the background among them
 */
GPtrArray *
dl_event_builder_run (DlReading *reading, DlBackground *background)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, TRUE, sizeof (DlAct));
  g_autoptr (GPtrArray) drafts = NULL;
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_set_size (plain, reading->sentences->len);
  drafts = dl_event_reader_run (reading, plain);
  dl_event_merger_run (reading, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      DlDraft *draft = g_ptr_array_index (drafts, i);

      if (background != NULL)
        date_documents (draft, background);
      g_ptr_array_add (events, dl_draft_make_event (draft, reading));
    }
  if (background != NULL)
    add_background (events, background);
  sort_events (events);

  return events;
}

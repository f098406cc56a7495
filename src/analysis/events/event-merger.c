/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-merger.h"

#include "event-likeness.h"

/* What is told more than once (opening, body, end) is one event with several tellings; so
 * are the days of one that lasts several, if it has a name:
 *
 *     13 October  the summit opens   |--|
 *     14 October  the summit ends       |--|   →   |-----|
 *
 * Each draft is compared with some of those of its date that came before. */

/* So many, the latest first. */
#define MAX_COMPARED 24

/* An event whose days are told one by one lasts no longer. */
#define MAX_DAYS 31

typedef struct
{
  DlReading *reading;
  GPtrArray *faces;     /* the first mention of each entity */
  GHashTable *by_date;  /* owned first day → owned array of DlDraft that begin with it */
  GHashTable *by_event; /* entity → DlDraft of the event of that name */
} Merger;

/* “8 March” and “8 March, 10 a.m.” have one key. */
static char *
dup_key (DlDate *date)
{
  const DlDatePoint *start = dl_date_get_start (date);

  return start != NULL ? g_strdup_printf ("%d-%d-%d", start->year, start->month, start->day)
                       : g_strdup ("");
}

static GPtrArray *
find_rivals (Merger *merger, DlDate *date)
{
  g_autofree char *key = dup_key (date);
  GPtrArray *rivals = g_hash_table_lookup (merger->by_date, key);

  if (rivals == NULL)
    {
      rivals = g_ptr_array_new ();
      g_hash_table_insert (merger->by_date, g_steal_pointer (&key), rivals);
    }

  return rivals;
}

static DlDraft *
find_same (Merger *merger, GPtrArray *rivals, const DlDraft *draft)
{
  const guint last = rivals->len > MAX_COMPARED ? rivals->len - MAX_COMPARED : 0;

  for (guint i = rivals->len; i > last; i--)
    {
      DlDraft *rival = g_ptr_array_index (rivals, i - 1);

      if (dl_event_likeness_is_same (merger->faces, merger->reading, rival, draft))
        return rival;
    }

  return NULL;
}

/* The day of @point, without its hour. */
static DlDatePoint
get_day (const DlDatePoint *point)
{
  DlDatePoint day = *point;

  day.hour = day.minute = day.second = -1;
  day.zone = DL_ZONE_NONE;

  return day;
}

/* Returns: (transfer full) (nullable): the days of both, if they touch or @b says when @a
 * ends, and no more than an event may last */
static DlDate *
join_dates (DlDate *a, DlDate *b)
{
  gint64 first_a, after_a, first_b, after_b, first, after;
  DlDatePoint start, end;

  if (!dl_date_get_days (a, &first_a, &after_a) || !dl_date_get_days (b, &first_b, &after_b) ||
      first_a == G_MININT64 || after_a == G_MAXINT64 || after_b == G_MAXINT64 ||
      (first_b == G_MININT64 && after_b <= first_a))
    return NULL;

  first = first_b == G_MININT64 ? first_a : MIN (first_a, first_b);
  after = MAX (after_a, after_b);
  if ((first_b != G_MININT64 && first_b > after_a) || first_a > after_b || after - first > MAX_DAYS)
    return NULL;
  if (first == first_a && after == after_a)
    return dl_date_ref (a);

  start = get_day (dl_date_get_start (first == first_a ? a : b));
  end = get_day (dl_date_get_end (after == after_a ? a : b));

  return start.day != 0 && end.day != 0 ? dl_date_new_interval (&start, &end) : NULL;
}

/* The event of the same name, if its days and those of @draft are of one; it then has them
 * all. */
static DlDraft *
find_named (Merger *merger, const DlDraft *draft)
{
  g_autoptr (DlDate) date = NULL;
  DlDraft *known;

  if (draft->event == NULL)
    return NULL;
  known = g_hash_table_lookup (merger->by_event, GUINT_TO_POINTER (draft->event->entity));
  date = known != NULL ? join_dates (known->date, draft->date) : NULL;
  if (date == NULL)
    return NULL;
  dl_draft_set_date (known, date);

  return known;
}

/* Returns: whether @draft tells an event once more, which then has what it tells */
static gboolean
merge (Merger *merger, DlDraft *draft)
{
  GPtrArray *rivals;
  DlDraft *known;

  if (draft->date == NULL)
    return FALSE;

  rivals = find_rivals (merger, draft->date);
  known = find_named (merger, draft);
  if (known == NULL)
    known = find_same (merger, rivals, draft);
  if (known != NULL)
    {
      dl_draft_absorb (known, draft, merger->reading);
      return TRUE;
    }
  g_ptr_array_add (rivals, draft);
  if (draft->event != NULL && !draft->during)
    g_hash_table_insert (merger->by_event, GUINT_TO_POINTER (draft->event->entity), draft);

  return FALSE;
}

/**
 * dl_event_merger_run:
 * @drafts: (element-type DlDraft): in the order of the text
 *
 * Takes out of @drafts what tells an event once more; the first telling is kept.
 */
void
dl_event_merger_run (DlReading *reading, GPtrArray *drafts)
{
  g_autoptr (GPtrArray) faces = dl_event_likeness_find_faces (reading);
  g_autoptr (GHashTable) by_date =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_event = g_hash_table_new (NULL, NULL);
  Merger merger = { reading, faces, by_date, by_event };
  guint n = 0;

  for (guint i = 0; i < drafts->len; i++)
    {
      DlDraft *draft = g_ptr_array_index (drafts, i);

      if (merge (&merger, draft))
        dl_draft_free (draft);
      else
        drafts->pdata[n++] = draft;
    }
  g_ptr_array_set_free_func (drafts, NULL);
  g_ptr_array_set_size (drafts, n);
  g_ptr_array_set_free_func (drafts, (GDestroyNotify) dl_draft_free);
}

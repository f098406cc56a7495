/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background.h"
#include "date-counter.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * DlDateAnchor:
 * @published: (nullable): owned; what the article knows of itself, or else what its text says
 * @background: (nullable): borrowed
 * @now: the day of publication, if @published
 * @first: without @published, the first day that the text names in full, that of its
 *   story; else its year is unknown
 * @then: the date that the text named last, if @has_then
 * @day: the last of those that name a day, else its year is unknown
 * @story: the day that news tells of, as against one that it only mentions: the last that a
 *   sentence begins with, or that is not long before or after publication; else its year is
 *   unknown
 * @past: the last of them that is not after publication; else its year is unknown
 * @sentence: of @day, its number in the text
 * @near: the last of those that name a month, unless a sentence has begun with a year since;
 *   else its year is unknown
 * @is_history: most years that the text names are far from that of publication, so that
 *   a date without one belongs to the year named before it
 * @is_undated: the text counts from a day of publication that nothing tells; what it names
 *   in full is of another time
 *
 * What the dates of one article are counted from.
 */
typedef struct
{
  DlDate *published;
  DlBackground *background;
  DlDatePoint now;
  DlDatePoint first;
  DlDatePoint then;
  DlDatePoint day;
  DlDatePoint story;
  DlDatePoint past;
  guint sentence;
  DlDatePoint near;
  gboolean has_then;
  gboolean is_history;
  gboolean is_undated;
} DlDateAnchor;

void dl_date_anchor_init (DlDateAnchor *self, DlReading *reading, DlBackground *background);
void dl_date_anchor_clear (DlDateAnchor *self);
void dl_date_anchor_get_context (const DlDateAnchor *self,
                                 const DlDateExpression *expression,
                                 guint sentence,
                                 int tense,
                                 DlDateContext *context);
void dl_date_anchor_move (DlDateAnchor *self, DlDate *date, guint sentence, gboolean is_frame);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlDateAnchor, dl_date_anchor_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

/* Made-up articles, annotated by hand: what a timeline must be able to show. */
typedef enum
{
  TIMELINE_MIXED,    /* a row of each kind: FIXTURE_MIXED_… */
  TIMELINE_YEARLESS, /* two days, a day and “during”, none with a year */
  TIMELINE_SAME_DAY, /* 40 events of one day */
  TIMELINE_MANY,     /* 5,000 events in twelve years */
  TIMELINE_ONE,      /* one day */
  TIMELINE_EMPTY,    /* no event */
  TIMELINE_DATELESS, /* two events, no date */
  TIMELINE_TIMES,    /* 9:00 in Vienna, 20:00 UTC and 21:00 nobody's, of one day;
                      * published the day after, updated two days after */
  N_TIMELINES
} TimelineFixture;

/* Events of TIMELINE_MIXED, in order. */
enum
{
  MIXED_DECADE,
  MIXED_UNTIL,
  MIXED_MONTH_ABOUT,
  MIXED_RANGE_INFERRED,
  MIXED_DAY,
  MIXED_DURING,
  MIXED_BACKGROUND,
  MIXED_FROM,
  MIXED_YEARLESS,
  MIXED_UNDATED,
  N_MIXED
};

DlAnnotations *timeline_fixture_new (TimelineFixture fixture);

G_END_DECLS

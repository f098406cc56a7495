/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

/* Rows of fixture_annotations (). */
enum
{
  FIXTURE_KENYA,    /* country, mentions 0 and 4 */
  FIXTURE_MINISTRY, /* organisation of Kenya, mention 1 */
  FIXTURE_UNION,    /* bloc AU, mention 2 */
  FIXTURE_DATE,     /* mention 3 */
  FIXTURE_SUM,      /* quantity, mention 5 */
  FIXTURE_N_ENTITIES
};

enum
{
  FIXTURE_MEETING, /* first sentence: the ministry, on FIXTURE_DATE, in Kenya */
  FIXTURE_REPORT,  /* second sentence, a month later: the union */
  FIXTURE_N_EVENTS
};

DlArticle *fixture_article (void);
DlAnnotations *fixture_annotations (DlArticle *article);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "selection.h"
#include "session.h"

G_BEGIN_DECLS

/* What the files of a session share. */

struct _DlSession
{
  GObject parent_instance;

  DlArticle *article;
  DlAnnotations *annotations;

  DlSelection selection;
  guint serial;

  guint pointed_entity;
  DlVisibility visibility; /* its filter: a reference, or NULL */
  DlSpan spoken;           /* empty: nothing is */
  guint n_spoken;          /* how often it changed */

  DlNameFunc name_func; /* or NULL */
  gpointer name_data;
  GDestroyNotify name_destroy;
  DlMembersFunc members_func; /* or NULL */
  gpointer members_data;
  GDestroyNotify members_destroy;
};

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_ANNOTATIONS,
  PROP_ENTITY,
  PROP_MENTION,
  PROP_EVENT,
  PROP_COUNTRY,
  PROP_SELECTION,
  PROP_POINTED_ENTITY,
  PROP_TIME_FILTER,
  PROP_HIDDEN_KINDS,
  PROP_DENSITY,
  PROP_CLOCK,
  PROP_SPOKEN,
  N_PROPS
};

void dl_session_notify (DlSession *self, guint property);
void dl_session_emit_reveal (DlSession *self);

G_END_DECLS

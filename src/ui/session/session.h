/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "annotations.h"
#include "visibility.h"

G_BEGIN_DECLS

#define DL_TYPE_DENSITY (dl_density_get_type ())
GType dl_density_get_type (void);

/**
 * DlNameFunc:
 * @code: an ISO 3166-1 alpha-2 code, or “EU”, “UN”
 *
 * Returns: (nullable): its name in the interface's language
 */
typedef const char *(*DlNameFunc) (const char *code, gpointer user_data);

/**
 * DlMembersFunc:
 * @bloc: its code: “EU”
 * @year: %G_MAXINT: today
 *
 * Returns: (transfer full): the codes of the countries that belonged to it in that year
 */
typedef char **(*DlMembersFunc) (const char *bloc, int year, gpointer user_data);

#define DL_TYPE_SESSION (dl_session_get_type ())
G_DECLARE_FINAL_TYPE (DlSession, dl_session, DL, SESSION, GObject)

DlSession *dl_session_new (void);

/* What is read. */
DlArticle *dl_session_get_article (DlSession *self);
void dl_session_set_article (DlSession *self, DlArticle *article);
DlAnnotations *dl_session_get_annotations (DlSession *self);
void dl_session_set_annotations (DlSession *self, DlAnnotations *annotations);

/* What is selected.  Each call sets all that follows from it. */
void dl_session_select_entity (DlSession *self, guint entity);
void dl_session_select_mention (DlSession *self, guint mention);
void dl_session_select_event (DlSession *self, guint event);
void dl_session_select_country (DlSession *self, const char *code);
void dl_session_clear_selection (DlSession *self);

guint dl_session_get_entity (DlSession *self);
guint dl_session_get_mention (DlSession *self);
guint dl_session_get_event (DlSession *self);
const char *dl_session_get_country (DlSession *self);
guint dl_session_get_selection (DlSession *self);
gboolean dl_session_has_selection (DlSession *self);
gboolean dl_session_get_place (DlSession *self, DlSpan *span);

/* What the selection reaches: dl_selection_reaches_country () and kin. */
gboolean dl_session_is_country_lit (DlSession *self, const char *code);
gboolean dl_session_is_event_lit (DlSession *self, guint event);
gboolean dl_session_is_mention_lit (DlSession *self, guint mention);

/* Under the pointer, in any view. */
guint dl_session_get_pointed_entity (DlSession *self);
void dl_session_set_pointed_entity (DlSession *self, guint entity);

/* What is being read aloud. */
DlSpan dl_session_get_spoken (DlSession *self);
void dl_session_set_spoken (DlSession *self, DlSpan spoken);

/* What is shown. */
const DlVisibility *dl_session_get_visibility (DlSession *self);
DlDate *dl_session_get_time_filter (DlSession *self);
void dl_session_set_time_filter (DlSession *self, DlDate *filter);
guint dl_session_get_hidden_kinds (DlSession *self);
void dl_session_set_hidden_kinds (DlSession *self, guint kinds);
DlDensity dl_session_get_density (DlSession *self);
void dl_session_set_density (DlSession *self, DlDensity density);
DlClock dl_session_get_clock (DlSession *self);
void dl_session_set_clock (DlSession *self, DlClock clock);

/* dl_visibility_shows_event () and kin. */
gboolean dl_session_is_event_shown (DlSession *self, guint event);
gboolean dl_session_is_country_shown (DlSession *self, const char *code);
gboolean dl_session_is_mention_shown (DlSession *self, guint mention);

/* How countries are called. */
void dl_session_set_name_func (DlSession *self,
                               DlNameFunc func,
                               gpointer user_data,
                               GDestroyNotify destroy);
const char *dl_session_get_country_name (DlSession *self, const char *code);

/* Who belongs to a bloc. */
void dl_session_set_members_func (DlSession *self,
                                  DlMembersFunc func,
                                  gpointer user_data,
                                  GDestroyNotify destroy);
char **dl_session_dup_members (DlSession *self, const char *bloc);

G_END_DECLS

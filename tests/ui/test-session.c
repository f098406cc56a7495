/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "session.h"

typedef struct
{
  DlSession *session;
  guint notified;
  guint revealed;
} Case;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) article = fixture_article ();
  g_autoptr (DlAnnotations) annotations = fixture_annotations (article);

  self->session = dl_session_new ();
  dl_session_set_article (self->session, article);
  dl_session_set_annotations (self->session, annotations);
  g_signal_connect_swapped (self->session, "reveal", G_CALLBACK (count_cb), &self->revealed);
  if (data != NULL)
    g_signal_connect_swapped (self->session, data, G_CALLBACK (count_cb), &self->notified);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_assert_finalize_object (self->session);
}

static void
assert_selected (DlSession *session, guint entity, guint mention, guint event, const char *country)
{
  g_assert_cmpuint (dl_session_get_entity (session), ==, entity);
  g_assert_cmpuint (dl_session_get_mention (session), ==, mention);
  g_assert_cmpuint (dl_session_get_event (session), ==, event);
  g_assert_cmpstr (dl_session_get_country (session), ==, country);
}

static void
test_nothing (Case *self, gconstpointer data)
{
  g_autoptr (DlSession) empty = dl_session_new ();
  DlSpan span;

  dl_session_select_entity (empty, 0);
  dl_session_select_mention (empty, 0);
  dl_session_select_event (empty, 0);
  dl_session_select_country (empty, "KE");
  assert_selected (empty, DL_NONE, DL_NONE, DL_NONE, NULL);
  g_assert_false (dl_session_has_selection (empty));
  g_assert_false (dl_session_get_place (empty, &span));
  g_assert_false (dl_session_is_country_lit (empty, "KE"));
  g_assert_false (dl_session_is_mention_shown (empty, 0));
}

static void
test_entity (Case *self, gconstpointer data)
{
  dl_session_select_entity (self->session, FIXTURE_KENYA);
  assert_selected (self->session, FIXTURE_KENYA, 1, DL_NONE, "KE");
  g_assert_cmpuint (self->notified, ==, 1);
  g_assert_true (dl_session_is_mention_lit (self->session, 1));
  g_assert_true (dl_session_is_mention_lit (self->session, 4));
  g_assert_false (dl_session_is_mention_lit (self->session, 0));
  g_assert_true (dl_session_is_event_lit (self->session, FIXTURE_MEETING));
  g_assert_true (dl_session_is_event_lit (self->session, FIXTURE_REPORT));

  dl_session_select_entity (self->session, FIXTURE_KENYA);
  g_assert_cmpuint (self->notified, ==, 1);
  g_assert_cmpuint (self->revealed, ==, 2);

  dl_session_select_entity (self->session, FIXTURE_N_ENTITIES);
  assert_selected (self->session, DL_NONE, DL_NONE, DL_NONE, NULL);
  g_assert_cmpuint (self->notified, ==, 2);
  g_assert_cmpuint (self->revealed, ==, 2);
}

static void
test_mention (Case *self, gconstpointer data)
{
  dl_session_select_mention (self->session, 3);
  assert_selected (self->session, FIXTURE_DATE, 3, FIXTURE_MEETING, NULL);
  dl_session_select_mention (self->session, 4);
  assert_selected (self->session, FIXTURE_KENYA, 4, FIXTURE_REPORT, "KE");
  g_assert_cmpuint (self->notified, ==, 2);
}

static void
test_event (Case *self, gconstpointer data)
{
  DlSpan span;

  dl_session_select_event (self->session, FIXTURE_MEETING);
  assert_selected (self->session, FIXTURE_DATE, 3, FIXTURE_MEETING, NULL);
  g_assert_true (dl_session_is_country_lit (self->session, "KE"));
  g_assert_false (dl_session_is_country_lit (self->session, "NG"));
  g_assert_true (dl_session_is_event_lit (self->session, FIXTURE_MEETING));
  g_assert_false (dl_session_is_event_lit (self->session, FIXTURE_REPORT));
  g_assert_true (dl_session_get_place (self->session, &span));
  g_assert_cmpuint (span.end - span.start, >, 60);

  /* Its date has no mention: the first one of the sentence stands for it. */
  dl_session_select_event (self->session, FIXTURE_REPORT);
  assert_selected (self->session, FIXTURE_KENYA, 4, FIXTURE_REPORT, NULL);
  g_assert_true (dl_session_is_country_lit (self->session, "NG"));
}

static void
test_country (Case *self, gconstpointer data)
{
  DlSpan span;

  dl_session_select_country (self->session, "KE");
  assert_selected (self->session, FIXTURE_KENYA, 1, DL_NONE, "KE");

  /* Only hinted at: its sentence is the place. */
  dl_session_select_country (self->session, "GH");
  assert_selected (self->session, DL_NONE, DL_NONE, DL_NONE, "GH");
  g_assert_true (dl_session_get_place (self->session, &span));

  /* Not in the article at all. */
  dl_session_select_country (self->session, "PE");
  assert_selected (self->session, DL_NONE, DL_NONE, DL_NONE, "PE");
  g_assert_false (dl_session_get_place (self->session, &span));
  g_assert_true (dl_session_is_country_lit (self->session, "PE"));
  g_assert_cmpuint (self->notified, ==, 3);
  g_assert_cmpuint (self->revealed, ==, 2);

  dl_session_select_country (self->session, "AU");
  g_assert_true (dl_session_is_country_lit (self->session, "NG"));
}

static void
test_time_filter (Case *self, gconstpointer data)
{
  g_autoptr (DlDate) may = dl_date_new_ymd (2021, 5, 0);
  g_autoptr (DlDate) same = dl_date_new_ymd (2021, 5, 0);

  dl_session_set_time_filter (self->session, may);
  dl_session_set_time_filter (self->session, same);
  g_assert_cmpuint (self->notified, ==, 1);
  g_assert_true (dl_session_is_event_shown (self->session, FIXTURE_MEETING));
  g_assert_false (dl_session_is_event_shown (self->session, FIXTURE_REPORT));
  g_assert_true (dl_session_is_mention_shown (self->session, 1));
  g_assert_false (dl_session_is_mention_shown (self->session, 4));
  g_assert_true (dl_session_is_country_shown (self->session, "KE"));
  g_assert_false (dl_session_is_country_shown (self->session, "GH"));

  dl_session_set_time_filter (self->session, NULL);
  g_assert_cmpuint (self->notified, ==, 2);
  g_assert_true (dl_session_is_mention_shown (self->session, 4));
}

static void
test_shown (Case *self, gconstpointer data)
{
  g_assert_false (dl_session_is_mention_shown (self->session, 5));
  dl_session_set_hidden_kinds (self->session, 1u << DL_KIND_COUNTRY);
  dl_session_set_hidden_kinds (self->session, 1u << DL_KIND_COUNTRY);
  g_assert_true (dl_session_is_mention_shown (self->session, 5));
  g_assert_false (dl_session_is_mention_shown (self->session, 4));
  g_assert_cmpuint (self->notified, ==, 1);

  dl_session_set_hidden_kinds (self->session, 0);
  dl_session_set_density (self->session, DL_DENSITY_FIRST);
  g_assert_true (dl_session_is_mention_shown (self->session, 1));
  g_assert_false (dl_session_is_mention_shown (self->session, 4));
  dl_session_set_density (self->session, DL_DENSITY_NONE);
  g_assert_false (dl_session_is_mention_shown (self->session, 1));
}

/* By another clock an event may be on another day: what passes the filter may change. */
static void
test_clock (Case *self, gconstpointer data)
{
  g_autoptr (DlDate) filter = dl_date_new_ymd (2021, 10, 14);
  guint notified = 0;

  g_signal_connect_swapped (self->session, "notify::clock", G_CALLBACK (count_cb), &notified);
  dl_session_set_clock (self->session, DL_CLOCK_TOLD);
  g_assert_cmpuint (notified, ==, 0);
  dl_session_set_clock (self->session, DL_CLOCK_READER);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (self->notified, ==, 0);

  dl_session_set_time_filter (self->session, filter);
  dl_session_set_clock (self->session, DL_CLOCK_TOLD);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpuint (self->notified, ==, 2);
}

static void
test_new_article (Case *self, gconstpointer data)
{
  g_autoptr (DlArticle) other = fixture_article ();

  dl_session_select_event (self->session, FIXTURE_MEETING);
  dl_session_set_pointed_entity (self->session, FIXTURE_UNION);
  dl_session_set_article (self->session, other);
  dl_session_set_article (self->session, other);
  g_assert_cmpuint (self->notified, ==, 1);
  g_assert_null (dl_session_get_annotations (self->session));
  g_assert_cmpuint (dl_session_get_pointed_entity (self->session), ==, DL_NONE);
  assert_selected (self->session, DL_NONE, DL_NONE, DL_NONE, NULL);
}

/* A range with its ends, as the analyzer gives it: the mention alone that is marked is
 * the range. */
static void
test_ends (Case *self, gconstpointer data)
{
  static const struct
  {
    DlSpan span;
    guint entity, within;
  } rows[] = { { { 0, 20 }, 0, DL_NONE }, { { 0, 8 }, DL_NONE, 0 }, { { 12, 20 }, DL_NONE, 0 } };
  const guint mention = 0;
  g_autoptr (DlArticle) article = fixture_article ();
  g_autoptr (DlAnnotations) annotations = NULL;
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DlMentionFields fields = { .span = rows[i].span,
                                       .kind = DL_KIND_DATE,
                                       .entity = rows[i].entity,
                                       .within = rows[i].within,
                                       .rule = "test" };

      g_ptr_array_add (mentions, dl_mention_new (&fields));
    }
  g_ptr_array_add (entities, dl_entity_new (&(DlEntityFields){ .key = "date",
                                                               .kind = DL_KIND_DATE,
                                                               .name = "range",
                                                               .mentions = &mention,
                                                               .n_mentions = 1 }));
  annotations = dl_annotations_new (article, mentions, entities,
                                    g_ptr_array_new_with_free_func (g_object_unref),
                                    g_ptr_array_new_with_free_func (g_object_unref), NULL);
  dl_session_set_article (self->session, article);
  dl_session_set_annotations (self->session, annotations);
  g_assert_true (dl_session_is_mention_shown (self->session, 0));
  g_assert_false (dl_session_is_mention_shown (self->session, 1));
  g_assert_false (dl_session_is_mention_shown (self->session, 2));
}

static const char *
name_cb (const char *code, gpointer user_data)
{
  return g_str_equal (code, "PE") ? user_data : NULL;
}

static void
test_names (Case *self, gconstpointer data)
{
  dl_session_set_name_func (self->session, name_cb, g_strdup ("Perú"), g_free);
  g_assert_cmpstr (dl_session_get_country_name (self->session, "PE"), ==, "Perú");
  g_assert_cmpstr (dl_session_get_country_name (self->session, "KE"), ==, "Kenya");
  g_assert_cmpstr (dl_session_get_country_name (self->session, "GH"), ==, "GH");
}

#define ADD(path, notify, func) g_test_add (path, Case, notify, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ui/session/nothing", NULL, test_nothing);
  ADD ("/ui/session/entity", "notify::selection", test_entity);
  ADD ("/ui/session/mention", "notify::selection", test_mention);
  ADD ("/ui/session/event", "notify::selection", test_event);
  ADD ("/ui/session/country", "notify::selection", test_country);
  ADD ("/ui/session/time-filter", "notify::time-filter", test_time_filter);
  ADD ("/ui/session/clock", "notify::time-filter", test_clock);
  ADD ("/ui/session/shown", "notify::hidden-kinds", test_shown);
  ADD ("/ui/session/ends", NULL, test_ends);
  ADD ("/ui/session/new-article", "notify::article", test_new_article);
  ADD ("/ui/session/names", NULL, test_names);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session.h"

#include "links.h"
#include "selection.h"

/**
 * DlSession:
 *
 * What the reader sees now: the article, its annotations, and what of them is selected,
 * pointed at and shown.  Every view of a window holds the same session, reads it, and
 * calls it; no view knows another.
 *
 * 1. An index is %DL_NONE or a row of the present annotations: a new article or new
 *    annotations clear the selection, the pointer and the filter.
 * 2. A property notifies only when it changed, and every getter already tells the new
 *    state then.  :selection changes once for each call that changed anything selected:
 *    a view that shows several of the four binds to it alone.
 * 3. ::reveal is emitted for each call that asks to see a place of the text, even the
 *    same one again: the reader may have scrolled away.
 */

/* Too many and too dull to be marked unasked. */
#define QUIET_KINDS ((1u << DL_KIND_QUANTITY) | (1u << DL_KIND_TERM))

struct _DlSession
{
  GObject parent_instance;

  DlArticle *article;
  DlAnnotations *annotations;

  DlSelection selection;
  guint serial;

  guint pointed_entity;
  DlVisibility visibility; /* its filter: a reference, or NULL */

  DlNameFunc name_func; /* or NULL */
  gpointer name_data;
  GDestroyNotify name_destroy;
  DlMembersFunc members_func; /* or NULL */
  gpointer members_data;
  GDestroyNotify members_destroy;
};

G_DEFINE_ENUM_TYPE (DlDensity,
                    dl_density,
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_NONE, "none"))

G_DEFINE_FINAL_TYPE (DlSession, dl_session, G_TYPE_OBJECT)

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
  N_PROPS
};

enum
{
  SIGNAL_REVEAL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify (DlSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_selection (DlSession *self, DlSelection selection)
{
  DlSelection old = self->selection;

  if (dl_selection_equal (&old, &selection))
    return;

  self->selection = selection;
  self->serial++;

  if (old.entity != selection.entity)
    notify (self, PROP_ENTITY);
  if (old.mention != selection.mention)
    notify (self, PROP_MENTION);
  if (old.event != selection.event)
    notify (self, PROP_EVENT);
  if (old.country != selection.country)
    notify (self, PROP_COUNTRY);
  notify (self, PROP_SELECTION);
}

static void
select_and_reveal (DlSession *self, DlSelection selection)
{
  DlSpan span;

  set_selection (self, selection);
  if (dl_session_get_place (self, &span))
    g_signal_emit (self, signals[SIGNAL_REVEAL], 0);
}

static void
get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlSession *self = DL_SESSION (object);

  switch (property)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_ANNOTATIONS:
      g_value_set_object (value, self->annotations);
      break;
    case PROP_ENTITY:
      g_value_set_uint (value, self->selection.entity);
      break;
    case PROP_MENTION:
      g_value_set_uint (value, self->selection.mention);
      break;
    case PROP_EVENT:
      g_value_set_uint (value, self->selection.event);
      break;
    case PROP_COUNTRY:
      g_value_set_static_string (value, self->selection.country);
      break;
    case PROP_SELECTION:
      g_value_set_uint (value, self->serial);
      break;
    case PROP_POINTED_ENTITY:
      g_value_set_uint (value, self->pointed_entity);
      break;
    case PROP_TIME_FILTER:
      g_value_set_boxed (value, self->visibility.time_filter);
      break;
    case PROP_HIDDEN_KINDS:
      g_value_set_uint (value, self->visibility.hidden_kinds);
      break;
    case PROP_DENSITY:
      g_value_set_enum (value, self->visibility.density);
      break;
    case PROP_CLOCK:
      g_value_set_enum (value, self->visibility.clock);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  DlSession *self = DL_SESSION (object);

  switch (property)
    {
    case PROP_ARTICLE:
      dl_session_set_article (self, g_value_get_object (value));
      break;
    case PROP_ANNOTATIONS:
      dl_session_set_annotations (self, g_value_get_object (value));
      break;
    case PROP_POINTED_ENTITY:
      dl_session_set_pointed_entity (self, g_value_get_uint (value));
      break;
    case PROP_TIME_FILTER:
      dl_session_set_time_filter (self, g_value_get_boxed (value));
      break;
    case PROP_HIDDEN_KINDS:
      dl_session_set_hidden_kinds (self, g_value_get_uint (value));
      break;
    case PROP_DENSITY:
      dl_session_set_density (self, g_value_get_enum (value));
      break;
    case PROP_CLOCK:
      dl_session_set_clock (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_session_finalize (GObject *object)
{
  DlSession *self = DL_SESSION (object);

  g_clear_object (&self->article);
  g_clear_object (&self->annotations);
  g_clear_pointer (&self->visibility.time_filter, dl_date_unref);
  dl_session_set_name_func (self, NULL, NULL, NULL);
  dl_session_set_members_func (self, NULL, NULL, NULL);

  G_OBJECT_CLASS (dl_session_parent_class)->finalize (object);
}

static GParamSpec *
index_property (const char *name, GParamFlags flags)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, DL_NONE,
                            flags | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
dl_session_class_init (DlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags settable = readable | G_PARAM_WRITABLE;

  object_class->finalize = dl_session_finalize;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  properties[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, DL_TYPE_ARTICLE, settable);
  properties[PROP_ANNOTATIONS] =
    g_param_spec_object ("annotations", NULL, NULL, DL_TYPE_ANNOTATIONS, settable);
  properties[PROP_ENTITY] = index_property ("entity", G_PARAM_READABLE);
  properties[PROP_MENTION] = index_property ("mention", G_PARAM_READABLE);
  properties[PROP_EVENT] = index_property ("event", G_PARAM_READABLE);
  properties[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, NULL, readable);
  properties[PROP_SELECTION] =
    g_param_spec_uint ("selection", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_POINTED_ENTITY] = index_property ("pointed-entity", G_PARAM_READWRITE);
  properties[PROP_TIME_FILTER] =
    g_param_spec_boxed ("time-filter", NULL, NULL, DL_TYPE_DATE, settable);
  properties[PROP_HIDDEN_KINDS] = g_param_spec_uint ("hidden-kinds", NULL, NULL, 0,
                                                     (1u << DL_N_KINDS) - 1, QUIET_KINDS, settable);
  properties[PROP_DENSITY] =
    g_param_spec_enum ("density", NULL, NULL, DL_TYPE_DENSITY, DL_DENSITY_ALL, settable);
  properties[PROP_CLOCK] =
    g_param_spec_enum ("clock", NULL, NULL, DL_TYPE_CLOCK, DL_CLOCK_TOLD, settable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * DlSession::reveal:
   *
   * dl_session_get_place() is to be brought into sight.
   */
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", DL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
dl_session_init (DlSession *self)
{
  self->selection = dl_selection_none ();
  self->pointed_entity = DL_NONE;
  self->visibility.hidden_kinds = QUIET_KINDS;
}

DlSession *
dl_session_new (void)
{
  return g_object_new (DL_TYPE_SESSION, NULL);
}

DlArticle *
dl_session_get_article (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->article;
}

/* By (1). */
static void
forget_rows (DlSession *self)
{
  dl_session_clear_selection (self);
  dl_session_set_pointed_entity (self, DL_NONE);
  dl_session_set_time_filter (self, NULL);
}

/**
 * dl_session_set_article:
 * @article: (nullable): what to read; %NULL for an empty window
 *
 * Drops the annotations of the article before it.
 */
void
dl_session_set_article (DlSession *self, DlArticle *article)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (article == NULL || DL_IS_ARTICLE (article));

  if (self->article == article)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  dl_session_set_annotations (self, NULL);
  g_set_object (&self->article, article);
  notify (self, PROP_ARTICLE);
  g_object_thaw_notify (G_OBJECT (self));
}

DlAnnotations *
dl_session_get_annotations (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->annotations;
}

/**
 * dl_session_set_annotations:
 * @annotations: (nullable): of the article that is read
 *
 * Nothing is selected afterwards.
 */
void
dl_session_set_annotations (DlSession *self, DlAnnotations *annotations)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (annotations == NULL ||
                    dl_annotations_get_article (annotations) == self->article);

  if (self->annotations == annotations)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  forget_rows (self);
  g_set_object (&self->annotations, annotations);
  notify (self, PROP_ANNOTATIONS);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * dl_session_select_entity:
 * @entity: index of an entity; %DL_NONE clears the selection
 *
 * Its first mention is revealed, and its country chosen if it has just one.
 */
void
dl_session_select_entity (DlSession *self, guint entity)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_entity (self->annotations, entity));
}

/**
 * dl_session_select_mention:
 * @mention: index of a mention; %DL_NONE clears the selection
 *
 * Selects its entity, the country of that, and the event told by its sentence.
 */
void
dl_session_select_mention (DlSession *self, guint mention)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_mention (self->annotations, mention));
}

/**
 * dl_session_select_event:
 * @event: index of an event; %DL_NONE clears the selection
 *
 * Selects the words that date it, or else the first mention of its sentence; the
 * countries of all its actors are lit.
 */
void
dl_session_select_event (DlSession *self, guint event)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_event (self->annotations, event));
}

/**
 * dl_session_select_country:
 * @code: (nullable): ISO 3166-1 alpha-2, or a bloc's code; %NULL clears the selection
 *
 * Any country may be selected, also one that the article does not name.
 */
void
dl_session_select_country (DlSession *self, const char *code)
{
  g_return_if_fail (DL_IS_SESSION (self));

  select_and_reveal (self, dl_selection_of_country (self->annotations, code));
}

void
dl_session_clear_selection (DlSession *self)
{
  g_return_if_fail (DL_IS_SESSION (self));

  set_selection (self, dl_selection_none ());
}

guint
dl_session_get_entity (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.entity;
}

guint
dl_session_get_mention (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.mention;
}

guint
dl_session_get_event (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->selection.event;
}

/**
 * dl_session_get_country:
 *
 * Returns: (nullable): an interned string
 */
const char *
dl_session_get_country (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->selection.country;
}

/**
 * dl_session_get_selection:
 *
 * Returns: a number that changes whenever anything selected does
 */
guint
dl_session_get_selection (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);

  return self->serial;
}

gboolean
dl_session_has_selection (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return self->selection.origin != DL_ORIGIN_NONE;
}

/**
 * dl_session_get_place:
 * @span: (out): the place of the text that the selection is about
 *
 * The sentence of a selected event, the selected mention, or else the sentence that
 * hints at the selected country.
 *
 * Returns: whether there is such a place
 */
gboolean
dl_session_get_place (DlSession *self, DlSpan *span)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  return dl_selection_get_place (&self->selection, self->annotations, span);
}

gboolean
dl_session_is_country_lit (DlSession *self, const char *code)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return dl_selection_reaches_country (&self->selection, self->annotations, code);
}

gboolean
dl_session_is_event_lit (DlSession *self, guint event)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_selection_reaches_event (&self->selection, self->annotations, event);
}

gboolean
dl_session_is_mention_lit (DlSession *self, guint mention)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_selection_reaches_mention (&self->selection, self->annotations, mention);
}

guint
dl_session_get_pointed_entity (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_NONE);

  return self->pointed_entity;
}

void
dl_session_set_pointed_entity (DlSession *self, guint entity)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->pointed_entity == entity)
    return;

  self->pointed_entity = entity;
  notify (self, PROP_POINTED_ENTITY);
}

/**
 * dl_session_get_time_filter:
 *
 * Returns: (nullable): the time outside which nothing is shown; %NULL shows all
 */
DlDate *
dl_session_get_time_filter (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  return self->visibility.time_filter;
}

void
dl_session_set_time_filter (DlSession *self, DlDate *filter)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.time_filter == filter ||
      (self->visibility.time_filter != NULL && filter != NULL &&
       dl_date_equal (self->visibility.time_filter, filter)))
    return;

  g_clear_pointer (&self->visibility.time_filter, dl_date_unref);
  if (filter != NULL)
    self->visibility.time_filter = dl_date_ref (filter);
  notify (self, PROP_TIME_FILTER);
}

guint
dl_session_get_hidden_kinds (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), 0);

  return self->visibility.hidden_kinds;
}

/**
 * dl_session_set_hidden_kinds:
 * @kinds: bit 1 << #DlKind is set for each kind whose mentions are not marked
 */
void
dl_session_set_hidden_kinds (DlSession *self, guint kinds)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.hidden_kinds == kinds)
    return;

  self->visibility.hidden_kinds = kinds;
  notify (self, PROP_HIDDEN_KINDS);
}

DlDensity
dl_session_get_density (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_DENSITY_ALL);

  return self->visibility.density;
}

void
dl_session_set_density (DlSession *self, DlDensity density)
{
  g_return_if_fail (DL_IS_SESSION (self));
  g_return_if_fail (density < DL_N_DENSITIES);

  if (self->visibility.density == density)
    return;

  self->visibility.density = density;
  notify (self, PROP_DENSITY);
}

DlClock
dl_session_get_clock (DlSession *self)
{
  g_return_val_if_fail (DL_IS_SESSION (self), DL_CLOCK_TOLD);

  return self->visibility.clock;
}

/**
 * dl_session_set_clock:
 *
 * By which clock the times of events are seen.  What passes the time filter may be another
 * then: one whose day is another.
 */
void
dl_session_set_clock (DlSession *self, DlClock clock)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->visibility.clock == clock)
    return;

  self->visibility.clock = clock;
  notify (self, PROP_CLOCK);
  if (self->visibility.time_filter != NULL)
    notify (self, PROP_TIME_FILTER);
}

gboolean
dl_session_is_event_shown (DlSession *self, guint event)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_visibility_shows_event (&self->visibility, self->annotations, event);
}

gboolean
dl_session_is_country_shown (DlSession *self, const char *code)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  return dl_visibility_shows_country (&self->visibility, self->annotations, code);
}

gboolean
dl_session_is_mention_shown (DlSession *self, guint mention)
{
  g_return_val_if_fail (DL_IS_SESSION (self), FALSE);

  return dl_visibility_shows_mention (&self->visibility, self->annotations, mention);
}

/**
 * dl_session_set_name_func:
 * @func: (nullable): how countries are called in the interface's language
 */
void
dl_session_set_name_func (DlSession *self,
                          DlNameFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->name_destroy != NULL)
    self->name_destroy (self->name_data);

  self->name_func = func;
  self->name_data = user_data;
  self->name_destroy = destroy;
}

/**
 * dl_session_get_country_name:
 * @code: ISO 3166-1 alpha-2, or a bloc's code
 *
 * Returns: its name in the interface's language; failing that, as the article calls it;
 *   failing that, @code
 */
const char *
dl_session_get_country_name (DlSession *self, const char *code)
{
  const char *name = NULL;
  guint entity;

  g_return_val_if_fail (DL_IS_SESSION (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  if (self->name_func != NULL)
    name = self->name_func (code, self->name_data);
  if (name != NULL && *name != '\0')
    return name;

  entity =
    self->annotations != NULL ? dl_links_find_country_entity (self->annotations, code) : DL_NONE;

  return entity != DL_NONE
           ? dl_entity_get_name (dl_annotations_get_entity (self->annotations, entity))
           : code;
}

/**
 * dl_session_set_members_func:
 * @func: (nullable): tells who belongs to a bloc
 */
void
dl_session_set_members_func (DlSession *self,
                             DlMembersFunc func,
                             gpointer user_data,
                             GDestroyNotify destroy)
{
  g_return_if_fail (DL_IS_SESSION (self));

  if (self->members_destroy != NULL)
    self->members_destroy (self->members_data);

  self->members_func = func;
  self->members_data = user_data;
  self->members_destroy = destroy;
}

/**
 * dl_session_dup_members:
 * @bloc: its code
 *
 * Returns: (transfer full): the codes of its members when the article was written
 */
char **
dl_session_dup_members (DlSession *self, const char *bloc)
{
  g_return_val_if_fail (DL_IS_SESSION (self), NULL);

  if (self->members_func == NULL)
    return g_new0 (char *, 1);

  return self->members_func (bloc, dl_links_find_year (self->annotations), self->members_data);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-private.h"

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
 * 3. :spoken is a number as well, that changes with the sentence.
 * 4. ::reveal is emitted for each call that asks to see a place of the text, even the
 *    same one again: the reader may have scrolled away.
 */

/* Too many and too dull to be marked unasked. */
#define QUIET_KINDS ((1u << DL_KIND_QUANTITY) | (1u << DL_KIND_TERM))

G_DEFINE_ENUM_TYPE (DlDensity,
                    dl_density,
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (DL_DENSITY_NONE, "none"))

G_DEFINE_FINAL_TYPE (DlSession, dl_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_REVEAL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

void
dl_session_notify (DlSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
dl_session_emit_reveal (DlSession *self)
{
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
    case PROP_SPOKEN:
      g_value_set_uint (value, self->n_spoken);
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
  properties[PROP_SPOKEN] = g_param_spec_uint ("spoken", NULL, NULL, 0, G_MAXUINT, 0, readable);

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
  dl_session_set_spoken (self, (DlSpan){ 0, 0 });
  g_set_object (&self->article, article);
  dl_session_notify (self, PROP_ARTICLE);
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
  dl_session_notify (self, PROP_ANNOTATIONS);
  g_object_thaw_notify (G_OBJECT (self));
}

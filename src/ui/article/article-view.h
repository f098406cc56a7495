/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * DlTypeface:
 *
 * In which face the article is set.
 */
typedef enum
{
  DL_TYPEFACE_SERIF,
  DL_TYPEFACE_SANS
} DlTypeface;

/**
 * DlSpacing:
 *
 * How far the lines of the article stand apart.
 */
typedef enum
{
  DL_SPACING_TIGHT,
  DL_SPACING_NORMAL,
  DL_SPACING_LOOSE,
  DL_N_SPACINGS
} DlSpacing;

/**
 * DlMeasure:
 *
 * How long the lines of the article may become.
 */
typedef enum
{
  DL_MEASURE_SHORT,
  DL_MEASURE_NORMAL,
  DL_MEASURE_LONG,
  DL_N_MEASURES
} DlMeasure;

#define DL_TYPE_SPACING (dl_spacing_get_type ())
GType dl_spacing_get_type (void);

#define DL_TYPE_MEASURE (dl_measure_get_type ())
GType dl_measure_get_type (void);

#define DL_TYPE_TYPEFACE (dl_typeface_get_type ())
GType dl_typeface_get_type (void);

/* Text sizes, per cent of the usual one, as style.css has them. */
#define DL_TEXT_SIZE_LEAST 80
#define DL_TEXT_SIZE_USUAL 100
#define DL_TEXT_SIZE_MOST 200
#define DL_TEXT_SIZE_STEP 10

#define DL_TYPE_ARTICLE_VIEW (dl_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DlArticleView, dl_article_view, DL, ARTICLE_VIEW, GtkWidget)

GtkWidget *dl_article_view_new (void);
DlSession *dl_article_view_get_session (DlArticleView *self);
void dl_article_view_set_session (DlArticleView *self, DlSession *session);

DlTypeface dl_article_view_get_typeface (DlArticleView *self);
void dl_article_view_set_typeface (DlArticleView *self, DlTypeface typeface);
guint dl_article_view_get_text_size (DlArticleView *self);
void dl_article_view_set_text_size (DlArticleView *self, guint percent);

gsize dl_article_view_get_place (DlArticleView *self);
void dl_article_view_go_to (DlArticleView *self, gsize byte);

G_END_DECLS

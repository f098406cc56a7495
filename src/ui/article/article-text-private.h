/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-text.h"
#include "text-scroller.h"

G_BEGIN_DECLS

/* What the files of the article's text know of it, and no one else does. */
struct _DlArticleText
{
  GtkTextView parent_instance;

  DlSession *session; /* or NULL */
  GSignalGroup *signals;
  DlTextMap *map; /* or NULL: nothing to read */
  DlTextFiller *filler;
  DlTextScroller *scroller;
  int ascent; /* of a line of a paragraph, px; 0: to be measured */

  GArray *hits; /* of DlSpan, in order: what a search found; or NULL */
  guint hit;    /* the one that the reader is at, or DL_NONE */
};

G_END_DECLS

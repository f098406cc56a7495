/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-view.h"
#include "find-bar.h"
#include "lead-picture.h"
#include "text-pointer.h"
#include "tick-bar.h"

G_BEGIN_DECLS

/* What the files of the article panel know of it, and no one else does. */
struct _DlArticleView
{
  GtkWidget parent_instance;

  DlSession *session; /* or NULL */
  DlTypeface typeface;
  DlSpacing spacing;
  DlMeasure measure;
  guint text_size; /* per cent */

  GtkWidget *box;
  GtkWidget *clamp;
  DlArticleText *text;
  DlLeadPicture *picture;
  DlTickBar *ticks;
  DlCardOpener *opener;
  DlTextPointer *pointer;
  DlFindBar *find; /* made when it is first opened, or NULL */
};

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-measure.h"
#include "picture.h"

G_BEGIN_DECLS

typedef struct
{
  GBytes *bytes; /* (nullable): as dl_picture_is_picture() has it */
  char *caption; /* (nullable): in one line */
  char *text;    /* (nullable): what it shows, in words */
} DlHtmlPicture;

DlHtmlPicture dl_html_picture_find (DlHtmlMeasures *measures,
                                    const xmlNode *body,
                                    DlPictureFinder finder,
                                    gpointer user_data);
void dl_html_picture_clear (DlHtmlPicture *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlHtmlPicture, dl_html_picture_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

char *dl_json_from_annotations (DlAnnotations *annotations, gboolean pretty);
char *dl_json_from_annotations_with_id (DlAnnotations *annotations,
                                        const char *id_as_json,
                                        gboolean pretty);
char *dl_json_from_article (DlArticle *article, gboolean pretty);

G_END_DECLS

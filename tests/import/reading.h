/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

char *reading_print (DlArticle *article);
char *reading_print_all (GPtrArray *articles);

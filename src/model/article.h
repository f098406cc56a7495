/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "block.h"
#include "date.h"
#include "web-link.h"

G_BEGIN_DECLS

typedef struct _DlArticle DlArticle;

/**
 * DlArticleFields:
 *
 * What is known of an article beside its text.  Every string is UTF-8 and may be %NULL.
 */
typedef struct
{
  const char *id; /* names the article in exports: a file's name, a JSON id */
  const char *title;
  const char *language; /* BCP 47, “vi”; %NULL: not stated */
  const char *author;
  const char *publisher;
  const char *url;
  const char *rights;     /* to whom the text belongs, a sentence */
  const char *background; /* id of the background file that the article names */
  DlDate *published;      /* borrowed by dl_article_new(), which takes a reference */
  DlDate *updated;
  GBytes *picture;     /* the lead picture that the file brought along: PNG, JPEG, GIF or WebP */
  const char *caption; /* what is said below it, in one line */
  const char *picture_text; /* what it shows, in words, for those who cannot see it */
  GArray *links;    /* of DlWebLink: the words of its text that lead elsewhere; borrowed as well */
  DlArticle *whole; /* all the text of the page it was taken from, if more; borrowed as well */
  guint n_left_out; /* paragraphs that are in @whole only */
} DlArticleFields;

#define DL_TYPE_ARTICLE (dl_article_get_type ())
G_DECLARE_FINAL_TYPE (DlArticle, dl_article, DL, ARTICLE, GObject)

DlArticle *dl_article_new (GBytes *text, GPtrArray *blocks, const DlArticleFields *fields);
DlArticle *dl_article_copy_with (DlArticle *self, const DlArticleFields *fields);

const char *dl_article_get_text (DlArticle *self);
gsize dl_article_get_length (DlArticle *self);
char *dl_article_dup_excerpt (DlArticle *self, DlSpan span);

guint dl_article_get_n_blocks (DlArticle *self);
DlBlock *dl_article_get_block (DlArticle *self, guint position);

const DlArticleFields *dl_article_get_fields (DlArticle *self);
const char *dl_article_get_title (DlArticle *self);
const char *dl_article_get_language (DlArticle *self);
DlDate *dl_article_get_published (DlArticle *self);
const char *dl_article_get_picture_type (DlArticle *self);

G_END_DECLS

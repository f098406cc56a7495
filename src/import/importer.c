/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "importer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article-xml.h"
#include "deadline.h"
#include "encoding.h"
#include "epub.h"
#include "error.h"
#include "feed.h"
#include "file-bytes.h"
#include "format.h"
#include "html-importer.h"
#include "items.h"
#include "json-news.h"
#include "markdown.h"
#include "mhtml.h"
#include "newsml.h"
#include "nitf.h"
#include "office.h"
#include "pdf.h"
#include "picture-folder.h"
#include "tei.h"
#include "text-importer.h"
#include "xml.h"
#include "zip.h"

/* A page of more bytes than this takes longer than a reader likes to wait … */
#define LONG_BYTES (1024 * 1024)
/* … and these tell what it begins with … */
#define BEGINNING_BYTES (256 * 1024)
/* … if it is more than a window shows at once; bytes of text. */
#define MIN_BEGINNING 8000

/* Bytes → Article: finds out what they are and hands them to the importer of that format. */

static void
set_unknown_xml (GError **error, const xmlNode *root)
{
  g_set_error (error, DL_ERROR, DL_ERROR_FORMAT,
               /* Translators: %s is the name of an XML element, “svg” */
               _ ("This is an XML file, but not an article: it begins with “%s”. Dateline opens "
                  "feeds, NITF, NewsML-G2, TEI and its own article XML."),
               (const char *) root->name);
}

/* What is known of a file beside its bytes. */
typedef struct
{
  const char *name;       /* (nullable) */
  const char *address;    /* (nullable): where on the web it was */
  DlPictureFinder finder; /* (nullable): of the pictures of a web page … */
  gpointer finder_data;   /* … and what it looks into */
} Source;

static GPtrArray *
import_html (GBytes *bytes, const Source *source, GError **error)
{
  if (g_bytes_get_size (bytes) > DL_HTML_MAX_BYTES)
    {
      dl_file_bytes_set_too_large (error, DL_HTML_MAX_BYTES);
      return NULL;
    }

  return dl_items_single (dl_html_importer_import_from (bytes, source->name, source->address,
                                                        source->finder, source->finder_data,
                                                        error));
}

static GPtrArray *
import_xml (GBytes *bytes, const Source *source, GError **error)
{
  const char *name = source->name;
  g_autoptr (xmlDoc) doc = dl_xml_parse (bytes, error);
  const xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = xmlDocGetRootElement (doc);
  if (g_ascii_strcasecmp ((const char *) root->name, "html") == 0)
    return import_html (bytes, source, error);
  if (dl_article_xml_is_article (doc))
    return dl_items_single (dl_article_xml_import (doc, name, error));
  if (dl_feed_is_feed (doc))
    return dl_feed_import (doc, name, error);
  if (dl_nitf_is_nitf (root))
    return dl_items_single (dl_nitf_import (root, name, error));
  if (dl_newsml_is_newsml (root))
    return dl_newsml_import (root, name, error);
  if (dl_tei_is_tei (root))
    return dl_items_single (dl_tei_import (root, name, error));
  set_unknown_xml (error, root);

  return NULL;
}

/* What kind of document an archive is, its files tell. */
static GPtrArray *
import_zip (GBytes *bytes, const char *name, const char *refusal, GError **error)
{
  g_autoptr (DlZip) zip = dl_zip_open (bytes, error);

  if (zip == NULL)
    return NULL;
  if (dl_zip_has (zip, "META-INF/container.xml"))
    return dl_items_single (dl_epub_import (bytes, name, error));
  if (dl_zip_has (zip, "word/document.xml"))
    return dl_items_single (dl_office_import_docx (bytes, name, error));
  if (dl_zip_has (zip, "content.xml") && dl_zip_has (zip, "META-INF/manifest.xml"))
    return dl_items_single (dl_office_import_odt (bytes, name, error));
  g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT, refusal);

  return NULL;
}

static GPtrArray *
import_mhtml (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *address = NULL;
  g_autoptr (GBytes) page = dl_mhtml_find_page (bytes, &address, error);
  const Source source = { name, address, dl_mhtml_find_picture, bytes };

  return page != NULL ? import_html (page, &source, error) : NULL;
}

static GPtrArray *
import_text (GBytes *bytes, const char *name, GError **error)
{
  if (dl_markdown_is_named (name))
    return dl_items_single (dl_markdown_import (bytes, name, error));

  return dl_mhtml_is_mhtml (bytes) ? import_mhtml (bytes, name, error)
                                   : dl_items_single (dl_text_importer_import (bytes, name, error));
}

/* A text that only begins as JSON does is a text. */
static GPtrArray *
import_json (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  gsize length;

  text = dl_encoding_to_utf8 (bytes, NULL, &length, error);
  if (text == NULL)
    return NULL;
  root = dl_json_parse (text, length, &fault);
  if (root != NULL && dl_json_news_is_news (root))
    return dl_json_news_import (root, name, error);
  if (g_error_matches (fault, DL_ERROR, DL_ERROR_SYNTAX))
    return import_text (bytes, name, error);

  if (root != NULL)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                         _ ("This is a JSON file, but neither a feed nor news. Open the page or "
                            "the text that it belongs to."));
  else
    g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static GPtrArray *
import_any (GBytes *bytes, const Source *source, GError **error)
{
  const char *name = source->name;
  g_autofree char *refusal = NULL;

  switch (dl_format_sniff (bytes, &refusal))
    {
    case DL_FORMAT_XML:
      return import_xml (bytes, source, error);

    case DL_FORMAT_HTML:
      return import_html (bytes, source, error);

    case DL_FORMAT_JSON:
      return import_json (bytes, name, error);

    case DL_FORMAT_PDF:
      return dl_items_single (dl_pdf_import (bytes, name, error));

    case DL_FORMAT_ZIP:
      return import_zip (bytes, name, refusal, error);

    case DL_FORMAT_OTHER:
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT, refusal);
      return NULL;

    case DL_FORMAT_TEXT:
    default:
      return import_text (bytes, name, error);
    }
}

static GPtrArray *
import_within (GBytes *bytes,
               const Source *source,
               double seconds,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) articles = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > DL_IMPORT_MAX_BYTES)
    {
      dl_file_bytes_set_too_large (error, DL_IMPORT_MAX_BYTES);
      return NULL;
    }

  dl_deadline_begin (seconds, cancellable);
  articles = import_any (bytes, source, &fault);
  /* whatever came of it is only a part */
  if (dl_deadline_is_over ())
    {
      g_clear_pointer (&articles, g_ptr_array_unref);
      g_clear_error (&fault);
      if (!g_cancellable_set_error_if_cancelled (cancellable, &fault))
        g_set_error (&fault, DL_ERROR, DL_ERROR_TOO_LARGE,
                     _ ("Reading this file takes more than %d seconds. Split it into several files "
                        "and open them one by one."),
                     DL_IMPORT_MAX_SECONDS);
    }
  dl_deadline_end ();
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));

  return g_steal_pointer (&articles);
}

/**
 * dl_importer_import_within:
 * @seconds: how long it may take
 *
 * Returns: (transfer full) (element-type DlArticle): as of dl_importer_import_all(), or %NULL
 *   with its error or %G_IO_ERROR_CANCELLED set
 */
GPtrArray *
dl_importer_import_within (GBytes *bytes,
                           const char *name,
                           double seconds,
                           GCancellable *cancellable,
                           GError **error)
{
  const Source source = { .name = name };

  return import_within (bytes, &source, seconds, cancellable, error);
}

/**
 * dl_importer_import_all:
 * @bytes: a whole file
 * @name: (nullable): the id of the article, UTF-8; where there are several, “@name#1” and so on
 *
 * What the bytes are is told from the bytes alone, but for Markdown, which is text with a name.
 *
 * Returns: (transfer full) (element-type DlArticle): the articles in it, at least one; or %NULL
 *   with one of #DlError set: whatever the bytes are, its message is a sentence for the reader
 */
GPtrArray *
dl_importer_import_all (GBytes *bytes, const char *name, GError **error)
{
  return dl_importer_import_within (bytes, name, DL_IMPORT_MAX_SECONDS, NULL, error);
}

/**
 * dl_importer_import:
 *
 * Returns: (transfer full): the first of dl_importer_import_all(), or %NULL with its error set
 */
DlArticle *
dl_importer_import (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) articles = dl_importer_import_all (bytes, name, error);

  return articles != NULL ? g_object_ref (articles->pdata[0]) : NULL;
}

/* Nothing is said of what is left out: that the whole of it will tell.
 *
 * Returns: (transfer full) (nullable): what a long page begins with; %NULL: it is none */
static DlArticle *
import_beginning (GBytes *bytes, const Source *source, GCancellable *cancellable)
{
  g_autofree char *refusal = NULL;
  g_autoptr (GBytes) part = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  DlArticleFields fields;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *last = size >= LONG_BYTES ? memrchr (data, '>', BEGINNING_BYTES) : NULL;

  if (last == NULL || size > DL_HTML_MAX_BYTES ||
      dl_format_sniff (bytes, &refusal) != DL_FORMAT_HTML)
    return NULL;
  part = g_bytes_new_from_bytes (bytes, 0, last + 1 - data);
  articles = import_within (part, source, DL_IMPORT_MAX_SECONDS, cancellable, NULL);
  if (articles == NULL || dl_article_get_length (articles->pdata[0]) < MIN_BEGINNING)
    return NULL;
  fields = *dl_article_get_fields (articles->pdata[0]);
  fields.whole = NULL;
  fields.n_left_out = 0;

  return dl_article_copy_with (articles->pdata[0], &fields);
}

/**
 * dl_importer_load_early:
 * @func: (nullable): is called, at most once and before this function returns, with what a long
 *   page begins with
 *
 * As dl_importer_load_all().
 */
GPtrArray *
dl_importer_load_early (GFile *file,
                        DlBeginningFunc func,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DlArticle) beginning = NULL;
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;
  Source source;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = dl_file_bytes_load (file, cancellable, error);
  if (bytes == NULL)
    return NULL;

  basename = g_file_get_basename (file);
  name = basename != NULL ? g_filename_display_name (basename) : NULL;
  source = (Source){ name, NULL, dl_picture_folder_find, file };
  if (func != NULL)
    beginning = import_beginning (bytes, &source, cancellable);
  if (beginning != NULL)
    func (beginning, user_data);

  return import_within (bytes, &source, DL_IMPORT_MAX_SECONDS, cancellable, error);
}

/**
 * dl_importer_load_all:
 * @file: what to open
 *
 * Its name, as shown to the reader, becomes the id of the articles.  A web page may have its
 * pictures in a folder beside it.
 *
 * Returns: (transfer full) (element-type DlArticle): as of dl_importer_import_all(), or %NULL
 *   with its error or one of #G_IO_ERROR set
 */
GPtrArray *
dl_importer_load_all (GFile *file, GCancellable *cancellable, GError **error)
{
  return dl_importer_load_early (file, NULL, NULL, cancellable, error);
}

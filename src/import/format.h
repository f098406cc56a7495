/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlFormat:
 * @DL_FORMAT_TEXT: plain text, for want of a sign of anything else
 * @DL_FORMAT_XML: some XML
 * @DL_FORMAT_HTML: a web page
 * @DL_FORMAT_JSON: what may be JSON, or a text that begins with a bracket
 * @DL_FORMAT_PDF: a PDF document
 * @DL_FORMAT_ZIP: an archive, which may be a book or a document
 * @DL_FORMAT_OTHER: something that no importer reads
 */
typedef enum
{
  DL_FORMAT_TEXT,
  DL_FORMAT_XML,
  DL_FORMAT_HTML,
  DL_FORMAT_JSON,
  DL_FORMAT_PDF,
  DL_FORMAT_ZIP,
  DL_FORMAT_OTHER,
} DlFormat;

DlFormat dl_format_sniff (GBytes *bytes, char **refusal);

G_END_DECLS

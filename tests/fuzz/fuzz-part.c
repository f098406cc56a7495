/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../import/archive.h"
#include "fuzz.h"
#include "importer.h"

/* Any bytes as the part of an archive that holds the text of a document.  Which kind of document,
 * the build says: the part is called FUZZ_PART. */

static const char CONTAINER[] =
  "<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>";
static const char PACKAGE[] =
  "<package><metadata><title>x</title></metadata><manifest><item id='c' href='c.xhtml'/></manifest>"
  "<spine><itemref idref='c'/></spine></package>";

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = NULL;
  Archive archive;

  archive_begin (&archive);
  if (g_str_equal (FUZZ_PART, "c.xhtml"))
    {
      archive_append (&archive, "META-INF/container.xml", CONTAINER, sizeof CONTAINER - 1, 0);
      archive_append (&archive, "a.opf", PACKAGE, sizeof PACKAGE - 1, 0);
    }
  else
    archive_append (&archive, "META-INF/manifest.xml", "", 0, 0);
  archive_append (&archive, FUZZ_PART, (const char *) data, size, 0);
  bytes = archive_end (&archive);
  article = dl_importer_import (bytes, "fuzz", &error);
  fuzz_check_article (article, error);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A book has some hundreds of files. */
#define DL_ZIP_MAX_ENTRIES 20000
/* Of one file, unpacked: what dl_xml_parse() takes. */
#define DL_ZIP_MAX_ENTRY_BYTES (16 * 1024 * 1024)
/* Of all that is unpacked of one archive. */
#define DL_ZIP_MAX_TOTAL_BYTES (64 * 1024 * 1024)
/* Of a file's unpacked bytes to its packed ones; a text comes to some 20, a bomb to 1,000. */
#define DL_ZIP_MAX_RATIO 300

typedef struct _DlZip DlZip;

DlZip *dl_zip_open (GBytes *bytes, GError **error);
void dl_zip_free (DlZip *self);
gboolean dl_zip_has (const DlZip *self, const char *name);
GBytes *dl_zip_read (DlZip *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlZip, dl_zip_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What dateline-pdf leaves to who asked, and the limits it sets itself. */

/* Three thousand pages take poppler some ten seconds. */
#define DL_PDF_MAX_PAGES 3000
/* Bytes of text, and some for each word. */
#define DL_PDF_MAX_TEXT (16 * 1024 * 1024)
#define DL_PDF_WORD_COST 8
/* Of the clock and of the processor; the system then ends the program. */
#define DL_PDF_MAX_SECONDS 20
/* Bytes of address space; the system then gives no more. */
#define DL_PDF_MAX_MEMORY ((rlim_t) 2 * 1024 * 1024 * 1024)

enum
{
  DL_PDF_EXIT_DONE = 0,
  DL_PDF_EXIT_DAMAGED = 10,
  DL_PDF_EXIT_ENCRYPTED = 11,
  DL_PDF_EXIT_TOO_LARGE = 12,
};

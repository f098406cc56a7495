/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlLanguage:
 *
 * The languages that have tables.  A set of them is a mask with bit `1 << language`.
 */
typedef enum
{
  DL_LANGUAGE_VI,
  DL_LANGUAGE_EN,
  DL_LANGUAGE_KO,
  DL_LANGUAGE_JA,
  DL_LANGUAGE_ZH,
  DL_LANGUAGE_DE,
  DL_LANGUAGE_FR,
  DL_LANGUAGE_ES,
  DL_LANGUAGE_IT,
  DL_LANGUAGE_PT,
  DL_LANGUAGE_RU,
  DL_LANGUAGE_UK,
  DL_LANGUAGE_ID,
  DL_LANGUAGE_AR,
  DL_N_LANGUAGES
} DlLanguage;

#define DL_LANGUAGE_ALL ((1u << DL_N_LANGUAGES) - 1)

DlLanguage dl_language_from_tag (const char *tag);
const char *dl_language_get_tag (DlLanguage language);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlChoice:
 *
 * How one was chosen of the places that share a name.
 */
typedef enum
{
  DL_CHOICE_SOLE,     /* no other of that name is known */
  DL_CHOICE_STATED,   /* the article says which: “Paris, Texas” */
  DL_CHOICE_LIKELY,   /* what else the article names speaks for it */
  DL_CHOICE_OPEN,     /* nothing decides; the best known is given */
  DL_CHOICE_UNLISTED, /* none of those known, but another of its country */
  DL_N_CHOICES
} DlChoice;

const char *dl_choice_get_nick (DlChoice choice);

G_END_DECLS

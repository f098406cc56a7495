/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

/* No sensible text has a place by so many names of one form. */
#define DL_PLACE_MAX_READINGS 64

const char *dl_place_get_id (DlReading *self, const DlEntityRecord *entity);
const char *dl_place_get_countries (DlReading *self, const DlEntityRecord *entity);
const char *dl_place_get_role (DlReading *self, const DlEntityRecord *entity);
const char *dl_place_get_region (DlReading *self, const DlEntityRecord *entity);
const DlNameRecord *dl_place_get_form (DlReading *self, const DlCandidate *candidate);
guint dl_place_get_readings (DlReading *self,
                             const DlCandidate *candidate,
                             const DlEntityRecord *readings[DL_PLACE_MAX_READINGS]);
gboolean
dl_place_lies_in (DlReading *self, const DlEntityRecord *inner, const DlEntityRecord *outer);

G_END_DECLS

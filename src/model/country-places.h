/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "country.h"
#include "list.h"

G_BEGIN_DECLS

GArray *dl_country_places_new (DlCountry *country, DlList *mentions);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

DlAnnotations *sample_annotations (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DL_TYPE_STYLE_CHOICE (dl_style_choice_get_type ())
GType dl_style_choice_get_type (void);

#define DL_TYPE_STYLE (dl_style_get_type ())
G_DECLARE_FINAL_TYPE (DlStyle, dl_style, DL, STYLE, GObject)

DlStyle *dl_style_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-palette.h"

/* The colours of the drawn axis.  Labels reach 4.5 : 1 and bars 3 : 1 against the panel of
 * libadwaita (#fafafa, #303030 and their high-contrast kin); hues are of GNOME's palette. */

#define HEX(rgb, opacity)                                                                          \
  {                                                                                                \
    (((rgb) >> 16) & 0xff) / 255.0f, (((rgb) >> 8) & 0xff) / 255.0f, ((rgb) &0xff) / 255.0f,       \
      (opacity)                                                                                    \
  }

static const DlTimelinePalette palettes[2][2] = {
  {
    {
      .text = HEX (0x000000, 0.65f),
      .line = HEX (0x000000, 0.30f),
      .event = HEX (0xc64600, 1),
      .background = HEX (0x77767b, 1),
      .selection = HEX (0x1c71d8, 1),
      .brush = HEX (0x1c71d8, 0.12f),
      .hatch_opacity = 0.30f,
    },
    {
      .text = HEX (0x000000, 1),
      .line = HEX (0x000000, 0.80f),
      .event = HEX (0x8f2f00, 1),
      .background = HEX (0x4a484e, 1),
      .selection = HEX (0x0b4a9e, 1),
      .brush = HEX (0x1c71d8, 0.22f),
      .hatch_opacity = 0.15f,
    },
  },
  {
    {
      .text = HEX (0xffffff, 0.70f),
      .line = HEX (0xffffff, 0.35f),
      .event = HEX (0xff9b4f, 1),
      .background = HEX (0xa3a1a6, 1),
      .selection = HEX (0x78aeed, 1),
      .brush = HEX (0x78aeed, 0.18f),
      .hatch_opacity = 0.30f,
    },
    {
      .text = HEX (0xffffff, 1),
      .line = HEX (0xffffff, 0.85f),
      .event = HEX (0xffbe6f, 1),
      .background = HEX (0xdeddda, 1),
      .selection = HEX (0xa9cdf7, 1),
      .brush = HEX (0x78aeed, 0.30f),
      .hatch_opacity = 0.15f,
    },
  },
};

const DlTimelinePalette *
dl_timeline_palette_get (gboolean dark, gboolean high_contrast)
{
  return &palettes[dark ? 1 : 0][high_contrast ? 1 : 0];
}

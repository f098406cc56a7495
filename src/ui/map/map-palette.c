/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-palette.h"

/* Parts differ by pattern as well as by colour: what acts and what is named are solid, dark
 * and light; the background file's are ruled, members hatched, hints dotted. */

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0               \
  }

/* Of a pattern's tile, in pixels of the view. */
#define TILE 6

static const DlMapPalette light = {
  .sea = RGB (0xeef2f7),
  .land = RGB (0xd5d6dc),
  .border = RGB (0xffffff),
  .outline = RGB (0x1f2a44),
  .name = RGB (0x5e6270),
  .halo = RGB (0xffffff),
  .parts = {
    [DL_PART_ACTS] = { RGB (0x1a65c7), RGB (0x1a65c7) },
    [DL_PART_NAMED] = { RGB (0x7db0ee), RGB (0x7db0ee) },
    [DL_PART_BACKGROUND] = { RGB (0xc3dbf8), RGB (0x86b2e8) },
    [DL_PART_MEMBER] = { RGB (0xe2ecf9), RGB (0x2f78c4) },
    [DL_PART_HINTED] = { RGB (0xfbe9d7), RGB (0xc64600) },
  },
  .steps = { RGB (0xc6dcf7), RGB (0x83b3ee), RGB (0x2f78cf), RGB (0x123c80) },
  .border_px = 0.8,
};

static const DlMapPalette dark = {
  .sea = RGB (0x1b1f26),
  .land = RGB (0x3c3f47),
  .border = RGB (0x1b1f26),
  .outline = RGB (0xffffff),
  .name = RGB (0xb4b7c0),
  .halo = RGB (0x10131a),
  .parts = {
    [DL_PART_ACTS] = { RGB (0x62a0ea), RGB (0x62a0ea) },
    [DL_PART_NAMED] = { RGB (0x2f68b0), RGB (0x2f68b0) },
    [DL_PART_BACKGROUND] = { RGB (0x2a4161), RGB (0x4672a8) },
    [DL_PART_MEMBER] = { RGB (0x2b3647), RGB (0x78aeea) },
    [DL_PART_HINTED] = { RGB (0x4a382c), RGB (0xffa348) },
  },
  .steps = { RGB (0x2a4161), RGB (0x2f68b0), RGB (0x62a0ea), RGB (0xc9dffb) },
  .border_px = 0.8,
};

static const DlMapPalette light_contrast = {
  .sea = RGB (0xffffff),
  .land = RGB (0xc8c8cc),
  .border = RGB (0x3d3d46),
  .outline = RGB (0x000000),
  .name = RGB (0x2a2a30),
  .halo = RGB (0xffffff),
  .parts = {
    [DL_PART_ACTS] = { RGB (0x0b4597), RGB (0x0b4597) },
    [DL_PART_NAMED] = { RGB (0x62a0ea), RGB (0x62a0ea) },
    [DL_PART_BACKGROUND] = { RGB (0xdceaff), RGB (0x2c6ab8) },
    [DL_PART_MEMBER] = { RGB (0xffffff), RGB (0x0b4597) },
    [DL_PART_HINTED] = { RGB (0xffffff), RGB (0xa33400) },
  },
  .steps = { RGB (0xdceaff), RGB (0x7fb2f0), RGB (0x2360b8), RGB (0x04224f) },
  .border_px = 1.2,
};

static const DlMapPalette dark_contrast = {
  .sea = RGB (0x000000),
  .land = RGB (0x45454c),
  .border = RGB (0xb8b8c0),
  .outline = RGB (0xffffff),
  .name = RGB (0xe0e0e6),
  .halo = RGB (0x000000),
  .parts = {
    [DL_PART_ACTS] = { RGB (0x99c1f1), RGB (0x99c1f1) },
    [DL_PART_NAMED] = { RGB (0x3b7ccf), RGB (0x3b7ccf) },
    [DL_PART_BACKGROUND] = { RGB (0x14335c), RGB (0x6ea6e8) },
    [DL_PART_MEMBER] = { RGB (0x000000), RGB (0x99c1f1) },
    [DL_PART_HINTED] = { RGB (0x000000), RGB (0xffbe6f) },
  },
  .steps = { RGB (0x14335c), RGB (0x2f6fc0), RGB (0x84b4f0), RGB (0xe6f1ff) },
  .border_px = 1.2,
};

/**
 * dl_map_palette_get:
 *
 * Returns: the colours for a style of the interface
 */
const DlMapPalette *
dl_map_palette_get (gboolean is_dark, gboolean high_contrast)
{
  if (high_contrast)
    return is_dark ? &dark_contrast : &light_contrast;

  return is_dark ? &dark : &light;
}

void
dl_map_palette_set_color (cairo_t *cr, DlMapColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static void
draw_tile (cairo_t *cr, DlPart part)
{
  switch (part)
    {
    case DL_PART_BACKGROUND:
      cairo_rectangle (cr, 0, TILE / 2, TILE, 1);
      cairo_fill (cr);
      break;

    case DL_PART_MEMBER:
      /* Thrice, so that the corners of the tile are hatched too. */
      for (int i = -1; i <= 1; i++)
        {
          cairo_move_to (cr, i * TILE - 1, TILE + 1);
          cairo_line_to (cr, (i + 1) * TILE + 1, -1);
        }
      cairo_set_line_width (cr, 1.6);
      cairo_stroke (cr);
      break;

    case DL_PART_HINTED:
      cairo_arc (cr, TILE / 4.0, TILE / 4.0, 1.15, 0, 2 * G_PI);
      cairo_close_path (cr);
      cairo_arc (cr, TILE * 3 / 4.0, TILE * 3 / 4.0, 1.15, 0, 2 * G_PI);
      cairo_fill (cr);
      break;

    default:
      break;
    }
}

static cairo_pattern_t *
create_pattern (cairo_t *cr, DlMapColor ink, DlPart part)
{
  cairo_surface_t *tile =
    cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, TILE, TILE);
  cairo_t *tile_cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  dl_map_palette_set_color (tile_cr, ink);
  draw_tile (tile_cr, part);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_destroy (tile_cr);
  cairo_surface_destroy (tile);

  return pattern;
}

static gboolean
is_step (guint fill)
{
  return fill >= DL_MAP_FILL_STEP && fill < DL_MAP_FILL_UNNAMED;
}

/* What is not named itself is there through others, as members are. */
static guint
get_part (guint fill)
{
  return fill == DL_MAP_FILL_UNNAMED ? DL_PART_MEMBER : fill;
}

DlMapColor
dl_map_palette_get_ground (const DlMapPalette *self, guint fill)
{
  if (fill == DL_MAP_FILL_LAND)
    return self->land;

  return is_step (fill) ? self->steps[fill - DL_MAP_FILL_STEP]
                        : self->parts[get_part (fill)].ground;
}

/**
 * dl_map_palette_get_ink:
 *
 * Returns: the colour of the pattern; of a plain fill its own
 */
DlMapColor
dl_map_palette_get_ink (const DlMapPalette *self, guint fill)
{
  if (fill == DL_MAP_FILL_LAND || is_step (fill))
    return dl_map_palette_get_ground (self, fill);

  return self->parts[get_part (fill)].ink;
}

/**
 * dl_map_palette_fill:
 * @fill: a #DlMapFill
 *
 * Fills the path of @cr as such a country is shown, and clears it.
 */
void
dl_map_palette_fill (const DlMapPalette *self, cairo_t *cr, guint fill)
{
  cairo_pattern_t *pattern;

  dl_map_palette_set_color (cr, dl_map_palette_get_ground (self, fill));
  if (fill == DL_PART_ACTS || fill == DL_PART_NAMED || fill == DL_MAP_FILL_LAND || is_step (fill))
    {
      cairo_fill (cr);
      return;
    }

  cairo_fill_preserve (cr);
  pattern = create_pattern (cr, dl_map_palette_get_ink (self, fill), get_part (fill));
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

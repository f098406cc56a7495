/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mark-style.h"

/* How each kind is underlined: always by line *and* colour, so that neither is needed to
 * tell two kinds apart. */

/**
 * Line:
 * @thickness: of one stroke, px
 * @strokes: one, or two above each other
 * @on: length of a dash, px; 0 for a line without gaps
 * @off: length of a gap, px
 * @light, @dark: colour on light and sepia paper, and on dark; at least 4.5:1 against each
 */
typedef struct
{
  float thickness;
  guint strokes;
  float on, off;
  guint32 light, dark;
} Line;

static const Line lines[DL_N_KINDS] = {
  [DL_KIND_COUNTRY] = { 2, 1, 0, 0, 0x1a63c0, 0x78aeed },
  [DL_KIND_DEMONYM] = { 1, 1, 0, 0, 0x1a63c0, 0x78aeed },
  [DL_KIND_PLACE] = { 2, 1, 0, 0, 0x0b7670, 0x5bc8c0 },
  [DL_KIND_ORGANISATION] = { 2, 1, 2, 3, 0x813d9c, 0xcba0e4 },
  [DL_KIND_PERSON] = { 3, 1, 0, 0, 0x157847, 0x57e389 },
  [DL_KIND_EVENT] = { 1, 2, 0, 0, 0xa51d2d, 0xf49086 },
  [DL_KIND_DOCUMENT] = { 2, 1, 2, 2, 0x63452c, 0xcdab8f },
  [DL_KIND_DATE] = { 2, 1, 6, 3, 0xb84000, 0xffa348 },
  [DL_KIND_MONEY] = { 1, 1, 1, 2, 0x5e5c64, 0xb5b4b2 },
  [DL_KIND_QUANTITY] = { 1, 1, 1, 2, 0x5e5c64, 0xb5b4b2 },
  [DL_KIND_TERM] = { 1, 1, 1, 3, 0x5e5c64, 0xb5b4b2 },
};

/**
 * dl_mark_style_get_color:
 * @color: (out): the colour of the kind on a dark or light ground, opaque
 */
void
dl_mark_style_get_color (DlKind kind, gboolean dark, GdkRGBA *color)
{
  guint32 rgb;

  g_return_if_fail (kind < DL_N_KINDS);
  g_return_if_fail (color != NULL);

  rgb = dark ? lines[kind].dark : lines[kind].light;
  color->red = ((rgb >> 16) & 0xff) / 255.f;
  color->green = ((rgb >> 8) & 0xff) / 255.f;
  color->blue = (rgb & 0xff) / 255.f;
  color->alpha = 1;
}

/**
 * dl_mark_style_get_ground:
 * @lit: selected, or a sibling of what is; otherwise pointed at
 * @color: (out): what is laid behind the words, over the paper
 */
void
dl_mark_style_get_ground (DlKind kind, gboolean dark, gboolean lit, GdkRGBA *color)
{
  dl_mark_style_get_color (kind, dark, color);
  color->alpha = lit ? (dark ? 0.30 : 0.18) : (dark ? 0.16 : 0.09);
}

static void
draw_stroke (const Line *line, GtkSnapshot *snapshot, graphene_rect_t area, const GdkRGBA *color)
{
  graphene_rect_t dash = area;

  if (line->on > 0)
    {
      dash.size.width = line->on + line->off;
      gtk_snapshot_push_repeat (snapshot, &area, &dash);
      dash.size.width = line->on;
    }

  gtk_snapshot_append_color (snapshot, color, &dash);

  if (line->on > 0)
    gtk_snapshot_pop (snapshot);
}

/**
 * dl_mark_style_draw:
 * @start: the upper left corner of the line, px
 * @width: its length, px
 * @bold: thicker, for high contrast
 *
 * Draws the line of one kind.
 */
void
dl_mark_style_draw (DlKind kind,
                    GtkSnapshot *snapshot,
                    const graphene_point_t *start,
                    float width,
                    gboolean dark,
                    gboolean bold)
{
  const Line *line;
  graphene_rect_t area;
  GdkRGBA color;

  g_return_if_fail (kind < DL_N_KINDS);

  line = &lines[kind];
  dl_mark_style_get_color (kind, dark, &color);
  graphene_rect_init (&area, start->x, start->y, width, line->thickness + (bold ? 1 : 0));
  for (guint i = 0; i < line->strokes; i++)
    {
      draw_stroke (line, snapshot, area, &color);
      area.origin.y += area.size.height + 1;
    }
}

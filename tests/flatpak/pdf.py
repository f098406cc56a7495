# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF document of one page."""

SIZE_PT, TITLE_SIZE_PT, LINE_PT, LEFT_PT, TOP_PT = 10, 22, 13, 50, 760


def show(font, size_pt, row, string):
    """The operators that show a string object (ISO 32000-1, 9.4)."""
    return f'BT /{font} {size_pt} Tf {LEFT_PT} {TOP_PT - LINE_PT * row} Td {string} Tj ET\n'


def make_pdf(title, lines, japanese):
    """The bytes of a document with a title and lines of ASCII, and a line of Japanese.

    The last has a font that is not in the document, with a predefined encoding and no table of
    Unicode (9.7.5.2): only a reader that has Adobe's tables can tell its words.  There is no table
    of the objects either, which readers have to find then."""
    page = show('L', TITLE_SIZE_PT, 0, f'({title})')
    for row, line in enumerate(lines, 3):
        page += show('L', SIZE_PT, row, f'({line})')
    page += show('J', SIZE_PT, len(lines) + 5, f'<{japanese.encode("shift_jis").hex()}>')
    objects = [
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R'
        '/Resources<</Font<</L 5 0 R/J 6 0 R>>>>>>',
        f'<</Length {len(page)}>>stream\n{page}\nendstream',
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
        '<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light-90ms-RKSJ-H/Encoding/90ms-RKSJ-H'
        '/DescendantFonts[7 0 R]>>',
        '<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/FontDescriptor 8 0 R'
        '/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>>>',
        '<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -120 1000 880]'
        '/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>',
    ]
    numbered = [f'{number} 0 obj{words}endobj\n' for number, words in enumerate(objects, 1)]
    return ('%PDF-1.4\n' + ''.join(numbered) + f'trailer<</Root 1 0 R/Size {len(objects) + 1}>>\n'
            '%%EOF\n').encode('ascii')

"""Draws the screens of a terminal, as `tmux capture-pane -e` prints them, as one SVG that shows them one after the other.

Every run of cells stands at its own place and is stretched to its cells, so that columns align in any font. A line is written once for as long as it
stays the same. Without animation, as readers may prefer, the still screen is shown.
"""

import re
import unicodedata
from html import escape

CELL, LINE, SIZE, MARGIN = 8.4, 18, 14, 12
BACKGROUND, FOREGROUND = "#1c1f26", "#d5d9e0"
BASIC = ["#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#abb2bf"]
BRIGHT = ["#5c6370", "#f08a92", "#b5e08f", "#f5d78e", "#82c4ff", "#d99aea", "#7fd6e0", "#ffffff"]
ESCAPE = re.compile(r"\x1b\[([0-9;:]*)m")


def width(character):
    """How many cells a character takes."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def indexed(number):
    """The colour of a number of the palette of 256."""
    if number < 16:
        return (BASIC + BRIGHT)[number]
    if number < 232:
        levels = [0, 95, 135, 175, 215, 255]
        number -= 16
        return "#%02x%02x%02x" % (levels[number // 36], levels[number // 6 % 6], levels[number % 6])
    return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)


class Style:
    """How cells look."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.foreground, self.background = FOREGROUND, None
        self.bold = self.faint = self.italic = self.underline = self.reverse = False

    def apply(self, codes):
        numbers = [int(code or 0) for code in codes.replace(":", ";").split(";")]
        while numbers:
            code = numbers.pop(0)
            if code in (38, 48):
                color = None
                if numbers[:1] == [5]:
                    color, numbers = indexed(numbers[1]), numbers[2:]
                elif numbers[:1] == [2]:
                    color, numbers = "#%02x%02x%02x" % tuple(numbers[1:4]), numbers[4:]
                if code == 38:
                    self.foreground = color or FOREGROUND
                else:
                    self.background = color
            else:
                self.set(code)

    def set(self, code):
        flags = {1: "bold", 2: "faint", 3: "italic", 4: "underline", 7: "reverse"}
        unset = {22: ["bold", "faint"], 23: ["italic"], 24: ["underline"], 27: ["reverse"]}
        if code == 0:
            self.reset()
        elif code in flags:
            setattr(self, flags[code], True)
        elif code in unset:
            for name in unset[code]:
                setattr(self, name, False)
        elif code == 39:
            self.foreground = FOREGROUND
        elif code == 49:
            self.background = None
        elif 30 <= code <= 37 or 90 <= code <= 97:
            self.foreground = indexed(code - 30 if code < 40 else code - 82)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            self.background = indexed(code - 40 if code < 50 else code - 92)

    def colors(self):
        if self.reverse:
            return self.background or BACKGROUND, self.foreground
        return self.foreground, self.background

    def attributes(self):
        parts = []
        if self.colors()[0] != FOREGROUND:
            parts.append(f'style="fill:{self.colors()[0]}"')
        if self.bold:
            parts.append('font-weight="bold"')
        if self.italic:
            parts.append('font-style="italic"')
        if self.underline:
            parts.append('text-decoration="underline"')
        if self.faint:
            parts.append('opacity="0.6"')
        return " ".join(parts)


def runs(line):
    """The runs of cells of a line: column, cells, text, attributes, background."""
    style, column, found = Style(), 0, []
    pieces = ESCAPE.split(line)
    for place, piece in enumerate(pieces):
        if place % 2:
            style.apply(piece)
            continue
        cells = sum(width(character) for character in piece)
        if style.colors()[1]:
            found.append((column, cells, piece, style.attributes(), style.colors()[1]))
        elif piece.strip():
            blank = len(piece) - len(piece.lstrip(" "))
            word = piece.strip(" ")
            found.append((column + blank, sum(map(width, word)), word, style.attributes(), None))
        column += cells
    return found


def draw(line, row):
    """A line as elements of SVG."""
    parts, y = [], MARGIN + row * LINE
    for column, cells, text, attributes, background in runs(line):
        x, length = MARGIN + column * CELL, cells * CELL
        if background:
            parts.append(f'<rect x="{x:.1f}" y="{y}" width="{length + 0.3:.1f}" height="{LINE}" fill="{background}"/>')
        if text.strip():
            attributes = " " + attributes if attributes else ""
            parts.append(
                f'<text x="{x:.1f}" y="{y + 14}" textLength="{length:.1f}"{attributes}>{escape(text)}</text>'
            )
    return "".join(parts)


def svg(frames, columns, rows, still):
    """One picture of frames, each a pair of seconds and lines; `still` is the number of the frame that is shown without animation."""
    total = sum(seconds for seconds, _ in frames)
    body, ends = [], []
    for row in range(rows):
        start, shown, time = 0.0, None, 0.0
        for seconds, lines in frames + [(0, [None] * rows)]:
            line = lines[row] if row < len(lines) else ""
            if line != shown:
                drawn = draw(shown, row) if shown else ""
                if drawn:
                    ends.append(f'<g visibility="hidden">{drawn}<set attributeName="visibility" to="visible" '
                                f'begin="loop.begin+{start:.2f}s" dur="{time - start:.2f}s"/></g>')
                start, shown = time, line
            time += seconds
    body.append(f'<g class="moving">{"".join(ends)}</g>')
    body.append(f'<g class="still">{"".join(draw(line, row) for row, line in enumerate(frames[still][1]))}</g>')
    w, h = 2 * MARGIN + columns * CELL, 2 * MARGIN + rows * LINE
    return f"""<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 {w:.0f} {h}" width="{w:.0f}" height="{h}" role="img" aria-label="Searching an archive from an editor">
<style>text{{font:{SIZE}px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:{FOREGROUND};white-space:pre}}.still{{display:none}}@media (prefers-reduced-motion:reduce){{.moving{{display:none}}.still{{display:inline}}}}</style>
<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}" stroke="#3b4048"><animate id="loop" attributeName="rx" from="8" to="8" begin="0s;loop.end" dur="{total:.2f}s"/></rect>
{"".join(body)}
</svg>
"""

"""Line charts as SVG: both axes logarithmic, readable in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 170, 48, 52

STYLE = """
text { font: 13px system-ui, sans-serif; fill: #333; }
.title { font-weight: 600; font-size: 15px; }
.grid { stroke: #ddd; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.ours { stroke-width: 3.5; }
.c0 { stroke: #b3261e; fill: #b3261e; } .c1 { stroke: #c77700; fill: #c77700; }
.c2 { stroke: #1b6e5a; fill: #1b6e5a; } .c3 { stroke: #5b6470; fill: #5b6470; }
.c4 { stroke: #3367b0; fill: #3367b0; } .c5 { stroke: #8a4fa3; fill: #8a4fa3; }
text[class^="c"] { stroke: none; } .line[class*="c"] { fill: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd; } .grid { stroke: #444; }
  .c0 { stroke: #ff8a80; fill: #ff8a80; } .c1 { stroke: #ffc267; fill: #ffc267; }
  .c2 { stroke: #7fd6bd; fill: #7fd6bd; } .c3 { stroke: #b4bcc8; fill: #b4bcc8; }
  .c4 { stroke: #93bdf9; fill: #93bdf9; } .c5 { stroke: #d3a5e6; fill: #d3a5e6; }
}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart."""

    name: str
    points: tuple[tuple[float, float], ...]
    """(x, y) pairs, all above zero, by rising x."""
    ours: bool = False
    """Drawn thicker."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic axis on the screen."""

    least: int
    """Power of ten at which it starts."""
    most: int
    start: float
    """Place of `least` on the screen."""
    end: float

    def place(self, value: float) -> float:
        """Return where a value stands."""
        share = (log10(value) - self.least) / (self.most - self.least)
        return self.start + share * (self.end - self.start)


def draw(title: str, lines: tuple[Line, ...], units: tuple[str, str]) -> str:
    """Return the chart as an SVG document; `units` name the x and the y axis."""
    x = _scale([x for line in lines for x, _ in line.points], LEFT, WIDTH - RIGHT)
    y = _scale([y for line in lines for _, y in line.points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><style>{STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>',
        *_grid(x, y, units),
        *_lines(lines, x, y),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _scale(values: list[float], start: float, end: float) -> Scale:
    least = floor(log10(min(values)))
    return Scale(least, max(ceil(log10(max(values))), least + 1), start, end)


def _grid(x: Scale, y: Scale, units: tuple[str, str]) -> list[str]:
    parts = []
    for power in range(x.least, x.most + 1):
        at = x.place(10**power)
        parts.append(f'<path class="grid" d="M{at:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        parts.append(_text(at, HEIGHT - BOTTOM + 20, f"{10**power:,}", "middle"))
    for power in range(y.least, y.most + 1):
        at = y.place(10**power)
        parts.append(f'<path class="grid" d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}"/>')
        parts.append(_text(LEFT - 8, at + 4, f"{10**power:,g}", "end"))
    parts.append(_text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, units[0], "middle"))
    parts.append(_text(LEFT - 8, TOP - 10, units[1], "end"))
    return parts


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _lines(lines: tuple[Line, ...], x: Scale, y: Scale) -> list[str]:
    parts = []
    labels = _spread([y.place(line.points[-1][1]) for line in lines])
    for number, line in enumerate(lines):
        places = [(x.place(across), y.place(up)) for across, up in line.points]
        path = "L".join(f"{across:.1f} {up:.1f}" for across, up in places)
        kind = f"line c{number}{' ours' if line.ours else ''}"
        parts.append(f'<path class="{kind}" d="M{path}"/>')
        parts += [
            f'<circle class="c{number}" cx="{across:.1f}" cy="{up:.1f}" r="3.5"/>'
            for across, up in places
        ]
        right = WIDTH - RIGHT + 12
        place = f'x="{right}" y="{labels[number] + 4:.1f}"'
        parts.append(f'<text class="c{number}" {place}>{escape(line.name)}</text>')
    return parts


def _spread(places: list[float], gap: float = 17) -> list[float]:
    """Move labels apart that would lie on one another."""
    found = list(places)
    order = sorted(range(len(places)), key=places.__getitem__)
    for above, below in pairwise(order):
        found[below] = max(found[below], found[above] + gap)
    return found

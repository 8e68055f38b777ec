"""Pictures for the demo: simple landscapes, drawn by code.

Each is drawn twice as large as it is kept, so that its edges are smooth.
"""

from __future__ import annotations

import io
import random
from math import pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1500, 1000
LARGE = 2
"""How many times larger a picture is drawn."""
DRAWN = WIDTH * LARGE, HEIGHT * LARGE
UNIT = DRAWN[0] / 960
"""Scenes are described as 960 wide and 640 high."""

Colour = tuple[int, int, int]

SKIES: dict[str, tuple[Colour, Colour]] = {
    "city": ((96, 129, 166), (236, 205, 171)),
    "hills": ((120, 165, 196), (240, 230, 205)),
    "sea": ((88, 142, 178), (228, 226, 214)),
    "field": ((132, 172, 200), (244, 226, 180)),
    "night": ((18, 24, 52), (86, 78, 120)),
}
"""Colour at the top and at the horizon, by kind of scene."""

GROUNDS: dict[str, tuple[Colour, ...]] = {
    "city": ((148, 150, 158), (104, 106, 120), (62, 64, 80)),
    "hills": ((140, 168, 150), (96, 134, 110), (58, 92, 74)),
    "sea": ((106, 150, 170), (60, 112, 142), (30, 72, 102)),
    "field": ((196, 186, 110), (158, 152, 76), (112, 116, 56)),
    "night": ((52, 50, 84), (36, 36, 62), (20, 22, 40)),
}
"""Colours of the layers, far to near."""

LIGHT: Colour = (250, 240, 214)

Points = list[tuple[float, float]]


def picture(scene: str, seed: str) -> bytes:
    """Return a JPEG of one of the kinds of scene; the same for the same seed."""
    rng = random.Random(seed)
    image = _sky(*SKIES[scene])
    draw = ImageDraw.Draw(image)
    layers = [_layer(scene, depth, rng) for depth in range(3)]
    _disc(draw, rng, small=scene == "night")
    if scene == "night":
        _stars(draw, rng)
    for points, colour in zip(layers, GROUNDS[scene], strict=True):
        draw.polygon([(0, DRAWN[1]), *points, (DRAWN[0], DRAWN[1])], colour)
    if scene == "city":
        _windows(draw, layers[2], rng)
    if scene == "sea":
        _glitter(draw, rng)
    data = io.BytesIO()
    image.reduce(LARGE).save(data, "JPEG", quality=85)
    return data.getvalue()


def _sky(top: Colour, bottom: Colour) -> Image.Image:
    """Return a sky that grows lighter down to the horizon."""
    horizon = DRAWN[1] * 2 // 3
    column = Image.new("RGB", (1, DRAWN[1]), bottom)
    for y in range(horizon):
        red, green, blue = (
            round(a + (b - a) * y / horizon) for a, b in zip(top, bottom, strict=True)
        )
        column.putpixel((0, y), (red, green, blue))
    return column.resize(DRAWN, Image.Resampling.NEAREST)


def _layer(scene: str, depth: int, rng: random.Random) -> Points:
    """Return the upper edge of a layer, from left to right."""
    base = (300, 215, 120)[depth]
    if scene == "city":
        return _skyline(base, rng)
    waves = {"sea": (4, 2), "field": (26, 12), "hills": (74, 30), "night": (60, 26)}[scene]
    parts = [
        (size / (part + 1), rng.uniform(0.7, 2.4) * (part + 1), rng.uniform(0, 2 * pi))
        for part, size in enumerate((*waves, waves[1] / 2))
    ]
    heights = (
        base + sum(size * sin(2 * pi * turns * x / 960 + at) for size, turns, at in parts)
        for x in range(0, 961, 2)
    )
    return [(2 * n * UNIT, (640 - height) * UNIT) for n, height in enumerate(heights)]


def _skyline(base: int, rng: random.Random) -> Points:
    points: Points = []
    x = 0
    while x < 960:
        y, end = (640 - base - rng.randint(-40, 90)) * UNIT, x + rng.randint(34, 96)
        points += [(x * UNIT, y), (end * UNIT, y)]
        x = end
    return points


def _disc(draw: ImageDraw.ImageDraw, rng: random.Random, *, small: bool) -> None:
    """Draw a sun or a moon."""
    radius = rng.randint(22, 32) if small else rng.randint(40, 62)
    middle = rng.randint(140, 820) * UNIT, rng.randint(90, 250) * UNIT
    draw.circle(middle, radius * UNIT, LIGHT)


def _stars(draw: ImageDraw.ImageDraw, rng: random.Random) -> None:
    for _ in range(160):
        middle = rng.randrange(960) * UNIT, rng.randrange(330) * UNIT
        draw.circle(middle, rng.uniform(0.4, 1.1) * UNIT, LIGHT)


def _windows(draw: ImageDraw.ImageDraw, roofs: Points, rng: random.Random) -> None:
    """Light some of the windows in each house of the nearest row."""
    for (left, roof), (right, _) in zip(roofs[::2], roofs[1::2], strict=True):
        columns = int((right - left) / UNIT - 10) // 14
        for column in range(columns):
            x = left + (9 + 14 * column) * UNIT
            for row in range(int((DRAWN[1] - roof) / UNIT - 12) // 20):
                if rng.random() < 0.3:
                    y = roof + (12 + 20 * row) * UNIT
                    draw.rectangle((x, y, x + 5 * UNIT, y + 8 * UNIT), LIGHT)


def _glitter(draw: ImageDraw.ImageDraw, rng: random.Random) -> None:
    """Draw light on the water."""
    middle = rng.randint(200, 760)
    for y in range(350, 620, 9):
        for _ in range(3):
            width = rng.randint(8, 46)
            x = rng.gauss(middle, 18 + (y - 340) / 4) - width / 2
            box = (x * UNIT, y * UNIT, (x + width) * UNIT, (y + 2) * UNIT)
            draw.rounded_rectangle(box, UNIT, LIGHT)

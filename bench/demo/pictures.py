"""Pictures for the demo: simple landscapes, drawn by code and written as PNG.

A layer is a height for each column; what lies below it takes one colour. Rows are worked on
as whole numbers, a byte a column, which is quick without any library.
"""

from __future__ import annotations

import random
import zlib
from math import pi, sin
from struct import pack

WIDTH, HEIGHT = 960, 640

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

BANDS = 40
"""Shades of the sky."""


def picture(scene: str, seed: str) -> bytes:
    """Return a PNG of 960 by 640 for one of the kinds of scene; the same for the same seed."""
    rng = random.Random(seed)
    palette = [_mixed(*SKIES[scene], band / (BANDS - 1)) for band in range(BANDS)]
    palette += [*GROUNDS[scene], (250, 240, 214)]
    light = len(palette) - 1
    layers = [_layer(scene, depth, rng) for depth in range(3)]
    rows = _sky()
    _disc(rows, rng, light, small=scene == "night")
    if scene == "night":
        _stars(rows, rng, light)
    for depth, heights in enumerate(layers):
        _fill(rows, heights, BANDS + depth)
    if scene == "city":
        _windows(rows, layers[2], rng, light)
    if scene == "sea":
        _glitter(rows, rng, light)
    return _png(rows, palette)


def _mixed(top: Colour, bottom: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
    return red, green, blue


def _layer(scene: str, depth: int, rng: random.Random) -> list[int]:
    """Return the height of a layer at each column, from the bottom."""
    base = (300, 215, 120)[depth]
    if scene == "city":
        return _skyline(base, rng)
    waves = {"sea": (4, 2), "field": (26, 12), "hills": (74, 30), "night": (60, 26)}[scene]
    parts = [
        (size / (part + 1), rng.uniform(0.7, 2.4) * (part + 1), rng.uniform(0, 2 * pi))
        for part, size in enumerate((*waves, waves[1] / 2))
    ]
    return [
        round(base + sum(size * sin(2 * pi * turns * x / WIDTH + at) for size, turns, at in parts))
        for x in range(WIDTH)
    ]


def _skyline(base: int, rng: random.Random) -> list[int]:
    heights: list[int] = []
    while len(heights) < WIDTH:
        heights += [base + rng.randint(-40, 90)] * rng.randint(34, 96)
    return heights[:WIDTH]


def _sky() -> list[bytearray]:
    horizon = HEIGHT * 2 // 3
    return [bytearray([min(y * BANDS // horizon, BANDS - 1)]) * WIDTH for y in range(HEIGHT)]


def _disc(rows: list[bytearray], rng: random.Random, colour: int, *, small: bool) -> None:
    """Draw a sun or a moon."""
    radius = rng.randint(22, 32) if small else rng.randint(40, 62)
    middle_x, middle_y = rng.randint(140, WIDTH - 140), rng.randint(90, 250)
    for y in range(middle_y - radius, middle_y + radius + 1):
        half = round((radius**2 - (y - middle_y) ** 2) ** 0.5)
        rows[y][middle_x - half : middle_x + half] = bytes([colour]) * (2 * half)


def _stars(rows: list[bytearray], rng: random.Random, colour: int) -> None:
    for _ in range(160):
        x, y, size = rng.randrange(WIDTH - 2), rng.randrange(330), rng.randint(1, 2)
        for row in rows[y : y + size]:
            row[x : x + size] = bytes([colour]) * size


def _fill(rows: list[bytearray], heights: list[int], colour: int) -> None:
    """Colour what lies below the heights, whose span is at most 255."""
    lowest = min(heights)
    above = bytes(height - lowest for height in heights)
    paint = int.from_bytes(bytes([colour]) * WIDTH, "big")
    for y in range(HEIGHT - max(heights), HEIGHT - lowest):
        mask = int.from_bytes(above.translate(_at_least(HEIGHT - y - lowest)), "big")
        old = int.from_bytes(rows[y], "big")
        rows[y] = bytearray(((old & ~mask) | (paint & mask)).to_bytes(WIDTH, "big"))
    for y in range(HEIGHT - lowest, HEIGHT):
        rows[y] = bytearray([colour]) * WIDTH


def _at_least(value: int) -> bytes:
    return bytes(255 if byte >= value else 0 for byte in range(256))


def _windows(rows: list[bytearray], heights: list[int], rng: random.Random, colour: int) -> None:
    for x in range(6, WIDTH - 8, 14):
        for up in range(14, heights[x] - 12, 20):
            if rng.random() < 0.3:
                for row in rows[HEIGHT - up - 8 : HEIGHT - up]:
                    row[x : x + 5] = bytes([colour]) * 5


def _glitter(rows: list[bytearray], rng: random.Random, colour: int) -> None:
    """Draw light on the water."""
    middle = rng.randint(200, WIDTH - 200)
    for y in range(350, HEIGHT - 20, 9):
        for _ in range(3):
            width = rng.randint(8, 46)
            x = round(rng.gauss(middle, 18 + (y - 340) / 4)) - width // 2
            if 0 < x < WIDTH - width:
                for row in rows[y : y + 2]:
                    row[x : x + width] = bytes([colour]) * width


def _png(rows: list[bytearray], palette: list[Colour]) -> bytes:
    """Return a PNG with a palette."""
    head = pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    colours = bytes(part for colour in palette for part in colour)
    parts = (b"IHDR", head), (b"PLTE", colours), (b"IDAT", data), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

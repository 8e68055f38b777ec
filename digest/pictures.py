"""Picture files: how large they are, and smaller copies of them.

Pillow is imported when one is looked at.
"""

from __future__ import annotations

import io
from pathlib import Path

WIDTHS = (480, 960, 1600)
"""Widths in pixels of the smaller copies; a picture gets those that are smaller than itself."""

ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")
"""Endings of pictures. SVG is not among them: it may hold scripts."""

_RESIZED = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def size(path: Path) -> tuple[int, int]:
    """Return a picture's width and height in pixels as it is shown; (0, 0) when it is none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as image:
            turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
            return (image.height, image.width) if turned else (image.width, image.height)
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError, SyntaxError):
        return 0, 0


def widths(name: str, width: int) -> tuple[int, ...]:
    """Return the widths in which copies of a picture are made."""
    if not name.lower().endswith(tuple(_RESIZED)):
        return ()
    return tuple(one for one in WIDTHS if one < width)


def copy_name(name: str, width: int) -> str:
    """Return the name of a copy: `x.jpg` is `x-480w.jpg`."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{width}w{dot}{ending}"


def resized(path: Path, width: int) -> bytes:
    """Return a copy of a picture in this width, without what cameras write into it.

    A picture that cannot be read is copied as it is.
    """
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            kind = _RESIZED[path.suffix.lower()]
            upright = ImageOps.exif_transpose(image)
            if palette := upright.mode in ("P", "1"):  # Pillow does not smooth these
                upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
            height = max(1, round(upright.height * width / upright.width))
            copy = upright.resize((width, height), Image.Resampling.LANCZOS)
            if palette and kind == "PNG":
                copy = copy.quantize()
            if kind == "JPEG" and copy.mode not in ("RGB", "L"):
                copy = copy.convert("RGB")
            data = io.BytesIO()
            copy.save(data, kind, quality=80, optimize=True)
            return data.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return path.read_bytes()

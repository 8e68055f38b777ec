"""Article bodies as blocks: cutting them, what of them is translated, and pairing two languages.

Pure. The dialect itself, that is what a block looks like as HTML, is in `render.markdown`;
that the two agree is tested with Python-Markdown.
"""

from __future__ import annotations

from digest.blocks.escaping import escape
from digest.blocks.grammar import normal
from digest.blocks.pairing import pair
from digest.blocks.splitting import join, references, segments, split
from digest.blocks.stripping import plain
from digest.model import Block, Pair, Segment

__all__ = [
    "Block",
    "Pair",
    "Segment",
    "escape",
    "join",
    "normal",
    "pair",
    "plain",
    "references",
    "segments",
    "split",
]

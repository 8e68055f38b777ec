"""Letters and endings by which names are told from other words."""

from __future__ import annotations

import re

UPPER = "A-ZÇĞİÖŞÜÂÎÛÉÀÁÄÅÈÊËÍÓÔÚÝČŠŽŁØÑ"
"""Capitals, as the inside of a character class."""
SUFFIXED = re.compile(r"['’](?:n?[ıiuü]n|[dt][ae]n?|y?[aeıiuü]|l[ae]|l[ae]r\w*|n[ae])$")
"""A Turkish case ending behind an apostrophe: what bears one is part of a sentence."""
PARTICLES = frozenset(
    "of the de la le el al du des der die das and ve für for in on di del da do e y a şarku'l şark'ul".split()
)
"""Words without a capital within names."""

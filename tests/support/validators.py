"""The Nu HTML checker, for pages, style sheets and SVG."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.support.programs import VALIDATORS, need, need_file

_POLICY = "violates Content Security Policy"
"""What it says of every resource of a page with a policy: a file has no origin, so nothing of it
is 'self'. Whether a policy allows what its page needs, the browser tests see."""


def nu_errors(files: Iterable[Path], *, warnings: bool = True) -> list[str]:
    """Check HTML, CSS and SVG files in one run; list `path:line:column: message` of each finding.

    Raises ValueError for an empty list, which would pass for a clean one.
    """
    paths = [str(file) for file in files]
    if not paths:
        raise ValueError("no files to check")
    java = need("java")
    jar = need_file(VALIDATORS / "vnu-jar" / "build" / "dist" / "vnu.jar")
    options = ["--format", "json", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    answer = subprocess.run(
        [java, "-Xss4m", "-jar", str(jar), *options, *paths],
        capture_output=True,
        check=True,
        text=True,
    )
    found = [one for one in json.loads(answer.stderr)["messages"] if _POLICY not in one["message"]]
    return [_line(message) for message in found if warnings or message["type"] == "error"]


def _line(message: dict[str, object]) -> str:
    path = unquote(urlsplit(str(message.get("url", ""))).path)
    place = f"{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}"
    return f"{path}:{place}: {message['message']} {message.get('extract', '')!r}"

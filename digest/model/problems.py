"""What is wrong with something."""

from __future__ import annotations

from typing import Literal

from digest.records import record

Severity = Literal["error", "warning", "note"]


@record
class Problem:
    """Something that a person should know of, and can mend."""

    severity: Severity
    code: str
    """Short name, documented in docs/checks.md: `dead-link`."""
    message: str
    path: str = ""
    line: int = 0
    """From 1; 0 when it concerns the whole file."""
    hint: str = ""

    def __str__(self) -> str:
        """`path:line: message Hint`, leaving out what is not known."""
        where = f"{self.path}:{self.line}" if self.line else self.path
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} {self.hint}" if self.hint else text

"""The errors that digest reports to a person.

    DigestError
    ├── ConfigError         config.yaml or a glossary cannot be used (exit code 2)
    ├── FrontMatterError    an article's front matter or text cannot be read
    ├── IngestError         a dump cannot be read or yields no article
    ├── TranslationError    a translation service or its answer cannot be used
    └── RenderError         a template or a page cannot be made

Each says what was found, where, and what to do about it. Only `cli.py` catches them.
"""

from __future__ import annotations


class DigestError(Exception):
    """Something a person can mend.

    `path` is relative to the site, `line` counts from 1. Everything but the message is
    a keyword with a default, so that an error can be pickled between processes.
    """

    def __init__(
        self,
        message: str = "",
        *,
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        state = {"path": self.path, "line": self.line, "hint": self.hint}
        return (type(self), (self.message,), state)

    def __str__(self) -> str:
        """`path:line: message Hint`, leaving out what is not known."""
        where = ":".join(str(part) for part in (self.path, self.line) if part is not None)
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} {self.hint}" if self.hint else text


class ConfigError(DigestError):
    """config.yaml, or a file that it names, cannot be used."""


class FrontMatterError(DigestError):
    """An article's front matter or text cannot be read."""


class IngestError(DigestError):
    """A dump cannot be read, or holds no article."""


class TranslationError(DigestError):
    """A translation service, or what it answered, cannot be used."""


class RenderError(DigestError):
    """A template or a page cannot be made."""

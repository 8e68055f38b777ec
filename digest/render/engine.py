"""The template engine: how pages are made, and what templates see.

Templates see `page` and `frame` (digest/model/), `frames` and `texts` (by language), and `t`,
the interface texts of the page's language. A site's own templates/ goes before the shipped
one, file by file. What templates can call is in filters.py.

Jinja2 compiles templates, and is loaded when there is one to compile (speed.py); what it
compiled into one piece is kept on disk, and needs no Jinja2 to be run (compiled.py).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import CodeType
from typing import Any, cast

from markupsafe import Markup

from digest import fingerprint, remembered
from digest.errors import DigestError
from digest.model import Frame, Page
from digest.render import compiled
from digest.render.filters import FILTERS, FUNCTIONS
from digest.render.sources import Sources, quoted
from digest.render.static import Assets
from digest.render.texts import Texts


class Engine:
    """Makes pages by the templates of these folders, the site's own first.

    `cache` is a folder for compiled templates, which may be deleted at any time. Without
    `versioned` the addresses of static files stay the same whatever is in them.
    """

    def __init__(
        self, folders: tuple[Path, ...], cache: Path | None = None, *, versioned: bool = True
    ) -> None:
        self.sources = Sources(folders)
        self.assets = Assets(folders, versioned)
        self.wholes: dict[str, compiled.Render | None] = {}
        """What makes pages by a template in one piece, by its name; None: Jinja2 makes them."""
        self._cache = cache
        self._codes: dict[tuple[str, str], CodeType | None] = {}
        self._functions = {**FUNCTIONS, "asset": self.assets, "dict": dict, "range": range}
        self._filters: dict[str, Callable[..., Any]] = {**FILTERS, "part": Parts(self)}
        imported = partial(self._code, kind="piece")
        self._runtime = compiled.Runtime(self._filters, imported, self._functions)

    @cached_property
    def jinja(self) -> Any:
        """Jinja2 with these templates."""
        from digest.render.speed import QuickEnvironment

        return QuickEnvironment(self.sources, self._filters, self._functions, self._cache)

    def prepare(self, name: str) -> None:
        """Put a template that many pages are to be made by into one piece, if that can be.

        It takes as long as some hundred pages gain by it. Errors of a whole do not say in
        which template they are; the template itself does.
        """
        if self._whole(name) is not None:
            return
        code = self._code(name, "whole", self.jinja.whole)
        self.wholes[name] = self._run(code)
        for piece in self.jinja.pieces(name) if code else ():
            self._code(piece, "piece", self.jinja.piece)

    def render(self, page: Page, frames: Mapping[str, Frame], texts: Mapping[str, Texts]) -> str:
        """Return the page's file. Raises RenderError that names the template and its line."""
        values: dict[str, Any] = {
            **self._functions,
            "page": page,
            "frame": frames[page.lang],
            "frames": frames,
            "t": texts[page.lang],
            "texts": texts,
        }
        whole = self._whole(page.template)
        if whole is not None:
            with contextlib.suppress(Exception):  # the template itself says better what it is
                return whole(values)
        try:
            return cast("str", self.jinja.render(page.template, values))
        except DigestError:
            raise
        except Exception as error:
            from digest.render.faults import explained

            raise explained(error, self.sources, page) from error

    def render_part(self, name: str, values: Mapping[str, Any]) -> str:
        """Return what a template makes that is shown on many pages."""
        code = self._code(name, "piece")
        if code is not None:
            with contextlib.suppress(Exception):  # the template itself says better what it is
                return self._runtime.render(code)({**self._functions, **values})
        return cast("str", self.jinja.get_template(name).render(values))

    def fingerprint(self, template: str) -> str:
        """Return a hash of a template, all that it uses, and the static files that these name."""
        texts = {name: self.sources.text(name) for name in self.sources.references(template)}
        named = {word for text in texts.values() for word in quoted(text)}
        files = [self.assets(name) for name in sorted(named & self.assets.files.keys())]
        return fingerprint.of_value((texts, files))

    def _whole(self, name: str) -> compiled.Render | None:
        if name not in self.wholes:
            self.wholes[name] = self._run(self._code(name, "whole"))
        return self.wholes[name]

    def _run(self, code: CodeType | None) -> compiled.Render | None:
        if code is None or code.co_filename == compiled.ALONE:
            return code and self._runtime.render(code)
        return cast("compiled.Render", self.jinja.run(code))

    def _code(
        self, name: str, kind: str, make: Callable[[str], CodeType | None] = lambda _: None
    ) -> CodeType | None:
        """Return a template's code as it is kept, or as `make` gives it."""
        code = self._codes.get((name, kind))
        if code is not None:
            return code
        with contextlib.suppress(DigestError):  # it is not there; the page itself reports it
            texts = {one: self.sources.text(one) for one in self.sources.references(name)}
            key = fingerprint.of_value((compiled.REVISION, texts))
            path = f"{self._cache}/{name.replace('/', '-')}.{kind}"
            code = cast("CodeType | None", remembered.recalled(path, key)) if self._cache else None
            if code is None:
                code = make(name)
                if code and self._cache:
                    with contextlib.suppress(OSError):
                        self._cache.mkdir(parents=True, exist_ok=True)
                    remembered.keep(path, key, code)
            self._codes[name, kind] = code
        return code


class Parts:
    """Renders what is the same on all pages of a language, once for each depth of folders.

    A part sees `frame`, `t`, `texts`, `root` (the way to the site's root) and `here` (the
    page's permalink where the part marks it, else empty), and nothing of the page.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.made: dict[tuple[str, int, str, str], tuple[Frame, Markup]] = {}

    def __call__(
        self, template: str, frame: Frame, texts: Mapping[str, Texts], root: str, here: str = ""
    ) -> Markup:
        """Return the part as HTML."""
        key = (template, id(frame), root, here)
        found = self.made.get(key)
        if found is None:
            values: dict[str, Any] = {"frame": frame, "texts": texts, "root": root, "here": here}
            html = self.engine.render_part(template, {**values, "t": texts[frame.lang]})
            found = frame, Markup(html)  # noqa: S704  made by a template that escapes
            self.made[key] = found  # with the frame, so that its id stays its own
        return found[1]

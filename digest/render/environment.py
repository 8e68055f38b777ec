"""The template engine: where templates are found, how pages are made, how templates fail.

Templates see `page` and `frame` (digest/model/), `frames` and `texts` (by language), and `t`,
the interface texts of the page's language. A site's own templates/ goes before the shipped
one, file by file. What templates can call is in filters.py.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from digest import fingerprint
from digest.errors import DigestError, RenderError
from digest.model import Frame, Page
from digest.render.bytecode import DiskCache
from digest.render.filters import FILTERS, FUNCTIONS
from digest.render.speed import QuickEnvironment, join, quoted
from digest.render.static import Assets
from digest.render.texts import Texts


def make_environment(
    folders: tuple[Path, ...], cache: Path | None = None, *, versioned: bool = True
) -> QuickEnvironment:
    """Return the engine for these template folders, the site's own first.

    `cache` is a folder for compiled templates, which may be deleted at any time.
    """
    environment = QuickEnvironment(
        loader=FileSystemLoader(folders),
        bytecode_cache=DiskCache(cache) if cache else None,
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    environment.filters.update(FILTERS, join=join, part=Parts(environment))
    environment.globals.update(FUNCTIONS, asset=Assets(folders, versioned))
    return environment


def render_page(
    environment: QuickEnvironment,
    page: Page,
    frames: Mapping[str, Frame],
    texts: Mapping[str, Texts],
) -> str:
    """Return the page's file. Raises RenderError that names the template and its line."""
    values: dict[str, Any] = {
        **environment.globals,
        "page": page,
        "frame": frames[page.lang],
        "frames": frames,
        "t": texts[page.lang],
        "texts": texts,
    }
    try:
        return _rendered(environment, page.template, values)
    except DigestError:
        raise
    except Exception as error:
        raise _explained(error, environment, page) from error


def _rendered(environment: QuickEnvironment, name: str, values: dict[str, Any]) -> str:
    """Do what Template.render does, without copying the globals once more for every page."""
    whole = environment.wholes.get(name)
    if whole is not None:
        with contextlib.suppress(Exception):  # the template itself says better what it is
            return "".join(whole.root_render_func(whole.new_context(values, shared=True)))
    template = environment.get_template(name)
    try:
        return "".join(template.root_render_func(template.new_context(values, shared=True)))
    except Exception:  # noqa: BLE001  the next line raises it again
        return environment.handle_exception()  # with the lines of the template


def template_fingerprint(environment: QuickEnvironment, template: str) -> str:
    """Return a hash of the template, all that it uses, and the static files that these name."""
    assets = environment.globals["asset"]
    assert isinstance(assets, Assets)
    sources = {name: environment.source(name) for name in environment.references(template)}
    named = {word for source in sources.values() for word in quoted(source)}
    files = [assets(name) for name in sorted(named & assets.files.keys())]
    return fingerprint.of_value((sources, files))


class Parts:
    """Renders what is the same on all pages of a language, once for each depth of folders.

    A part sees `frame`, `t`, `texts`, `root` (the way to the site's root) and `here` (the
    page's permalink where the part marks it, else empty), and nothing of the page.
    """

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.made: dict[tuple[str, int, str, str], tuple[Frame, Markup]] = {}

    def __call__(
        self, template: str, frame: Frame, texts: Mapping[str, Texts], root: str, here: str = ""
    ) -> Markup:
        """Return the part as HTML."""
        key = (template, id(frame), root, here)
        found = self.made.get(key)
        if found is None:
            values: dict[str, Any] = {"frame": frame, "texts": texts, "root": root, "here": here}
            html = self.environment.get_template(template).render(values, t=texts[frame.lang])
            found = frame, Markup(html)  # noqa: S704  made by a template that escapes
            self.made[key] = found  # with the frame, so that its id stays its own
        return found[1]


def _explained(error: Exception, environment: Environment, page: Page) -> Exception:
    """Return a RenderError for what a template did wrong; an error from elsewhere as it is."""
    path, line = _place(error, environment)
    if isinstance(error, TemplateSyntaxError):
        path, line, message = error.filename or error.name, error.lineno, str(error.message)
    elif isinstance(error, TemplateNotFound):
        message = f'there is no template "{error.name}".'
    elif isinstance(error, TemplateError) or path:
        message = f"{type(error).__name__}: {error}."
    else:
        return error
    return RenderError(
        f"{message} It was making {page.output or page.permalink}.",
        path=_shown(path, environment) if path else "templates",
        line=line,
        hint="What templates can use is listed in docs/templates.md.",
    )


def _place(error: Exception, environment: Environment) -> tuple[str | None, int | None]:
    """Return file and line of the innermost template that was at work."""
    folders = tuple(f"{folder}/" for folder in _folders(environment))
    path, line, trace = None, None, error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(folders):
            path, line = name, trace.tb_lineno
        trace = trace.tb_next
    return path, line


def _shown(path: str, environment: Environment) -> str:
    """Name a template by its folder and its name within: `templates/story.html`."""
    for folder in _folders(environment):
        if path.startswith(f"{folder}/"):
            return f"templates{path[len(folder) :]}"
    return path


def _folders(environment: Environment) -> list[str]:
    loader = environment.loader
    return [str(path) for path in loader.searchpath] if isinstance(loader, FileSystemLoader) else []

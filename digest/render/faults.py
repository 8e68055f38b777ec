"""What a template did wrong, and where."""

from __future__ import annotations

from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError

from digest.errors import RenderError
from digest.model import Page
from digest.render.sources import Sources


def explained(error: Exception, sources: Sources, page: Page) -> Exception:
    """Return a RenderError for what a template did wrong; an error from elsewhere as it is."""
    path, line = _place(error, sources)
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
        path=_shown(path, sources) if path else "templates",
        line=line,
        hint="What templates can use is listed in docs/templates.md.",
    )


def _place(error: Exception, sources: Sources) -> tuple[str | None, int | None]:
    """Return file and line of the innermost template that was at work."""
    folders = tuple(f"{folder}/" for folder in sources.folders)
    path, line, trace = None, None, error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(folders):
            path, line = name, trace.tb_lineno
        trace = trace.tb_next
    return path, line


def _shown(path: str, sources: Sources) -> str:
    """Name a template by its folder and its name within: `templates/story.html`."""
    for folder in sources.folders:
        if path.startswith(f"{folder}/"):
            return f"templates{path[len(str(folder)) :]}"
    return path

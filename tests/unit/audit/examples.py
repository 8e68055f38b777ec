"""Small sites to check: clean ones, into which a test puts one fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from digest.audit import BuiltSite
from digest.config import Config, Topic, Translation
from digest.model import Article, Origin, Problem, SegmentMark, Story

URL = "https://digest.example/news/"

NAMES = (("tr", "gazze"), ("en", "gaza"))

TEXT = {
    "tr": (
        "Bakan, görüşmelerin sürdüğünü ve bu hafta içinde yeni bir açıklama yapılacağını söyledi. "
        "Taraflar arasında henüz bir anlaşma yok ama bunun için çok daha fazla zaman gerektiği "
        "belirtildi ve daha sonra yeni bir toplantı için davet gönderildi."
    ),
    "en": (
        "The minister said that the talks were going on and that there would be a new statement "
        "within this week. There is no agreement between the parties yet, but it was said that "
        "more time was needed for it, and an invitation was sent for a new meeting."
    ),
}


def config(root: Path, **changes: Any) -> Config:
    made = Config(
        root=root,
        titles=(("tr", "Özet"), ("en", "Digest")),
        descriptions=(),
        url=URL,
        timezone="Europe/Istanbul",
        languages=("tr", "en"),
        topics=(
            Topic(
                "gazze", (("tr", "Gazze"), ("en", "Gaza")), (("tr", "gazze"), ("en", "gaza")), ()
            ),
        ),
        translation=Translation(),
    )
    return replace(made, **changes)


def article(lang: str = "tr", name: str = "a", **changes: Any) -> Article:
    made = Article(
        lang=lang,
        title=f"Başlık {name}" if lang == "tr" else f"Headline {name}",
        body=TEXT[lang] + "\n",
        slug=f"{lang}-{name}",
        origin=Origin() if lang == "tr" else Origin("human"),
        path=f"content/articles/2025-07/{name}.{lang}.md",
        body_line=4,
    )
    return replace(made, **changes)


def story(*articles: Article, **changes: Any) -> Story:
    everything = articles or (article("tr"), article("en"))
    made = Story(id="0123456789ab", articles=everything, date="2025-07-22", imported="2025-07-22")
    return replace(made, **changes)


def machine(original: Article, text: str, *, written: bool = True, **changes: Any) -> Article:
    """Return a machine translation of an article whose body is one paragraph."""
    from digest import fingerprint

    marks = (
        SegmentMark("title", fingerprint.short(original.title), "0" * 8),
        SegmentMark(
            "body", fingerprint.short(original.body), fingerprint.short(text) if written else ""
        ),
    )
    origin = Origin("machine", engine="google", translated="2025-07-22", segments=marks)
    return article("en", body=text if written else "", origin=origin, **changes)


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def write_articles(root: Path, *stories: Story) -> None:
    """Write what the checks read of a story's files."""
    for one in stories:
        for made in one.articles:
            head = f"---\ntitle: {made.title}\n---\n"
            write(root, {made.path: head + made.body})


def html(body: str = "", head: str = "", lang: str = "tr") -> str:
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><title>x</title>\n{head}\n</head>\n'
        f'<body id="top-of-page">\n{body}\n</body></html>\n'
    )


def versions(*langs: str, **targets: str) -> str:
    """Return the hreflang links of a story, `x-default` as `default`."""
    links = {lang: f"{lang}/a/" for lang in langs} | targets
    links.setdefault("default", f"{langs[0]}/a/")
    return "\n".join(
        f'<link rel="alternate" hreflang="{"x-default" if lang == "default" else lang}" '
        f'href="{target if target.startswith("http") else URL + target}">'
        for lang, target in links.items()
        if target
    )


def site(root: Path, files: Mapping[str, str | bytes], **sources: tuple[str, ...]) -> BuiltSite:
    """Write a site, and say what its pages `tr` and `en` of the story `a` were made from."""
    write(root / "output", files)
    made_of = {f"{lang}/a/index.html": paths for lang, paths in sources.items()}
    return BuiltSite(root / "output", URL, made_of)


def codes(problems: tuple[Problem, ...] | list[Problem]) -> list[str]:
    return [problem.code for problem in problems]

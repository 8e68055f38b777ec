"""config.yaml → Config.

Every mistake is found in one go, with its line and what to write instead.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from digest import files, fingerprint, turkish
from digest.config import ENGINES, PAGE_KINDS, Config, Engine, Rule, Silence, Topic, Translation
from digest.config.reader import Reader
from digest.errors import DigestError
from digest.frontmatter import NoYamlError, load_yaml
from digest.model import Problem

NAME = "config.yaml"

_FOLDERS = ("content", "content/raw", "content/articles", "content/pages", "templates")
"""What is read of a site, and written to."""

_SETTINGS = (
    "site", "languages", "topics", "build", "feeds", "translation", "engines", "import", "check",
    "publish",
)  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PUBLIC = ("google.com", "translated.net", "libretranslate.com", "deepl.com")
"""Hosts of services that everybody shares."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def load(root: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """Return the settings of the site in this folder, or None and all that is wrong with them."""
    try:
        text = files.read_text(root / NAME, NAME)
    except FileNotFoundError:
        hint = 'Name a site with --site, or make one with "digest init FOLDER".'
        return None, (Problem("error", "config", f"there is no {NAME} in {root}.", hint=hint),)
    except (DigestError, OSError) as caught:
        error = files.explained(caught, root) if isinstance(caught, OSError) else caught
        found = Problem("error", "config", error.message, NAME, error.line or 0, error.hint or "")
        return None, (found,)
    config, problems = parse(text, root)
    outside = tuple(_outside(root))
    return (None if outside else config), (*problems, *outside)


def _outside(root: Path) -> Iterator[Problem]:
    """Yield what keeps a folder of content from being one that lies in the site."""
    for name in _FOLDERS:
        path = root / name
        if os.path.lexists(path) and not path.is_dir():
            message = "this is no folder."
            yield Problem("error", "config", message, name, hint="Move it elsewhere.")
        elif path.is_symlink() and not files.inside(root, path):
            message = "this is a link that leads out of the site."
            yield Problem("error", "config", message, name, hint="Put the folder itself there.")


def parse(text: str, root: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """Return the settings that the text of a config.yaml holds, or None and all its mistakes."""
    try:
        value = load_yaml(text, numbers=True, kept=f"{root}/.cache/config")
    except NoYamlError as error:
        message = f"no valid YAML: {error.message}."
        return None, (Problem("error", "config", message, NAME, error.line or 1),)
    reader = Reader(text, NAME)
    top = reader.group(value, "", _SETTINGS)
    config = _config(top, reader, root, fingerprint.of_text(text))
    return (None if reader.problems else config), tuple(reader.problems)


def _config(top: dict[str, Any], reader: Reader, root: Path, text_print: str) -> Config:
    site = reader.group(top.get("site"), "site", ("title", "description", "url", "timezone"))
    build = reader.group(top.get("build"), "build", ("pages", "jobs"))
    feeds = reader.group(top.get("feeds"), "feeds", ("items",))
    imports = reader.group(top.get("import"), "import", ("rules",))
    check = reader.group(top.get("check"), "check", ("silence",))
    languages = _languages(top, reader)
    translation = _translation(top, reader)
    return Config(
        root=root,
        titles=_by_language(site.get("title", "Digest"), "site.title", languages, reader),
        descriptions=_by_language(
            site.get("description", ""), "site.description", languages, reader
        ),
        url=_url(site, reader),
        timezone=_timezone(site, reader),
        languages=languages,
        topics=_topics(top, languages, reader),
        pages=_pages(build, reader),
        jobs=reader.whole(build.get("jobs"), "build.jobs", 0, 0, 256),
        feed_items=reader.whole(feeds.get("items"), "feeds.items", 50, 1, 1000),
        translation=translation,
        engines=_engines(top, translation.engines, reader),
        rules=_rules(imports, reader),
        silenced=_silences(check, reader),
        publish=reader.text(top.get("publish"), "publish"),
        print=text_print,
    )


def _languages(top: dict[str, Any], reader: Reader) -> tuple[str, ...]:
    languages = reader.texts(top.get("languages", ["tr", "en"]), "languages")
    for lang in languages:
        if not _LANGUAGE.fullmatch(lang):
            reader.wrong("languages", f'has "{lang}".', "Write language codes: [tr, en].")
    if not languages or len(set(languages)) < len(languages):
        reader.wrong("languages", "needs one or more codes, each once.", "Write [tr, en].")
    return tuple(dict.fromkeys(languages)) or ("tr",)


def _by_language(
    value: Any, place: str, languages: tuple[str, ...], reader: Reader
) -> tuple[tuple[str, str], ...]:
    """A text for all languages, or one for each."""
    if not isinstance(value, dict):
        text = reader.text(value, place)
        return tuple((lang, text) for lang in languages)
    texts = reader.group(value, place, languages)
    for lang in languages:
        if not texts.get(lang):
            reader.wrong(place, f'has no text for "{lang}".', f"Add `{lang}: …` below it.")
    return tuple((lang, reader.text(texts.get(lang), f"{place}.{lang}")) for lang in languages)


def _url(site: dict[str, Any], reader: Reader) -> str:
    url = reader.text(site.get("url"), "site.url")
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not url.isascii() or re.search(r"[\s?#\"'<>\\@]", url):
        reader.wrong(
            "site.url",
            f'is "{url}".',
            "Write the address of the front page: https://example.org/ or https://example.org/news/.",
        )
        return ""
    return url if url.endswith("/") else f"{url}/"


def _timezone(site: dict[str, Any], reader: Reader) -> str:
    name = reader.text(site.get("timezone"), "site.timezone", "Europe/Istanbul")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        reader.wrong(
            "site.timezone", f'is "{name}".', "Write the name of a time zone: Europe/Istanbul."
        )
        return "Europe/Istanbul"
    return name


def _topics(top: dict[str, Any], languages: tuple[str, ...], reader: Reader) -> tuple[Topic, ...]:
    found: list[Topic] = []
    for n, group in enumerate(
        reader.groups(top.get("topics"), "topics", ("key", "name", "slug", "words")), 1
    ):
        place = f"topics[{n}]"
        key = reader.text(group.get("key"), f"{place}.key")
        if not _SLUG.fullmatch(key):
            reader.wrong(f"{place}.key", f'is "{key}".', "Use small letters a-z, digits, hyphens.")
        names = _by_language(group.get("name", key), f"{place}.name", languages, reader)
        slugs = _topic_slugs(group, names, place, reader)
        words = reader.texts(group.get("words"), f"{place}.words")
        found.append(Topic(key, names, slugs, words))
    _no_twice(found, languages, reader)
    return tuple(found)


def _topic_slugs(
    group: dict[str, Any], names: tuple[tuple[str, str], ...], place: str, reader: Reader
) -> tuple[tuple[str, str], ...]:
    given = reader.group(group.get("slug"), f"{place}.slug", (lang for lang, _ in names))
    slugs = []
    for lang, name in names:
        slug = reader.text(given.get(lang), f"{place}.slug.{lang}", turkish.slug(name))
        if not _SLUG.fullmatch(slug) or re.fullmatch(r"\d{4}", slug):
            hint = f"Add `slug: {{{lang}: …}}` with small letters a-z to it."
            reader.wrong(place, f'"{name}" gives the address "{slug}".', hint)
        slugs.append((lang, slug))
    return tuple(slugs)


def _no_twice(topics: list[Topic], languages: tuple[str, ...], reader: Reader) -> None:
    keys: dict[str, int] = {}
    slugs: dict[tuple[str, str], int] = {}
    for n, topic in enumerate(topics, 1):
        if (first := keys.setdefault(topic.key, n)) != n:
            reader.wrong(f"topics[{n}]", f'has the key "{topic.key}" of topics[{first}].')
        for lang in languages:
            slug = topic.slug(lang)
            if (first := slugs.setdefault((lang, slug), n)) != n:
                hint = f"Give one of them another name, or `slug: {{{lang}: …}}`."
                message = f'has the address "{slug}" of topics[{first}] in "{lang}".'
                reader.wrong(f"topics[{n}]", message, hint)


def _pages(build: dict[str, Any], reader: Reader) -> frozenset[str]:
    if build.get("pages") is None:
        return frozenset(PAGE_KINDS)
    pages = reader.texts(build["pages"], "build.pages")
    for kind in pages:
        if kind not in PAGE_KINDS:
            reader.wrong(
                "build.pages", f'has "{kind}".', f"Kinds of page are: {', '.join(PAGE_KINDS)}."
            )
    return frozenset(pages)


def _translation(top: dict[str, Any], reader: Reader) -> Translation:
    names = ("enabled", "engines", "glossary", "partial")
    group = reader.group(top.get("translation"), "translation", names)
    engines = reader.texts(group.get("engines", ["google"]), "translation.engines")
    for name in engines:
        if name not in ENGINES:
            hint = f"Services are: {', '.join(ENGINES)}."
            reader.wrong("translation.engines", f'has "{name}".', hint)
    return Translation(
        enabled=reader.flag(group.get("enabled"), "translation.enabled", False),
        engines=tuple(dict.fromkeys(engines)),
        glossary=_inside(
            reader.text(group.get("glossary"), "translation.glossary", "glossary.yaml"),
            "translation.glossary",
            reader,
        ),
        partial=reader.number(group.get("partial"), "translation.partial", 1.0, 0, 1),
    )


def _inside(path: str, place: str, reader: Reader) -> str:
    if path.startswith(("/", "~")) or ".." in path.split("/") or "\\" in path:
        reader.wrong(place, f'is "{path}".', "Write the name of a file in the site's folder.")
        return ""
    return path


def _engines(top: dict[str, Any], used: Iterable[str], reader: Reader) -> tuple[Engine, ...]:
    settings = reader.group(top.get("engines"), "engines", ENGINES)
    names = ("url", "timeout", "deadline", "max_chars", "rps", "concurrency")
    engines = {}
    for name in dict.fromkeys((*settings, *used)):
        place = f"engines.{name}"
        group = reader.group(settings.get(name), place, names)
        url = reader.text(group.get("url"), f"{place}.url")
        if url and not re.fullmatch(r"https?://[^\s/?#@]+(?:/[^\s?#]*)?", url):
            reader.wrong(f"{place}.url", f'is "{url}".', "Write http://… or https://….")
        engines[name] = Engine(
            name=name,
            url=url,
            timeout=reader.number(group.get("timeout"), f"{place}.timeout", 10.0, 0.05, 600),
            deadline=reader.number(group.get("deadline"), f"{place}.deadline", 30.0, 0.05, 3600),
            max_chars=reader.whole(group.get("max_chars"), f"{place}.max_chars", 0, 0, 1_000_000),
            rps=reader.number(group.get("rps"), f"{place}.rps", _pace(url), 0.01, 100_000),
            concurrency=reader.whole(group.get("concurrency"), f"{place}.concurrency", 4, 1, 64),
        )
    return tuple(engines[name] for name in used if name in engines)


def _pace(url: str) -> float:
    """Return how many requests a second a service gets: few, unless it is a server of one's own."""
    host = urlsplit(url).hostname or ""
    public = not host or any(host == name or host.endswith(f".{name}") for name in _PUBLIC)
    return 5.0 if public else 1000.0


def _rules(imports: dict[str, Any], reader: Reader) -> tuple[Rule, ...]:
    groups = reader.groups(imports.get("rules"), "import.rules", ("name", "lines", "starts"))
    rules = []
    for n, group in enumerate(groups, 1):
        place = f"import.rules[{n}]"
        name = reader.text(group.get("name"), f"{place}.name")
        lines = reader.texts(group.get("lines"), f"{place}.lines")
        starts = reader.texts(group.get("starts"), f"{place}.starts")
        if not name or not (lines or starts) or "" in (*lines, *starts):
            reader.wrong(place, "needs a name, and lines or starts that are not empty.")
        rules.append(Rule(name, lines, starts))
    return tuple(rules)


def _silences(check: dict[str, Any], reader: Reader) -> tuple[Silence, ...]:
    groups = reader.groups(check.get("silence"), "check.silence", ("code", "reason", "path"))
    silences = []
    for n, group in enumerate(groups, 1):
        place = f"check.silence[{n}]"
        values = (reader.text(group.get(k), f"{place}.{k}") for k in ("code", "reason", "path"))
        silence = Silence(*values)
        if not silence.code or not silence.reason:
            reader.wrong(place, "needs a code and a reason.")
        silences.append(silence)
    return tuple(silences)

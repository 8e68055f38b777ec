"""A bench story as the files that each site generator wants."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b

import yaml

from bench.story import LANGUAGES, Story, slugify
from bench.text import Texts

Files = list[tuple[str, str]]
"""(path below the site's folder, text) pairs, one a language."""

SECTIONS = ("haber", "news")
"""Path segment of stories in the other generators' sites, a language each."""


def digest(story: Story) -> Files:
    """Front matter as in docs/reference: the translation repeats nothing that is shared."""
    original, translation = story.versions
    shared = {
        "id": blake2b(b"%d" % story.number, digest_size=6).hexdigest(),
        "lang": LANGUAGES[0],
        "title": original.title,
        "slug": original.slug,
        "summary": original.summary,
        "date": story.date.isoformat(timespec="seconds"),
        "imported": f"{story.date:%Y-%m-%d}",
        "topics": [topic_key(topic) for topic in story.topics],
        "sources": [{"name": name, "url": url} for name, url in story.sources],
    }
    own = {
        "lang": LANGUAGES[1],
        "title": translation.title,
        "slug": translation.slug,
        "summary": translation.summary,
        "origin": "human",
    }
    return [
        (digest_path(story, 0), _matter(shared) + original.body),
        (digest_path(story, 1), _matter(own) + translation.body),
    ]


def digest_path(story: Story, side: int) -> str:
    """Return where a version stands in a site of ours."""
    folder = f"content/articles/{story.date:%Y-%m}"
    return f"{folder}/{story.versions[0].slug}.{LANGUAGES[side]}.md"


def topic_key(topic: Texts) -> str:
    """Return what config.yaml and articles call a topic."""
    return slugify(topic[0])


def hugo(story: Story) -> Files:
    """Both languages in one folder, told apart by the file name."""
    return [
        (f"content/articles/{story.number:05d}.{lang}.md", _matter(_plain(story, side)) + body)
        for side, lang, body in _sides(story)
    ]


def neutral(story: Story) -> Files:
    """A folder a story."""
    return [
        (
            f"content/{story.number:05d}/{lang}.md",
            _matter({**_plain(story, side), "lang": lang}) + body,
        )
        for side, lang, body in _sides(story)
    ]


def eleventy(story: Story) -> Files:
    """A folder a language; the translation's address stands in the front matter."""
    return [
        (
            f"content/{lang}/{story.number:05d}.md",
            _matter({**_plain(story, side), "alt": _address(story, 1 - side)}) + body,
        )
        for side, lang, body in _sides(story)
    ]


def pelican(story: Story) -> Files:
    """As for Eleventy, in Pelican's own head lines; the language is the category."""
    files = []
    for side, lang, body in _sides(story):
        version = story.versions[side]
        head = {
            "Title": version.title,
            "Date": f"{story.date:%Y-%m-%d %H:%M}",
            "Slug": version.slug,
            "Lang": lang,
            "Category": lang,
            "Section": SECTIONS[side],
            "Tags": ", ".join(topic[side] for topic in story.topics),
            "Summary": version.summary,
            "Alt": _address(story, 1 - side),
            "Sources": "; ".join("|".join(source) for source in story.sources),
        }
        lines = "".join(f"{name}: {value}\n" for name, value in head.items())
        files.append((f"content/{lang}/{story.number:05d}.md", f"{lines}\n{body}"))
    return files


FORMATS: dict[str, Callable[[Story], Files]] = {
    "digest": digest,
    "hugo": hugo,
    "pelican": pelican,
    "eleventy": eleventy,
    "neutral": neutral,
}


def _sides(story: Story) -> list[tuple[int, str, str]]:
    return [(side, lang, story.versions[side].body) for side, lang in enumerate(LANGUAGES)]


def _plain(story: Story, side: int) -> dict[str, object]:
    version = story.versions[side]
    return {
        "title": version.title,
        "date": story.date.isoformat(timespec="seconds"),
        "slug": version.slug,
        "tags": [topic[side] for topic in story.topics],
        "summary": version.summary,
        "sources": [{"name": name, "url": url} for name, url in story.sources],
    }


def _address(story: Story, side: int) -> str:
    return f"/{LANGUAGES[side]}/{SECTIONS[side]}/{story.versions[side].slug}/"


def _matter(fields: Mapping[str, object]) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(fields, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n\n"

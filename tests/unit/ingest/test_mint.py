"""What import mints: ids, keys and slugs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest import fingerprint
from digest.ingest import mint
from digest.model import Article, Image, Source, Story

PORT = Article(
    "tr",
    "Kuzey limanında grev başladı",
    "İşçiler kapıları kapattı.\n\nGörüşmeler yarın sürecek.",
    summary="Gemiler bekliyor.",
    author="Zehra Aydın",
    place="Mersin",
    caption="Liman",
    credit="AA",
)
STORY = Story("3fa85f645717", (PORT,), sources=(Source("AA", "https://aa.example/1"),), tags=("liman",))  # fmt: skip


def free(name: str) -> bool:
    """Nothing is taken."""
    return False


@pytest.mark.parametrize(
    "same",
    [
        {"title": "KUZEY LİMANINDA GREV BAŞLADI"},
        {"body": "İşçiler  kapıları kapattı. Görüşmeler yarın sürecek. "},
        {"slug": "liman", "author": "Nuri Akbulut", "place": "İzmir"},
    ],
)
def test_a_key_stands_for_headline_and_body_alone(same: dict[str, str]) -> None:
    assert mint.key(replace(PORT, **same)) == mint.key(PORT)  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [{"title": "Grev bitti"}, {"body": "Kapılar açıldı."}])
def test_another_headline_or_body_has_another_key(other: dict[str, str]) -> None:
    assert mint.key(replace(PORT, **other)) != mint.key(PORT)  # type: ignore[arg-type]


def test_a_key_never_changes() -> None:
    """content/imported.yaml keeps keys for years."""
    text = "liman\nkapılar kapalı."
    assert mint.key(Article("tr", "Liman", "Kapılar kapalı.")) == fingerprint.of_text(text)[:16]
    assert len(mint.key(PORT)) == 16


@pytest.mark.parametrize(
    "field", ["title", "summary", "author", "place", "caption", "credit", "body"]
)
def test_an_edited_text_has_another_print(field: str) -> None:
    edited = replace(PORT, **{field: "Yeni"})  # type: ignore[arg-type]
    assert mint.story_print(replace(STORY, articles=(edited,))) != mint.story_print(STORY)


@pytest.mark.parametrize(
    "edited",
    [
        {"tags": ("grev",)},
        {"tags": ()},
        {"sources": (Source("DHA", "https://aa.example/1"),)},
        {"sources": (Source("AA", "https://aa.example/2"),)},
    ],
)
def test_edited_sources_and_tags_have_another_print(edited: dict[str, tuple[str, ...]]) -> None:
    assert mint.story_print(replace(STORY, **edited)) != mint.story_print(STORY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        {"slug": "liman", "aliases": ("grev",), "image": Image("liman.jpg"), "path": "a.md"},
        {"body": "\n\nİşçiler kapıları kapattı.  \n \t\nGörüşmeler yarın sürecek.\n"},
    ],
)
def test_pictures_slugs_and_spaces_at_ends_of_lines_are_not_text(same: dict[str, object]) -> None:
    story = replace(STORY, date="2025-07-22", topics=("ekonomi",), articles=(replace(PORT, **same),))  # type: ignore[arg-type]  # fmt: skip
    assert mint.story_print(story) == mint.story_print(STORY)
    assert len(mint.story_print(story)) == 16


def test_a_print_never_changes() -> None:
    """content/imported.yaml keeps prints for years."""
    assert mint.story_print(STORY) == "ea8644fc41675850"


def test_breaks_between_paragraphs_are_text() -> None:
    joined = replace(PORT, body=PORT.body.replace("\n\n", "\n"))
    assert mint.story_print(replace(STORY, articles=(joined,))) != mint.story_print(STORY)


def test_what_is_minted_stands_in_the_story() -> None:
    found = mint.with_identity(STORY, "0123456789ab", "liman", "2025-07-22", ("3fa85f645717",))
    assert found == replace(
        STORY,
        id="0123456789ab",
        articles=(replace(PORT, slug="liman"),),
        imported="2025-07-22",
        also=("3fa85f645717",),
    )


def test_an_id_is_the_beginning_of_its_key_or_else_made_of_it() -> None:
    text_key = "3fa85f6457174562"
    second = fingerprint.of_text(f"{text_key} 1")[:12]
    third = fingerprint.of_text(f"{text_key} 2")[:12]
    assert mint.story_id(text_key, free) == "3fa85f645717"
    assert mint.story_id(text_key, {"3fa85f645717"}.__contains__) == second
    assert mint.story_id(text_key, {"3fa85f645717", second}.__contains__) == third


LONG = "a" * 77 + " bc"
"""A headline of 80 characters, as its slug has."""


@pytest.mark.parametrize(
    ("title", "taken", "slug"),
    [
        ("Kuzey limanında grev başladı", set(), "kuzey-limaninda-grev-basladi"),
        ("Liman açıldı", {"liman-acildi"}, "liman-acildi-2"),
        ("Liman açıldı", {"liman-acildi", "liman-acildi-2"}, "liman-acildi-3"),
        ("Liman açıldı", {"liman-acildi-2"}, "liman-acildi"),
        ("…", set(), "haber"),
        ("…", {"haber"}, "haber-2"),
        ("2025", set(), "2025-2"),
        ("2025", {"2025-2"}, "2025-3"),
        ("20250", set(), "20250"),
        ("2025 bütçesi", set(), "2025-butcesi"),
        (LONG, set(), "a" * 77 + "-bc"),
        (LONG, {"a" * 77 + "-bc"}, "a" * 77 + "-2"),
        ("a" * 80, {"a" * 80}, "a" * 78 + "-2"),
        ("a" * 81, set(), "a" * 80),
    ],
)  # fmt: skip
def test_a_slug_is_of_the_headline_and_nobody_elses(title: str, taken: set[str], slug: str) -> None:
    assert mint.slug(title, "haber", taken.__contains__) == slug

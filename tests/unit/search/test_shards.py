from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.search import shards
from digest.search.shards import key, patch, split

Words = dict[str, str]

word_lists = st.dictionaries(
    st.text("abk", min_size=1, max_size=5) | st.sampled_from(["ışk", "_t-ab", "путин", "путь"]),
    st.text("X", min_size=1, max_size=30),
    max_size=40,
)


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LIMIT", 60)


def written(words: Mapping[str, str]) -> dict[str, str]:
    return dict(split(f"{word}\t{text}" for word, text in words.items()))


def replaced(line: str, old: str) -> str:
    return line


@pytest.mark.parametrize(
    ("word", "name"),
    [("isik", "isik_"), ("2025", "2025_"), ("_t-gazze", "_t-gazze_"), ("путин", "-----_")],
)
def test_a_key_can_be_a_file_name_on_every_system(word: str, name: str) -> None:
    assert key(word) == name


def test_what_fits_into_one_file_is_not_split_but_for_the_first_letter() -> None:
    assert written({"ab": "X", "abla": "Y", "kar": "Z"}) == {
        "a": "ab\tX\nabla\tY\n",
        "k": "kar\tZ\n",
    }


def test_a_long_line_has_a_file_of_its_own() -> None:
    files = written({"kar": "X" * 90, "karar": "Y", "kara": "Z"})
    assert files == {"kar_": f"kar\t{'X' * 90}\n", "kara": "kara\tZ\nkarar\tY\n"}


@given(word_lists)
def test_every_line_is_in_the_file_whose_name_its_key_starts_with(words: Words) -> None:
    files = written(words)
    found = {}
    for name, text in files.items():
        for line in text.splitlines():
            word, _, rest = line.partition("\t")
            assert key(word).startswith(name)
            assert sum(key(word).startswith(other) for other in files) == 1
            found[word] = rest
    assert found == words


@given(word_lists)
def test_no_file_is_too_long_that_could_be_split(words: Words) -> None:
    for name, text in written(words).items():
        assert len(text.encode()) <= 60 or not text.count("\n") > 1 or name.endswith("_")


@given(word_lists, word_lists, st.sets(st.integers(0, 39)))
def test_patched_files_are_those_that_would_be_written_anew(
    before: Words, changes: Words, gone: set[int]
) -> None:
    files = written(before)
    lost = [word for at, word in enumerate(sorted(before)) if at in gone and word not in changes]
    after = {word: text for word, text in {**before, **changes}.items() if word not in lost}
    edits: dict[str, shards.Edit] = dict.fromkeys(lost, lambda old: "")
    edits |= {word: partial(replaced, f"{word}\t{after[word]}") for word in changes}
    sizes = {name: len(text.encode()) for name, text in files.items()}
    changed = patch(sizes, edits, files.__getitem__)
    assert {name: text for name, text in (files | changed).items() if text} == written(after)


def test_a_patch_reads_the_files_of_its_words_alone() -> None:
    files = written({f"{first}{at}": "X" * 10 for first in "abk" for at in range(10)})
    read: list[str] = []

    def reading(name: str) -> str:
        read.append(name)
        return files[name]

    sizes = {name: len(text) for name, text in files.items()}
    changed = patch(sizes, {"a3": lambda old: old.replace("XX", "YY", 1)}, reading)
    assert read == ["a3"]
    assert list(changed) == ["a3"]

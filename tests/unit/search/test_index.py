from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.search import SearchRow, open_database
from digest.search.numbers import SPAN, slots
from tests.unit.search.conftest import Site, row, standing


def _disjoint(found: SearchRow) -> SearchRow:
    """A word stands in its weightiest place alone, as `search_row` has it."""
    title = set(found.title.split())
    lead = set(found.lead.split()) - title
    body = set(found.body.split()) - title - lead
    return row(found.id, found.day, *(" ".join(texts) for texts in (title, lead, body)))


words = st.lists(
    st.sampled_from("isik kar kara karar baris savas gazze путин _t-a".split()), max_size=4
)
rows = st.builds(
    lambda name, day, title, lead, body: row(
        f"{name:02x}", day, " ".join(title), " ".join(lead), " ".join(body)
    ),
    st.integers(0, 40),
    st.integers(739_000, 739_004),
    words,
    words,
    words,
).map(_disjoint)
steps = st.lists(
    st.tuples(
        st.lists(rows, max_size=6), st.sets(st.integers(0, 40).map("{:02x}".format), max_size=3)
    ),
    min_size=1,
    max_size=5,
)


def number(*names: str, day: int = 739_000) -> dict[str, int]:
    return {name: day * SPAN + slot for name, slot in slots(names).items()}


def test_a_word_leads_to_the_stories_it_stands_in_by_place(site: Site) -> None:
    site.build(row("a", title="isik"), row("b", lead="isik", body="kar"), row("c", body="isik"))
    at = number("a", "b", "c")
    assert standing(site.files, "isik") == [[at["c"]], [at["b"]], [at["a"]]]
    assert standing(site.files, "kar") == [[at["b"]], [], []]
    assert standing(site.files, "ka") == [[], [], []]


def test_records_say_what_results_show(site: Site) -> None:
    site.build(row("a"), row("b"), row("c", day=739_001))
    at = slots(["a", "b"])
    page = json.loads(site.files["search/days/2024-04-24-0.json"])
    assert page == {str(at["a"]): [1, ["tr", "a"]], str(at["b"]): [1, ["tr", "b"]]}
    assert "search/days/2024-04-25-0.json" in site.files


def test_the_manifest_names_the_files_of_words_and_the_years(site: Site) -> None:
    site.build(row("a", title="isik kar"), row("b", day=738_000), row("c", day=1))
    assert json.loads(site.files["search/index.json"]) == {"words": "i k", "years": [2021, 2024]}
    assert "search/words/w-i.txt" in site.files


def test_the_order_of_stories_makes_no_difference(new_site: Callable[[], Site]) -> None:
    found = [row(f"{n}", 739_000 + n % 3, title="isik", body=f"kar k{n}") for n in range(20)]
    one, other = new_site(), new_site()
    one.build(*found)
    other.build(*reversed(found))
    assert one.files == other.files


@settings(max_examples=60)
@given(steps)
def test_an_index_is_the_same_whether_it_grew_or_was_made_at_once(
    changes: list[tuple[list[SearchRow], set[str]]],
) -> None:
    current: dict[str, SearchRow] = {}
    with TemporaryDirectory() as folder:
        with open_database(Path(folder, "grown.db")) as database:
            grown = Site(database)
            grown.build(row("zz", title="isik"))
            for added, gone in changes:
                found = {item.id: item for item in added if item.id not in gone}
                grown.build(*found.values(), gone=tuple(gone))
                current = {n: r for n, r in {**current, **found}.items() if n not in gone}
        with open_database(Path(folder, "anew.db")) as database:
            anew = Site(database)
            anew.build(row("zz", title="isik"), *current.values())
    assert grown.files == anew.files


def test_an_edit_changes_the_files_of_its_words_alone(site: Site) -> None:
    site.build(*(row(f"{n}", body=f"isik kar baris{n}") for n in range(30)))
    assert site.build(row("3", body="isik kar deniz baris3")) == {
        "search/words/w-d.txt",
        "search/index.json",
    }
    assert site.build(row("3", body="isik kar deniz baris3")._replace(record="[0]")) == {
        "search/days/2024-04-24-0.json"
    }


def test_a_story_that_did_not_change_changes_no_file(site: Site) -> None:
    found = [row(f"{n}", body="isik") for n in range(30)]
    site.build(*found)
    assert site.build(*found, gone=("never",)) == set()


def test_a_story_with_another_date_is_filed_anew(site: Site) -> None:
    site.build(*(row(f"{n}", body="isik") for n in range(30)), row("moved", title="kar"))
    changed = site.build(row("moved", 739_009, title="kar"))
    assert changed == {
        "search/words/w-k.txt",
        "search/days/2024-04-24-0.json",
        "search/days/2024-05-03-0.json",
    }
    assert standing(site.files, "kar")[2] == [number("moved", day=739_009)["moved"]]


def test_a_file_that_somebody_changed_is_made_anew_with_all_others(site: Site) -> None:
    site.build(*(row(f"{n}", body="isik kar") for n in range(30)))
    sound = dict(site.files)
    site.files["search/words/w-i.txt"] = b"isik\tX\n"
    del site.files["search/words/w-k.txt"]
    site.build(row("3", body="kar"))
    site.build(row("3", body="isik kar"))
    assert site.files == sound


def test_a_whole_build_restores_what_is_missing_and_clears_what_is_left(site: Site) -> None:
    site.build(row("a", body="isik"), row("b", body="kar"))
    sound = dict(site.files)
    site.files.clear()
    site.build(whole=True)
    assert site.files == sound


def test_an_index_without_stories_is_an_empty_one(site: Site) -> None:
    site.build(whole=True)
    assert list(site.files) == ["search/index.json"]
    site.build(row("a", body="isik"))
    site.build(gone=("a",))
    assert list(site.files) == ["search/index.json"]


def test_a_large_index_is_made_in_parts(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [row(f"{n}", body="путин 7a isik zor _t-x", title="kar baris") for n in range(12)]
    site.build(*found)
    sound = dict(site.files)
    monkeypatch.setattr("digest.search.making.AT_ONCE", 1)
    site.build(whole=True)
    assert site.files == sound

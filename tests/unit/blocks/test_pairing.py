from __future__ import annotations

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from digest import fingerprint
from digest.blocks import pair, segments, split
from digest.model import Article, Block, SegmentMark

TURKISH = dedent("""\
    Katar'ın başkenti Doha'daki Hamas müzakerecileri, Gazze'yle bağlantının koptuğunu söylüyor.

    Times of Israel'e konuşan bir yetkili, bağlantının perşembeden beri kurulamadığını belirtiyor.

    ## Görüşmeler

    ABD Başkanı Donald Trump, 60 günlük ateşkesin şartlarının kabul edildiğini açıklamıştı.

    Reuters'ın aktardığına göre IDF'ye ait tanklar Deyr el-Belah şehrine girdi.

    ***

    Filistinli yetkililere göre 27 Mayıs'tan beri ölenlerin sayısı bini aştı.
    """)
ENGLISH = dedent("""\
    Hamas negotiators in Qatar's capital Doha say contact with Gaza has been lost.

    An official who spoke to the Times of Israel says contact has been impossible since Thursday.

    ## Talks

    US President Donald Trump had announced that the terms of a 60-day ceasefire were accepted.

    According to Reuters, IDF tanks entered the city of Deir al-Balah.

    ***

    Palestinian officials say more than a thousand people have died since May 27.
    """)
HERE, THERE = TURKISH.strip().split("\n\n"), ENGLISH.strip().split("\n\n")


def marks(body: str) -> tuple[SegmentMark, ...]:
    return tuple(
        SegmentMark("body", fingerprint.short(segment.text), "0")
        for segment in segments(Article("tr", "", body))
    )


def table(
    original: list[str], translation: list[str], known: tuple[SegmentMark, ...] = ()
) -> list[tuple[list[int], list[int], bool]]:
    """Numbers of the paragraphs that stand together, and whether they are stale."""
    pairs = pair(split("\n\n".join(original)), split("\n\n".join(translation)), known)
    return [
        (
            [original.index(block.text) for block in found.original],
            [translation.index(block.text) for block in found.translation],
            found.stale,
        )
        for found in pairs
    ]


def straight(count: int) -> list[tuple[list[int], list[int], bool]]:
    return [([at], [at], False) for at in range(count)]


def test_blocks_of_equal_kinds_stand_one_by_one() -> None:
    assert table(HERE, THERE) == straight(7)


def test_two_paragraphs_that_were_merged_stand_beside_their_translation() -> None:
    merged = [f"{THERE[0]} {THERE[1]}", *THERE[2:]]
    assert table(HERE, merged)[:3] == [([0, 1], [0], False), ([2], [1], False), ([3], [2], False)]


def test_a_paragraph_that_was_split_stands_beside_both_parts() -> None:
    first, second = THERE[3].split(" announced ")
    parted = [*THERE[:3], first, second, *THERE[4:]]
    assert table(HERE, parted)[2:5] == [([2], [2], False), ([3], [3, 4], False), ([4], [5], False)]


def test_a_paragraph_that_was_left_out_stands_alone() -> None:
    assert table(HERE, [*THERE[:4], *THERE[5:]])[3:6] == [
        ([3], [3], False), ([4], [], False), ([5], [4], False),
    ]  # fmt: skip


def test_a_paragraph_that_was_added_stands_alone() -> None:
    added = "A remark of the translator, which says something else at some length."
    assert table(HERE, [*THERE[:4], added, *THERE[4:]])[3:6] == [
        ([3], [3], False), ([], [4], False), ([4], [5], False),
    ]  # fmt: skip


def test_nothing_is_stale_while_the_original_is_what_was_translated() -> None:
    assert table(HERE, THERE, marks(TURKISH)) == straight(7)


def test_an_edited_paragraph_is_stale_and_no_other() -> None:
    edited = [*HERE[:3], HERE[3].replace("60", "61"), *HERE[4:]]
    expected = straight(7)
    expected[3] = ([3], [3], True)
    assert table(edited, THERE, marks(TURKISH)) == expected


def test_a_new_first_paragraph_does_not_shift_the_others() -> None:
    found = table(["Yeni.", *HERE], THERE, marks(TURKISH))
    assert found == [([0], [], True), *(([at + 1], [at], False) for at in range(7))]


def test_the_translation_of_a_paragraph_that_is_gone_stands_alone_and_stale() -> None:
    found = table([HERE[0], *HERE[2:]], THERE, marks(TURKISH))
    assert found[:2] == [([0], [0], False), ([], [1], True)]
    assert found[2:] == [([at], [at + 1], False) for at in range(1, 6)]


def test_one_out_and_one_in_is_told_from_an_edit_elsewhere() -> None:
    found = table(["Yeni.", *HERE[:-1]], THERE, marks(TURKISH))
    assert found[0] == ([0], [], True)
    assert found[1:-1] == [([at + 1], [at], False) for at in range(6)]
    assert found[-1] == ([], [6], True)


def test_an_edit_is_seen_where_the_translator_merged_paragraphs() -> None:
    merged = [f"{THERE[0]} {THERE[1]}", *THERE[2:]]
    edited = [HERE[0], HERE[1] + " Ek.", *HERE[2:]]
    found = table(edited, merged, marks(TURKISH))
    assert found[0] == ([0, 1], [0], True)
    assert not any(stale for _, _, stale in found[1:])


def test_editing_the_translation_makes_nothing_stale() -> None:
    edited = [*THERE[:3], "Something else entirely.", *THERE[4:]]
    assert table(HERE, edited, marks(TURKISH)) == straight(7)


def test_marks_of_other_segments_do_not_count() -> None:
    title = SegmentMark("title", "00000000", "0")
    assert table(HERE, THERE, (title, *marks(TURKISH))) == straight(7)


def test_link_definitions_go_with_the_block_before() -> None:
    original = split("[a]: http://x\n\nBir [a].\n\nİki.\n\n[b]: http://y")
    translation = split("One [a].\n\n[a]: http://x\n\nTwo.")
    found = [(len(each.original), len(each.translation)) for each in pair(original, translation)]
    assert found == [(2, 2), (2, 1)]


def test_an_empty_side_leaves_the_other_alone() -> None:
    assert table(HERE, []) == [([at], [], False) for at in range(7)]
    assert table([], THERE) == [([], [at], False) for at in range(7)]
    assert table([], []) == []


def test_many_blocks_are_paired_in_good_time() -> None:
    original, translation = split("a b\n\n" * 3000), split("a b\n\n" * 2990 + "# c")
    assert sum(len(found.original) for found in pair(original, translation)) == 3000


KINDS = st.sampled_from(["paragraph", "heading", "quote", "rule", "reference", "image"])
WORDS = st.sampled_from(["***", "Gazze 59", "bir iki üç", "Reuters", "x" * 80, "Ek [a]", "7"])
SIDES = st.lists(st.builds(Block, KINDS, WORDS, st.integers(0, 9)), max_size=12)


@given(SIDES, SIDES, st.lists(WORDS, max_size=12))
def test_every_block_is_in_one_pair_in_its_order(
    original: list[Block], translation: list[Block], known: list[str]
) -> None:
    found = pair(
        original, translation, [SegmentMark("body", fingerprint.short(w), "0") for w in known]
    )
    assert [block for each in found for block in each.original] == original
    assert [block for each in found for block in each.translation] == translation
    assert all(each.original or each.translation for each in found)
    assert known or not any(each.stale for each in found)


@given(SIDES)
def test_an_original_that_did_not_change_is_never_stale(original: list[Block]) -> None:
    known = [
        SegmentMark("body", fingerprint.short(block.text), "0")
        for block in original
        if block.kind not in ("rule", "reference") and any(map(str.isalpha, block.text))
    ]
    assert not any(found.stale for found in pair(original, original, known))

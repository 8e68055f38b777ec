from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest import blocks
from digest.fingerprint import short
from digest.model import Article, Image, Origin, Segment, SegmentMark, Story
from digest.translate import drafts
from digest.translate.memory import Slot, plan, protection
from digest.translate.reuse import Memory


def original(*paragraphs: str, **fields: object) -> Article:
    return Article("tr", "Başlık", blocks_of(paragraphs), **fields)  # type: ignore[arg-type]  # any field


def blocks_of(paragraphs: tuple[str, ...] | list[str]) -> str:
    return "".join(f"{text}\n\n" for text in paragraphs)[:-1]


def written(source: Article) -> Article:
    """Return a translation in which every text is in capitals, as a run leaves it."""
    slots = plan(source, None)
    answers = {at: slot.segment.text.upper() for at, slot in enumerate(slots) if slot.segment}
    return drafts.assemble(source, drafts.empty(source, "en"), slots, answers).article


def actions(source: Article, translation: Article, *again: str) -> dict[str, str]:
    found = {}
    for slot in plan(source, translation, again):
        if slot.reason:
            found[slot.name] = f"{slot.action} {slot.reason}"
    return found


FIVE = ("bir", "iki", "üç", "dört", "beş")


def test_without_a_translation_everything_is_new() -> None:
    assert actions(original("bir"), written(original("bir"))) == {}
    assert [slot.reason for slot in plan(original("bir"), None)] == ["new", "new"]


def test_each_segment_gets_a_mark_in_the_order_of_the_original() -> None:
    source = original("bir", "---", "iki", summary="Özet", caption="Resim", image=Image("a", "Alt"))
    marks = written(source).origin.segments
    assert [mark.key for mark in marks] == ["title", "summary", "caption", "alt", "body", "body"]
    assert marks[-1] == SegmentMark("body", short("iki"), short("IKI"))


def test_blocks_without_words_are_carried_over_in_their_place() -> None:
    source = original("bir", "---", "iki", "    kod")
    assert written(source).body == blocks_of(["BIR", "---", "IKI", "    kod"])


def test_what_changed_in_the_original_is_asked_for() -> None:
    there = written(original(*FIVE))
    assert actions(original("bir", "iki", "yeni", "dört", "beş"), there) == {
        "body-3": "ask changed"
    }
    assert actions(original("sıfır", *FIVE), there) == {"body-1": "ask new"}
    assert actions(original(*FIVE[1:]), there) == {}
    assert actions(original("beş", *FIVE[:4]), there) == {}


def test_two_changes_side_by_side_are_two_questions() -> None:
    there = written(original(*FIVE))
    assert actions(original("a", "b", *FIVE[2:]), there) == {
        "body-1": "ask changed",
        "body-2": "ask changed",
    }


def test_equal_paragraphs_are_told_apart_by_their_order() -> None:
    there = written(original("bir", "bir", "bir"))
    assert actions(original("bir", "bir", "bir"), there) == {}
    assert actions(original("bir", "bir"), there) == {}


def test_what_a_person_edited_is_theirs() -> None:
    there = written(original(*FIVE))
    edited = replace(there, body=there.body.replace("ÜÇ", "three, by hand"))
    assert actions(original(*FIVE), edited) == {"body-3": "hand edited"}
    assert actions(original("bir", "iki", "yeni", "dört", "beş"), edited) == {
        "body-3": "hand stale"
    }


def test_what_a_person_moved_is_still_what_the_service_wrote() -> None:
    there = written(original(*FIVE))
    moved = replace(there, body=blocks_of(["BEŞ", "BIR", "IKI", "ÜÇ", "DÖRT"]))
    assert actions(original(*FIVE), moved) == {}


def test_what_a_person_took_out_merged_or_added_is_theirs() -> None:
    there = written(original(*FIVE))
    without = replace(there, body=blocks_of(["BIR", "IKI", "DÖRT", "BEŞ"]))
    assert actions(original(*FIVE), without) == {"body-3": "hand removed"}
    merged = replace(there, body=blocks_of(["BIR", "two and three together", "DÖRT", "BEŞ"]))
    assert set(actions(original(*FIVE), merged).values()) <= {
        "hand merged",
        "hand edited",
        "hand removed",
    }
    added = replace(there, body=blocks_of(["BIR", "IKI", "a note", "ÜÇ", "DÖRT", "BEŞ"]))
    assert actions(original(*FIVE), added) == {"body": "hand added"}


def test_an_edited_paragraph_whose_original_is_gone_is_kept_and_reported() -> None:
    there = written(original(*FIVE))
    edited = replace(there, body=there.body.replace("ÜÇ", "three, by hand"))
    source = original("bir", "iki", "dört", "beş")
    assert actions(source, edited) == {"body": "hand orphaned"}
    draft = drafts.assemble(source, edited, plan(source, edited), {})
    assert "three, by hand" in draft.article.body


def test_redo_names_segments_or_all() -> None:
    there = written(original(*FIVE))
    assert actions(original(*FIVE), there, "body-2") == {"body-2": "ask again"}
    assert len(actions(original(*FIVE), there, "*")) == 6


def test_redo_of_a_merged_paragraph_asks_for_all_that_it_was_made_of() -> None:
    there = written(original("bir", "iki", "üç"))
    merged = replace(there, body=blocks_of(["one and two in a single paragraph", "ÜÇ"]))
    source = original("bir", "iki", "üç")
    again = [slot.name for slot in plan(source, merged, ["body-1"]) if slot.action == "ask"]
    slots = plan(source, merged)
    group = [slot.name for slot in slots if slot.group == slots[1].group and slot.group >= 0]
    assert again == (group or ["body-1"])


def test_a_protected_translation_is_never_asked_for() -> None:
    there = written(original(*FIVE))
    reviewed = replace(there, origin=replace(there.origin, reviewed=True))
    assert protection(reviewed)
    assert actions(original("yeni", *FIVE[1:]), reviewed) == {"body-1": "hand changed"}
    human = replace(there, origin=Origin(kind="human"))
    assert protection(human)
    assert actions(original("yeni", *FIVE[1:]), human) == {}
    bare = replace(there, origin=Origin(kind="machine"))
    assert protection(bare)
    assert actions(original("yeni", *FIVE[1:]), bare) == {}
    assert not protection(there)


def test_redo_of_one_segment_of_a_reviewed_translation_leaves_the_rest() -> None:
    there = written(original(*FIVE))
    reviewed = replace(there, origin=replace(there.origin, reviewed=True))
    found = actions(original("yeni", *FIVE[1:]), reviewed, "body-2")
    assert found == {"body-1": "hand changed", "body-2": "ask again"}


def test_a_pending_segment_is_asked_for_until_a_person_translates_it() -> None:
    source = original(*FIVE)
    slots = plan(source, None)
    answers = {at: str(slot.segment.text).upper() for at, slot in enumerate(slots) if slot.segment}
    del answers[3]
    draft = drafts.assemble(source, drafts.empty(source, "en"), slots, answers)
    assert draft.share == 5 / 6
    assert draft.article.body == blocks_of(["BIR", "IKI", "üç", "DÖRT", "BEŞ"])
    assert draft.article.origin.segments[3].written == ""
    assert actions(source, draft.article) == {"body-3": "ask pending"}
    by_hand = replace(draft.article, body=draft.article.body.replace("üç", "three"))
    assert actions(source, by_hand) == {"body-3": "hand edited"}
    settled = drafts.assemble(source, by_hand, plan(source, by_hand), {})
    assert settled.share == 1
    assert actions(source, settled.article) == {"body-3": "hand edited"}


def test_fields_that_the_original_lost_go_unless_a_person_wrote_them() -> None:
    there = written(original("bir", summary="Özet", caption="Resim"))
    source = original("bir")
    found = drafts.assemble(source, there, plan(source, there), {}).article
    assert (found.summary, found.caption) == ("", "")
    edited = replace(there, summary="A person's summary")
    found = drafts.assemble(source, edited, plan(source, edited), {}).article
    assert found.summary == "A person's summary"


def test_a_field_that_a_person_added_or_took_out_is_theirs() -> None:
    source = original("bir", summary="Özet")
    there = written(source)
    assert actions(source, replace(there, summary="")) == {"summary": "hand removed"}
    assert actions(original("bir"), replace(written(original("bir")), summary="Mine")) == {
        "summary": "hand added"
    }


_TEXTS = st.lists(st.sampled_from(["bir", "iki", "üç", "dört", "beş", "altı", "yedi"]), max_size=8)


@given(_TEXTS, _TEXTS)
def test_after_any_edit_of_the_original_the_blocks_pair_again(
    before: list[str], after: list[str]
) -> None:
    there = written(original(*before))
    source = original(*after)
    slots = plan(source, there)
    asked = {
        at: str(slot.segment.text).upper()
        for at, slot in enumerate(slots)
        if slot.segment and slot.action == "ask"
    }
    assert len(asked) <= len(after) + 1
    found = drafts.assemble(source, there, slots, asked).article
    assert found.body == blocks_of([text.upper() for text in after])
    assert actions(source, found) == {}
    assert not drafts.differs(
        drafts.assemble(source, found, plan(source, found), {}).article, found
    )


@given(
    _TEXTS, st.lists(st.sampled_from(["BIR", "IKI", "ÜÇ", "a note", "by hand", "DÖRT"]), max_size=8)
)
def test_no_words_of_a_person_are_ever_lost(before: list[str], after: list[str]) -> None:
    source = original(*before)
    edited = replace(written(source), body=blocks_of(after))
    slots = plan(source, edited)
    found = drafts.assemble(source, edited, slots, {}).article
    by_hand = {"a note", "by hand"}
    kept = [block.text for block in blocks.split(found.body) if block.text in by_hand]
    assert sorted(kept) == sorted(text for text in after if text in by_hand)


@given(_TEXTS)
def test_an_original_s_paragraph_asks_once_for_each_new_text(texts: list[str]) -> None:
    there = written(original(*FIVE))
    source = original(*texts)
    asked = [slot for slot in plan(source, there) if slot.action == "ask"]
    surplus = sum(max(0, texts.count(text) - FIVE.count(text)) for text in set(texts))
    assert len(asked) <= surplus


def test_the_same_paragraph_elsewhere_is_known() -> None:
    source = original("bir", "iki")
    story = Story("x", (source, replace(written(source), path="x.en.md")))
    memory = Memory((story,), "en")
    found = memory.find(Segment("body", 7, "iki"))
    assert found is not None
    assert found.text == "IKI"
    assert memory.find(Segment("title", 0, "iki")) is None
    assert memory.find(Segment("body", 0, "iki", "heading")) is None
    assert memory.find(Segment("body", 0, "üç")) is None


def test_a_person_s_wording_is_what_other_articles_get() -> None:
    source = original("bir", "iki")
    edited = replace(written(source), body=blocks_of(["one, by hand", "IKI"]))
    found = Memory((Story("x", (source, edited)),), "en").find(Segment("body", 0, "bir"))
    assert found is not None
    assert found.text == "one, by hand"


def test_a_stale_or_pending_paragraph_is_no_memory() -> None:
    source = original("bir", "iki")
    there = written(original("bir", "eski"))
    assert Memory((Story("x", (source, there)),), "en").find(Segment("body", 0, "eski")) is None


def test_slots_name_what_they_stand_for() -> None:
    assert Slot(None, None, ("a",), "hand", "added").name == "body"
    assert Slot(None, SegmentMark("summary", "", ""), ("a",), "hand", "added").name == "summary"


def test_a_rule_or_picture_that_a_person_put_in_stays() -> None:
    there = written(original(*FIVE))
    edited = replace(there, body=there.body.replace("IKI", "IKI\n\n---\n\n![](map.png)"))
    source = original("sıfır", *FIVE)
    slots = plan(source, edited)
    found = drafts.assemble(source, edited, slots, {1: "SIFIR"}).article
    assert found.body == blocks_of(
        ["SIFIR", "BIR", "IKI", "---", "![](map.png)", "ÜÇ", "DÖRT", "BEŞ"]
    )


def test_a_human_translation_is_paired_as_it_reads() -> None:
    source = original("Birinci paragraf burada.", "İkincisi de burada duruyor.", summary="Özet")
    human = Article(
        "en", "Title", "The first one is here, and so is the second.\n", origin=Origin(kind="human")
    )
    slots = plan(source, human)
    assert {slot.action for slot in slots} == {"hand"}
    assert {slot.reason for slot in slots} == {""}
    assert [slot.texts for slot in slots if slot.key == "title"] == [("Title",)]
    assert "summary" not in [slot.key for slot in slots]
    assert sum(len(slot.texts) for slot in slots if slot.key == "body") == 1

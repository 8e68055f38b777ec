from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.translate.sentences import cut, sentences

TEXT = "Bakan Dr. Ali Kaya geldi. 3. kez konuştu. “Barış istiyoruz.” dedi! Sonra gitti; dönmedi."


def test_a_text_that_fits_stays_whole() -> None:
    assert cut(TEXT, lambda text: len(text) <= 200) == (TEXT,)


def test_it_is_cut_between_sentences() -> None:
    assert cut(TEXT, lambda text: len(text) <= 45) == (
        "Bakan Dr. Ali Kaya geldi. 3. kez konuştu. ",
        "“Barış istiyoruz.” dedi! ",
        "Sonra gitti; dönmedi.",
    )


def test_abbreviations_ordinals_and_initials_end_no_sentence() -> None:
    assert sentences("Prof. A. Kaya 5. oldu. Sonra gitti.") == (
        "Prof. A. Kaya 5. oldu. ",
        "Sonra gitti.",
    )


def test_a_long_sentence_is_cut_at_clauses_then_words_then_letters() -> None:
    assert cut("geldi; gitti; döndü", lambda text: len(text) <= 7) == (
        "geldi; ",
        "gitti; ",
        "döndü",
    )
    assert cut("geldi gitti", lambda text: len(text) <= 6) == ("geldi ", "gitti")
    assert cut("uzunkelime", lambda text: len(text) <= 4) == ("uzun", "keli", "me")


def test_what_must_stay_whole_is_not_cut() -> None:
    text = "Önce geldi. [Sonra. Gitti.] Ve döndü."
    start = text.index("[")
    pieces = cut(text, lambda piece: len(piece) <= 16, ((start, text.index("]") + 1),))
    assert "[Sonra. Gitti.] " in pieces


@given(st.text(alphabet="aş. !?;,\n“”", max_size=400), st.integers(1, 60))
def test_the_pieces_fit_and_are_the_text(text: str, letters: int) -> None:
    pieces = cut(text, lambda piece: len(piece) <= letters)
    assert "".join(pieces) == text
    assert all(len(piece.strip()) <= letters for piece in pieces)


@given(st.text(alphabet="aB. !?", max_size=200))
def test_the_sentences_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text

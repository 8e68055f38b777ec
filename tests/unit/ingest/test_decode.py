"""Bytes to lines: every encoding that dumps come in, and what is said of guesses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import IngestError
from digest.ingest.decode import decode

TEXT = "Iğdır’da ışık: “Şişli”…\nİkinci satır"
LINES = tuple(TEXT.split("\n"))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1254"), "cp1254"),
    ],
)
def test_text_is_read_whatever_its_encoding(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.lines, found.encoding) == (LINES, encoding)


@pytest.mark.parametrize(
    "declared",
    [
        "iso-8859-9",
        "ISO-8859-1",
        "windows-1254",
        "windows-1252",
        "us-ascii",
        "utf-8",
        "latin5",
        "x-no",
        "rot13",
        "hex",
        "zlib",
        "",
    ],
)
def test_a_declared_latin_charset_is_read_as_windows_turkish(declared: str) -> None:
    found = decode(TEXT.encode("cp1254"), declared)
    assert (found.lines, found.encoding) == (LINES, "cp1254")


def test_another_declared_charset_is_heeded_where_the_bytes_are_not_utf_8() -> None:
    assert decode("Привет, мир".encode("koi8-r"), "koi8-r").lines == ("Привет, мир",)
    assert decode("Привет, мир".encode(), "koi8-r").lines == ("Привет, мир",)


def test_legacy_bytes_that_are_valid_utf_8_stay_utf_8() -> None:
    data = "Ä±".encode("cp1254")
    assert decode(data).lines == ("ı",)


def test_a_last_character_that_is_cut_off_is_left_out_and_said() -> None:
    found = decode("Değişen ağaç".encode()[:-1])
    assert (found.lines, found.encoding) == (("Değişen ağa",), "utf-8")
    assert found.notes == ("The last character is cut off and was left out.",)
    found = decode(b"\xff\xfe" + "ağaç".encode("utf-16-le")[:-1])
    assert found.lines == ("ağa",)


def test_windows_turkish_that_ends_in_a_lead_byte_is_no_cut_off_utf_8() -> None:
    assert decode("ince agac kireç".encode("cp1254")).lines == ("ince agac kireç",)


def test_lines_of_two_encodings_in_one_dump_are_each_read_rightly() -> None:
    found = decode("Ağrı’da kış\n".encode() + "Şırnak’ta güz".encode("cp1254"))
    assert (found.lines, found.encoding) == (("Ağrı’da kış", "Şırnak’ta güz"), "utf-8")
    assert found.notes


def test_a_single_broken_byte_among_much_utf_8_is_shown_as_such() -> None:
    data = "İğdeli bağda ışıklı öğle".encode()
    assert decode(data[:8] + b"\xff" + data[8:]).lines[0].count("\ufffd") == 1


def test_line_breaks_of_all_kinds_are_breaks_and_next_line_is_none() -> None:
    assert decode("a\nb\r\nc\rd\u2028e\u2029f\n".encode()).lines == ("a", "b", "c", "d", "e", "f")
    assert decode("a\u0085b\x0bc".encode()).lines == ("a b\x0bc",)


def test_nul_and_other_controls_vanish() -> None:
    found = decode(b"Bir\x00i \x07ki")
    assert found.lines == ("Biri  ki",)
    assert found.notes == ("NUL characters were left out.",)


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 10, b"\x81\xfe\x8e\xfe" * 20, b"\x89PNG\r\n\x1a\n" + bytes(range(40)) * 9],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError, match="no text"):
        decode(data)


def test_an_empty_dump_has_no_lines() -> None:
    assert decode(b"").lines == ()
    assert decode(b"\n").lines == ("",)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except IngestError:
        return
    assert not any(set(line) & set("\n\r\0") for line in found.lines)


@given(
    st.text(st.characters(codec="cp1254", exclude_characters="\r\n", min_codepoint=32), min_size=1)
)
def test_windows_turkish_comes_back_unless_it_is_utf_8_too(text: str) -> None:
    data = text.encode("cp1254")
    try:
        expected = data.decode()
    except UnicodeDecodeError:
        found = decode(data)
        if found.encoding == "cp1254":
            assert found.lines == (text.replace("\x7f", " "),)
    else:
        assert decode(data).lines == (re.sub("[\x7f-\x9f]", " ", expected),)


def test_utf_32_is_known_by_its_mark_in_either_order() -> None:
    found = decode(b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"))
    assert (found.lines, found.encoding) == (LINES, "utf-32-be")


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_nuls_of_another_kind_than_those_of_utf_16_are_left_out(encoding: str) -> None:
    found = decode(("Liman bugun acildi" * 9).encode(encoding))
    assert (found.lines, found.encoding) == (("Liman bugun acildi" * 9,), "utf-8")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_what_was_guessed_is_said(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).notes == (f"Read as {encoding}, by its NUL bytes.",)
    assert decode(TEXT.encode("cp1254")).notes == ("Read as cp1254: it is not UTF-8.",)


def test_a_line_with_more_whole_characters_than_broken_ones_is_utf_8_with_broken_ones() -> None:
    above = "Ağrı’da kış, Iğdır’da güz\n".encode()
    found = decode(above + "ağaç".encode() + b" \xfe")
    assert found.lines[1] == "ağaç \ufffd"
    assert found.notes == (
        "Lines that are not UTF-8 were read as cp1254, single broken bytes are shown as \ufffd.",
    )
    assert decode(above + "ağac".encode() + b" \xfe").lines[1] == "aÄŸac ş"


def test_a_marked_text_with_a_broken_character_in_its_middle_is_read_with_a_sign_in_its_place() -> None:  # fmt: skip
    found = decode(b"\xef\xbb\xbfLi\xffman geldi ve gitti")
    assert (found.lines, found.encoding) == (("Li\ufffdman geldi ve gitti",), "utf-8")
    assert found.notes == ("Characters that cannot be read are shown as \ufffd.",)


def test_few_control_characters_or_few_for_its_length_make_no_binary() -> None:
    assert decode(b"\x01" * 20 + b"Liman").lines == (" " * 20 + "Liman",)
    assert decode(b"\x01" * 21 + b"Liman " * 67).lines[0].endswith("Liman ")
    assert decode(b"\x01" * 21 + b"Liman " * 66 + b"var").lines[0].endswith("Liman var")
    with pytest.raises(IngestError, match="no text") as error:
        decode(b"\x01" * 21 + b"Liman " * 60)
    assert error.value.message == "this is no text."
    assert error.value.hint == "Save it as text (UTF-8), or take it out of content/raw/."


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_a_marked_text_that_ends_within_a_character_says_so(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    found = decode(mark + "ağaç".encode(encoding) + b"\x01")
    assert (found.lines, found.encoding) == (("ağaç",), encoding)
    assert found.notes == ("The last character is cut off and was left out.",)


def test_half_a_pair_in_the_middle_of_utf_16_is_a_character_that_cannot_be_read() -> None:
    found = decode(b"\xff\xfe" + b"\x00\xdc" + "Liman açıldı".encode("utf-16-le"))
    assert found.lines == ("\ufffdLiman açıldı",)
    assert found.notes == ("Characters that cannot be read are shown as \ufffd.",)


def test_a_marked_utf_8_that_is_cut_off_shows_where() -> None:
    assert decode(b"\xef\xbb\xbf" + "ağaç".encode()[:-1]).lines == ("ağa\ufffd",)


def test_eight_bytes_of_utf_16_are_enough_to_know_it() -> None:
    assert decode("göl.".encode("utf-16-le")).encoding == "utf-16-le"
    assert decode(b"a\0b\0c\0").encoding == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "end"),
    [("utf-16-le", b"\x3d"), ("utf-16-le", b"\x3d\xd8"), ("utf-16-le", b"\x3d\xd8\x00"), ("utf-32-le", b"\x00\x00\x00"), ("utf-32-be", b"\x00")],
)  # fmt: skip
def test_up_to_three_bytes_of_a_character_are_one_that_is_cut_off(
    encoding: str, end: bytes
) -> None:
    found = decode("\ufeffağaç".encode(encoding) + end)
    assert (found.lines, found.encoding) == (("ağaç",), encoding)
    assert found.notes == ("The last character is cut off and was left out.",)


def test_a_last_character_that_is_whole_but_none_is_shown() -> None:
    found = decode("\ufeffağaç".encode("utf-32-le") + b"\xff\xff\xff\xff")
    assert found.notes == ("Characters that cannot be read are shown as \ufffd.",)
    assert found.lines == ("ağaç\ufffd",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_half_of_letters_that_ascii_has_not_is_utf_16_too(encoding: str) -> None:
    found = decode("ışık ağır açık ışık".encode(encoding))
    assert (found.lines, found.encoding) == (("ışık ağır açık ışık",), encoding)


def test_as_many_broken_characters_as_whole_ones_are_windows_turkish() -> None:
    found = decode(b"a\xc4\xb1b \xfe")
    assert (found.lines, found.encoding) == (("aÄ±b ş",), "cp1254")


@pytest.mark.parametrize("data", [b"\xfe\xfe\x81 ses", "Ağrı’da kış\n".encode() + b"\xfe\x81 ses"])
def test_bytes_that_are_no_letter_of_windows_turkish_are_shown_as_such(data: bytes) -> None:
    assert decode(data).lines[-1].endswith("ş\ufffd ses")

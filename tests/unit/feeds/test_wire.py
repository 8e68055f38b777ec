from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.audit.feedtexts import rfc822_fault, uri_fault
from digest.feeds import wire

ISTANBUL = ZoneInfo("Europe/Istanbul")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("https://örnek.example/ığdır?q=ş#ç", "https://xn--rnek-4qa.example/%C4%B1%C4%9Fd%C4%B1r?q=%C5%9F#%C3%A7"),
        ("https://a.example/a b|c[d]", "https://a.example/a%20b%7Cc%5Bd%5D"),
        ("https://a.example/%41%zz", "https://a.example/%41%25zz"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://[bad/", "http://%5Bbad/"),
    ],
)  # fmt: skip
def test_addresses_become_ascii(address: str, expected: str) -> None:
    assert wire.uri(address) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("tr/x/", "https://a.example/n/tr/x/"),
        ("../x/", "https://a.example/x/"),
        ("/x", "https://a.example/x"),
        ("?q", "https://a.example/n/?q"),
        ("//b.example/", "https://b.example/"),
        ("https://b.example/", "https://b.example/"),
        ("ş/", "https://a.example/n/%C5%9F/"),
    ],
)
def test_relative_addresses_start_from_the_base(address: str, expected: str) -> None:
    assert wire.uri(address, "https://a.example/n/") == expected


@given(st.text(max_size=40))
def test_any_address_becomes_one_that_validators_take(text: str) -> None:
    assert uri_fault(wire.uri(f"https://a.example/{text}")) == ""


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2025-07-22", "Tue, 22 Jul 2025 00:00:00 +0300"),
        ("2020-10-14T09:05:07+03:00", "Wed, 14 Oct 2020 09:05:07 +0300"),
        ("2024-02-29T23:59:00-04:30", "Thu, 29 Feb 2024 23:59:00 -0430"),
        ("2025-01-01T00:15:00+05:45", "Tue, 31 Dec 2024 18:30:00 +0000"),
        ("2025-07-22T11:47", "Tue, 22 Jul 2025 11:47:00 +0300"),
    ],
)
def test_dates_have_the_right_weekday_and_offset(when: str, expected: str) -> None:
    assert wire.rfc822(wire.moment(when, ISTANBUL)) == expected


@given(st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)))  # noqa: DTZ001  given a zone below
def test_every_date_is_one_by_rfc_822(naive: datetime) -> None:
    point = naive.replace(microsecond=0, tzinfo=UTC)
    text = wire.rfc822(point)
    assert rfc822_fault(text) == ""
    assert parsedate_to_datetime(text) == point


def test_times_of_json_feed_bear_their_offset() -> None:
    assert wire.rfc3339(wire.moment("2025-07-22", ISTANBUL)) == "2025-07-22T00:00:00+03:00"


def test_nothing_ends_a_cdata_section() -> None:
    assert wire.cdata("a]]>b]]]]>c") == "<![CDATA[a]]]]><![CDATA[>b]]]]]]><![CDATA[>c]]>"


def test_references_to_impossible_characters_go() -> None:
    markup = "<p>&#0;&#x1F;&#55296;&#1114112;&#x130;&amp;</p>"
    assert wire.absolute(markup, "https://a/", "https://a/") == "<p>&#x130;&amp;</p>"


def test_what_stands_in_a_description_is_escaped_no_more_than_it_must_be() -> None:
    text = 'A & B, AT&T, 5 < 7 > 3, "x"'
    assert wire.sparing_html(text) == 'A & B, AT&amp;T, 5 &lt; 7 > 3, "x"'


@given(
    st.text(
        alphabet=st.characters() | st.sampled_from("\x00\x7f\x85\x9f\ufdd0\ufffd\ufffe\n\u2028")
    )
)
def test_no_text_keeps_a_character_that_is_unwanted(text: str) -> None:
    cleaned = wire.clean(text)
    assert not wire._UNWANTED.search(cleaned)
    assert wire.clean(cleaned) == cleaned
    assert len(cleaned) <= len(text)

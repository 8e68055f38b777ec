from __future__ import annotations

import pytest

from tests.unit.translate.test_figures import amiss


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("12 yıl 6 ay", "twelve and a half years"),
        ("15 yıldan 22 yıl 6 aya", "from 15 to 22.5 years"),
        ("3 saat 30 dakika", "three and a half hours"),
        ("bir saat on beş dakika", "an hour and a quarter"),
        ("18 aylık", "a year and a half old"),
        ("üç aylık kâr", "quarterly profit"),
        ("iki hafta", "fourteen days"),
        ("14 gün", "a fortnight"),
        ("48 saat", "two days"),
        ("çeyrek asırlık", "25-year-old"),
        ("30 yıl", "three decades"),
        ("26 bin 5 lira 50 kuruş", "26,005.50 lira"),
        ("2 ton 300 kilo", "2.3 tonnes"),
        ("4 yıl 2 ay ve 20 bin lira", "four years and two months and 20,000 lira"),
        ("24 saat", "24 hours a day"),
        ("yıllık 9 milyon euro", "€9 million a year"),
        ("5.412 lira, çeyrek altın 8.930 lira", "5,412 lira and a quarter coin 8,930 lira"),
    ],
)
def test_a_span_or_sum_may_be_said_in_other_units(question: str, answer: str) -> None:
    assert amiss(question, answer) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("12 yıl 6 ay", "12 years and 9 months"),
        ("üç yıl", "three months"),
        ("20 dakika", "20 hours"),
        ("48 saat", "three days"),
        ("üç aylık kâr", "annual profit"),
        ("3 lira 20 kuruş", "3.02 lira"),
        ("1 dolar", "the dollar"),
    ],
)
def test_a_span_or_sum_must_be_the_same(question: str, answer: str) -> None:
    assert amiss(question, answer) != []


@pytest.mark.parametrize(
    ("question", "answer", "fine"),
    [
        ("20 lira", "20 dollars", False),
        ("20 avro", "€20", True),
        ("20 lira", "TL 20", True),
        ("Lübnan'da 20 lira", "20 pounds in Lebanon", True),
        ("20 kilometre", "20 metres", False),
        ("20 metrekare", "20 square metres", True),
        ("Dolar 40 lira oldu", "The dollar reached 40 lira", True),
    ],
)
def test_units_stay_what_they_are(question: str, answer: str, fine: bool) -> None:
    assert (amiss(question, answer) == []) is fine


def test_what_falls_does_not_rise() -> None:
    question = "yüzde 50'den yüzde 47,5'e"
    assert amiss(question, "from 50% to 47.5%") == []
    assert amiss(question, "to 47.5% from 50%") == []
    assert amiss(question, "from 47.5% to 50%") != []

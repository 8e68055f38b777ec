"""Rules by which lines are no part of an article."""

from __future__ import annotations

import pytest

from digest import config, turkish
from digest.ingest import rules
from digest.ingest.rules import Match

SHIPPED = rules.load()


def find(line: str, known: rules.Rules = SHIPPED) -> Match | None:
    return known.find(turkish.fold(line))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Paylaş", "share-widget"),
        ("PAYLAŞ", "share-widget"),
        ("• Paylaş »", "share-widget"),
        ("Facebook'ta paylaş", "share-widget"),
        ("• Facebook’ta paylaş ve gönder", "share-widget"),
        ("3 dk okuma", "reading-time"),
        ("Ekonomi › Liman", "breadcrumb"),
        ("Bu sitenin tüm hakları saklıdır.", "copyright"),
        ("*Bu haber İngilizceden çevrildi", "translation-note"),
        ("Spor › AB", "breadcrumb"),
        ("İlgili Haberler (3)", "related-news"),
        ("İlgili Haberler [3]", "related-news"),
        ("Yorumlar (1.204)", "comments"),
        ("3. Paylaş", "share-widget"),
        ("2) Paylaş", "share-widget"),
        ("14:35", "schedule"),
        ("9.05", "schedule"),
        ("Dolar 34,12", "market-ticker"),
        ("BIST 100: 10.250", "market-ticker"),
        ("İstanbul 21°C", "weather"),
        ("www.ornek.example/liman", "web-address"),
        ("ornek.com.tr", "web-address"),
        ("liman.jpg", "picture-file"),
        ("![](liman)", "picture-file"),
        ("3 saat önce", "relative-time"),
        ("birkaç gün önce güncellendi", "relative-time"),
        ("1.204", "counter"),
        ("12 bn", "counter"),
    ],
)
def test_a_line_goes_by_a_rule(line: str, name: str) -> None:
    found = find(line)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Kuzey limanında grev başladı",
        "Liman 14:35'te kapandı",
        "Dolar 34,12 lirayla güne başladı ve yükseldi",
        "Gemiler birkaç gün önce limandan ayrıldı",
        "Toplantıda 'paylaş' düğmesi konuşuldu",
        "12 işçi",
        "Spor › A",
        " › ",
    ],
)
def test_news_goes_by_no_rule(line: str) -> None:
    assert find(line) is None


@pytest.mark.parametrize(
    ("line", "anywhere", "opens"),
    [
        ("Abone ol", True, False),
        ("Paylaş", False, False),
        ("İlgili Haberler", True, True),
        ("İlgili haber: Liman açıldı", True, False),
        ("En çok okunanlar", False, True),
        ("14:35", False, False),
        ("liman.jpg", True, False),
    ],
)
def test_a_rule_says_where_it_holds_and_whether_headlines_follow(
    line: str, anywhere: bool, opens: bool
) -> None:
    found = find(line)
    assert found is not None
    assert (found.anywhere, found.opens) == (anywhere, opens)


@pytest.mark.parametrize(("length", "known"), [(500, True), (501, False)])
def test_no_rule_knows_a_line_of_more_than_500_characters(length: int, known: bool) -> None:
    assert (SHIPPED.find("copyright".ljust(length, "x")) is not None) is known


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("1" * 120, True),
        ("1" * 121, False),
        *(
            (f"{start}{'a' * 200}", True)
            for start in ("http://a.", "https://a.", "www.", "<image>")
        ),
        (f"![]({'a' * 200})", True),
        (f"{'a' * 200}.jpg", False),
    ],
)
def test_a_long_line_has_a_shape_where_it_is_an_address_or_a_picture(
    line: str, known: bool
) -> None:
    assert (SHIPPED.find(line) is not None) is known


OWN = rules.load(
    (
        config.Rule(
            "own",
            lines=("Örnek Haber'e hoş geldiniz", "Devamı var…", "Paylaş"),
            starts=("Copyright",),
        ),
        config.Rule("call", starts=("Örnek hattı ", " bizi")),
    )
)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ÖRNEK HABER’E HOŞ GELDİNİZ", Match("own", anywhere=True)),
        ("Paylaş", Match("own", anywhere=True)),
        ("Devamı var…", Match("own", anywhere=True)),
        ("Copyright 2025", Match("own", anywhere=True)),
        ("Örnek hattı 444", Match("call", anywhere=True)),
        ("Örnek hattında arıza", None),
        ("bizi arayın", None),
        ("Facebook", Match("share-widget", anywhere=False)),
        ("3 dk okuma", Match("reading-time", anywhere=True)),
        ("Bu sitenin tüm hakları saklıdır.", Match("copyright", anywhere=False)),
    ],
)
def test_the_rules_of_a_site_come_before_the_shipped_ones(line: str, rule: Match | None) -> None:
    assert find(line, OWN) == rule


def test_the_rules_of_a_site_are_not_anothers() -> None:
    assert find("Örnek Haber'e hoş geldiniz") is None


def test_names_of_a_data_file_are_folded_and_remarks_left_out() -> None:
    places = rules.names("places.txt")
    assert {"istanbul", "mersin"} <= places
    assert not any(not name or name.startswith("#") or "," in name for name in places)

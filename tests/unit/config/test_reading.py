"""config.yaml: every mistake at once, with its line and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config import PAGE_KINDS, Config
from digest.config.reading import load, parse
from digest.model import Problem

ROOT = Path("/site")


def read(text: str) -> Config:
    config, problems = parse(text, ROOT)
    assert config is not None, problems
    return config


def mistakes(text: str) -> list[Problem]:
    config, problems = parse(text, ROOT)
    assert config is None
    return list(problems)


def test_an_empty_file_gives_a_turkish_and_english_site_that_translates_nothing() -> None:
    config = read("")
    assert config.languages == ("tr", "en")
    assert config.timezone == "Europe/Istanbul"
    assert not config.translation.enabled
    assert config.pages == frozenset(PAGE_KINDS)
    assert config.feed_items == 50
    assert config.url == ""


def test_one_title_serves_every_language_and_a_map_names_each() -> None:
    assert read("site: {title: Haber}").title("en") == "Haber"
    both = read("site: {title: {tr: Haber, en: News}}")
    assert (both.title("tr"), both.title("en")) == ("Haber", "News")


def test_a_topic_gets_its_addresses_from_its_names() -> None:
    topic = read("topics: [{key: a, name: {tr: Iğdır Işığı, en: Light}, words: [ışık]}]").topics[0]
    assert topic.slug("tr") == "igdir-isigi"
    assert topic.slug("en") == "light"
    assert topic.words == ("ışık",)


def test_an_address_always_ends_in_a_slash() -> None:
    assert read("site: {url: 'https://example.org/news'}").url == "https://example.org/news/"


def test_engines_keep_the_order_of_the_translation_settings() -> None:
    text = """
translation: {enabled: true, engines: [libretranslate, google]}
engines:
  google: {rps: 2}
  libretranslate: {url: http://localhost:5000/, timeout: 3, concurrency: 2}
"""
    engines = read(text).engines
    assert [engine.name for engine in engines] == ["libretranslate", "google"]
    assert engines[0].url == "http://localhost:5000/"
    assert engines[0].timeout == 3
    assert engines[1].rps == 2


def test_a_server_of_one_s_own_is_asked_as_fast_as_it_answers() -> None:
    text = """
translation: {engines: [google, libretranslate, mymemory, deepl]}
engines:
  libretranslate: {url: http://localhost:5000/}
  mymemory: {url: https://api.mymemory.translated.net/get}
  deepl: {url: http://127.0.0.1:9/, rps: 3}
"""
    assert [engine.rps for engine in read(text).engines] == [5, 1000, 5, 3]


def test_the_key_no_is_norwegian_and_not_false() -> None:
    assert read("languages: [tr, no]").languages == ("tr", "no")


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("site:\n  titel: x\n", 2, 'site.titel is no setting. Did you mean "title"?'),
        ("site:\n  url: ''\n  t[itle: x\n", 3, 'site.t[itle is no setting. Did you mean "title"?'),
        ("site:\n  url: ''\n  'title[²]': x\n", 3, "site.title[²] is no setting."),
        ("langauges: [tr]\n", 1, 'langauges is no setting. Did you mean "languages"?'),
        ("site:\n  url: example.org\n", 2, 'site.url is "example.org"'),
        ("site:\n  url: https://x.org/?a=1\n", 2, "site.url is"),
        ("site:\n  timezone: Istanbul\n", 2, 'site.timezone is "Istanbul"'),
        ("site:\n  timezone: ../etc/passwd\n", 2, "site.timezone"),
        ("site: 3\n", 1, "site is a number, not a group of settings."),
        ("languages: [tr, tr]\n", 1, "languages needs"),
        ("languages: [Türkçe]\n", 1, 'languages has "Türkçe"'),
        ("build:\n  pages: [edition, editions]\n", 2, 'build.pages has "editions"'),
        ("feeds:\n  items: many\n", 2, 'feeds.items is "many", not a number.'),
        ("feeds:\n  items: 0\n", 2, "Write a number from 1 to 1000."),
        ("feeds:\n  items: 2.5\n", 2, "not a whole number"),
        ("translation:\n  enabled: yes\n", 2, 'translation.enabled is "yes". Write true or false.'),
        ("translation:\n  engines: [bing]\n", 2, 'translation.engines has "bing"'),
        (
            "translation:\n  glossary: ../secret\n",
            2,
            "Write the name of a file in the site's folder.",
        ),
        ("engines:\n  gogle: {}\n", 2, 'Did you mean "google"?'),
        ("engines:\n  google:\n    url: file:///etc/passwd\n", 3, "engines.google.url"),
        ("engines:\n  google:\n    timeout: -1\n", 3, "engines.google.timeout is -1."),
        ("import:\n  rules:\n    - name: x\n", 3, "needs a name, and lines or starts"),
        ("check:\n  silence:\n    - code: x\n", 3, "needs a code and a reason."),
        ("topics:\n  - key: Büyük\n    name: x\n", 2, 'is "Büyük"'),
        ("site:\n  title: {tr: Haber}\n", 2, 'has no text for "en"'),
        ("site: {title: [a]}\n", 1, "site.title is a list, not a text."),
        ("a: [\n", 2, "no valid YAML"),
        ("site: {}\nsite: {}\n", 2, '"site" is given twice'),
        ("- a\n", 1, "is a list, not a group of settings."),
        ("site: &a {}\nfeeds: *a\n", 2, "aliases"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, part: str) -> None:
    found = mistakes(text)
    assert any(part in str(problem) and problem.line == line for problem in found), found
    assert all(problem.path == "config.yaml" for problem in found)


def test_two_topics_with_one_address_are_a_mistake_that_names_both() -> None:
    text = """
topics:
  - key: a
    name: {tr: İstanbul, en: Istanbul}
  - key: b
    name: {tr: Istanbul, en: Constantinople}
"""
    (problem,) = mistakes(text)
    assert problem.line == 5
    assert 'topics[2] has the address "istanbul" of topics[1] in "tr".' in problem.message


def test_all_mistakes_are_reported_together() -> None:
    text = "site: {url: x, timezone: y}\nlanguages: [1x]\nfeeds: {items: -3}\nnew: 1\n"
    assert len(mistakes(text)) == 5


def test_a_folder_without_settings_is_no_site_and_says_how_to_start_one(tmp_path: Path) -> None:
    config, (problem,) = load(tmp_path)
    assert config is None
    assert "digest init" in problem.hint


def test_settings_that_are_not_utf8_name_the_line(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_bytes("site:\n  title: Haber \u015e\n".encode("cp1254"))
    config, (problem,) = load(tmp_path)
    assert config is None
    assert (problem.line, problem.path) == (2, "config.yaml")

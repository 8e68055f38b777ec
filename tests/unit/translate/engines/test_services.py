from __future__ import annotations

import importlib

import pytest
from deep_translator import constants

from digest.config import Engine
from digest.translate.engines import services
from digest.translate.engines.failure import Failure
from digest.translate.engines.limits import limits
from digest.translate.engines.services import Client, address, code

CODES = {
    "google": constants.GOOGLE_LANGUAGES_TO_CODES,
    "libretranslate": constants.LIBRE_LANGUAGES_TO_CODES,
    "mymemory": constants.MY_MEMORY_LANGUAGES_TO_CODES,
    "deepl": constants.DEEPL_LANGUAGE_TO_CODE,
}


@pytest.mark.parametrize(
    ("service", "language", "expected"),
    [
        ("google", "tr", "tr"), ("google", "TR", "tr"), ("google", "he", "iw"),
        ("google", "zh", "zh-CN"), ("google", "zh-tw", "zh-TW"), ("google", "xx", "xx"),
        ("mymemory", "tr", "tr-TR"), ("mymemory", "en", "en-GB"), ("mymemory", "de", "de-DE"),
        ("mymemory", "ar", "ar-SA"), ("mymemory", "fa", "fa-IR"), ("mymemory", "pt-BR", "pt-BR"),
        ("mymemory", "nb", "nb-NO"), ("libretranslate", "en", "en"), ("libretranslate", "nl", "nl"),
        ("deepl", "en", "en"), ("deepl", "ar", "ar"),
    ],
)  # fmt: skip
def test_each_service_has_its_own_codes(service: str, language: str, expected: str) -> None:
    assert code(service, language, CODES[service]) == expected


def test_a_language_that_mymemory_does_not_have_closes_it() -> None:
    with pytest.raises(Failure) as found:
        code("mymemory", "xx", CODES["mymemory"])
    assert found.value.kind == "closed"


@pytest.mark.parametrize(
    ("url", "path", "expected"),
    [
        ("http://h:1", "/m", "http://h:1/m"),
        ("http://h:1/", "/m", "http://h:1/m"),
        ("http://h:1/proxy", "/m", "http://h:1/proxy"),
        ("http://h:1", "/", "http://h:1/"),
        ("http://h:1/lt", "/", "http://h:1/lt/"),
        ("http://h:1/translate", "/", "http://h:1/"),
        ("http://h:1/", "/v2/", "http://h:1/v2/"),
        ("http://h:1/v2", "/v2/", "http://h:1/v2/"),
        ("http://h:1/v2/translate", "/v2/", "http://h:1/v2/"),
    ],
)
def test_an_address_is_put_in_the_form_that_deep_translator_wants(
    url: str, path: str, expected: str
) -> None:
    assert address(url, path) == expected


def test_deepl_without_a_key_says_so() -> None:
    with pytest.raises(Failure, match="DIGEST_DEEPL_KEY"):
        Client(Engine("deepl"), "tr", "en", "")


@pytest.mark.parametrize("service", list(CODES))
def test_the_library_s_own_module_is_left_as_it_is(service: str) -> None:
    import requests

    module = importlib.import_module(f"deep_translator.{services._MODULES[service][0]}")
    Client(Engine(service, url="http://127.0.0.1:1"), "tr", "en", "key")
    assert module.requests is requests


@pytest.mark.parametrize(
    ("service", "host"),
    [
        ("google", "https://translate.google.com/m"),
        ("libretranslate", "https://libretranslate.com/"),
        ("mymemory", "http://api.mymemory.translated.net/get"),
        ("deepl", "https://api.deepl.com/v2/"),
    ],
)
def test_without_a_url_the_service_s_own_address_is_used(service: str, host: str) -> None:
    client = Client(Engine(service), "tr", "en", "key")
    assert client._ask.__self__._base_url == host


def test_a_free_deepl_key_goes_to_the_free_address() -> None:
    client = Client(Engine("deepl"), "tr", "en", "key:fx")
    assert client._ask.__self__._base_url == "https://api-free.deepl.com/v2/"


def test_whatever_the_library_raises_becomes_a_failure_without_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = Client(Engine("libretranslate", url="http://127.0.0.1:1"), "tr", "en", "the-key")

    def leak(text: str) -> str:
        raise KeyError(f"{text} the-key")

    monkeypatch.setattr(client, "_ask", leak)
    with pytest.raises(Failure) as found:
        client.translate("a secret text", lambda: None)
    assert found.value.reason == "its reply cannot be read (KeyError)"
    assert found.value.__cause__ is None
    assert found.value.__suppress_context__


@pytest.mark.parametrize("answer", [None, 5, ["a"]])
def test_what_is_no_text_becomes_a_failure(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    client = Client(Engine("google", url="http://127.0.0.1:1"), "tr", "en", "")
    monkeypatch.setattr(client, "_ask", lambda text: answer)
    with pytest.raises(Failure, match="no text"):
        client.translate("bir", lambda: None)


@pytest.mark.parametrize(
    ("service", "text", "fits"),
    [
        ("google", "a" * 4999, True), ("google", "a" * 5000, False), ("google", "ş" * 2300, True),
        ("google", "ş" * 2400, False), ("mymemory", "a" * 499, True),
        ("mymemory", "a" * 500, False),
        ("mymemory", "ş" * 249, True), ("mymemory", "ş" * 250, False),
        ("libretranslate", "ş" * 700, False), ("deepl", "a" * 4999, True),
    ],
)  # fmt: skip
def test_each_service_has_its_limits_in_letters_and_in_bytes(
    service: str, text: str, fits: bool
) -> None:
    assert limits(Engine(service)).fits(text) is fits


def test_a_stricter_limit_of_config_yaml_counts() -> None:
    assert not limits(Engine("google", max_chars=100)).fits("a" * 101)
    assert not limits(Engine("mymemory", max_chars=10_000)).fits("a" * 600)

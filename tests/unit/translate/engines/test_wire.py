from __future__ import annotations

import json
import time
from email.utils import formatdate

import pytest

from digest.translate.engines.failure import Failure
from digest.translate.engines.replies import inspector
from digest.translate.engines.wire import Reply, raise_for, retry_after


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, "closed"), (302, "closed"), (400, "long"), (401, "closed"), (403, "closed"),
        (404, "closed"), (408, "silent"), (413, "long"), (414, "long"), (418, "refused"),
        (429, "busy"), (456, "closed"), (500, "down"), (502, "down"), (503, "down"), (599, "down"),
    ],
)  # fmt: skip
def test_each_status_says_what_to_do_next(status: int, kind: str) -> None:
    with pytest.raises(Failure) as found:
        raise_for(status, {})
    assert found.value.kind == kind
    assert str(status) in found.value.reason


@pytest.mark.parametrize("status", [200, 201, 204])
def test_success_raises_nothing(status: int) -> None:
    raise_for(status, {})


def test_a_busy_server_that_names_a_time_is_waited_for() -> None:
    with pytest.raises(Failure) as found:
        raise_for(503, {"Retry-After": "7"})
    assert (found.value.kind, found.value.wait) == ("busy", 7.0)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 120 ", 120.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٧", None),
        ("1.5", None),
    ],
)
def test_retry_after_in_seconds(value: str, seconds: float | None) -> None:
    assert retry_after(value, 0.0) == seconds


def test_retry_after_as_a_date() -> None:
    now = time.time()
    assert retry_after(formatdate(now + 90, usegmt=True), now) == pytest.approx(90, abs=1.1)
    assert retry_after(formatdate(now - 90, usegmt=True), now) == 0.0


def test_a_redirect_names_the_host_and_nothing_that_was_sent() -> None:
    with pytest.raises(Failure) as found:
        raise_for(302, {"Location": "https://consent.google.com/ml?continue=secret-text"})
    assert "consent.google.com" in found.value.reason
    assert "secret" not in found.value.reason


def mymemory(text: object, status: object = 200, **rest: object) -> str:
    return json.dumps({"responseData": {"translatedText": text}, "responseStatus": status, **rest})


def google(text: str) -> str:
    return inspector("google")(Reply(200, text)).text


def page(result: str, kind: str = "result-container") -> str:
    return (
        f'<html><body><div class="header">x</div><div class="{kind}">{result}</div></body></html>'
    )


@pytest.mark.parametrize("kind", ["result-container", "t0", "a result-container b"])
def test_google_s_result_is_found(kind: str) -> None:
    assert ">It is over<" in google(page("It is over", kind))
    assert ">It is over<" in google(page("It is over", kind).replace('"', "'"))


def test_google_s_result_is_found_without_quotes_as_well() -> None:
    assert ">It is over<" in google("<div dir=ltr class=t0>It is over</div>")


@pytest.mark.parametrize(
    ("result", "text"),
    [
        ("Line one<br>Line two", "Line one\nLine two"),
        ("Line one<br/>Line two", "Line one\nLine two"),
        ("one <b>two</b> three", "one two three"),
        ("a &amp; b &lt;i&gt;", "a &amp; b &lt;i&gt;"),
    ],
)
def test_google_s_markup_loses_no_space_or_line(result: str, text: str) -> None:
    assert f">{text}<" in google(page(result))


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("<html><body>nothing</body></html>", "down"),
        ('<div class="result-container">half a tex', "down"),
        (page("text <script>alert(1)</script>"), "refused"),
        (page("Error 500 (Server Error)!!1500.That’s an error."), "down"),
        ("<title>Before you continue to Google</title>", "closed"),
        ("Our systems have detected unusual traffic from your computer network", "closed"),
        ("", "down"),
    ],
)
def test_google_s_other_pages_are_failures(reply: str, kind: str) -> None:
    with pytest.raises(Failure) as found:
        google(reply)
    assert found.value.kind == kind


@pytest.mark.parametrize(
    ("service", "reply", "kind"),
    [
        ("libretranslate", "nonsense", "down"),
        ("libretranslate", "[]", "down"),
        ("libretranslate", "{}", "down"),
        ("libretranslate", '{"translatedText": null}', "refused"),
        ("libretranslate", '{"translatedText": ["a"]}', "refused"),
        ("libretranslate", '{"translatedText": " "}', "refused"),
        ("libretranslate", '{"error": "Slowdown: 5 per 1 minute"}', "closed"),
        ("libretranslate", '{"error": "something"}', "down"),
        ("libretranslate", '{"translatedText": "cut o', "down"),
        ("libretranslate", "[" * 100_000, "down"),
        ("deepl", '{"translations": []}', "down"),
        ("deepl", '{"translations": [{"text": null}]}', "refused"),
        ("deepl", '{"message": "no"}', "down"),
        ("mymemory", mymemory("", 200), "refused"),
        ("mymemory", '{"responseData": null, "responseStatus": 200}', "down"),
        ("mymemory", mymemory("INVALID LANGUAGE PAIR", "403"), "down"),
        ("mymemory", mymemory("x", "403"), "closed"),
        ("mymemory", mymemory("x", 500), "down"),
        ("mymemory", mymemory("x", 200, quotaFinished=True), "closed"),
        ("mymemory", mymemory("x", 429), "closed"),
        ("mymemory", mymemory("MYMEMORY WARNING: YOU USED", 200), "closed"),
    ],
)  # fmt: skip
def test_replies_that_are_no_translation_are_failures(service: str, reply: str, kind: str) -> None:
    with pytest.raises(Failure) as found:
        inspector(service)(Reply(200, reply))
    assert found.value.kind == kind


@pytest.mark.parametrize(
    ("service", "reply"),
    [
        ("libretranslate", '{"translatedText": "fine"}'),
        ("deepl", '{"translations": [{"text": "fine"}]}'),
        ("mymemory", mymemory("fine", 200, quotaFinished=False)),
        ("mymemory", '{"responseData": {"translatedText": "fine"}}'),
    ],
)  # fmt: skip
def test_good_replies_pass_as_they_are(service: str, reply: str) -> None:
    assert inspector(service)(Reply(200, reply)).text == reply

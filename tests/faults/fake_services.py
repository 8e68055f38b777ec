"""A server that speaks Google's page, LibreTranslate, MyMemory and DeepL, and can do it wrong.

It knows translations that a test tells it, and makes up English-looking words for all other
texts: numbers as English writes them, names, addresses and signs as they are.
"""

from __future__ import annotations

import html
import json
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

FAULTS = (
    "429", "429 later", "429 date", "500", "error page", "quota", "null", "empty", "markup",
    "truncated", "hang", "drip", "drip headers", "huge", "reset", "unchanged", "another", "repeats",
    "half", "no json", "redirect", "consent", "numbers", "refuse",
)  # fmt: skip
"""What can go wrong, by the name that tests give it."""

PATHS = {
    "google": "/m", "libretranslate": "/", "mymemory": "/get", "deepl": "/v2/",
}  # fmt: skip

_WORDS = dict(
    zip(
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split(),
        "January February March April May June July August September "
        "October November December".split(),
        strict=True,
    )
) | {"bin": "thousand", "milyon": "million", "milyar": "billion", "yüzde": "percent"}

OTHER = "The weather in the mountain villages stayed mild, and nobody was hurt in the storms."


@dataclass
class Fake:
    """What the server knows, does and has seen."""

    url: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    """Translations by text."""
    languages: dict[str, dict[str, str]] = field(default_factory=dict)
    """Translations by text, by the language that is asked for; before `answers`."""
    fault: str = ""
    """What goes wrong with the requests that `wrong` picks."""
    wrong: Callable[[str, int], bool] = lambda text, number: True
    """Says of a request, by its text and number (from 1), whether the fault befalls it."""
    delay: float = 0.0
    """Seconds that each answer takes."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """(service, text) of each request."""
    answered: list[str] = field(default_factory=list)
    """Texts whose right answer was sent in full."""
    keys: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    released: threading.Event = field(default_factory=threading.Event)
    """Ends all that hang."""

    def address(self, service: str) -> str:
        """Return the address of a service for config.yaml."""
        return self.url + PATHS[service]

    def translate(self, text: str) -> str:
        """Return a good translation."""
        with self.lock:
            return self.answers.get(text) or made_up(text)


def made_up(text: str) -> str:
    """Return words that look English enough: small ones changed, all else kept."""
    text = re.sub(r"%(\d+(?:[.,]\d+)*)", r"\1%", text)
    text = re.sub(r"\d+(?:\.\d{3})+(?:,\d+)?|\d+,\d+", _english_number, text)
    parts = re.split(r"(https?://\S+|\S+@\S+|[^\W\d_]+(?:['’][^\W\d_]+)*)", text)
    return "".join(_word(part) for part in parts)


def _english_number(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans(".,", ",."))


def _word(part: str) -> str:
    if "/" in part or "@" in part or not part or not part[0].isalpha():
        return part
    if known := _WORDS.get(re.split("['’]", part)[0].lower()):
        return known
    if part[0].isupper():
        return re.split("['’]", part)[0]
    plain = part.translate(str.maketrans("çğıöşüâî", "cgiosuai"))
    return f"{plain[::-1]}ly"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    target = ""
    """Language that Google is asked for."""
    disable_nagle_algorithm = True

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        fake = self.server.fake
        service, text, key = self._question()
        with fake.lock:
            fake.asked.append((service, text))
            fake.times.append(time.monotonic())
            fake.keys.append(key)
            fake.at_once += 1
            fake.most_at_once = max(fake.most_at_once, fake.at_once)
            wrong = bool(fake.fault) and fake.wrong(text, len(fake.asked))
        try:
            if fake.delay:
                time.sleep(fake.delay)
            with fake.lock:
                fake.at_once -= 1
            if wrong:
                getattr(self, f"_do_{fake.fault.replace(' ', '_')}")(service, text)
            else:
                self._right(service, text)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _question(self) -> tuple[str, str, str]:
        parts = urlsplit(self.path)
        known = {name: values[0] for name, values in parse_qs(parts.query).items()}
        size = int(self.headers.get("Content-Length") or 0)
        if size:
            body = self.rfile.read(size).decode()
            known |= {name: values[0] for name, values in parse_qs(body).items()}
        self.target = known.get("tl", "")
        key = known.get("api_key") or known.get("auth_key") or self.headers.get("Authorization", "")
        if parts.path.endswith("/v2/translate"):
            return "deepl", known.get("text", ""), str(key)
        if parts.path.endswith("/translate"):
            return "libretranslate", known.get("q", ""), str(key)
        return (
            "mymemory" if "langpair" in known else "google",
            known.get("q", ""),
            known.get("de", ""),
        )

    def _right(self, service: str, text: str) -> None:
        fake = self.server.fake
        known = fake.languages.get(self.target, {})
        self._say(service, known.get(text) or fake.translate(text))
        with fake.lock:
            fake.answered.append(text)

    def _say(self, service: str, answer: object, *, raw: bool = False) -> None:
        """Send a text the way a service does. `raw` leaves the tags in Google's page alone."""
        self._send(200, _body(service, answer, raw), _type(service))

    def _send(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _do_429(self, service: str, text: str) -> None:
        self._send(429, b"Too Many Requests")

    def _do_429_later(self, service: str, text: str) -> None:
        self._send(429, b"Too Many Requests", Retry_After="1")

    def _do_429_date(self, service: str, text: str) -> None:
        when = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 3600))
        self._send(429, b"Too Many Requests", Retry_After=when)

    def _do_500(self, service: str, text: str) -> None:
        self._send(500, b"Internal Server Error")

    def _do_refuse(self, service: str, text: str) -> None:
        self._send(400, b"Bad Request")

    def _do_error_page(self, service: str, text: str) -> None:
        self._say(service, "Error 500 (Server Error)!!1500.That’s an error.There was an error.")

    def _do_quota(self, service: str, text: str) -> None:
        self._say(service, "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.")

    def _do_null(self, service: str, text: str) -> None:
        self._say(service, None)

    def _do_empty(self, service: str, text: str) -> None:
        self._say(service, "")

    def _do_markup(self, service: str, text: str) -> None:
        script = "<script>alert(1)</script>"
        self._say(service, f"{self.server.fake.translate(text)} {script}", raw=True)

    def _do_truncated(self, service: str, text: str) -> None:
        body = _body(service, self.server.fake.translate(text))
        self.send_response(200)
        self.send_header("Content-Type", _type(service))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2])
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def _do_hang(self, service: str, text: str) -> None:
        self.server.fake.released.wait(60)
        self.close_connection = True

    def _do_drip(self, service: str, text: str) -> None:
        body = _body(service, self.server.fake.translate(text))
        self.send_response(200)
        self.send_header("Content-Type", _type(service))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._drip(body)

    def _do_drip_headers(self, service: str, text: str) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 5000)

    def _drip(self, data: bytes) -> None:
        for byte in data:
            self.wfile.write(bytes((byte,)))
            self.wfile.flush()
            if self.server.fake.released.wait(0.05):
                break
        self.close_connection = True

    def _do_huge(self, service: str, text: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", _type(service))
        self.send_header("Content-Length", str(64 * 1024 * 1024))
        self.end_headers()
        self.close_connection = True
        for _ in range(64):
            self.wfile.write(b" " * 1024 * 1024)

    def _do_reset(self, service: str, text: str) -> None:
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.close_connection = True

    def _do_unchanged(self, service: str, text: str) -> None:
        self._say(service, text)

    def _do_another(self, service: str, text: str) -> None:
        self._say(service, OTHER)

    def _do_repeats(self, service: str, text: str) -> None:
        self._say(service, f"{self.server.fake.translate(text)} and the ministry" + " said it" * 40)

    def _do_half(self, service: str, text: str) -> None:
        answer = self.server.fake.translate(text)
        self._say(service, answer[: len(answer) // 4])

    def _do_numbers(self, service: str, text: str) -> None:
        self._say(service, f"{self.server.fake.translate(text)} 98,765")

    def _do_no_json(self, service: str, text: str) -> None:
        self._send(200, b"<html><body><h1>It works!</h1></body></html>")

    def _do_redirect(self, service: str, text: str) -> None:
        self._send(302, b"", Location=f"{self.server.fake.url}/elsewhere?q=1")

    def _do_consent(self, service: str, text: str) -> None:
        self._send(200, b"<html><title>Before you continue to Google</title><form></form></html>")


def _type(service: str) -> str:
    return "text/html; charset=utf-8" if service == "google" else "application/json"


def _body(service: str, answer: object, raw: bool = False) -> bytes:
    if service == "google":
        shown = "" if answer is None else str(answer) if raw else html.escape(str(answer))
        page = (
            "<!DOCTYPE html><html><head><title>Google Translate</title></head><body>"
            '<div class="root-container"><div class="header">Google Translate</div>'
            f'<div class="result-container">{shown}</div></div></body></html>'
        )
        return page.encode()
    values: dict[str, Any] = {
        "libretranslate": {"translatedText": answer},
        "deepl": {"translations": [{"detected_source_language": "TR", "text": answer}]},
        "mymemory": {
            "responseData": {"translatedText": answer, "match": 0.9}, "quotaFinished": False,
            "responseDetails": "", "responseStatus": 200,
            "matches": [{"translation": "A suggestion of another text", "match": 0.5}],
        },
    }  # fmt: skip
    return json.dumps(values[service]).encode()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    block_on_close = False

    def __init__(self, fake: Fake) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.fake = fake

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is no error here."""


@contextmanager
def fake_services() -> Iterator[Fake]:
    """Run a fake in this process, for as long as the block runs."""
    fake = Fake()
    server = _Server(fake)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        server.server_close()
        thread.join(5)

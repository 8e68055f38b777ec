"""HTTP for deep-translator: what it calls `requests`, with the limits that it does not set.

A request ends at the latest with its deadline, even where a server sends a byte a second,
headers included. A reply that is too large is not read on. No redirect is followed.
"""

from __future__ import annotations

import codecs
import json
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

import requests
import urllib3

from digest.records import record
from digest.translate.engines.connections import Adapter, Clock
from digest.translate.engines.failure import Failure, Kind

LARGEST = 2_000_000
"""Bytes of a reply at most; an honest one has some thousand."""


@record
class Reply:
    """What a server sent: what deep-translator reads of a response."""

    status_code: int
    text: str

    def json(self) -> Any:
        """Return the value that the text is. Raises Failure where it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            raise Failure("down", "its reply cannot be read, or was cut off") from None

    def close(self) -> None:
        """Do nothing: all has been read."""


Request = tuple[str, dict[str, Any]]
"""Method, and the keyword arguments of a request."""

Rewrite = Callable[[Request], tuple[Request, ...]]
"""Returns what is sent in place of a request; the second where a server has no such method."""

_HEADERS = dict(requests.utils.default_headers())
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_NO_SUCH_METHOD = (404, 405, 501)


class Wire:
    """Stands in for the module `requests` in one of deep-translator's modules, for one thread."""

    def __init__(
        self, clock: Clock, inspect: Callable[[Reply], Reply], rewrite: Rewrite = lambda one: (one,)
    ) -> None:
        self._clock, self._inspect, self._rewrite = clock, inspect, rewrite
        self.read: Callable[[], None] = _nothing
        """Called when a reply has been read and is none of failure: the next request may go."""
        self._skip = 0
        """How many of the ways to ask the server does not know."""
        self._adapter = Adapter(clock)
        self._roads: dict[str, _Road] = {}

    def get(self, url: str, params: Mapping[str, str], proxies: None = None) -> Reply:  # noqa: ARG002
        """Ask; as `requests.get` does."""
        return self._asked(url, ("GET", {"params": dict(params)}))

    def post(self, url: str, params: Mapping[str, str]) -> Reply:
        """Ask; as `requests.post` does."""
        return self._asked(url, ("POST", {"params": dict(params)}))

    def _asked(self, url: str, request: Request) -> Reply:
        ways = self._rewrite(request)[self._skip :]
        try:
            return self._sent(url, *ways[0])
        except Failure as failure:
            if failure.status not in _NO_SUCH_METHOD or len(ways) == 1:
                raise
        self._skip += 1
        return self._sent(url, *ways[1])

    def _sent(self, url: str, method: str, rest: dict[str, Any]) -> Reply:
        try:
            road = self._roads.get(url) or self._found(url)
            status, text = self._exchanged(road, method, rest)
        except (
            requests.RequestException,
            urllib3.exceptions.HTTPError,
            OSError,
            ValueError,
        ) as error:
            raise _broken(error) from None
        reply = self._inspect(Reply(status, text))  # which may say that it has had enough
        self.read()
        return reply

    def _found(self, url: str) -> _Road:
        """Look up the way to an address, once: that takes longer than to send a text."""
        request = requests.Request("GET", url).prepare()
        with requests.Session() as session:
            found = session.merge_environment_settings(url, {}, True, None, None)
        proxies, verify, cert = found["proxies"], found["verify"], found["cert"]
        pool = self._adapter.get_connection_with_tls_context(request, verify, proxies, cert)
        self._adapter.cert_verify(pool, str(request.url), verify, cert)
        road = self._roads[url] = _Road(pool, self._adapter.request_url(request, proxies))
        return road

    def _exchanged(self, road: _Road, method: str, rest: dict[str, Any]) -> tuple[int, str]:
        """Send a request; return the reply's status, one of success, and its text."""
        wait = self._clock.start()
        response = road.pool.urlopen(
            method,
            road.to(rest.get("params", {})),
            body=urlencode(rest["data"]) if "data" in rest else None,
            headers={**_HEADERS, **rest.get("headers", {}), **(_FORM if "data" in rest else {})},
            timeout=urllib3.Timeout(connect=wait, read=wait),
            retries=False,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
        )
        try:
            raise_for(response.status, response.headers)
            return response.status, _read(response)
        finally:
            response.close()
            response.release_conn()


class _Road(NamedTuple):
    """How an address is reached: by which connections, and what is asked for there."""

    pool: Any
    """Connections of urllib3, to the server or a proxy, that check certificates."""
    target: str

    def to(self, params: Mapping[str, str]) -> str:
        """Return the target with these parameters."""
        sign = "&" if "?" in self.target else "?"
        return f"{self.target}{sign}{urlencode(params)}" if params else self.target


def _nothing() -> None:
    """Do nothing."""


def _read(response: Any) -> str:
    """Return the text of one of urllib3's responses. Raises Failure where it is too large."""
    data = bytearray()
    for chunk in response.stream(65536, decode_content=True):
        data += chunk
        if len(data) > LARGEST:
            raise Failure("down", f"its reply is larger than {LARGEST // 1_000_000} MB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        encoding = requests.utils.get_encoding_from_headers(response.headers)
        return data.decode(_known(encoding), "replace")


def _known(encoding: str | None) -> str:
    try:
        return codecs.lookup(encoding or "utf-8").name
    except LookupError:
        return "utf-8"


def _broken(error: Exception) -> Failure:
    """Return what a library's exception means. Its own text may hold the address and a key."""
    causes = list(_causes(error))
    if any(isinstance(one, socket.gaierror) for one in causes):
        return Failure("down", "its address is not known, or there is no network")
    if any(isinstance(one, ConnectionRefusedError) for one in causes):
        return Failure("down", "nobody answers at its address (connection refused)")
    if any(map(_is_timeout, causes)):
        return Failure("silent", "it did not answer in time")
    return Failure("down", f"the connection broke ({type(error).__name__})")


def _is_timeout(error: BaseException) -> bool:
    timeouts = (TimeoutError, urllib3.exceptions.TimeoutError)
    return isinstance(error, timeouts) and not isinstance(
        error, urllib3.exceptions.NewConnectionError
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those that it was made from."""
    pending, seen = [error], {id(error)}
    while pending:
        one = pending.pop(0)
        yield one
        for value in (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args):
            if isinstance(value, BaseException) and id(value) not in seen:
                seen.add(id(value))
                pending.append(value)


def raise_for(status: int, headers: Mapping[str, str]) -> None:
    """Raise the Failure that a status stands for, if it is none of success."""
    if 200 <= status < 300:
        return
    wait = retry_after(headers.get("Retry-After", ""), time.time())
    if status == 429 or (status == 503 and wait is not None):
        raise Failure("busy", f"it has too many requests ({status})", wait)
    if 300 <= status < 400:
        host = urlsplit(headers.get("Location", "")).hostname
        where = f" to {host[:100]}" if host else ""
        raise Failure(
            "closed", f"it redirects{where} ({status}): a consent page, or another address"
        )
    known: dict[int, tuple[Kind, str]] = {
        400: ("long", "it refuses the request"),
        401: ("closed", "it refuses the key"),
        402: ("closed", "its quota is used up"),
        403: ("closed", "it refuses the key, or this machine"),
        404: ("closed", "nothing is at its address"),
        405: ("closed", "nothing of the kind is at its address"),
        408: ("silent", "it did not answer in time"),
        413: ("long", "the text is too long for it"),
        414: ("long", "the text is too long for it"),
        431: ("long", "the text is too long for it"),
        456: ("closed", "its quota is used up"),
        501: ("closed", "nothing of the kind is at its address"),
    }
    error: tuple[Kind, str] = (
        ("down", "it has an error") if status >= 500 else ("refused", "it refuses the text")
    )
    kind, reason = known.get(status, error)
    raise Failure(kind, f"{reason} ({status})", wait, status)


def retry_after(value: str, now: float) -> float | None:
    """Return the seconds that a Retry-After header asks for, in either of its forms."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None

"""Links to other sites: do they answer? The only check that uses the network, when asked to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

TIMEOUT = 10.0
"""Seconds to wait for a connection, and between two reads."""
WORKERS = 8
_AGENT = "Mozilla/5.0 (compatible; digest check)"
_REFUSES_HEAD = frozenset({400, 403, 404, 405, 406, 429, 500, 501, 503})


def unanswered(addresses: Iterable[str], timeout: float = TIMEOUT) -> Mapping[str, str]:
    """Return what went wrong, by address, with those that do not answer."""
    opener = _web_opener()
    wanted = sorted(set(addresses))
    with ThreadPoolExecutor(WORKERS) as pool:
        faults = pool.map(lambda address: _fault(opener, address, timeout), wanted)
        return {address: fault for address, fault in zip(wanted, faults, strict=True) if fault}


def _web_opener() -> OpenerDirector:
    """Return what asks for http and https addresses alone, redirects included."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _fault(opener: OpenerDirector, address: str, timeout: float) -> str:
    """Return what is wrong with an address; many hosts refuse HEAD, so GET has the last word."""
    status = _status(opener, address, "HEAD", timeout)
    if status in _REFUSES_HEAD:
        status = _status(opener, address, "GET", timeout)
    if isinstance(status, str):
        return status
    return f"it answers {status}" if status >= 300 and status not in (401, 403, 429) else ""


def _status(opener: OpenerDirector, address: str, method: str, timeout: float) -> int | str:
    request = Request(address, method=method, headers={"User-Agent": _AGENT})  # noqa: S310
    try:
        with opener.open(request, timeout=timeout) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code
    except (URLError, HTTPException, OSError, ValueError) as error:
        return f"it cannot be reached ({getattr(error, 'reason', None) or error})"

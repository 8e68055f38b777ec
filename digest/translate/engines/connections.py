"""Connections whose replies are read against a clock.

What requests calls a timeout is between two reads; a server that sends a byte a second never
meets it. Here every read, of headers too, gets what is left until the deadline at most.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from functools import partial
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Clock:
    """How long may be waited, for one request at a time."""

    def __init__(self, timeout: float, deadline: float) -> None:
        self._timeout, self._deadline = timeout, deadline
        self._end = 0.0

    def start(self) -> float:
        """Begin a request; return the seconds that may pass until the first byte."""
        self._end = time.monotonic() + self._deadline
        return min(self._timeout, self._deadline)

    def left(self) -> float:
        """Return the seconds that may pass until the next byte. Raises TimeoutError at the end."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline has passed")
        return min(self._timeout, left)


class _Reader(io.RawIOBase):
    """A socket's bytes, each waited for no longer than the clock allows."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, clock: Clock) -> None:
        self._raw, self._socket, self._clock = raw, sock, clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._socket.settimeout(self._clock.left())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _response(
    clock: Clock, sock: socket.socket, *args: Any, **rest: Any
) -> http.client.HTTPResponse:
    response = http.client.HTTPResponse(sock, *args, **rest)
    response.fp = io.BufferedReader(_Reader(response.fp.detach(), sock, clock))
    return response


class Adapter(HTTPAdapter):
    """Connections whose replies are read by the clock."""

    def __init__(self, clock: Clock) -> None:
        made = {"response_class": partial(_response, clock)}
        plain = type("_Plain", (HTTPConnection,), made)
        secure = type("_Secure", (HTTPSConnection,), made)
        self._pools = {
            "http": type("_PlainPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("_SecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **rest: Any) -> None:
        """Make connections by the clock; as `HTTPAdapter` does."""
        super().init_poolmanager(*args, **rest)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **rest: Any) -> Any:
        """Make connections to a proxy by the clock; as `HTTPAdapter` does."""
        manager = super().proxy_manager_for(*args, **rest)
        manager.pool_classes_by_scheme = self._pools
        return manager

"""The pace of one service in one run: requests at once and a second, pauses, and the breaker."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from digest.config import Engine
from digest.records import record
from digest.translate.engines.failure import Failure, Spent, Stopped

_REFUSALS = 30
"""Texts in a row, no answer between them, after which a service is taken to refuse all."""
_FASTER = 0.97
"""What an answer makes of the pause between requests, where "busy" has made it longer."""


@record
class Policy:
    """How patient a run is."""

    attempts: int = 3
    """How often one text is sent to one service at most, and how often in a row it may fail."""
    first_wait: float = 0.5
    """Seconds before the second attempt; they double with each further one."""
    longest_wait: float = 8.0
    """Seconds that they grow to at most."""
    patience: float = 30.0
    """Seconds at most that a service may ask to wait; if it wants more, it is left for this run."""


class Budget:
    """What a run may send, over all services. Threads share it."""

    def __init__(self, max_chars: int = 0, max_requests: int = 0) -> None:
        self._max_chars, self._max_requests = max_chars, max_requests
        self._lock = threading.Lock()
        self.chars = self.requests = 0
        self.spent = ""
        """What is used up, in words; empty while there is something left."""

    def take(self, chars: int) -> None:
        """Count one request. Raises Spent when it is one too many."""
        with self._lock:
            if self._max_requests and self.requests + 1 > self._max_requests:
                self.spent = f"--max-requests {self._max_requests}"
            if self._max_chars and self.chars + chars > self._max_chars:
                self.spent = f"--max-chars {self._max_chars}"
            if self.spent:
                raise Spent(f"the run's budget is used up ({self.spent})")
            self.requests += 1
            self.chars += chars


class Passage:
    """A place among the requests that a service has under way."""

    def __init__(self, places: threading.Semaphore) -> None:
        places.acquire()
        self._places: threading.Semaphore | None = places
        self.wave = 0
        """Number of the wave of failures that the request belongs to."""

    def leave(self) -> None:
        """Let the next request pass: the service has answered this one."""
        if self._places:
            self._places.release()
            self._places = None


class Gate:
    """Lets threads pass to one service, one after the other and not too many at once.

    Whatever goes wrong for several threads at one time counts once: a wave. After as many waves
    as the policy has attempts, with no success in between, the breaker opens for this run.
    """

    def __init__(
        self, engine: Engine, policy: Policy, budget: Budget, stop: threading.Event
    ) -> None:
        self.name = engine.name
        self.requests = self.chars = self.successes = 0
        self.closed = ""
        """Why it is asked nothing more in this run; empty while it is."""
        self._policy, self._budget, self._stop = policy, budget, stop
        self._places = threading.Semaphore(engine.concurrency)
        self._interval = self._shortest = 1 / engine.rps
        self._lock = threading.Lock()
        self._next = self._until = 0.0
        self._wave = self._strikes = self._refusals = 0

    @contextmanager
    def passage(self, chars: int) -> Iterator[Passage]:
        """Wait for a place, and hold it in the block, or until it is left.

        Raises Failure when the service is closed, Stopped when the run ends, and Spent.
        """
        passage = Passage(self._places)
        try:
            self._wait_for_turn()
            self._budget.take(chars)
            with self._lock:
                self.requests += 1
                self.chars += chars
                passage.wave = self._wave
            yield passage
        finally:
            passage.leave()

    def _wait_for_turn(self) -> None:
        while True:
            with self._lock:
                if self.closed:
                    raise Failure("closed", self.closed)
                now = time.monotonic()
                wait = max(self._next, self._until) - now
                if wait <= 0 and not self._stop.is_set():
                    self._next = max(self._next, now) + self._interval
                    return
            if self._stop.wait(max(0.0, min(wait, 1.0))):
                raise Stopped

    def succeeded(self) -> None:
        """Note an answer: whatever was amiss is over, and the pace may be a little faster."""
        with self._lock:
            self.successes += 1
            self._interval = max(self._interval * _FASTER, self._shortest)
            self._strikes = self._refusals = 0

    def close(self, reason: str) -> None:
        """Ask nothing more of this service in this run."""
        with self._lock:
            self.closed = self.closed or reason

    def refused(self, failure: Failure) -> None:
        """Note a text that the service did not want. After many in a row it is left alone."""
        with self._lock:
            self._refusals += 1
            if self._refusals >= _REFUSALS:
                self.closed = self.closed or f"{failure.reason}, one after the other"

    def failed(self, failure: Failure, wave: int) -> None:
        """Note a failure of a request of this wave: pause, or open the breaker."""
        with self._lock:
            if wave != self._wave or self.closed:
                return
            self._wave += 1
            self._strikes += 1
            if failure.kind == "busy":
                self._interval = min(
                    self._interval * 2, max(self._interval, self._policy.longest_wait)
                )
            dead = failure.kind == "silent" and (not self.successes or self._strikes > 1)
            hopeless = failure.wait is not None and failure.wait > self._policy.patience
            if dead or hopeless or self._strikes >= self._policy.attempts:
                self.closed = failure.reason
            else:
                self._until = time.monotonic() + self._pause(failure)

    def _pause(self, failure: Failure) -> float:
        if failure.wait is not None:
            return failure.wait + random.uniform(0, 0.1) * self._policy.first_wait
        wait = min(self._policy.longest_wait, self._policy.first_wait * 2 ** (self._strikes - 1))
        return float(wait * random.uniform(0.5, 1))

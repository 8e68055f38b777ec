"""How near translation comes to what the configured concurrency allows.

    python -m bench.translate_bench [--segments 10000] [--concurrency 4]

A server of its own process answers as Google does, each request after 50 ms. Throughput is
compared with concurrency / 50 ms, and with what a bare client gets, that does nothing but ask;
what is missing between these two is digest's own work.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import resource
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import quote, urlsplit

from tests.faults.fake_services import Fake, fake_services
from tests.faults.translation_sites import Site

DELAY = 0.05
PARAGRAPHS = 20
TEXT = (
    "{n} sayılı karara göre Ankara'daki görüşmeler 7 Ekim 2023'ten beri sürüyor; heyetler {m} "
    "maddelik taslağı yarın yeniden ele alacak ve sonuçları kamuoyuna duyuracak."
)


def serve(pipe: Connection) -> None:
    """Answer until somebody says stop."""
    with fake_services() as fake:
        fake.delay = DELAY
        pipe.send(fake.url)
        pipe.recv()
        pipe.send(fake.most_at_once)


def fill(site: Site, segments: int) -> None:
    for number in range(segments // (PARAGRAPHS + 1) or 1):
        body = [TEXT.format(n=number * 100 + at + 1000, m=at + 2) for at in range(PARAGRAPHS)]
        site.write(f"a{number}", "\n\n".join(body), title=f"{number + 50} sayılı karar yayımlandı")


def bare(url: str, concurrency: int, requests: int = 100) -> float:
    """Return the requests a second of a client that does nothing with what it gets."""

    def ask() -> None:
        address = urlsplit(url)
        connection = http.client.HTTPConnection(address.hostname or "", address.port)
        for number in range(requests):
            connection.request("GET", f"/m?sl=tr&tl=en&q={quote(TEXT.format(n=number, m=2))}")
            connection.getresponse().read()

    threads = [threading.Thread(target=ask) for _ in range(concurrency)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return concurrency * requests / (time.perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=10_000)
    parser.add_argument("--concurrency", type=int, default=4)
    wanted = parser.parse_args()
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,))
    server.start()
    url = ours.recv()
    most = bare(url, wanted.concurrency)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder), Fake(url=url), concurrency=wanted.concurrency)
        fill(site, wanted.segments)
        start, cpu = time.perf_counter(), time.process_time()
        report = site.run()
        seconds, used = time.perf_counter() - start, time.process_time() - cpu
        assert report.complete, report.pending[:3]
        start = time.perf_counter()
        assert not site.run().sent
        again = time.perf_counter() - start
    ours.send("stop")
    count = report.sent[0].requests
    allowed = wanted.concurrency / DELAY
    print(f"{count} requests in {seconds:.1f} s: {count / seconds:.1f} a second")
    print(f"allowed by concurrency {wanted.concurrency} at 50 ms: {allowed:.0f} a second")
    print(f"share: {count / seconds / allowed:.1%}; at once at most: {ours.recv()}")
    print(f"a bare client: {most / allowed:.1%} of what is allowed")
    print(f"processor: {used / count * 1000:.2f} ms a request; second run: {again:.2f} s")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    server.join(10)


if __name__ == "__main__":
    main()

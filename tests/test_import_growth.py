"""The time that a dump takes grows as its size does: by work counted, and by the clock, loosely."""

from __future__ import annotations

import cProfile
import itertools
import time

import pytest

from digest.ingest import reading, rules

RULES = rules.load(())
NOUNS = (
    "Gemiler", "Balıkçılar", "Öğrenciler", "Köprüdekiler", "Öğretmenler", "Çiftçiler", "Dağcılar",
    "Uzmanlar", "Yetkililer", "İşçiler", "Kaptanlar", "Hekimler", "Ressamlar",
)  # fmt: skip
VERBS = ("bekliyor", "anlattı", "yola çıktı", "geri döndü", "karşı çıktı", "razı oldu", "sustu")


def articles(size: int) -> bytes:
    """Return articles in the shape that most dumps have, of so many bytes altogether."""
    text: list[str] = []
    while len(text) * 1500 < size:  # each has more
        n = len(text)
        who, what = NOUNS[n % 13], VERBS[n % 7]
        title = f"{who} {n} gündür {what}: “Söz verildi, {n + 3} ay geçti”"
        caption = f"{who} rıhtımda {n} kişiydi (AA)"
        head = f"{title}\n\n{caption}\n{caption}\n"
        body = "\n".join(
            f"{NOUNS[(n + k) % 13]} sabah saat {k + 5} sularında {VERBS[(n * k) % 7]}, "
            f"ardından {NOUNS[(n * k + 2) % 13].lower()} {n * k} kez {VERBS[(n + 2 * k) % 7]}."
            for k in range(12)
        )
        text.append(f"{head}TT\n\n{head}\n{body}\nIndependent Türkçe, Reuters\n\n\n\n")
    return "".join(text).encode()[:size]


def paragraph(size: int) -> bytes:
    """Return one article of a single paragraph."""
    sentence = "Bütün gün (Reuters) “bekledik” dedi, – sonra 7 Ekim’de Foto: AA geldi. "
    return ("Liman yeniden açıldı\n\n" + sentence * (size // len(sentence))).encode()[:size]


def short_lines(size: int) -> bytes:
    """Return lines of a word or two."""
    return (
        "Liman yeniden açıldı\n\n" + "Liman kapandı.\nSon durum\n\nKaza\n" * (size // 36)
    ).encode()[:size]


def brackets(size: int) -> bytes:
    """Return what regular expressions go astray on: brackets, dashes and spaces without end."""
    return ("Liman yeniden açıldı\n\n" + "( - ( / – “ . A " * (size // 18) + "son.\n").encode()[
        :size
    ]


def closed(size: int) -> bytes:
    """Return a photo's credit with brackets that nothing opened."""
    return ("Liman yeniden açıldı\n\nFotoğraf: Ali " + ")" * (size // 2) + "a" * size).encode()[
        :size
    ]


def work(data: bytes) -> int:
    """Return how many functions reading a dump calls."""
    profile = cProfile.Profile()
    profile.enable()
    reading.read(data, "x.txt", "tr", RULES)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


def seconds(data: bytes) -> float:
    start = time.process_time()
    reading.read(data, "x.txt", "tr", RULES)
    return time.process_time() - start


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("make", [articles, paragraph, short_lines, brackets, closed])
def test_twice_the_dump_is_twice_the_work(make: object, request: pytest.FixtureRequest) -> None:
    """1, 2, 4 and 8 MB with --soak, a twenty-fifth of that without."""
    assert callable(make)
    unit = 1_000_000 if request.config.getoption("--soak") else 40_000
    counts = [work(make(unit * times)) for times in (1, 2, 4, 8)]
    for smaller, larger in itertools.pairwise(counts):
        assert larger < 2.2 * smaller + 20_000, counts


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("make", [articles, paragraph, short_lines, brackets, closed])
def test_eight_times_the_dump_takes_no_more_than_about_eight_times_as_long(
    make: object, request: pytest.FixtureRequest
) -> None:
    """What is counted above leaves out what one call may do alone: copy a list, search a text."""
    assert callable(make)
    unit = 1_000_000 if request.config.getoption("--soak") else 125_000
    small, large = make(unit), make(unit * 8)
    ratios = []
    for _ in range(3):  # another program may come between; a square would be 64 every time
        ratios.append(seconds(large) / max(seconds(small), 0.02))
        if ratios[-1] < 16:
            return
    raise AssertionError(f"eight times the dump took {ratios} times as long")

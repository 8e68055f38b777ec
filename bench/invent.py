"""Bench stories: the same ones for the same number, on any machine."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from bench.story import ZONE, Story, Version, slugify
from bench.text import Texts, store

START = datetime(2024, 11, 1, 6, 0, tzinfo=ZONE)
"""When the first story was published."""

Paragraph = list[Texts]


def stories(count: int, days: int = 730, seed: int = 7) -> Iterator[Story]:
    """Yield `count` stories, oldest first, spread evenly over `days`."""
    for number in range(count):
        yield story(number, count, days, seed)


def story(number: int, count: int, days: int = 730, seed: int = 7) -> Story:
    """Make story `number` of a corpus of `count`.

    230 to 400 words of English in 6 to 12 paragraphs; four in ten with a quote or a sub-head,
    three in ten with a list, eight in ten with a link.
    """
    rng = random.Random(seed * 1_000_003 + number)
    names = store().sources
    title = _filled(rng, rng.choice(store().headlines))
    summary, *blocks = _blocks(rng, number)
    versions = tuple(_version(number, side, title, summary, blocks) for side in (0, 1))
    return Story(
        number=number,
        date=START + timedelta(minutes=int(days * 1440 * (number + rng.random()) / count)),
        topics=tuple(rng.sample(store().topics, rng.randint(2, 4))),
        sources=tuple(_source(name, number) for name in rng.sample(names, rng.randint(1, 3))),
        versions=(versions[0], versions[1]),
    )


def _source(name: str, number: int) -> tuple[str, str]:
    return name, f"https://example.org/{slugify(name)}/{number}"


def _version(number: int, side: int, title: Texts, summary: Texts, blocks: list[Texts]) -> Version:
    return Version(
        title=title[side],
        slug=f"{slugify(title[side])}-{number:05d}",
        summary=summary[side],
        body="\n\n".join(block[side] for block in blocks) + "\n",
    )


def _filled(rng: random.Random, texts: Texts) -> Texts:
    """Fill a sentence's gaps, with the same choice in both languages."""
    numbers = {"n": rng.randint(3, 90), "m": rng.randint(100, 9000), "pct": rng.randint(2, 70)}
    words = {name: rng.choice(pairs) for name, pairs in store().words.items()}
    gaps = [{**numbers, **{name: pair[side] for name, pair in words.items()}} for side in (0, 1)]
    return texts[0].format(**gaps[0]), texts[1].format(**gaps[1])


def _blocks(rng: random.Random, number: int) -> list[Texts]:
    """Return a standfirst and the blocks of a body."""
    sentences = iter([_filled(rng, pair) for pair in rng.sample(store().sentences, 50)])
    summary = next(sentences)
    paragraphs = _paragraphs(rng, sentences)
    if rng.random() < 0.8:
        address = f"https://example.org/report/{number}"
        link = tuple(side.format(url=address) for side in store().reference)
        paragraphs[rng.randrange(len(paragraphs))].append((link[0], link[1]))
    blocks = [_joined(paragraph, " ") for paragraph in paragraphs]
    for extra in _extras(rng, sentences):
        blocks.insert(rng.randint(1, len(blocks) - 1), extra)
    blocks = [_straight(block) for block in blocks] if rng.random() < 0.5 else blocks
    return [summary, *blocks]


def _paragraphs(rng: random.Random, sentences: Iterator[Texts]) -> list[Paragraph]:
    target = rng.randint(230, 400)
    each = target / rng.randint(6, 12)
    paragraphs: list[Paragraph] = []
    words = 0
    while words < target and sum(map(len, paragraphs)) < 42:
        paragraph: Paragraph = []
        length = 0
        while length < each * 0.8:
            sentence = next(sentences)
            length += len(sentence[1].split())
            paragraph.append(_stressed(sentence) if rng.random() < 0.06 else sentence)
            if sum(map(len, paragraphs)) + len(paragraph) >= 43:
                break
        words += length
        paragraphs.append(paragraph)
    return paragraphs


def _extras(rng: random.Random, sentences: Iterator[Texts]) -> Iterator[Texts]:
    """Yield a quote, a list and a sub-head, or some of them."""
    if rng.random() < 0.4:
        yield _prefixed("> ", next(sentences))
    if rng.random() < 0.3:
        yield _joined([_prefixed("- ", next(sentences)) for _ in range(3)], "\n")
    if rng.random() < 0.4:
        yield _prefixed("## ", rng.choice(store().subheads))


def _prefixed(sign: str, texts: Texts) -> Texts:
    return sign + texts[0], sign + texts[1]


def _joined(parts: Paragraph, gap: str) -> Texts:
    return gap.join(part[0] for part in parts), gap.join(part[1] for part in parts)


def _stressed(texts: Texts) -> Texts:
    """Put the last word but one in bold."""
    sides = []
    for side in texts:
        *words, stressed, last = side.split()
        sides.append(" ".join([*words, f"**{stressed}**", last]))
    return sides[0], sides[1]


def _straight(texts: Texts) -> Texts:
    """Write typographic quotes as a keyboard does."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'"})
    return texts[0].translate(table), texts[1].translate(table)

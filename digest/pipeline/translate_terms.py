"""Terms of the glossary in the translations that are there: what differs is listed, not sent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from digest import fingerprint
from digest.config import Config
from digest.model import Problem
from digest.pipeline.translate_plan import Plan, Work
from digest.translate.checked import Checked
from digest.translate.glossary import Glossary


def violations(
    config: Config, plan: Plan, glossaries: Mapping[str, Glossary], *, all_seen: bool
) -> tuple[Problem, ...]:
    """Return a warning for each term that a translation does not render as the glossary says.

    Articles that were in order under this very glossary are not looked at again. `all_seen`
    says that the plan has all stories, so that what it has not can be forgotten.
    """
    prints = tuple((lang, glossaries[lang].print) for lang in sorted(glossaries))
    checked = Checked(config.root, fingerprint.of_value(prints))
    found: list[Problem] = []
    for work in plan.works:
        if work.there is not None:
            key = checked.key(work.story.original, work.there)
            amiss = [] if checked.knows(key) else list(_amiss(work, glossaries[work.there.lang]))
            found += amiss
            if not amiss:
                checked.add(key)
    with contextlib.suppress(OSError):  # a cache that cannot be written is no cache
        checked.save(all_seen=all_seen)
    return tuple(found)


def _amiss(work: Work, glossary: Glossary) -> Iterator[Problem]:
    for slot in work.slots:
        if slot.segment and slot.texts and slot.action != "ask":
            for message in glossary.violations(slot.segment.text, "\n".join(slot.texts)):
                found = f"{slot.name}: {message} by the glossary."
                yield Problem("warning", "glossary", found, work.path)

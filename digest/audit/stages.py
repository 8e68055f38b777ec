"""Codes of what import, translate and render report themselves, and `digest check` repeats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from digest.model import Severity


class Check(NamedTuple):
    """One kind of finding."""

    severity: Severity
    """What it usually is; a missing glossary, say, is an error, and a term not kept a warning."""
    meaning: str
    """In one line, what is wrong."""
    remedy: str
    """What to do about it; the finding's hint where the one who reports it knows no better."""


STAGES: Mapping[str, Check] = {
    "config": Check("error", "config.yaml has a mistake.", "Mend it at the line named."),
    "encoding": Check("error", "A content file is not UTF-8.", "Save the file as UTF-8."),
    "unreadable": Check(
        "error",
        "A content file cannot be read: a symbolic link, say, or one without permission.",
        "Put the file itself there, or allow reading it.",
    ),
    "front-matter": Check(
        "error", "A field of the front matter cannot be used.", "Mend the field that is named."
    ),
    "no-original": Check(
        "error", "A translation stands without its original.", "Put the original beside it."
    ),
    "duplicate-id": Check(
        "error",
        "Two stories have one id, and so one entry in every feed.",
        "Take the id out of the copy; digest import gives it one of its own.",
    ),
    "duplicate-slug": Check(
        "error", "Two articles or pages want one address.", "Give one of them another slug."
    ),
    "reserved-slug": Check(
        "error", "An article or page wants an address of the site's own.", "Give it another slug."
    ),
    "template": Check("error", "A template cannot be rendered.", "Mend it at the line named."),
    "build": Check("error", "The site could not be built.", "Mend what the message names."),
    "no-id": Check("error", "An article that a person wrote has no id yet.", "Run digest import."),
    "no-slug": Check(
        "error",
        "A headline has no letters of which an address could be made.",
        "Write `slug: …`: small letters a-z, digits and hyphens.",
    ),
    "lost-address": Check(
        "warning",
        "An address that the last build published is gone.",
        "Add the `aliases:` line that is printed, and readers are led on.",
    ),
    "example-url": Check(
        "warning",
        "site.url is still the example's, and feeds and search engines lead there.",
        "Write the site's own address, or leave it empty.",
    ),
    "import-unread": Check(
        "error", "A file that was to be imported cannot be read.", "Mend its name or its rights."
    ),
    "import-skipped": Check(
        "error",
        "A dump, or a part of it, yields no article.",
        "Look at it with digest import --explain.",
    ),
    "import-doubt": Check(
        "note",
        "Import was not sure what a line of a dump is.",
        "Compare the article with its dump, and correct it.",
    ),
    "import-edited": Check(
        "warning",
        "An imported article was edited since, and stays as it is.",
        "Nothing, unless you want the dump's text: delete the article and import with --again.",
    ),
    "no-engine": Check(
        "error", "config.yaml names no translation service.", "Write `engines: [google]`."
    ),
    "no-story": Check(
        "error", "A command names a story that is not there.", "Name its file, slug or id."
    ),
    "no-segment": Check(
        "error", "A command names a paragraph that a story does not have.", "Name another."
    ),
    "no-redo": Check(
        "error",
        "A command asks again for what a person translated.",
        "Take `origin: human` out of it, if a machine is to do it.",
    ),
    "translation-unread": Check(
        "warning",
        "A translation cannot be read, or is a draft, and was left alone.",
        "Mend its front matter, or take `draft` out.",
    ),
}

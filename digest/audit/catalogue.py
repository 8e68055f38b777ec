"""Every code that a finding can bear: how grave it is, what it means, what to do about it.

docs/checks.md explains each; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from digest.audit.stages import STAGES, Check
from digest.model import Problem

CHECKS: Mapping[str, Check] = {
    **STAGES,
    # What is wrong with content
    "unknown-field": Check(
        "warning",
        "The front matter has a field that nobody reads.",
        "Mend its name, or take it out.",
    ),
    "unknown-topic": Check(
        "warning",
        "An article names a topic that config.yaml does not have.",
        "Mend its name, or add the topic to config.yaml.",
    ),
    "unknown-story": Check(
        "warning",
        "An article's `also:` names a story that is not there.",
        "Mend the id, or take it out.",
    ),
    "undated": Check(
        "note",
        "An article has no date: it is filed under the day on which it was imported.",
        "Add `date: YYYY-MM-DD` when you know it.",
    ),
    "missing-picture": Check(
        "error", "A picture is not there.", "Put the file beside the article, or mend its name."
    ),
    "missing-alt": Check(
        "warning",
        "A picture has no text for those who do not see it.",
        "Say in `alt:` (or between the brackets of ![]) what it shows.",
    ),
    "markup-in-text": Check(
        "warning",
        "A headline, standfirst, byline or caption holds markup, which is shown as it stands.",
        "Take the markup out: these are plain text.",
    ),
    "broken-character": Check(
        "warning",
        "A text holds characters that stand for nothing: it was decoded wrongly.",
        "Write what should stand there.",
    ),
    # What is wrong with translations
    "untranslated": Check(
        "note",
        "A story has no version in one of the site's languages.",
        "Run digest translate, or translate it by hand.",
    ),
    "pending-translation": Check(
        "warning",
        "Parts of a translation are still missing.",
        "Run digest translate again, or write them by hand.",
    ),
    "stale-translation": Check(
        "warning",
        "The original changed after it was translated.",
        "Run digest translate; a paragraph that you edited stays, so edit it again.",
    ),
    "unaligned": Check(
        "warning",
        "Paragraphs of original and translation do not pair.",
        "Make the paragraphs of both match, one to one.",
    ),
    "numbers-differ": Check(
        "warning",
        "Numbers of the original and of the translation differ.",
        "Compare the two, and correct the translation.",
    ),
    "glossary": Check(
        "warning",
        "A translation does not say a term as the glossary has it.",
        "Correct the translation, or the glossary.",
    ),
    "wrong-language": Check(
        "warning",
        "A text is not in the language that its file names.",
        "Translate it, or rename the file.",
    ),
    # What is wrong with the built site
    "dead-link": Check(
        "error", "A link leads to nothing.", "Mend its address, or take the link out."
    ),
    "dead-anchor": Check(
        "warning",
        "A link leads to a place that its page does not have.",
        "Mend what follows the #.",
    ),
    "dead-external": Check(
        "warning",
        "A link to another site does not answer (only with --external).",
        "Mend its address, or name another source.",
    ),
    "missing-lang": Check(
        "error",
        "A page does not say its language, or names one that the site does not have.",
        'Put lang="{{ page.lang }}" on the html element of its template.',
    ),
    "hreflang": Check(
        "error",
        "Versions of a page in several languages do not name each other.",
        "Let every version list all of them, itself and x-default, by absolute addresses.",
    ),
    "canonical": Check(
        "error",
        "A page names a canonical address that is not absolute or not there.",
        "Mend the template that writes it.",
    ),
    "machine-label": Check(
        "error",
        "A machine translation is published without saying so.",
        'Show an element of the classes "label machine", with a link to the original.',
    ),
    "other-host": Check(
        "error",
        "A page makes the browser ask another host, which learns who reads what.",
        "Put the file into templates/static/ and name it there.",
    ),
    "inline-script": Check(
        "error",
        "A page has script inside, which its security policy forbids.",
        "Move it to a file in templates/static/.",
    ),
    "inline-style": Check(
        "warning",
        "A page has style inside, which its security policy forbids.",
        "Move it to a style sheet in templates/static/.",
    ),
    "feed": Check(
        "error", "A feed breaks a rule that feed readers rely on.", "Mend the text that is named."
    ),
    "sitemap": Check(
        "error",
        "A sitemap names a page that is not there, or not one for search engines.",
        "Build the site again; if it stays, report it.",
    ),
}


def problem(code: str, message: str, path: str = "", line: int = 0, hint: str = "") -> Problem:
    """Return a finding as it is reported; unless a hint is given, it is the remedy of its kind."""
    check = CHECKS[code]
    return Problem(check.severity, code, message, path, line, hint or check.remedy)

"""docs/performance.md and its charts, from results."""

from __future__ import annotations

from pathlib import Path

from bench import chart
from bench.chart import Line
from bench.results import Result

DOCS = Path(__file__).resolve().parent.parent / "docs"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

WORKS = (
    ("nothing", "nothing changed", 0.02),
    ("missing", "one page missing from output/", 0.02),
    ("edit", "one body edited", 0.03),
    ("headline", "one headline edited", None),
    ("add", "one story added today", 0.05),
    ("clean hugo-parity", "clean build, the pages of Hugo's site", 0.5),
    ("clean full", "clean build, all of our pages", 1.0),
)
"""(name in results, name for readers, bar as a share of Hugo's clean build)."""

MEMORY_BAR = 0.15
BARS_FROM = 10_000
"""Stories from which the bars hold."""


def write(results: dict[int, Result], others: dict[str, str]) -> Path:
    """Put what was measured into docs/performance.md, and the charts into docs/img/.

    `others` are further sections, by heading, in Markdown. What a person wrote outside the
    markers stays.
    """
    page = DOCS / "performance.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    base = results.get(BARS_FROM)
    sections = [_section(results[count], base) for count in sorted(results, reverse=True)]
    sections += [f"## {heading}\n\n{_markdown(text)}\n" for heading, text in others.items()]
    text = "\n".join(sections)
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
    _charts(results)
    return page


def _markdown(text: str) -> str:
    """Return what a measurement printed; plain lines keep their ends as a block of code."""
    return text.strip() if "|" in text else f"```text\n{text.strip()}\n```"


def table(result: Result) -> str:
    """Return the table of one run, in Markdown."""
    lines = [
        "| work | wall s (least–most) | × Hugo (least–most) | bar | CPU s | × Hugo | files, MB |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_row(result, *work) for work in WORKS if work[0] in result.rows]
    names = [name for name in result.rows if name.endswith((" clean", " edit"))]
    lines += [_row(result, name, f"_{_title(name)}_", None) for name in names]
    return "\n".join(lines) + "\n"


def _row(result: Result, work: str, name: str, bar: float | None) -> str:
    walls = result.all(work)
    files, size = result.sizes.get(work, (0, 0))
    ratio = result.ratio(work, "hugo clean")
    cpu = result.ratio(work, "hugo clean", 1)
    cells = [
        name,
        f"{result.median(work):.3g} ({min(walls):.3g}–{max(walls):.3g})",
        "{:.3g} ({:.3g}–{:.3g})".format(*ratio) if ratio else "",
        _verdict(bar, ratio[0] if ratio and result.stories >= BARS_FROM else None),
        f"{result.median(work, 1):.3g}",
        f"{cpu[0]:.3g}" if cpu else "",
        f"{files:,}, {size / 1e6:,.0f}" if files else "",
    ]
    return f"| {' | '.join(cells)} |"


def _verdict(bar: float | None, found: float | None) -> str:
    if bar is None:
        return ""
    if found is None:
        return f"{bar:g}"
    return f"{bar:g}: {'met' if found <= bar else '**missed**'}"


def _title(work: str) -> str:
    tool, kind = work.split()
    return f"{tool.capitalize()}, {'clean build' if kind == 'clean' else 'one body edited'}"


def _section(result: Result, base: Result | None) -> str:
    runs = len(result.rows.get("clean full", []))
    versions = ", ".join(f"{name} {number}" for name, number in result.versions.items())
    return (
        f"## {result.stories:,} stories, {2 * result.stories:,} story pages\n\n"
        f"{result.date}, {result.machine}; {versions}; {runs} rounds; "
        f"`make bench N={result.stories}`.\n\n{table(result)}\n{_memory(result)}"
        f"{_growth(result, base) if base and result.stories > base.stories else ''}"
    )


def _growth(result: Result, base: Result) -> str:
    """Return a table of how each work's time has grown with the number of stories."""
    title = f"× its time at {base.stories:,} stories"
    lines = [f"\n| {result.stories / base.stories:g} × the stories | {title} |", "|---|---|"]
    for work, name, _ in WORKS:
        if work in result.rows and work in base.rows:
            lines.append(f"| {name} | {result.median(work) / base.median(work):.3g} |")
    return "\n".join(lines) + "\n"


def _memory(result: Result) -> str:
    hugo = result.memory.get("hugo clean")
    lines = ["| peak memory | MB | × Hugo | bar |", "|---|---|---|---|"]
    for work, peak in result.memory.items():
        names = {name: title for name, title, _ in WORKS}
        ratio = peak / hugo if hugo else None
        bar = MEMORY_BAR if work.startswith("clean") else None
        shown = f"{ratio:.3g}" if ratio else ""
        name = names[work] if work in names else f"_{_title(work)}_"
        verdict = _verdict(bar, ratio if result.stories >= BARS_FROM else None)
        lines.append(f"| {name} | {peak / 1e6:,.0f} | {shown} | {verdict} |")
    return "\n".join(lines) + "\n"


def _charts(results: dict[int, Result]) -> None:
    folder = DOCS / "img"
    folder.mkdir(parents=True, exist_ok=True)
    times = {
        "digest, all pages": "clean full",
        "digest, same pages": "clean hugo-parity",
        "digest, one edit": "edit",
        "Hugo": "hugo clean",
        "Eleventy": "eleventy clean",
        "Pelican": "pelican clean",
    }
    points = {
        name: [(count, results[count].median(work)) for count in _with(results, work)]
        for name, work in times.items()
    }
    _draw(folder / "speed.svg", "Time of a build", points, "seconds")
    weights = {name: work for name, work in times.items() if work != "edit"}
    points = {
        name: [
            (count, results[count].memory[work] / 1e6)
            for count in sorted(results)
            if work in results[count].memory
        ]
        for name, work in weights.items()
    }
    _draw(folder / "memory.svg", "Peak memory of a clean build", points, "MB")


def _with(results: dict[int, Result], work: str) -> list[int]:
    return [count for count in sorted(results) if work in results[count].rows]


def _draw(path: Path, title: str, points: dict[str, list[tuple[int, float]]], unit: str) -> None:
    lines = tuple(
        Line(name, tuple(places), name.startswith("digest"))
        for name, places in points.items()
        if places
    )
    path.write_text(chart.draw(title, lines, ("stories", unit)), encoding="utf-8")

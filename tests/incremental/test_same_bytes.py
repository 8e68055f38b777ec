"""Whatever happens to a site, building it step by step gives the bytes of building it at once."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.support.sites import CONFIG, make_site

NAMES = st.sampled_from(["a", "b", "c", "d", "e", "f"])
TITLES = st.sampled_from(
    ["Vapur seferleri arttı", "Belediye vapur aldı", "Limanda tahıl", "Işık söndü", "Uzun gece"]
)
DAYS = st.sampled_from(["2024-12-31", "2025-07-21", "2025-07-22T09:30", "2025-08-01", ""])
TOPICS = st.sampled_from(["[kent]", "[deniz, kent]", "[]", ""])
SOURCES = st.sampled_from(["[Reuters]", "[Reuters, AP]", ""])
BODIES = st.sampled_from(
    ["Bir.", "Bir.\n\nİki **kalın**.", "## Ara\n\n- a\n- b\n\n> alıntı", "![r](r.png)"]
)


class Site(RuleBasedStateMachine):
    """A site that is edited at random, built now and then, and compared with a clean build."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.site = make_site(self.folder / "site")
        self.built = False

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def stories(self) -> list[Path]:
        """The originals that there are."""
        return sorted((self.site.root / "content").rglob("*.tr.md"))

    @rule(name=NAMES, title=TITLES, day=DAYS, topics=TOPICS, sources=SOURCES, body=BODIES)
    def write_a_story(
        self, name: str, title: str, day: str, topics: str, sources: str, body: str
    ) -> None:
        self.site.story(
            name, body=body, title=title, date=day, imported="2025-07-20", slug=f"haber-{name}",
            topics=topics, sources=sources,
        )  # fmt: skip

    @rule(name=NAMES, body=BODIES)
    def translate_it(self, name: str, body: str) -> None:
        self.site.story(name, "en", body, slug=f"story-{name}")

    @precondition(lambda self: self.stories)
    @rule(data=st.data())
    def delete_a_story(self, data: st.DataObject) -> None:
        stem = data.draw(st.sampled_from(self.stories)).name.split(".")[0]
        for path in (self.site.root / "content").rglob(f"{stem}.*.md"):
            path.unlink()

    @precondition(lambda self: self.stories)
    @rule(data=st.data())
    def rename_its_file(self, data: st.DataObject) -> None:
        path = data.draw(st.sampled_from(self.stories))
        stem = path.name.split(".")[0]
        for lang in ("tr", "en"):
            version = path.with_name(f"{stem}.{lang}.md")
            if version.exists():
                version.rename(version.with_name(f"{stem}x.{lang}.md"))

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), alias=st.sampled_from(["eski", "daha-eski"]))
    def give_it_another_address(self, data: st.DataObject, alias: str) -> None:
        path = data.draw(st.sampled_from(self.stories))
        text = path.read_text("utf-8")
        if "aliases:" not in text:
            stem = path.name.split(".")[0]
            path.write_text(text.replace("---\n", f"---\naliases: [{alias}-{stem}]\n", 1), "utf-8")

    @rule(word=st.sampled_from(["belediye", "liman", "ışık"]))
    def change_the_settings(self, word: str) -> None:
        self.site.write("config.yaml", CONFIG.replace("belediye", word))

    @rule(text=st.sampled_from(["Yok", "Bulunamadı"]))
    def change_a_template(self, text: str) -> None:
        text = f'{{% extends "base.html" %}}{{% block main %}}<h1>{text}</h1>{{% endblock %}}'
        self.site.write("templates/list.html", text)

    @rule(text=st.sampled_from(["Metin.", "Başka metin."]))
    def write_a_page_of_the_editors(self, text: str) -> None:
        self.site.write("content/pages/a.tr.md", f"---\ntitle: Sayfa\nslug: sayfa\n---\n{text}")

    @rule(data=st.binary(min_size=1, max_size=3))
    def put_a_picture_there(self, data: bytes) -> None:
        self.site.write("content/articles/2025-07/r.png", data)

    @precondition(lambda self: self.built)
    @rule(data=st.data())
    def delete_a_page(self, data: st.DataObject) -> None:
        output = self.site.output()
        if not output:  # all that there is stands in the way of a build
            return
        name = data.draw(st.sampled_from(sorted(output)))
        if name != ".digest":
            (self.site.root / "output" / name).unlink()

    @rule()
    def build(self) -> None:
        self.site.build()
        self.built = True

    @invariant()
    def the_bytes_are_those_of_a_clean_build(self) -> None:
        if not self.built:
            return
        report = self.site.build()
        clean = make_site(self.folder / "clean")
        shutil.rmtree(clean.root)
        clean.root.mkdir()
        shutil.copy(self.site.root / "config.yaml", clean.root)
        for name in ("content", "templates"):
            if (self.site.root / name).exists():
                shutil.copytree(self.site.root / name, clean.root / name)
        expected = clean.build()
        assert (report.made is None) == (expected.made is None)
        if expected.made is not None:
            assert self.site.output() == clean.output()


class TestSameBytes(Site.TestCase):  # type: ignore[misc, valid-type]  # hypothesis makes the class
    """The machine above, run by pytest."""

    settings = settings(max_examples=12, stateful_step_count=8, deadline=None)

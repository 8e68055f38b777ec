"""Links and `..` in content, settings, templates: nothing outside the site is read or written."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest import audit
from digest.config.reading import load
from digest.errors import DigestError
from digest.pipeline.checking import check
from digest.pipeline.editing import start_article
from digest.pipeline.importing import import_dumps
from tests.support.news import news, page, shape
from tests.support.sites import CONFIG, TestSite, make_site

SECRET = "swordfish"
DAY = "2025-11-22"


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    one = make_site(tmp_path / "site")
    one.story("a")
    outside = tmp_path / "outside"
    (outside / "2025-11").mkdir(parents=True)
    for name in ("x.tr.md", "x.png", "x.html", "x.yaml", "x.css"):
        (outside / name).write_text(SECRET, "utf-8")
    return one


@pytest.fixture
def outside(site: TestSite) -> Path:
    return site.root.parent / "outside"


def link(site: TestSite, name: str, target: Path) -> None:
    path = site.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def said(site: TestSite) -> str:
    """What a build says; nothing of what lies outside may be in output/."""
    try:
        text = " ".join(map(str, site.build().problems))
    except DigestError as error:
        text = str(error)
    if (site.root / "output").exists():
        leaks = [name for name, data in site.output().items() if SECRET.encode() in data]
        assert leaks == []
    return text


def found(site: TestSite) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in check(site.config) if one.code == "unreadable"]


def test_an_article_that_is_a_link_is_refused(site: TestSite, outside: Path) -> None:
    name = "content/articles/2025-07/x.tr.md"
    link(site, name, outside / "x.tr.md")
    assert f"{name}: it is a symbolic link" in said(site)
    assert ("unreadable", name) in found(site)


def test_a_translation_that_is_a_link_is_refused(site: TestSite, outside: Path) -> None:
    name = "content/articles/2025-07/a.en.md"
    link(site, name, outside / "x.tr.md")
    assert f"{name}: it is a symbolic link" in said(site)


def test_a_folder_of_articles_that_is_a_link_is_refused(site: TestSite, outside: Path) -> None:
    link(site, "content/articles/2025-11", outside / "2025-11")
    assert "content/articles/2025-11: it is a symbolic link" in said(site)
    assert found(site) == [("unreadable", "content/articles/2025-11")]


def test_a_picture_that_is_a_link_is_not_taken_over(site: TestSite, outside: Path) -> None:
    link(site, "content/articles/2025-07/x.png", outside / "x.png")
    site.story("b", image="x.png", alt="A picture", body="![r](x.png)")
    said(site)
    assert "images/2025-07/x.png" not in site.output()
    assert found(site) == [("unreadable", "content/articles/2025-07/x.png")]


@pytest.mark.parametrize("name", ["list.html", "static/style.css", "i18n/tr.yaml"])
def test_a_template_that_is_a_link_out_of_the_site_is_refused(
    site: TestSite, outside: Path, name: str
) -> None:
    link(site, f"templates/{name}", outside / "x.html")
    assert f"templates/{name}: it is a link that leads out of the site." in said(site)


@pytest.mark.parametrize("name", ["static", "static/more", "i18n", "more"])
def test_a_folder_of_templates_that_is_a_link_out_of_the_site_is_refused(
    site: TestSite, outside: Path, name: str
) -> None:
    link(site, f"templates/{name}", outside)
    assert f"templates/{name}: it is a link that leads out of the site." in said(site)


def test_a_template_may_be_a_link_within_the_site(site: TestSite) -> None:
    site.write("design/extra.css", "p{}")
    link(site, "templates/static/extra.css", site.root / "design/extra.css")
    said(site)
    assert site.output()["static/extra.css"] == b"p{}"


@pytest.mark.parametrize("name", ["content", "content/articles", "content/raw", "templates"])
def test_a_folder_of_the_site_that_leads_out_of_it_is_refused(
    site: TestSite, outside: Path, name: str
) -> None:
    if (site.root / name).exists():
        (site.root / name).rename(site.root / "elsewhere")
    link(site, name, outside)
    config, problems = load(site.root)
    assert config is None
    assert f"{name}: this is a link that leads out of the site." in str(problems[0])


def test_content_may_be_a_link_within_the_site(site: TestSite) -> None:
    (site.root / "content").rename(site.root / "haber")
    link(site, "content", site.root / "haber")
    assert said(site) == ""
    assert "tr/baslik-a/index.html" in site.output()


def test_import_writes_into_no_folder_that_leads_out_of_the_site(
    site: TestSite, outside: Path
) -> None:
    import random

    chance = random.Random(1)
    site.write("content/raw/a.txt", "\n".join(page([news(chance)], shape(chance), chance)))
    report = import_dumps(site.config, day=DAY)
    (made,) = report.added
    month = Path(made).parent
    for path in (site.root / month).iterdir():
        path.unlink()
    (site.root / month).rmdir()
    link(site, str(month), outside / "2025-11")
    with pytest.raises(DigestError, match="leads out of the site"):
        import_dumps(site.config, day=DAY, again=True)
    assert list((outside / "2025-11").iterdir()) == []


def test_a_new_article_goes_into_no_folder_that_leads_out_of_the_site(
    site: TestSite, outside: Path
) -> None:
    link(site, "content/articles/2025-11", outside / "2025-11")
    with pytest.raises(DigestError, match="leads out of the site"):
        start_article(site.config, "Yeni haber", DAY)
    assert list((outside / "2025-11").iterdir()) == []


def test_a_register_that_is_a_link_is_not_read(site: TestSite, outside: Path) -> None:
    link(site, "content/imported.yaml", outside / "x.yaml")
    with pytest.raises(OSError, match="symbolic links"):
        import_dumps(site.config, day=DAY)
    assert (outside / "x.yaml").read_text("utf-8") == SECRET


@pytest.mark.parametrize(
    "field",
    [
        "slug: ../../../outside/x",
        "slug: /etc/passwd",
        "aliases: [../../outside]",
        "image: ../../../../outside/x.png",
        "image: /etc/passwd",
        "image: ..\\\\x.png",
        "image: file:///etc/passwd",
        "id: ../../x",
        "lang: ../x",
        "date: ../../x",
    ],
)
def test_a_field_that_leads_elsewhere_is_refused(site: TestSite, field: str) -> None:
    fields = {"id": "b", "title": "Başlık", "date": "2025-07-22"}
    fields[field.split(": ", maxsplit=1)[0]] = field.split(": ", 1)[1]
    head = "".join(f"{name}: {value}\n" for name, value in fields.items())
    site.write("content/articles/2025-07/b.tr.md", f"---\n{head}---\n\nMetin.\n")
    assert "content/articles/2025-07/b.tr.md:" in said(site)
    assert not (site.root / "output").exists()


def test_topics_sources_and_tags_become_harmless_addresses(site: TestSite, outside: Path) -> None:
    site.story("b", topics="[../../x]", sources="[../../outside/y, '/']", tags="[../z]")
    before = sorted(outside.rglob("*"))
    said(site)
    assert sorted(outside.rglob("*")) == before
    assert {path.name for path in site.root.parent.iterdir()} == {"site", "outside"}
    assert all(".." not in name for name in site.output())


def test_a_picture_in_a_text_reads_nothing(site: TestSite) -> None:
    site.story("b", body="![x](../../../../outside/x.png)\n\n[y](file:///etc/passwd)")
    said(site)
    assert not [name for name in site.output() if name.endswith(".png") and "x" in name]


@pytest.mark.parametrize(
    "settings",
    [
        "translation: {glossary: ../outside/x.yaml}",
        "translation: {glossary: /etc/passwd}",
        "translation: {glossary: ~/x.yaml}",
        "site: {timezone: ../../etc/passwd}",
        "topics: [{key: ../x, name: y}]",
        "topics: [{key: x, name: y, slug: {tr: ../y, en: y}}]",
        "languages: [../x]",
        "engines: {google: {url: file:///etc/passwd}}",
        "site: {url: 'file:///etc/passwd'}",
    ],
)
def test_a_setting_that_leads_elsewhere_is_refused(site: TestSite, settings: str) -> None:
    site.write("config.yaml", settings)
    config, problems = load(site.root)
    assert config is None
    assert all(problem.path == "config.yaml" for problem in problems)


def test_a_template_cannot_name_another_one_outside(site: TestSite) -> None:
    site.write("templates/list.html", '{% include "../../outside/x.html" %}')
    assert "there is no template" in said(site)


def test_a_glossary_that_leads_out_of_the_site_is_refused(site: TestSite, outside: Path) -> None:
    link(site, "glossary.yaml", outside / "x.yaml")
    assert any(one.code == "glossary" and "outside" in one.message for one in check(site.config)), (
        audit.as_text(check(site.config))
    )


def test_settings_are_the_owners_and_may_be_a_link(site: TestSite, tmp_path: Path) -> None:
    (site.root / "config.yaml").unlink()
    (tmp_path / "config.yaml").write_text(CONFIG, "utf-8")
    link(site, "config.yaml", tmp_path / "config.yaml")
    assert said(site) == ""

"""The pages of summaries: languages, stale translations, pictures, changes, the slip."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from builders import TODAY, make_approved_text, make_record, make_sources

from policybook.model.findings import has_errors
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render.types import Settings

HERE = Path(__file__).parents[2]
FOLDER = "docs/policies/behaviour/"
RULES = (
    "## Rules\n\nHand your phone in before lessons.\n\n"
    "Be kind to everyone at all times.\n\nWalk in the corridors.\n"
)
PUPILS = (
    "## You must\n\n- Hand your phone in. [1.1]\n\n## Never\n\n- Never run. [1.3]\n\n"
    "## Who to tell\n\n- Tell a teacher. [1.2]\n"
)
#: Translations of this school's three rules, written for these tests.
WORDS = {
    "cy": ("Beth rydym yn ei ofyn", "Rhowch eich ffôn i ni.", "Byddwch yn garedig.", "Cerddwch."),
    "pl": ("O co prosimy", "Oddaj telefon.", "Bądź miły.", "Chodź powoli."),
    "ur": ("ہم کیا چاہتے ہیں", "اپنا فون جمع کرائیں۔", "مہربان رہیں۔", "آہستہ چلیں۔"),
}


def translation(tag: str, reviewed: str) -> str:
    heading, *statements = WORDS[tag]
    lines = "".join(f"- {words} [1.{number}]\n" for number, words in enumerate(statements, 1))
    return f"---\nreviewed: {reviewed}\nheading: {heading} – {tag}\n---\n\n## {heading}\n\n{lines}"


def project() -> dict[str, str | bytes]:
    """Return two versions with translated summaries.

    The Polish was compared with the newest English. The Welsh and the Urdu were
    compared with the English before, which did not mention watches.
    """
    old = "## What we ask\n\n- Hand your phone in. [1.1]\n- Be kind. [1.2]\n- Walk. [1.3]\n"
    new = old.replace("phone in", "phone and watch in")
    files: dict[str, str | bytes] = {
        f"{FOLDER}2024-09.md": make_approved_text(RULES, approved_on="2024-09-09"),
        f"{FOLDER}2024-09.parents.md": old,
        f"{FOLDER}2025-09.md": make_approved_text(
            RULES.replace("phone in", "phone and your watch in"), changes="Watches are a new thing."
        ),
        f"{FOLDER}2025-09.parents.md": f"---\nreviewed: 2025-09\nchanges: You must hand in watches too.\n---\n\n{new}",
        f"{FOLDER}2025-09.pupils.md": PUPILS,
    }
    for tag, reviewed in (("pl", "2025-09"), ("cy", "2024-09"), ("ur", "2024-09")):
        files[f"{FOLDER}2025-09.parents.{tag}.md"] = translation(tag, reviewed)
    return {**files, layout.RECORD: make_record(files)}


@pytest.fixture(scope="module")
def pages() -> dict[str, BeautifulSoup]:
    settings = Settings(url="https://hill-view.example/", pdf=False)
    site = build.build(
        make_sources(project()), read_templates(HERE / "golden" / "school"), TODAY, settings
    )
    assert not has_errors(site.findings), site.findings
    return {
        a.path: BeautifulSoup(a.data, "html.parser")
        for a in site.files()
        if a.path.endswith("index.html")
    }


def find_page(pages: dict[str, BeautifulSoup], address: str) -> BeautifulSoup:
    return pages[f"policies/behaviour/{address}index.html"]


def select(soup: BeautifulSoup, selector: str) -> Tag:
    tag = soup.select_one(selector)
    assert tag, selector
    return tag


@pytest.mark.parametrize(("tag", "direction"), [("cy", "ltr"), ("pl", "ltr"), ("ur", "rtl")])
@pytest.mark.parametrize("view", ["", "print/"])
def test_languages_are_marked(
    pages: dict[str, BeautifulSoup], tag: str, direction: str, view: str
) -> None:
    soup = find_page(pages, f"parents/{tag}/{view}")
    assert (select(soup, "html")["lang"], select(soup, "html")["dir"]) == (tag, direction)
    ours = [word for word in select(soup, "article").find_all(string=True) if word.strip()]
    for word in ours:
        assert isinstance(word, NavigableString)
        language = next(str(parent["lang"]) for parent in word.parents if parent.get("lang"))
        is_translated = any(str(word).strip().startswith(words) for words in WORDS[tag])
        named = str(word).strip() in ("English", "Cymraeg", "polski", "اردو")
        assert named or language == (tag if is_translated else "en-GB"), (str(word), language)
        if direction == "rtl" and language == "en-GB":
            assert next(str(p["dir"]) for p in word.parents if p.get("dir")) == "ltr", word


def test_languages_link_to_each_other(pages: dict[str, BeautifulSoup]) -> None:
    for tag in ("", "cy/", "pl/", "ur/"):
        links = select(find_page(pages, f"parents/{tag}"), ".pb-tongues").select("a")
        assert select(find_page(pages, f"parents/{tag}"), ".pb-tongues [aria-current]")
        assert len(links) == 3
        assert {(str(a["lang"]), a.text, str(a["dir"])) for a in links} <= {
            ("en-GB", "English", "ltr"),
            ("cy", "Cymraeg", "ltr"),
            ("pl", "polski", "ltr"),
            ("ur", "اردو", "rtl"),
        }
    assert not find_page(pages, "pupils/").select(".pb-tongues")
    assert [
        a["hreflang"]
        for a in find_page(pages, "").select(".pb-status:not([hidden]) .pb-ways [hreflang]")
    ] == [
        "cy",
        "pl",
        "ur",
    ]


def test_stale_statements_are_marked(pages: dict[str, BeautifulSoup]) -> None:
    for tag, behind in (("pl", 0), ("cy", 1), ("ur", 1)):
        notices = find_page(pages, f"parents/{tag}/").select("li .pb-behind")
        assert len(notices) == behind, tag
        for notice in notices:
            assert "The English of this has changed since it was translated." in notice.text
            assert notice.find_parent("li")["id"] == "st1"  # type: ignore[index]
            assert str(select(notice, "a")["href"]).endswith("2025-09/parents/#st1")  # type: ignore[arg-type]
    assert (
        "Last compared with the English of September 2024." in find_page(pages, "parents/cy/").text
    )


def test_changes_in_the_summarys_words(
    pages: dict[str, BeautifulSoup],
) -> None:
    article = select(find_page(pages, "parents/"), "article")
    assert "You must hand in watches too." in article.text
    assert "Watches are a new thing." not in article.text
    assert article.select_one("a[href$='changes/2024-09..2025-09/']")
    assert "It takes 1 minute to read." in article.text
    assert "Ask the school office." in article.text
    assert "Every point was checked against the policy of September 2025." in article.text
    assert "Every point was checked" not in find_page(pages, "2024-09/parents/").text


def test_first_version_has_no_changes(
    pages: dict[str, BeautifulSoup],
) -> None:
    assert "This is the first version published here." in find_page(pages, "2024-09/parents/").text


@pytest.mark.parametrize(
    "address", ["parents/", "pupils/", "parents/print/", "pupils/print/", "pupils/slip/"]
)
def test_summaries_defer_to_the_policy(pages: dict[str, BeautifulSoup], address: str) -> None:
    words = " ".join(find_page(pages, address).text.split())
    assert "The policy itself is what counts." in words
    assert "version 2025-09" in words.casefold()


def test_pictures_have_words(
    pages: dict[str, BeautifulSoup],
) -> None:
    soup = find_page(pages, "pupils/")
    shown = [str(svg["aria-label"]) for svg in soup.select("article svg")]
    assert shown == ["A tick: do", "A phone", "A cross: do not", "A person", "A child and an adult"]
    assert all(svg["role"] == "img" for svg in soup.select("article svg"))
    assert not soup.select("[style], article style, article script")


def test_slip_is_complete(pages: dict[str, BeautifulSoup]) -> None:
    words = " ".join(find_page(pages, "pupils/slip/").text.split())
    for line in (
        "My name",
        "My class",
        "My signature",
        "Parent's or carer's signature",
        "Hand your phone in.",
        "Never run.",
        "Tell a teacher.",
    ):
        assert line in words
    assert select(find_page(pages, ""), ".pb-hash code").text in words


def test_clauses_show_plain_words(pages: dict[str, BeautifulSoup]) -> None:
    shown = {
        str(d.find_parent(id=True)["id"]): " ".join(select(d, "summary").text.split())  # type: ignore[index,arg-type]
        for d in find_page(pages, "").select("details.pb-inshort")
    }
    assert shown == {
        "s1-1": "In short, for parents and pupils: this rule in plain words",
        "s1-2": "In short, for parents and pupils: this rule in plain words",
        "s1-3": "In short, for parents and pupils: this rule in plain words",
    }
    link = select(find_page(pages, ""), "#s1-2 .pb-inshort a")
    assert str(link["href"]).endswith("parents/#st2")


def test_register_shows_reading_ages(pages: dict[str, BeautifulSoup]) -> None:
    table = select(pages["review/reading-ages/index.html"], ".pb-register")
    assert "Behaviour policy, September 2025" in table.text
    assert "For parents (pl): not measured" in " ".join(table.text.split())


@pytest.mark.parametrize(
    ("heading", "is_there"),
    [("You must", False), ("In class", True)],  # without a heading that says what to do, all is
)
def test_slip_says_what_to_do(heading: str, is_there: bool) -> None:
    path = "docs/policies/behaviour/2025-09"
    approved = {f"{path}.md": make_approved_text("## Rules\n\nSit.\n\nEat.\n")}
    words = f"## {heading}\n\n- Sit still. [1.1]\n\n## At lunch\n\n- Eat well. [1.2]\n"
    files = {**approved, layout.RECORD: make_record(approved), f"{path}.pupils.md": words}
    templates, settings = read_templates(HERE / "golden" / "school"), Settings(pdf=False)
    site = build.build(make_sources(files), templates, TODAY, settings)
    html = next(a.data for a in site.files() if a.path.endswith("behaviour/pupils/slip/index.html"))
    slip = BeautifulSoup(html, "html.parser").text
    assert "Sit still." in slip
    assert ("Eat well." in slip) is is_there

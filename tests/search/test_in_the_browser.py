"""Search as a reader meets it, in Chromium; and that the script ranks as Python does."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders import load_library
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from policybook import search
from policybook.model import Library
from policybook.project.templates import own_folder, read_templates
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.reading.school import contacts_yml
from policybook.search import Searcher, facts, situations, thesaurus
from policybook.search.english import STOP
from policybook.search.stemming import stem, words
from policybook.site import build
from policybook.site.help_views import HelpViews, help_views
from policybook.site.render.types import Settings
from policybook.site.school_pages import worried

from .conftest import HERE, TODAY
from .facts.test_asked_facts import ASKED, ASKED_OF_ALL
from .situations.test_general_cards import GENERAL, PLAIN
from .situations.test_speakers import SPOKEN
from .situations.test_subjects import ORDINARY, TOLD, lines
from .situations.test_trouble_kinds import TROUBLE
from .test_amounts import AMOUNTS

pytestmark = pytest.mark.browser
POLICY = "policies/social-media/"
#: Words that languages and sharp corners of Unicode make hard.
ODD = """ŁÓDŹ naïve ǅ ς Σ ΟΔΟΣ İıSß ﬁ ½ ² Ⅷ ٣ हिन्दी 中文字
don’t o`clock rock´n´roll a_b x\u00ady 3.15pm KS2 ’tis pupils’"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the small school that search leads to, with the assets of every page."""
    target = tmp_path_factory.mktemp("site")
    templates = read_templates(own_folder("templates").parent)
    built = build.build(read_sources(HERE / "school"), templates, TODAY, Settings(pdf=False))
    for path, data in ((asset.path, asset.data) for asset in built.files()):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return target


@pytest.fixture(scope="module")
def root(folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(folder)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may be complained of: no fault in a script, nothing that the security policy blocks."""
    context = browser.new_context()
    complaints: list[str] = []
    opened = context.new_page()

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "favicon" not in message.text:
            complaints.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda fault: complaints.append(str(fault)))
    yield opened
    context.close()
    assert complaints == []


RANK = """async ([address, base, queries]) => {
  const engine = await import(address), searcher = await engine.open(base), found = [];
  for (const query of queries) {
    const hits = (await searcher.rank(query)).hits;
    found.push([await searcher.asked(query), hits.map(h => [h.number, h.score, h.strength])]);
  }
  return found;
}"""
RANK_FOR = """async ([address, base, queries, audience]) => {
  const engine = await import(address), searcher = await engine.open(base), found = [];
  for (const query of queries) found.push((await searcher.rank(query, audience)).hits.map(h => h.number));
  return found;
}"""
STEMS = """async ([address, base, text]) => {
  const engine = await import(address), searcher = await engine.open(base);
  return engine.words(text).map(w => [w, searcher.stem(w)]);
}"""


def places(root: str) -> list[str]:
    return [root + "assets/search-engine.js", root + "assets/search/"]


def test_script_ranks_as_python(
    page: Page, root: str, searcher: Searcher, queries: list[str]
) -> None:
    texts = [document.text for document in searcher.index.documents]
    asked = [
        *queries,
        "5.4",
        "rule 5.4",
        "section 5",
        "5.4 (a)",
        "social media 5.2",
        "Complaints policy 2.2(c)",
        "what does rule 2.1 of the behaviour policy say",
        "open at 8.30 am",
        *(
            "1:4",
            "5.2 ml",
            "5.2ml",
            "£5.20",
            "5.2 %",
            "5 / 4 / 2026",
            "5.2 m",
            "rule 5.4 (aa)",
            "5.4 g 2.1G",
        ),
        *AMOUNTS,
        *(f"as a parent {query}" for query in queries[::7]),
        *("im a TA can i hug a pupil", "I'm a supply teacher", "as a governor", "as a dog"),
        "section 2.7 of no such policy",
        *("rule A.1", "A.1", "rule a 1 (b)", "section B.2", "a 1"),
        *texts[::3],
        *(query[: len(query) // 2] for query in queries),
        "",
        " ?! ",
    ]
    page.goto(root + "search/")
    results = page.evaluate(RANK, [*places(root), asked])
    for query, (heard, hits) in zip(asked, results, strict=True):
        assert heard == searcher.correct_words(query), query
        assert hits == [[h.number, h.score, h.strength] for h in searcher.rank(query)], query


def test_script_puts_named_clauses_first(
    page: Page, folder: Path, root: str, school: Library, queries: list[str]
) -> None:
    some = [document for document in search.documents_in_force(school, TODAY) if document.number][
        ::7
    ]
    phrases = [query.replace(",", " ") for query in queries if words(query)][: len(some)]
    rows = "".join(
        f"  - say: '{query.replace(chr(39), '’')}'\n    means: {document.policy} {document.number}\n"
        for query, document in zip(phrases, some, strict=False)
    )
    row_list = thesaurus.read_thesaurus(f"ours:\n{rows}", "t.yml")[0]
    named = Searcher(
        search.index(search.documents_in_force(school, TODAY), (*row_list, *search.shipped_rows()))
    )
    (folder / "named").mkdir()
    for name, data in search.index_files(named.index):
        (folder / "named" / name).write_bytes(data)
    page.goto(root + "search/")
    asked = [*phrases, *(f"{query} school" for query in phrases)]
    results = page.evaluate(RANK, [root + "assets/search-engine.js", root + "named/", asked])
    for query, (_, hits) in zip(asked, results, strict=True):
        assert hits == [[h.number, h.score, h.strength] for h in named.rank(query)], query
    assert (
        sum(named.rank(row.says[0])[0].document.number == row.clauses[0][1] for row in row_list)
        == len(row_list)
        > 5
    )


def test_script_stems_as_python(
    page: Page, root: str, searcher: Searcher, queries: list[str]
) -> None:
    text = " ".join(
        [ODD, *searcher.vocabulary, *queries, *(d.text for d in searcher.index.documents)]
    )
    page.goto(root + "search/")
    assert page.evaluate(STEMS, [*places(root), text]) == [[w, stem(w)] for w in words(text)]


def test_nothing_is_fetched_before_somebody_types(page: Page, root: str) -> None:
    fetched: list[str] = []

    def note(request: Request) -> None:
        fetched.append(request.url)

    page.on("request", note)
    page.goto(root + POLICY, wait_until="networkidle")
    page.locator("#pb-q").focus()
    page.wait_for_timeout(300)
    assert not [url for url in fetched if "assets/search/" in url or "search-engine" in url]
    page.locator("#pb-q").fill("disclaimer")
    page.locator("#pb-results a").first.wait_for()
    assert [url for url in fetched if url.endswith("assets/search/index.json")]


@pytest.mark.parametrize("query", ["handed in", "friend reqest", "13"])
def test_the_box_leads_to_the_clause(page: Page, root: str, searcher: Searcher, query: str) -> None:
    page.goto(root + POLICY + "2022-11/")
    page.locator("#pb-q").fill(query)
    link = page.locator("#pb-results li a").first
    link.wait_for()
    link.click()
    page.wait_for_url("**#*")
    best = searcher.rank(query)[0].document
    assert page.url == f"{root}{best.address}#{best.anchor}"
    assert best.text in " ".join(
        (page.locator(f"[id='{best.anchor}']").text_content() or "").split()
    )


def test_statement_leads_to_its_page(page: Page, root: str) -> None:
    page.goto(root + "search/?q=purple")
    page.locator(f"#pb-found a[href$='{POLICY}parents/#st2']").click()
    assert page.url == f"{root}{POLICY}parents/#st2"
    assert "purple" in (page.locator("#st2").text_content() or "")


def test_the_box_by_keyboard(page: Page, root: str) -> None:
    page.goto(root + POLICY)
    box = page.locator("#pb-q")
    box.focus()
    page.keyboard.type("phone", delay=20)
    page.locator("#pb-results li a").first.wait_for()
    assert 1 < page.locator("#pb-results li a").count() <= 6
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#pb-results li')")
    page.keyboard.press("Escape")
    assert page.locator("#pb-results a").count() == 0
    assert box.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=phone")


def test_the_count_is_announced(page: Page, root: str) -> None:
    page.goto(root + POLICY)
    status = page.locator("form[role=search] [role=status]").first
    page.locator("#pb-q").fill("disclaimer")
    page.locator("#pb-results li a").first.wait_for()
    assert "1 result" in (status.text_content() or "")
    page.locator("#pb-q").fill("zzzzqqqq")
    page.get_by_text("Nothing found").first.wait_for()
    assert "Nothing found" in (status.text_content() or "")


def test_results_close_when_focus_leaves_them(page: Page, root: str) -> None:
    page.goto(root + POLICY)
    page.locator("#pb-q").fill("disclaimer")
    page.locator("#pb-results li a").first.wait_for()
    page.locator("main a:visible").first.focus()
    assert page.locator("#pb-results a").count() == 0


def test_search_page_marks_words(page: Page, root: str) -> None:
    page.goto(root + "search/?q=sacked")
    page.locator("#pb-found li").first.wait_for()
    assert page.locator("#pb-found li").first.locator("mark").all_text_contents()
    assert page.locator("#pb-ask").input_value() == "sacked"


@pytest.mark.parametrize("query", ["phone on the school trip", "is it in the e policy", "off"])
def test_empty_words_are_never_marked(
    page: Page, sample_site: Path, serve: Callable[[Path], str], query: str
) -> None:
    page.goto(serve(sample_site) + "search/?q=" + query.replace(" ", "%20"))
    page.locator("#pb-count", has_text=".").wait_for()
    marked = [word.lower() for word in page.locator("#pb-found mark").all_text_contents()]
    assert not STOP.intersection(marked) and not [w for w in marked if len(w) == 1]


def test_related_rules_are_told_apart(
    page: Page, sample_site: Path, serve: Callable[[Path], str]
) -> None:
    """The page calls those rules related that the data calls partial."""
    page.goto(serve(sample_site) + "search/?q=can%20a%20teacher%20look%20through%20my%20phone")
    hits = page.locator("#pb-found li")
    hits.first.wait_for()
    assert not hits.first.locator(".pb-hit-related").count()
    assert hits.nth(1).locator(".pb-hit-related").text_content() == " · related"
    assert "related rules." in (page.locator("#pb-count").text_content() or "")
    assert Axe().run(page).violations_count == 0


def test_an_explanation_is_shown_once(
    page: Page, sample_site: Path, serve: Callable[[Path], str]
) -> None:
    page.goto(serve(sample_site) + "search/?q=insta")
    page.locator("#pb-found li").first.wait_for()
    reasons = page.locator("#pb-found .pb-hit-why").all_text_contents()
    assert len(reasons) == len(set(reasons))


def test_pasted_text_changes_the_address(page: Page, root: str) -> None:
    page.goto(root + "search/")
    page.locator("#pb-ask").focus()
    page.keyboard.insert_text("lost usb stick")
    page.wait_for_url("**/search/?q=lost%20usb%20stick")
    page.locator("#pb-found a[href*='data-protection']").first.wait_for()


def test_partial_match_is_announced(page: Page, root: str) -> None:
    page.goto(root + "search/?q=confiscated+phone+zzzzqqqq")
    page.locator("#pb-found li").first.wait_for()
    assert (page.locator("#pb-count").text_content() or "").startswith("No exact match.")


def test_more_results_up_to_thirty(page: Page, root: str) -> None:
    page.goto(root + "search/?q=pupil")
    page.locator("#pb-found li").first.wait_for()
    assert page.locator("#pb-found li").count() == 10
    for count in (20, 30):
        page.locator("#pb-more button").click()
        page.locator(f"#pb-found li:nth-child({count})").wait_for()
        assert page.evaluate(
            f"document.activeElement.closest('li') === document.querySelector('#pb-found').children[{count - 10}]"
        )
    assert not page.locator("#pb-more").is_visible()


def test_reader_can_write_to_school(page: Page, root: str) -> None:
    page.goto(root + "search/?q=school+dinner")
    page.locator("#pb-found li").first.wait_for()
    assert (
        page.locator("#pb-mail").get_attribute("href")
        == "mailto:office@elm.example?subject=Not%20found%3A%20school%20dinner"
    )


def test_markup_in_a_query_is_text(page: Page, root: str) -> None:
    page.goto(root + "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+phone")
    page.locator("#pb-found li").first.wait_for()
    assert page.locator("main img").count() == 0


def test_script_ranks_one_audience(
    page: Page, root: str, searcher: Searcher, queries: list[str]
) -> None:
    page.goto(root + "search/")
    for audience in ("parents", "pupils", "staff", "governors"):
        results = page.evaluate(RANK_FOR, [*places(root), queries[::5], audience])
        expected = [
            [h.number for h in searcher.rank(query, audience=audience)] for query in queries[::5]
        ]
        assert results == expected


def test_audience_filter_stays_in_address(page: Page, root: str) -> None:
    page.goto(root + "search/?q=phone")
    page.locator("#pb-found li").first.wait_for()
    page.select_option("#pb-for", "parents")
    page.wait_for_url("**/search/?q=phone&for=parents")
    page.reload()
    page.locator("#pb-found li").first.wait_for()
    assert page.input_value("#pb-for") == "parents"


def test_other_texts_are_marked(page: Page, root: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(root + "search/?q=social%20networking")
    page.locator("#pb-found li").first.wait_for()
    assert not [url for url in fetched if "not-in-force" in url]
    assert not page.locator("#pb-apart").is_visible()
    page.check("#pb-all")
    page.locator("#pb-old li").first.wait_for()
    assert [url for url in fetched if "not-in-force" in url]
    words = page.locator("#pb-old li").all_text_contents()
    assert all("no longer in force" in request or "not in force" in request for request in words)
    assert not any(
        "not in force" in request for request in page.locator("#pb-found li").all_text_contents()
    )


def test_result_explains_a_synonym(page: Page, root: str) -> None:
    page.goto(root + "search/?q=insta")
    page.locator("#pb-found li").first.wait_for()
    reason = page.locator("#pb-found .pb-hit-why").first.text_content() or ""
    assert "You typed ‘insta’. The text says ‘" in reason
    page.goto(root + "search/?q=disclaimer")
    page.locator("#pb-found li").first.wait_for()
    assert page.locator("#pb-found li").first.locator(".pb-hit-why").count() == 0


def test_rows_are_shown_without_bars(
    page: Page, sample_site: Path, serve: Callable[[Path], str]
) -> None:
    page.goto(serve(sample_site) + "search/?q=reception to year 4 devices")
    page.locator("#pb-found li").first.wait_for()
    texts = page.locator("#pb-found .pb-hit-text").all_text_contents()
    assert "Pupils in Reception to Year 4: No devices" in texts
    assert not any("|" in text for text in texts)


def test_arrows_move_through_results(page: Page, root: str) -> None:
    page.goto(root + POLICY)
    page.locator("#pb-q").fill("phone")
    page.locator("#pb-results li a").first.wait_for()
    page.locator("#pb-q").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelector('#pb-results a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "pb-q"


def test_a_to_z_without_javascript(browser: Browser, root: str, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "search/?q=phone")
    links = [a.get_attribute("href") or "" for a in page.locator("main section a").all()]
    context.close()
    assert "../policies/social-media/#s3" in links
    assert not [
        a
        for a in links
        if not (folder / "search" / a.split("#")[0] / "index.html").resolve().exists()
    ]
    assert "lettings" not in " ".join(links)


def test_missing_index_is_announced(browser: Browser, root: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/index.json", lambda route: route.abort())
    page.goto(root + "search/?q=phone")
    page.get_by_text("Search is not available at the moment").wait_for()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("in_box", [False, True])
def test_axe_finds_nothing_wrong_with_results(
    browser: Browser, root: str, in_box: bool, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    if in_box:
        page.goto(root)
        page.locator("#pb-q").fill("phone zzzzqqqq")
        page.locator("#pb-results li").first.wait_for()
    else:
        page.goto(root + "search/?q=friend+request")
        page.locator("#pb-found li").first.wait_for()
        assert not page.locator("#pb-q").is_visible()  # one box is enough
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": rules}})
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    context.close()
    assert [
        f"{v['id']}: {n['html'][:120]}" for v in results.response["violations"] for n in v["nodes"]
    ] == []
    assert wide <= width


CARDS = """async ([script, address, queries]) => {
  const engine = await import(script), finder = await engine.open(address);
  return queries.map(query => { const card = finder.find(query); return card ? card.id : null; });
}"""


SAFETY = "If you are worried about someone’s safety, see What to do now. In danger? Ring 999."


def test_script_finds_cards_as_python(page: Page, root: str, queries: list[str]) -> None:
    file = situations.read_school_file(load_library({}), situations.shipped_cards())
    finder = situations.CardFinder(file)
    phrases = [phrase for card in file.cards for phrase in (*card.phrases[::5], *card.whole)]
    texts = (*TOLD.values(), *SPOKEN.values(), *TROUBLE.values(), *GENERAL.values(), PLAIN)
    told = [line for text in texts for line in lines(text)]
    asked = [
        *queries,
        *phrases,
        *told,
        *lines(ORDINARY),
        ODD,
        "Mum’s boyfriend HIT me!!",
        "",
        "someone asked me " * 40,
    ]
    page.goto(root + "search/")
    results = page.evaluate(
        CARDS, [root + "assets/help-cards.js", root + "worried/cards.json", asked]
    )
    for query, card in zip(asked, results, strict=True):
        expected = finder.find(query)
        assert card == (expected.id if expected else None), query
    assert sum(card is not None for card in results) > 50


PEOPLE = """async ([script, address, queries]) => {
  const engine = await import(script), finder = await engine.open(address);
  return queries.map(query => { const person = finder.findPerson(query); return person ? person.role : null; });
}"""
ROLES = """checked: 2026-11-20
contacts:
  - {role: Designated Safeguarding Lead, also: [DSL], phone: 01632 960001}
  - {role: Headteacher, phone: 01632 960002}
  - {role: Chair of governors, email: chair@hill-view.example}
"""


def make_views(people: tuple[situations.AskedPerson, ...]) -> HelpViews:
    """Return what pages show where there are people alone, and no cards."""
    views = help_views(load_library({layout.SCHOOL: "name: Hill View\nnation: Scotland\n"}), TODAY)
    return replace(views, asked_people=people)


def test_script_finds_people_as_python(page: Page, root: str, queries: list[str]) -> None:
    people = situations.list_asked_people(contacts_yml.read(ROLES, []))
    asked = [*queries, "who is the DSL?", "head", "chair of governors’ email", "head lice", ODD]
    data = worried.as_data(make_views(people))
    page.goto(root + "search/")
    page.route("**/test-people.json", lambda route: route.fulfill(json=data))
    results = page.evaluate(
        PEOPLE, [root + "assets/help-cards.js", root + "test-people.json", asked]
    )
    for query, role in zip(asked, results, strict=True):
        person = situations.find_person(people, query)
        assert role == (person.role if person else None), query
    assert results[-5:] == [
        "Designated Safeguarding Lead",
        "Headteacher",
        "Chair of governors",
        None,
        None,
    ]


def test_person_is_above_all_results(page: Page, root: str) -> None:
    people = situations.list_asked_people(contacts_yml.read(ROLES, []))
    data = worried.as_data(make_views(people))
    page.route("**/worried/cards.json", lambda route: route.fulfill(json=data))
    page.goto(root + "search/?q=who%20is%20the%20dsl")
    card = page.locator("#pb-card .pb-person-card")
    card.wait_for()
    assert card.get_by_role("link").get_attribute("href") == "tel:01632960001"
    announced = page.locator("#pb-count").text_content() or ""
    assert announced.startswith("Whom to ask: Designated Safeguarding Lead.")
    assert Axe().run(page).violations_count == 0


def test_unknown_reader_sees_two_cards(page: Page, root: str) -> None:
    page.goto(root + "search/?q=a%20teacher%20has%20been%20accused")
    card = page.locator("#pb-card .pb-help-card")
    card.wait_for()
    lines = card.locator(".pb-help-beside")
    assert lines.all_text_contents() == [
        "If you deal with it, or have heard of it:",
        "If you are the one who is accused: Someone says that I have harmed a child",
    ]
    address = lines.last.get_by_role("link").get_attribute("href") or ""
    assert address.endswith("/worried/accused/")
    assert Axe().run(page).violations_count == 0


def test_card_is_above_all_results(page: Page, root: str) -> None:
    page.goto(root + "search/?q=someone%20asked%20me%20for%20a%20photo")
    card = page.locator("#pb-card .pb-help-card")
    card.wait_for()
    assert card.locator("a").first.text_content() == "Someone asked me for a photo"
    assert "Ring 999" in (card.text_content() or "") and card.locator("li").count() == 3
    place = page.locator("#pb-count").bounding_box()
    box = card.bounding_box()
    assert place and box and box["y"] < place["y"]
    assert not page.locator("#pb-found .pb-hit-why").count(), "no arrow says that a rule fits"
    assert "Rules with such words" in (page.locator("#pb-count").text_content() or "")
    assert (page.locator("#pb-count").text_content() or "").startswith("What to do now: Someone")
    assert Axe().run(page).violations_count == 0
    page.locator("#pb-ask").fill("phones")
    page.locator("#pb-found li").first.wait_for()
    card.wait_for(state="detached")


def test_box_shows_the_card(page: Page, root: str) -> None:
    page.goto(root + POLICY + "2022-11/")
    page.locator("#pb-q").fill("my dad hits me")
    link = page.locator("#pb-results .pb-help-card a").first
    link.wait_for()
    assert page.locator("#pb-results > *").first.get_attribute("class") == "pb-help-card"
    link.click()
    page.wait_for_url(root + "worried/hurt/")
    assert Axe().run(page).violations_count == 0


def test_missing_cards_lead_to_help(browser: Browser, root: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/help-cards.js*", lambda route: route.abort())
    page.goto(root + "search/?q=friend+request")
    page.locator("#pb-count", has_text="What to do now").wait_for()
    context.close()


def test_unanswered_worry_leads_to_help(page: Page, root: str) -> None:
    page.goto(root + "search/?q=who%20won%20the%20election")
    page.locator("#pb-found li").first.wait_for()
    count = page.locator("#pb-count")
    words = count.text_content() or ""
    assert words.startswith("No rule here answers this.") and words.endswith(SAFETY)
    assert Axe().run(page).violations_count == 0
    page.locator("#pb-ask").fill("my dad hits me")
    page.locator("#pb-card .pb-help-card").wait_for()
    assert SAFETY not in (count.text_content() or "")
    page.locator("#pb-ask").fill("he sent me a friend request")
    page.locator("#pb-count", has_text="Worried about someone? What to do now.").wait_for()
    assert "999" not in (count.text_content() or "")
    assert (count.locator("a").get_attribute("href") or "").endswith("/worried/")
    page.goto(root + POLICY + "2022-11/")
    page.locator("#pb-q").fill("who won the election")
    link = page.locator("#pb-results .pb-hits-count a").first
    link.wait_for()
    status = page.locator("form [role=status]", has_text="No rule here").first
    assert SAFETY in (status.text_content() or "")
    link.click()
    page.wait_for_url(root + "worried/")


FACTS = """async ([script, cards, address, day, queries]) => {
  const engine = await import(script), text = await import(cards);
  const finder = await engine.open(address, day, text);
  return queries.map(query => { const fact = finder.find(query); return fact && [fact.kind, fact.heading, ...fact.lines]; });
}"""


@pytest.mark.parametrize("day", [TODAY, date(2027, 1, 5), date(2031, 1, 1)])
def test_script_finds_facts_as_python(
    page: Page, root: str, school: Library, queries: list[str], day: date
) -> None:
    sheets = (facts.sheet_on(school, policy, day) for policy in school.policies)
    finder = facts.FactFinder(sheets, facts.list_people(school))
    titles = ("behaviour", "social media", "lettings", "snow", "phone", "data protection", "")
    forms = [query for query, _ in (*ASKED, *ASKED_OF_ALL)]
    asked = [*queries, *forms, ODD, *(f"who approved the {t} policy" for t in titles)]
    asked += [f"is the {title} policy still in force" for title in titles]
    page.goto(root + "search/")
    scripts = [root + "assets/policy-facts.js", root + "assets/help-cards.js"]
    results = page.evaluate(
        FACTS, [*scripts, root + "assets/search/facts.json", day.isoformat(), asked]
    )
    for query, result in zip(asked, results, strict=True):
        fact = finder.find(query)
        assert result == ([fact.kind, fact.heading, *fact.lines] if fact else None), query
    assert sum(result is not None for result in results) > 20


def test_numbers_in_facts_can_be_dialled(page: Page, root: str) -> None:
    page.goto(root + "search/?q=who%20do%20i%20ring")
    card = page.locator("#pb-card .pb-fact-card")
    card.wait_for()
    lines = [" ".join(words.split()) for words in card.locator("p").all_text_contents()]
    assert "In danger now? Ring 999." in lines
    links = card.locator("p a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links[-1] == "tel:999"
    numbers = re.findall(r"\d{5} \d{6}", " ".join(lines))
    assert [link for link in links if link.startswith("tel:0")] == [
        f"tel:{number.replace(' ', '')}" for number in numbers
    ]


def test_fact_is_above_all_results(page: Page, root: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(root + "search/?q=confiscated%20watch")
    page.locator("#pb-found li").first.wait_for()
    assert not [url for url in fetched if "facts" in url]
    page.locator("#pb-ask").fill("who approved the behaviour policy")
    card = page.locator("#pb-card .pb-fact-card")
    card.wait_for()
    assert "Approved by Governing Body, July 2025." in (card.text_content() or "")
    announced = page.locator("#pb-count").text_content() or ""
    assert announced.startswith("About the policy: Behaviour and Anti-bullying Policy: approval.")
    assert "Approved by" in announced and SAFETY not in announced
    assert Axe().run(page).violations_count == 0
    card.get_by_role("link").click()
    page.wait_for_url(root + "policies/behaviour/")

"""Markup in any field is published as words: a browser runs and fetches nothing."""

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest
from builders import (
    PATH,
    TESTS,
    TODAY,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)

from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.site import build
from policybook.site.render import sanitise
from policybook.site.render.types import Settings, Templates

SUMMARY = PATH.replace(".md", ".parents.md")


MARK = "pbmark"
PAYLOADS = (
    f"<script>window.{MARK}=1</script>",
    f'"><img src=x onerror={MARK}()>',
    f"' onmouseover='{MARK}()",
    f"</title><style>*{{background:url(//{MARK}.example)}}</style>",
    f"]]><svg/onload={MARK}()>",
    f"{{{{ {MARK}.__class__ }}}}",
    f"--><iframe src=//{MARK}.example>",
    f"&lt;script&gt;{MARK}&lt;/script&gt;",
)


@cache
def load_templates() -> Templates:
    return read_templates(TESTS)


def build_site(files: dict[str, str | bytes]) -> Iterator[tuple[str, bytes]]:
    whole = {**files, layout.RECORD: make_record(files)}  # type: ignore[arg-type]
    settings = Settings(url="https://x.example/", pdf=False)
    website = build.build(make_sources(whole), load_templates(), TODAY, settings)  # type: ignore[arg-type]
    for asset in website.files():
        yield asset.path, asset.data


def find_hazards(path: str, page: Element) -> Iterator[str]:
    """What a browser would do, or would not show, that is not ours."""
    for element in page.iter():
        tag = str(element.tag).split("}")[-1]
        if tag in ("iframe", "object", "embed", "base") or (tag == "style" and path != ""):
            yield f"{path}: {tag}"
        words = "".join(element.itertext())
        if element.attrib.get("type") == "application/ld+json":
            if "<" in words:
                yield f"{path}: data that could end its own element"
        elif tag in ("script", "style") and MARK in words:
            yield f"{path}: {tag} holds the mark"
        for name, value in element.attrib.items():
            name = str(name).split("}")[-1].lower()
            if name.startswith("on") or name == "style":
                yield f"{path}: {name}"
            if name in ("href", "src", "action") and MARK in str(value) and "://" in str(value):
                yield f"{path}: {name}={value}"


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_fields_becomes_words(payload: str) -> None:
    quoted = '"' + payload.replace("\\", "\\\\").replace('"', '\\"') + '"'
    every = dict.fromkeys(("title", "owner", "approved_by", "minute"), quoted)
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(
            f"## {payload}\n\n**{payload}** and `{payload}`\n\n| {payload} |\n|---|\n| {payload} "
            "|\n",
            **every,
        ),
        PATH.replace("2025-09", "2026-09"): make_text(
            f"## {payload}\n\nOther {payload}\n", changes=f"[{quoted}]", title=quoted
        ),
        SUMMARY: f"## {payload}\n\n- {payload} [1.1]\n",
        layout.SCHOOL: f"name: {quoted}\ncontact: {quoted}\n",
    }
    pages = view = 0
    for path, data in build_site(files):
        if path.endswith(".html"):
            pages += 1
            parsed = html5lib.parse(data, transport_encoding="utf-8", namespaceHTMLElements=False)
            assert list(find_hazards(path, parsed)) == []
            view += MARK in "".join(parsed.itertext())
        elif path.endswith(".xml"):
            assert (
                MARK.encode() not in data.replace(b"&lt;", b"").split(b"<script")[-1]
                or b"<script" not in data
            )
    assert pages > 10
    assert view > 8, "the words themselves are shown"


@pytest.mark.parametrize(
    ("website", "rest"),
    [
        (f"<p>a</p><script>{MARK}</script>", "<p>a</p>"),
        (f'<a href="javascript:{MARK}" onclick="{MARK}">a</a>', "<a>a</a>"),
        (f'<a href=" java\nscript:{MARK}">a</a>', "<a>a</a>"),
        (f'<img src="https://{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        (f'<img src="//{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        (f'<img src="\\\\{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        ('<img src="../plan.png" alt="a">', '<img src="../plan.png" alt="a">'),
        (f"<iframe src='https://{MARK}.example'></iframe>b", "b"),
        (f'<meta http-equiv="refresh" content="0;url=//{MARK}.example">b', "b"),
        (f"<svg><script>{MARK}</script></svg>b", "b"),
        (f'<form action="//{MARK}.example"><button>a</button></form>', "a"),
        ('<h2 id="content">a</h2>', '<h2 id="content-1">a</h2>'),
        ('<td style="text-align: right;">', ""),
        (
            '<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>',
            '<table><tbody><tr><td class="pb-right">1</td></tr></tbody></table>',
        ),
    ],
)
def test_ordinary_page_runs_nothing(website: str, rest: str) -> None:
    assert str(sanitise.html(website)) == rest

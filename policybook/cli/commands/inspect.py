"""The commands that show something in the terminal: what changed, and what search finds."""

import argparse
import json
import textwrap
from dataclasses import replace

from policybook import search as searching
from policybook.cli.commands.options import Refused, asked_for, policy_of, understood, version_of
from policybook.model import timeline
from policybook.reading import layout
from policybook.redline import as_text
from policybook.site.policy_input import make_redline
from policybook.site.policy_pages.redlines import redline_data, redline_page


def diff(options: argparse.Namespace) -> int:
    made = understood(
        replace(asked_for(options), drafts=True)
    )  # a draft is what an office most wants to compare
    policy = policy_of(made, options.policy)
    versions = policy.versions
    old, new = sorted(
        (version_of(policy, options.old), version_of(policy, options.new)), key=versions.index
    )
    for version in (old, new):
        if timeline.removal(made.library, version):
            raise Refused(
                f"The words of {policy.name} {version.name} were taken out: there is nothing to compare."
            )
    found = make_redline(old, new)
    if options.format == "json":
        print(redline_data(found).decode(), end="")
    elif options.format == "html":
        inputs = made.policy_input(policy)
        print(redline_page(inputs, made.renderer, found, layout="policy/alone.html").html)
    else:
        print(as_text.redline_text(found))
    return 0


def search(options: argparse.Namespace) -> int:
    asked = asked_for(options)
    made = understood(asked)
    rows = (*searching.vocabulary(made.library, asked.today)[0], *searching.shipped())
    searcher = searching.Searcher(
        searching.index(searching.documents(made.library, asked.today), rows)
    )
    if options.batch:
        for query in options.batch.read_text(encoding="utf-8-sig").splitlines():
            print(json.dumps([_found(hit) for hit in searcher.rank(query)], ensure_ascii=False))
        return 0
    if not options.query:
        raise Refused(f'Say what to look for, such as: {layout.COMMAND} search "friend request"')
    hits = searcher.rank(" ".join(options.query), options.limit)
    if options.format == "json":
        print(json.dumps([_found(hit) for hit in hits], ensure_ascii=False, indent=1))
        return 0
    for place, hit in enumerate(hits, 1):
        document = hit.document
        where = f"rule {document.number}" if document.number else f"in short for {document.reader}"
        print(f"{place:2}. {document.title}, {where} ({document.section}), score {hit.score}")
        print(textwrap.fill(document.text, 100, initial_indent="    ", subsequent_indent="    "))
    print(
        "Nothing found."
        if not hits
        else ""
        if hits[0].whole
        else "Only a partial match: no rule has all of these words."
    )
    return 0


def _found(hit: searching.Hit) -> dict[str, str | int]:
    d = hit.document
    return {
        "policy": d.policy, "version": d.version, "clause": d.anchor, "number": d.number, "section": d.section,
        "text": d.text, "score": hit.score,
    }  # fmt: skip

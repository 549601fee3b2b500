"""Make the search page, and the index that the browser searches.

Without JavaScript, the page is an A to Z of policies and their sections.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from typing import NamedTuple

from policybook import search, store
from policybook.model import addresses, spans
from policybook.model.addresses import Address
from policybook.reading.school.contacts_yml import format_tel
from policybook.search import SearchDocument, ThesaurusRow
from policybook.search.facts import as_data
from policybook.site import dated
from policybook.site.lists.page_links import READERS
from policybook.site.policy_row import PolicyRow
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.text import json_file
from policybook.text.web_address import MAIL


def search_page(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page, and the index in two parts: texts in force, and all others."""
    email = re.search(MAIL, inputs.school.contact)
    yield renderer.page(
        addresses.SEARCH,
        "policy/search.html",
        title="Search the rules",
        description="Search the policies, rule by rule.",
        readers=READERS,
        policies=sorted(
            [row.current for row in inputs.policies if row.current],
            key=lambda view: (view.title.casefold(), view.policy),
        ),
        later=[later for row in inputs.policies for later in _later_texts(row)],
        email=email[0] if email else "",
    )
    documents = [document for row in inputs.policies for document in row.documents]
    yield from _index(inputs, renderer, documents, addresses.SEARCH_INDEX)
    # Browsers fetch this part only on request, so the first part stays small.
    others = [document for row in inputs.policies for document in row.documents_apart]
    yield from _index(inputs, renderer, others, addresses.SEARCH_INDEX_APART)
    # The script fetches this file for a query that may ask for a fact.
    facts = as_data(inputs.facts, inputs.people_to_ask, dict(_list_ways(inputs)))
    yield Asset(path=addresses.SEARCH_FACTS, data=json_file.as_bytes(facts))


def _list_ways(inputs: SchoolInput) -> Iterator[tuple[str, str]]:
    """Yield the numbers and e-mail addresses that a fact may show, each with what it links to."""
    for contact, _ in inputs.help.asked_people:
        if contact.phone:
            yield contact.phone, f"tel:{format_tel(contact.phone)}"
        if contact.email:
            yield contact.email, f"mailto:{contact.email}"


class LaterText(NamedTuple):
    """What is in force on later days instead of the text that search finds.

    `current` is None if no version of the policy `title` is in force then.
    """

    title: str
    current: dated.VersionLink | None
    when: dated.When


def _later_texts(row: PolicyRow) -> Iterator[LaterText]:
    by_day = spans.regroup(
        row.days, lambda status: dated.link_to(status.view if status.view.binds else None)
    )
    for part in dated.parts(by_day)[1:]:
        yield LaterText(row.shown.title, part.value, part.when)


def _index(
    inputs: SchoolInput, renderer: Renderer, documents: Sequence[SearchDocument], folder: Address
) -> Iterator[Asset]:
    apart, kept = folder == addresses.SEARCH_INDEX_APART, renderer.settings.store
    for name, data in make_index(documents, inputs.vocabulary, apart=apart, kept=kept):
        yield Asset(path=addresses.index_part(folder, name), data=data)


#: The name and the content of each file.
IndexFiles = tuple[tuple[str, bytes], ...]
_values_of = attrgetter(*(field.name for field in fields(SearchDocument)))


def make_index(
    documents: Sequence[SearchDocument],
    vocabulary: Sequence[ThesaurusRow],
    *,
    apart: bool,
    kept: store.Store | None,
) -> IndexFiles:
    """Return the files of the index of `documents`. `vocabulary` are the school's own words."""
    if kept is None:
        return _make(documents, vocabulary, apart)
    texts = map(_values_of, documents)
    key = store.digest_values(["index", store.digest_release(), apart, vocabulary, *texts])
    if data := kept.get(key):
        with suppress(store.NotPlain):
            known: IndexFiles = store.load(data)
            return known
    files = _make(documents, vocabulary, apart)
    kept.put(key, store.dump(files))
    return files


def _make(
    documents: Sequence[SearchDocument], vocabulary: Sequence[ThesaurusRow], apart: bool
) -> IndexFiles:
    index = search.index(documents, (*vocabulary, *search.shipped_rows()))
    return tuple(search.index_files(index, apart=apart))

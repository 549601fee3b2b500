"""Make the files of a search index, or take them from the store if no text in it has changed."""

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter

from policybook import search, store
from policybook.search import SearchDocument, ThesaurusRow
from policybook.store import NotPlain, Store

#: The name and the content of each file.
IndexFiles = tuple[tuple[str, bytes], ...]
_values_of = attrgetter(*(field.name for field in fields(SearchDocument)))


def make_index(
    documents: Sequence[SearchDocument],
    vocabulary: Sequence[ThesaurusRow],
    *,
    apart: bool,
    kept: Store | None,
) -> IndexFiles:
    """Return the files of the index of `documents`. `vocabulary` are the school's own words."""
    if kept is None:
        return _make(documents, vocabulary, apart)
    texts = map(_values_of, documents)
    key = store.digest_values(["index", store.digest_release(), apart, vocabulary, *texts])
    if (data := kept.get(key)) and (files := _read(data)):
        return files
    files = _make(documents, vocabulary, apart)
    kept.put(key, store.dump(files))
    return files


def _make(
    documents: Sequence[SearchDocument], vocabulary: Sequence[ThesaurusRow], apart: bool
) -> IndexFiles:
    index = search.index(documents, (*vocabulary, *search.shipped_rows()))
    return tuple(search.index_files(index, apart=apart))


def _read(data: bytes) -> IndexFiles | None:
    try:
        files: IndexFiles = store.load(data)
    except NotPlain:
        return None
    return files

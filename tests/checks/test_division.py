"""Checks of one policy at a time find what they would find in the whole library."""

from pathlib import Path

import pytest
from builders import TODAY, list_documents, load_project, make_record, read_case

from policybook import checks
from policybook.model import Library
from policybook.model.findings import Finding
from policybook.reading.files import layout

DOCUMENTS = (*list_documents("xfail"), *list_documents("xpass"))
#: Libraries of so many documents, each of which is a policy or more.
SIZE = 12


def find_in_whole(library: Library) -> set[Finding]:
    return {finding for check in checks.CHECKS for finding in check(library, TODAY)}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_each_document(document: Path) -> None:
    library = load_project(read_case(document).files).library
    assert set(checks.run(library, TODAY)) == find_in_whole(library)


@pytest.mark.parametrize("first", range(0, len(DOCUMENTS), SIZE))
def test_documents_as_one_school(first: int) -> None:
    files: dict[str, bytes] = {}
    for number, document in enumerate(DOCUMENTS[first : first + SIZE]):
        for path, data in read_case(document).files.items():
            folder = f"{layout.POLICIES}behaviour/"
            files[path.replace(folder, f"{layout.POLICIES}behaviour-{number}/")] = data
    files.pop(layout.RECORD, None)
    for record in (b"", make_record(files).encode()):
        library = load_project({**files, layout.RECORD: record}).library
        assert set(checks.run(library, TODAY)) == find_in_whole(library)

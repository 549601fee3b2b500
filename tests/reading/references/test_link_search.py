"""The links, pictures and contacts in a text."""

from builders import PATH, load_library, load_project, make_text

from policybook.reading.files import layout
from policybook.reading.references import link_search

PNG = b"\x89PNG"


def test_links_come_with_their_lines() -> None:
    body = (
        "[a](#x)\n\n## [b](#x)\n\n### *[c](#x)*\n\n- [d](#x)\n  - ![e](#x)\n\n"
        "| [f](#x) |\n|---|\n| [g](#x) |\n\n[![h](#x)](#x)\n"
    )
    project = load_library({PATH: make_text(body)}).policies[0].versions[0]
    findings = [
        (line - project.body_line, piece.text or piece.children[0].text)
        for line, piece in link_search.find_links(project)
    ]
    assert [name for _, name in findings] == ["a", "b", "c", "d", "e", "g", "f", "h", "h"]
    assert [line for line, _ in findings] == [1, 3, 5, 7, 8, 12, 12, 14, 14]


def test_only_shown_pictures_count() -> None:
    files = {
        PATH: make_text("## Rules\n\n![Gate](gate.png) ![Gone](gone.png) ![Gate](gate.png)\n"),
        "docs/policies/behaviour/gate.png": PNG,
        "docs/policies/behaviour/other.png": PNG,
    }
    project = load_library(files)
    assert link_search.find_pictures(project, project.policies[0].versions[0]) == {
        "docs/policies/behaviour/gate.png": PNG
    }


CONTACTS = """\
checked: 2026-10-05
contacts:
  - role: Head
    phone: 01632 960001
  - role: Office
    also: [School office]
    phone: 01632 960000
  - role: Nurse
    phone: 01632 960002
"""
ASKS = "## Rules\n\nAsk the {contact: School office}.\n\nTell the {contact: Office} or {contact: Cook}.\n"


def test_roles_come_with_their_lines() -> None:
    version = load_library({PATH: make_text("## A\n\nAsk the {contact: Head}.\n")}).policies[0]
    (found,) = link_search.find_roles(version.versions[0])
    assert found == (version.versions[0].body_line + 3, "Head")


def test_contacts_are_named_once() -> None:
    files = {
        PATH: make_text(ASKS),
        PATH.replace(".md", ".parents.md"): "- Ring the {contact: Head}. [1.1]\n",
    }
    for contacts, roles in ((CONTACTS, ["Office", "Head"]), (None, [])):
        listed = {**files, layout.CONTACTS: contacts} if contacts else files
        library = load_project(listed).library
        version = library.policies[0].versions[0]
        assert [contact.role for contact in link_search.find_contacts(library, version)] == roles

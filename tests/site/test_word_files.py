"""The Word files of the site and of the commands: the same file for both, with pictures and links."""

import io
from datetime import date

import pytest
from builders import FRONT, load_library, make_approved_text, make_text
from PIL import Image
from word.outgoing.accepting import list_texts, read_part

from policybook.model import Library
from policybook.reading.references.reference_links import read_titles
from policybook.redline import make_redline
from policybook.site.elsewhere import elsewhere_in
from policybook.site.policy_input import policy_input
from policybook.site.policy_sources import PolicySources
from policybook.site.word_files import redline_in_library, redline_word_file, version_word_file

TODAY = date(2026, 11, 22)
FOLDER = "docs/policies/behaviour"
OLD = "## Rules\n\nPupils must be kind.\n\n![A map](map.png)\n\nSee [this](#s1-1) and [that](https://www.gov.uk/).\n"


@pytest.fixture(scope="module")
def library() -> Library:
    picture = io.BytesIO()
    Image.new("RGB", (9, 9), "navy").save(picture, "PNG")
    return load_library(
        {
            f"{FOLDER}/2025-09.md": make_approved_text(OLD),
            f"{FOLDER}/2026-09.md": make_text(
                OLD.replace("kind", "kind and on time"), status="draft"
            ),
            f"{FOLDER}/map.png": picture.getvalue(),
        }
    )


def test_site_and_command_write_the_same_file(library: Library) -> None:
    policy = library.policies[0]
    titles = read_titles(library)
    sources = PolicySources(
        policy=policy, library=library, titles=titles, reviews=(), day=TODAY, key=""
    )
    inputs = policy_input(sources, elsewhere_in(library, titles), TODAY)
    changes = make_redline(*policy.versions)
    of_site = redline_word_file(changes, inputs.school, inputs.elsewhere, inputs.pictures)
    assert of_site == redline_in_library(changes, library)


def test_author_is_the_school(library: Library) -> None:
    xml = read_part(redline_in_library(make_redline(*library.policies[0].versions), library))
    authors = {
        value for e in xml.iter() for key, value in e.attrib.items() if key.endswith("}author")
    }
    assert authors == {"Hill View School"}


def test_draft_is_marked(library: Library) -> None:
    policy = library.policies[0]
    texts = list_texts(version_word_file(library, policy, policy.versions[1], TODAY), accept=True)
    assert texts[0] == FRONT["title"]
    assert texts[2] == "Draft. It is private, and not in force."


def test_text_in_force_has_no_notice(library: Library) -> None:
    policy = library.policies[0]
    texts = list_texts(version_word_file(library, policy, policy.versions[0], TODAY), accept=True)
    assert texts[2].startswith("Standing | In force since")


def test_links_and_pictures(library: Library) -> None:
    policy = library.policies[0]
    data = version_word_file(library, policy, policy.versions[0], TODAY)
    targets = [e.get("Target") or "" for e in read_part(data, "word/_rels/document.xml.rels")]
    assert {"https://www.gov.uk/", "media/image1.png"} <= set(targets)
    described = [e.get("descr") for e in read_part(data).iter() if e.tag.endswith("}docPr")]
    assert described == ["A map"]
    assert [e for e in read_part(data).iter() if e.tag.endswith("}bookmarkStart")]

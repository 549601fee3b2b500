"""Make the page on the form of an approved text, so that anyone can compute its hash again."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from policybook.model import addresses
from policybook.reading.record import canonical_forms
from policybook.reading.record.approved_text import sha256
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput

#: The examples: the name of both files, and what each shows.
EXAMPLES = {
    "plain": "A plain text",
    "picture": "A picture, a table and a nested list",
    "windows": "Windows line ends, a byte order mark, and letters with separate accents",
}
PICTURE = "the yard.svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormExample:
    """A file, its canonical text in the newest form, and the SHA-256 of that."""

    name: str
    shows: str
    source: str
    text: str
    sha256: str
    source_address: addresses.Address
    text_address: addresses.Address


@cache
def read_example_file(name: str) -> bytes:
    """Return the bytes of a file among the examples."""
    return files("policybook").joinpath("data/forms", name).read_bytes()


def _read_example(name: str, shows: str) -> FormExample:
    text = read_example_file(f"{name}.txt")
    source = read_example_file(f"{name}.md").decode("utf-8-sig")
    return FormExample(
        name=name,
        shows=shows,
        source=canonical_forms.normalise_line_ends(source),
        text=text.decode(),
        sha256=sha256(text),
        source_address=addresses.form_file(f"{name}.md.txt"),
        text_address=addresses.form_file(f"{name}.txt"),
    )


def verify_forms(inputs: SchoolInput, renderer: Renderer) -> Iterator[Page | Asset]:
    """Yield the page and the files of its examples."""
    examples = [_read_example(name, shows) for name, shows in EXAMPLES.items()]
    first, newest = (canonical_forms.FIELDS[form] for form in canonical_forms.FORMS)
    yield renderer.page(
        addresses.FORMS,
        "policy/verify-form.html",
        title="The form of an approved text",
        description="How the hash of an approved text is computed, with examples.",
        trail=(("Check this site", addresses.VERIFY),),
        fields=newest,
        added=[field for field in newest if field not in first],
        examples=examples,
        picture=addresses.form_file(PICTURE),
        picture_name=PICTURE,
    )
    for example in examples:
        source = read_example_file(f"{example.name}.md")
        yield Asset(path=example.source_address, data=source)
        yield Asset(path=example.text_address, data=example.text.encode())
    yield Asset(path=addresses.form_file(PICTURE), data=read_example_file(PICTURE))

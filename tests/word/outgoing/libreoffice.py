"""Let LibreOffice read our Word files, as a witness that has none of our code."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
#: A character or the end of a paragraph; or a change that starts, ends or stands at a place.
Token = str | tuple[str, str]


def need_libreoffice() -> str:
    """Return the program. Without it skip the test, or fail where CI must have it."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("POLICYBOOK_REQUIRE_BROWSER") == "1":
        pytest.fail("LibreOffice is missing: apt-get install libreoffice-writer-nogui")
    if program is None:
        pytest.skip("needs LibreOffice")
    return program


def convert(data: bytes, form: str, folder: Path) -> Path:
    """Return a Word file as LibreOffice writes it in another form."""
    source = folder / "file.docx"
    source.write_bytes(data)
    done = subprocess.run(
        [need_libreoffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(folder), str(source)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    made = folder / f"file.{form.partition(':')[0]}"
    assert made.is_file(), done.stdout + done.stderr
    return made


def read_text(data: bytes, folder: Path) -> list[str]:
    """Return the lines that LibreOffice shows, with the numbers of its lists."""
    lines = convert(data, "txt:Text", folder).read_text(encoding="utf-8-sig").split("\n")
    return [text for line in lines if (text := " ".join(line.split()))]


def read_tracked(data: bytes, folder: Path) -> tuple[list[str], list[str]]:
    """Return the paragraphs with all changes accepted, and rejected, as LibreOffice read them."""
    root = ElementTree.parse(convert(data, "fodt", folder)).getroot()
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    assert body is not None
    return _resolve(body, "deletion"), _resolve(body, "insertion")


def _resolve(body: Element, drop: str) -> list[str]:
    """Return the paragraphs without what `drop` put in or took out."""
    kinds: dict[str, str] = {}
    kept_apart: dict[str, list[Token]] = {}
    for region in body.iterfind(f"{T}tracked-changes/{T}changed-region"):
        name, kind = region.get(f"{T}id") or "", region[0].tag.removeprefix(T)
        kinds[name] = kind
        if kind == "deletion":
            kept_apart[name] = [token for part in region[0] for token in _tokens(part)][:-1]
    shown: list[str] = []
    opened: set[str] = set()

    def put(tokens: list[Token]) -> None:
        for token in tokens:
            if isinstance(token, str):
                if not any(kinds[name] == drop for name in opened):
                    shown.append(token)
            elif token[0] == "change-start":
                opened.add(token[1])
            elif token[0] == "change-end":
                opened.discard(token[1])
            elif kinds[token[1]] == "deletion" and drop == "insertion":
                put(kept_apart[token[1]])

    put(list(_tokens(body)))
    lines = "".join(shown).split("\n")
    return [text for line in lines if (text := " ".join(line.split()))]


def _tokens(element: Element) -> Iterator[Token]:
    name = element.tag.removeprefix(T)
    if name in ("p", "h"):
        yield from _inner(element)
        yield "\n"
    elif name in ("change-start", "change-end", "change"):
        yield name, element.get(f"{T}change-id") or ""
    elif name != "tracked-changes":
        for child in element:
            yield from _tokens(child)


def _inner(element: Element) -> Iterator[Token]:
    yield from element.text or ""
    for child in element:
        name = child.tag.removeprefix(T)
        if name in ("s", "tab", "line-break"):
            yield " "
        elif name in ("change-start", "change-end", "change"):
            yield name, child.get(f"{T}change-id") or ""
        else:
            yield from _inner(child)
        yield from child.tail or ""

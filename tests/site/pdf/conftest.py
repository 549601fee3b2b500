"""A typesetter, and a reader of what it makes."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from policybook.site.pdf.typst import Typesetter

from .cases import PDF


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter((PDF / "policy.typ").read_bytes(), str(PDF / "fonts"))


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """Return the text of each sheet, with its layout, as pdftotext reads it."""

    def read(pdf: bytes) -> list[str]:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True)
        return done.stdout.decode("utf-8").split("\f")[:-1]

    return read

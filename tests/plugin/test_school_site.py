"""Help that comes with Policybook names the program as it is installed."""

from pathlib import Path

import pytest

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from policybook.plugin import school_site

pytestmark = pytest.mark.mkdocs


@pytest.mark.parametrize("program", ["policybook", "uv run build.py"])
def test_help_names_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(school_site, "published_program", lambda: program)
    config = MkDocsConfig()
    config.load_dict({"site_name": "Policies", "plugins": [], "docs_dir": str(tmp_path)})
    config.validate()
    pages = {file.src_uri: file for file in school_site.select_files(Files([]), config)}
    office = pages["help/office.md"].content_string
    assert f"`{program} check`" in office
    assert ("build.py" in office) is (program != "policybook")

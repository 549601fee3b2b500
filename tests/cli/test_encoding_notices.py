"""Commands that print no findings name a text that is not saved as UTF-8."""

from pathlib import Path

import pytest
from builders import make_text

from policybook.cli import main


@pytest.mark.parametrize("command", [["clauses", "uniform", "2025-09"], ["search", "fee"]])
def test_ansi_is_said(
    tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "docs" / "policies" / "uniform"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: School\n", encoding="utf-8")
    text = make_text("## Fees\n\nThe fee is £5.\n")
    (folder / "2025-09.md").write_bytes(text.encode("cp1252"))
    main(["--project", str(tmp_path), *command])
    assert "2025-09.md:11: the file is saved as ANSI" in capsys.readouterr().err

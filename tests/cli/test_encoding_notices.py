"""Commands that print no findings name a text that is not saved as UTF-8."""

from pathlib import Path

import pytest
from builders import PATH, make_approved_text, make_record, make_text

from policybook.cli import main
from policybook.reading.files import layout


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


def test_recorded_ansi_file_is_put_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = make_approved_text("## Fees\n\nThe fee is £5.\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: School\n", encoding="utf-8")
    (tmp_path / PATH).parent.mkdir(parents=True)
    (tmp_path / PATH).write_bytes(text.encode("cp1252"))
    (tmp_path / layout.RECORD).write_text(make_record({PATH: text}), encoding="utf-8")
    assert main(["--project", str(tmp_path), "new-version", "behaviour", "2030-09"]) == 1
    assert "policybook restore behaviour 2025-09" in capsys.readouterr().out

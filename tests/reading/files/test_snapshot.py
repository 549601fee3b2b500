"""The reading of a project: what is not an ordinary file is found and not opened, whatever it is called."""

import os
from pathlib import Path

import pytest
from builders import PATH, make_text, write_files

from policybook.model.findings import Finding, Severity
from policybook.reading.files import file_names, layout, snapshot
from policybook.reading.files.snapshot import Sources, read_sources

SECRET = b"secret"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write_files(
        {
            PATH: make_text().encode(),
            layout.SCHOOL: b"name: Hill View School\n",
            "docs/index.md": b"# Welcome\n",
        },
        folder,
    )
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    file = tmp_path / "outside.md"
    file.write_bytes(SECRET)
    return file


def only(findings: Sources) -> Finding:
    (finding,) = findings.findings
    return finding


def test_files_are_read_byte_for_byte(project: Path) -> None:
    (project / PATH).write_bytes(b"\xef\xbb\xbf\xff\r\n\0")
    findings = read_sources(project)
    assert findings.files[PATH] == b"\xef\xbb\xbf\xff\r\n\0"
    assert sorted(findings.files) == ["docs/index.md", PATH, layout.SCHOOL]
    assert findings.pages == ("docs/index.md",)
    assert findings.findings == ()


def test_settings_are_read(project: Path) -> None:
    (project / "mkdocs.yml").write_bytes(b"site_name: x\n")
    assert read_sources(project).files["mkdocs.yml"] == b"site_name: x\n"


def test_missing_policies_folder_is_reported(tmp_path: Path) -> None:
    assert (
        only(read_sources(tmp_path)).message
        == f"the folder docs/policies is missing from {tmp_path.name}"
    )


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "~$minutes.docx", "desktop.ini", "x.tmp"]
)
def test_files_of_programs_are_ignored(project: Path, name: str) -> None:
    (project / PATH).with_name(name).write_bytes(b"x")
    assert read_sources(project).findings == ()


@pytest.mark.parametrize(
    "place",
    [
        "docs/policies/uniform/2025-09.md",
        "docs/policies/uniform",
        "docs/policies/school.yml",
        "docs/about.md",
    ],
)
@pytest.mark.parametrize("target", ["outside.md", "nothing-there"])
def test_links_are_refused(project: Path, outside: Path, place: str, target: str) -> None:
    link = project / place
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(outside.with_name(target))
    findings = read_sources(project)
    finding = only(findings)
    assert (finding.path, finding.code) == (place, "file")
    assert "symlink" in finding.message
    assert SECRET not in findings.files.values()


@pytest.mark.parametrize("folder", ["docs", "docs/policies"])
def test_linked_folders_are_refused(project: Path, tmp_path: Path, folder: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (project / folder).rename(elsewhere)
    (project / folder).symlink_to(elsewhere)
    findings = read_sources(project)
    assert [(f.path, "symlink" in f.message) for f in findings.findings] == [(folder, True)]
    assert PATH not in findings.files


def test_circular_links_end(project: Path) -> None:
    (project / "docs/policies/round").symlink_to(project / "docs/policies")
    assert "symlink" in only(read_sources(project)).message


def test_linked_settings_are_refused(project: Path, outside: Path) -> None:
    (project / "mkdocs.yml").symlink_to(outside)
    findings = read_sources(project)
    assert "mkdocs.yml" not in findings.files
    assert only(findings).path == "mkdocs.yml"


@pytest.mark.parametrize(
    "place",
    ["docs/policies/uniform/2025-09.md", "docs/policies/school.yml", "docs/x.md", "mkdocs.yml"],
)
def test_pipes_are_refused_at_once(project: Path, place: str) -> None:
    (project / place).parent.mkdir(exist_ok=True)
    (project / place).unlink(missing_ok=True)
    os.mkfifo(project / place)
    finding = only(read_sources(project))
    assert finding.path == place
    assert "not an ordinary file" in finding.message


@pytest.mark.parametrize("place", ["docs/policies/uniform/2025-09.md", "docs/policies/2025-09.md"])
def test_folder_named_like_file_is_reported(project: Path, place: str) -> None:
    (project / place).mkdir(parents=True)
    finding = only(read_sources(project))
    assert (finding.path, finding.message) == (place, "this is a folder, not a file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("place", [PATH, "docs/policies/behaviour"])
def test_unreadable_files_are_reported(project: Path, place: str) -> None:
    (project / place).chmod(0)
    try:
        finding = only(read_sources(project))
    finally:
        (project / place).chmod(0o755)
    assert finding.path == place
    assert "cannot be read" in finding.message


@pytest.mark.parametrize("failing", ["open", "scandir"])
def test_system_errors_are_reported(
    project: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    real = getattr(os, failing)

    def refused(path: object, *rest: object) -> object:
        if "behaviour" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    monkeypatch.setattr(os, failing, refused)
    findings = read_sources(project)
    assert "cannot be read: Permission denied" in only(findings).message
    assert layout.SCHOOL in findings.files


@pytest.mark.parametrize(("over", "read"), [(0, True), (1, False)])
def test_large_files_are_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, over: int, read: bool
) -> None:
    monkeypatch.setattr(snapshot, "LARGEST_TEXT", 5_000)
    (project / PATH).write_bytes(b"x" * (5_000 + over))
    findings = read_sources(project)
    assert (PATH in findings.files) is read
    assert [f.message.startswith("the file is too large") for f in findings.findings] == [
        True
    ] * over


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        (PATH, "Divide the text"),
        (layout.RECORD, "Do not edit it."),  # a divided record breaks its chain of hashes
    ],
)
def test_remedies_for_large_files(
    project: Path, monkeypatch: pytest.MonkeyPatch, path: str, remedy: str
) -> None:
    monkeypatch.setattr(snapshot, "LARGEST_TEXT", 5_000)
    monkeypatch.setattr(snapshot, "LARGEST_RECORD", 5_000)
    (project / path).write_bytes(b"x" * 5_001)
    assert only(read_sources(project)).remedy.startswith(remedy)


def test_odd_names_can_be_printed(project: Path) -> None:
    try:
        (project / "docs/policies/behaviour" / os.fsdecode(b"2025-\xff.md")).write_bytes(
            make_text().encode()
        )
    except OSError:
        pytest.skip("this file system holds Unicode names only")
    findings = read_sources(project)
    faults = list(file_names.find_name_faults(findings.files))
    assert len(faults) == 1
    str(faults[0]).encode()


@pytest.mark.parametrize(
    ("name", "severity", "remedy"),
    [
        ("behaviour/2025-10.md.txt", "error", "Rename it 2025-10.md."),
        ("behaviour/2025-10.MD", "error", "Rename it 2025-10.md."),
        ("behaviour/A.Markdown", "error", "Rename it a.md."),
        ("behaviour/old/2025-09.md", "error", "POLICY/VERSION.md"),
        ("2025-09.md", "error", "POLICY/VERSION.md"),
        ("behaviour/minutes.docx", "warning", "Keep it somewhere else."),
        ("behaviour/2025-10.txt", "warning", "Rename it 2025-10.md."),
        ("notes.txt", "warning", "into a policy's folder"),
        ("school.yaml", "warning", "Rename it school.yml."),
        ("vocabulary.YML", "warning", "Rename it vocabulary.yml."),
    ],
)
def test_unpublished_files_are_reported(
    project: Path, name: str, severity: str, remedy: str
) -> None:
    write_files({layout.POLICIES + name: b"x"}, project)
    finding = only(read_sources(project))
    assert (finding.path, finding.severity) == (layout.POLICIES + name, severity)
    assert remedy in finding.remedy


# ---------- what programs and drives leave beside what people write


@pytest.mark.parametrize(
    "name",
    [
        ".~lock.2025-09.md#",
        ".2025-09.md.swp",
        ".DS_Store",
        "Thumbs.db",
    ],
)
def test_litter_is_passed_over(project: Path, name: str) -> None:
    (project / PATH).with_name(name).write_bytes(b"x")
    assert read_sources(project).findings == ()


@pytest.mark.parametrize(
    ("name", "data", "program"),
    [
        ("._2025-09.md", b"", "macOS"),
        ("._2025-09.md", b"\x00\x05\x16\x07\x00\x02", "macOS"),
        ("~$2025-09.md", b"x", "Word"),
        ("2025-09.md~", b"x", "an editor"),
    ],
)
def test_litter_beside_a_text_is_named(project: Path, name: str, data: bytes, program: str) -> None:
    (project / PATH).with_name(name).write_bytes(data)
    read = read_sources(project)
    finding = only(read)
    assert finding.message.startswith(program)
    assert (finding.severity, finding.path) == (Severity.NOTE, f"{PATH.rpartition('/')[0]}/{name}")
    assert sorted(read.files) == ["docs/index.md", PATH, layout.SCHOOL]


@pytest.mark.parametrize("name", [".2025-10.md", "._2025-10.md"])
def test_hidden_text_is_reported(project: Path, name: str) -> None:
    (project / PATH).with_name(name).write_text(make_text(), encoding="utf-8")
    finding = only(read_sources(project))
    assert "starts with a dot" in finding.message
    assert "rename it 2025-10.md" in finding.remedy


@pytest.mark.parametrize(
    ("name", "is_reported"), [(".behaviour", True), (".stversions", False), (".git", False)]
)
def test_hidden_folder_is_reported(project: Path, name: str, is_reported: bool) -> None:
    write_files({f"{layout.POLICIES}{name}/2025-09.md": make_text().encode()}, project)
    assert bool(read_sources(project).findings) is is_reported


def test_conflict_copy_is_no_version(project: Path) -> None:
    copy = (project / PATH).with_name("2025-09-DESKTOP-4KJ2.md")
    copy.write_text(make_text(), encoding="utf-8")
    read = read_sources(project)
    assert "a copy of 2025-09.md" in only(read).message
    assert PATH in read.files
    assert len(read.files) == 3

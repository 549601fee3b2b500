"""`approve`, `review`, `withdraw` and `verify` as an office types them: asked or not, stopped at any write, and the site that follows."""

import contextlib
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import put
from pypdf import PdfReader

from tests.approvals.test_plan import LATER, OLD, SECRETS, with_words_to_go

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook import cli
from policybook.cli.program import program_name
from policybook.reading import approval_record, layout

pytestmark = pytest.mark.mkdocs

SCHOOL = Path(__file__).parents[1] / "golden" / "school"
TODAY = "2026-11-22"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "school"
    shutil.copytree(SCHOOL, folder)
    return folder


def run(project: Path, *words: str, today: bool = True) -> int:
    return cli.main([*words, "--project", str(project), *(("--today", TODAY) if today else ())])


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def add_secret_version(project: Path) -> None:
    """A version with a picture and summaries, which is recorded."""
    files = {p: d.encode() if isinstance(d, str) else d for p, d in with_words_to_go().items()}
    shutil.rmtree(project / "docs/policies")
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    files["docs/policies/behaviour/quince.png"] = png
    del files[layout.RECORD]
    put(files, project)
    assert run(project, "approve", "--all", "--yes") == 0


COMMANDS = {
    "approve": (
        "approve",
        "mobile-phones",
        "2026-12",
        "--by",
        "Governing Body",
        "--on",
        "2026-11-20",
        "--minute",
        "FGB 1",
    ),
    "review": (
        "review",
        "behaviour",
        "--on",
        "2026-10-05",
        "--by",
        "Head",
        "--outcome",
        "No change",
        "--review-year",
        "2028/29",
    ),
    "withdraw": (
        "withdraw",
        "behaviour",
        "2024-09",
        "--on",
        "2026-11-01",
        "--reason",
        "The law changed.",
    ),
    "remove": (
        "withdraw",
        "behaviour",
        "2024-09",
        "--on",
        "2026-11-01",
        "--reason",
        "A court ordered it.",
        "--remove-text",
    ),
}


# ---------- stopped at any write


class Killed(BaseException):
    """The machine stops: nothing that comes after runs."""


def _stop_at(monkeypatch: pytest.MonkeyPatch, at: int, fault: BaseException) -> None:
    """Let the first `at` writes and deletions of the record's files be done, then stop."""
    count = iter(range(1000))
    replaced, unlinked = os.replace, Path.unlink

    def replace(*where: object) -> None:
        if next(count) >= at:
            raise fault
        replaced(*where)  # type: ignore[arg-type]

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path.suffix != ".tmp" and next(count) >= at:
            raise fault
        unlinked(path, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What each command leaves when nothing stops it."""
    left = {}
    for command, words in COMMANDS.items():
        folder = tmp_path_factory.mktemp("whole") / "school"
        shutil.copytree(SCHOOL, folder)
        assert run(folder, *words, "--yes") == 0
        left[command] = tree(folder)
    return left


@pytest.mark.parametrize(
    "fault", [Killed(), OSError(28, "No space left on device")], ids=["killed", "full"]
)
@pytest.mark.parametrize("at", range(5))
@pytest.mark.parametrize("command", COMMANDS)
def test_stopped_command_can_be_finished(
    project: Path,
    whole: dict[str, dict[str, bytes]],
    command: str,
    at: int,
    fault: BaseException,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = tree(project)
    with pytest.MonkeyPatch.context() as patched:
        _stop_at(patched, at, fault)
        with contextlib.suppress(Killed):
            run(project, *COMMANDS[command], "--yes")
    capsys.readouterr()
    if tree(project) not in (before, whole[command]):
        assert run(project, "check") == 1, "what is half done is found"
        said = capsys.readouterr().out
        told = re.search(
            rf"{re.escape(program_name())} ((?:approve|review|withdraw) [a-z0-9. -]+)", said
        )
        assert told, said
        assert run(project, *told[1].split(), "--yes") == 0, (
            "and the command that is named finishes it"
        )
        assert run(project, "check") == 0, capsys.readouterr().out
    assert run(project, *COMMANDS[command], "--yes") == 0
    assert tree(project) == whole[command]
    assert run(project, "check") == 0


def test_leftovers_of_a_crash_are_harmless(project: Path) -> None:
    code = f"""
import os, sys
from policybook import cli
os.replace = lambda *where: os._exit(9)
cli.main([*{COMMANDS["remove"]!r}, "--yes", "--project", {str(project)!r}, "--today", "{TODAY}"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 9
    assert list(project.rglob("*.tmp"))
    assert run(project, "check") == 0
    assert run(project, *COMMANDS["remove"], "--yes") == 0
    assert run(project, "check") == 0


# ---------- asked or not


class Terminal(io.StringIO):
    """What a person sits at."""

    def isatty(self) -> bool:
        return True


Asks = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Asks:
    """Run a command as a person does who gives one answer to whatever is asked; returns the exit code and the questions,
    each with what stood on the screen above it."""

    def typed(project: Path, *words: str, answer: str) -> tuple[int, list[str]]:
        questions, screen = list[str](), Terminal()

        def answered(question: str) -> str:
            questions.append(screen.getvalue() + question)
            if answer == "end":
                raise EOFError
            if answer == "Ctrl+C":
                raise KeyboardInterrupt
            return answer

        with (
            monkeypatch.context() as patched
        ):  # here, since pytest puts its own streams in place before each test
            patched.setattr("builtins.input", answered)
            patched.setattr(sys, "stdin", Terminal())
            patched.setattr(sys, "stdout", screen)
            return run(project, *words), questions

    return typed


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("answer", ["", "n", "no", "maybe", "end", "Ctrl+C"])
def test_only_yes_writes(
    project: Path, at_terminal: Asks, command: str, answer: str
) -> None:
    before = tree(project)
    code, questions = at_terminal(project, *COMMANDS[command], answer=answer)
    assert (code, len(questions)) == (1, 1)
    assert tree(project) == before


@pytest.mark.parametrize("command", COMMANDS)
def test_yes_writes(project: Path, at_terminal: Asks, command: str) -> None:
    before = tree(project)
    code, questions = at_terminal(project, *COMMANDS[command], answer="Y")
    assert (code, len(questions)) == (0, 1)
    assert tree(project) != before


def test_with_yes_nobody_is_asked(project: Path, at_terminal: Asks) -> None:
    assert at_terminal(project, *COMMANDS["review"], "--yes", answer="n") == (0, [])


def test_without_a_person_nothing_waits(tmp_path: Path) -> None:
    every = [[*words, "--project", str(tmp_path / command)] for command, words in COMMANDS.items()]
    for command in COMMANDS:
        shutil.copytree(SCHOOL, tmp_path / command)
    code = f"import sys; from policybook import cli; sys.exit(any([cli.main(words) for words in {every!r}]))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Recorded in docs/policies/approvals.jsonl") == len(COMMANDS)


def test_redline_comes_before_the_question(project: Path, at_terminal: Asks) -> None:
    assert run(project, "new-version", "behaviour", "2026-11") == 0
    file = project / "docs/policies/behaviour/2026-11.md"
    words = file.read_text(encoding="utf-8").replace("a kind school", "a calm school")
    unwritten = "Say here what changes and why, a sentence a line, for governors to read."
    file.write_text(words.replace(unwritten, "Calm."), encoding="utf-8")
    typed = ("approve", "behaviour", "2026-11", "--by", "Governing Body", "--on", "2026-11-20")
    code, (question,) = at_terminal(project, *typed, answer="n")
    assert code == 1
    assert "from version 2024-09 to version 2026-11" in question
    assert "[removed: kind]" in question
    assert question.endswith(
        "Enter this in the record of approvals? You cannot undo it. [y/N] "
    )


def test_next_steps_are_printed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, *COMMANDS["review"], "--yes") == 0
    said = capsys.readouterr().out
    assert f"Now run `{program_name()} build`" in said
    last = (project / layout.RECORD).read_text(encoding="utf-8").splitlines()[-1]
    assert f"For the minutes, the last hash of the record: {json.loads(last)['hash']}" in said


def test_several_policies_are_approved_at_once(project: Path) -> None:
    (project / layout.RECORD).unlink()
    words = ("approve", "behaviour", "2023-09", "behaviour", "2024-09", "--yes")
    assert run(project, *words) == 0
    assert run(project, "verify", today=False) == 0
    assert len((project / layout.RECORD).read_text(encoding="utf-8").splitlines()) == 2


def test_document_must_be_plain_text(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "policy.txt").write_bytes(b"PK\x03\x04\xff\xfe")
    for name, said in (("policy.txt", "holds no plain text"), ("gone.txt", "cannot be read")):
        words = COMMANDS["approve"]
        assert run(project, *words, "--adopted-from", str(project / name)) == 1
        assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", ["Head\x1b[2J", "Head\nstatus: withdrawn", "Head\u202e", "\udcff"]
)
@pytest.mark.parametrize(
    ("command", "option"),
    [("approve", "--by"), ("approve", "--minute"), ("review", "--by"), ("review", "--outcome"), ("review", "--minute"),
     ("withdraw", "--by"), ("withdraw", "--reason"), ("remove", "--reason")],
)  # fmt: skip
def test_typed_words_are_one_line(
    project: Path, command: str, option: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert run(project, *COMMANDS[command], option, words, "--yes") == 1
    assert re.search(
        rf"{option} (holds a control or invisible character|runs over several lines)",
        capsys.readouterr().out,
    )
    assert tree(project) == before


def test_full_disk_is_reported(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        _stop_at(patched, 0, OSError(28, "No space left on device"))
        assert run(project, *COMMANDS["review"], "--yes") == 1
    assert "cannot be written: No space left on device" in capsys.readouterr().out


def test_help_says_what_removal_misses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["withdraw", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "It cannot reach the history of git, backups or the old site at the web host" in said


# ---------- words that must go, and the whole site


def words_of_pdf(file: Path) -> str:
    """Its text as a reader of the file meets it, by pypdf, and by pdftotext where that is installed."""
    words = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    if not shutil.which("pdftotext"):
        return words
    done = subprocess.run(
        ["pdftotext", str(file), "-"], capture_output=True, timeout=60, check=True
    )
    return words + done.stdout.decode("utf-8", "replace")


def secrets_in(site: Path) -> dict[str, list[str]]:
    """Where in a site, by file, any of the words stands: in names, bytes and the text of PDFs."""
    found: dict[str, list[str]] = {}
    for file in sorted(p for p in site.rglob("*") if p.is_file()):
        path = file.relative_to(site).as_posix()
        whole = path + file.read_bytes().decode("utf-8", "replace")
        if file.suffix == ".pdf":
            whole += words_of_pdf(file)
        if hits := [s for s in SECRETS if s in whole]:
            found[path] = hits
    return found


def test_no_output_holds_removed_text(project: Path) -> None:
    add_secret_version(project)
    site = project / "site"
    assert run(project, "build") == 0
    there = secrets_in(site)
    for kind in ("pdf", "html", "txt", "json", "png", "xml"):
        assert any(path.endswith(kind) for path in there), f"the words stand in some .{kind} before"
    assert any("/changes/" in path for path in there)
    assert any("/parents/" in path for path in there)
    head = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"]
    assert (
        run(
            project,
            "withdraw",
            "behaviour",
            "2025-09",
            "--on",
            "2026-11-20",
            "--reason",
            "A court ordered it.",
            "--remove-text",
            "--yes",
        )
        == 0
    )
    assert run(project, "build") == 0
    assert secrets_in(site) == {}
    assert not [
        p
        for p, data in tree(project / "docs").items()
        if any(s in p + data.decode("utf-8", "replace") for s in SECRETS)
    ]
    page = (site / "policies/behaviour/2025-09/index.html").read_text(encoding="utf-8")
    notice = "Withdrawn on 20 November 2026. It is not in force. Reason: A court ordered it. Its words were taken out on 20 November 2026."
    assert notice in page
    recorded = [
        json.loads(line)
        for line in (site / "verify/record.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    approved = next(e for e in recorded if e["version"] == "2025-09")
    assert f"<code>{approved['sha256'][:12]}</code>" in page
    assert "A court ordered it." in words_of_pdf(
        site / "policies/behaviour/behaviour-2025-09.pdf"
    ).replace("\n", " ")
    assert not (site / "policies/behaviour/2025-09/text.txt").exists()
    assert not list(site.glob("policies/behaviour/changes/*2025-09*"))
    assert (site / "policies/behaviour/2024-09/text.txt").exists()
    assert run(project, "verify", str(site), today=False) == 0
    assert json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"] != head
    assert run(project, "diff", "behaviour", "2025-09", "2026-05") == 1


@pytest.mark.parametrize("more", [[], ["--remove-text"]])
def test_removed_text_leaves_pdf_cache(project: Path, more: list[str]) -> None:
    add_secret_version(project)
    kept = project / ".cache" / "policybook" / "pdfs" / "ab"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"a PDF with those words")
    words = ["--on", "2026-11-20", "--reason", "Law.", "--yes", *more]
    assert run(project, "withdraw", "behaviour", "2025-09", *words) == 0
    assert kept.exists() is not bool(more)


def test_links_work_without_the_text(project: Path) -> None:
    add_secret_version(project)
    assert (
        run(
            project,
            "withdraw",
            "behaviour",
            "2025-09",
            "--on",
            "2026-11-20",
            "--reason",
            "Law.",
            "--remove-text",
            "--yes",
        )
        == 0
    )
    assert run(project, "build", "--no-pdf") == 0
    site = project / "site"
    for file in site.rglob("*.html"):
        for target in re.findall(
            r'(?:href|src)="(?!https?:|mailto:)([^"#?:]+)', file.read_text(encoding="utf-8")
        ):
            base = site if target.startswith("/") else file.parent
            there = (base / html.unescape(target).lstrip("/")).resolve()
            assert there.exists() or there.suffix == ".pdf", f"{file}: {target}"
    assert (
        LATER.endswith("2026-05.md") and (site / "policies/behaviour/2026-05/index.html").is_file()
    )
    assert (project / OLD).read_bytes().endswith(b"---\n")


# ---------- checking


def test_printed_verify_steps_work(project: Path) -> None:
    add_secret_version(project)
    assert run(project, *COMMANDS["review"], "--yes") == 0
    (project / "mkdocs.yml").write_text(
        "site_name: Policies\nsite_url: https://hill-view.example/\n", encoding="utf-8"
    )
    assert run(project, "build", "--no-pdf") == 0
    site = project / "site"
    page = (site / "verify/index.html").read_text(encoding="utf-8")
    steps = [
        html.unescape(c)
        for c in re.findall(r"<pre tabindex=\"0\"><code>(.*?)</code></pre>", page, re.DOTALL)
    ]
    assert [s.split()[0] for s in steps] == ["curl", "sha256sum", "while", "python3"]
    text, chain, files = (_shell(step, site) for step in steps[1:])
    digest, path = text.stdout.split()
    assert digest in page
    assert steps[0] == f"curl -s https://hill-view.example/{path} | sha256sum"
    hashes = [line.split()[0] for line in chain.stdout.splitlines()]
    lines = [
        json.loads(line)
        for line in (site / "verify/record.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [e["previous"] for e in lines] == ["0" * 64, *hashes[:-1]]
    assert hashes[-1] == json.loads((site / "manifest.json").read_text(encoding="utf-8"))["record"]
    assert page.count(hashes[-1]) == 2
    assert (files.returncode, files.stdout) == (0, "")
    (site / "index.html").write_text("altered", encoding="utf-8")
    assert "index.html: FAILED" in _shell(steps[3], site).stdout


def _shell(step: str, site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", step],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_document_hash_matches_the_page(tmp_path: Path) -> None:

    data = "\n\nBe\tkind,  all\r\nof you –\x0bétoile\n".encode()
    (tmp_path / "DOCUMENT.txt").write_bytes(data)
    step = "tr -s ' \\t\\r\\n\\f\\v' '\\n' < DOCUMENT.txt | grep . | sha256sum"
    assert f"<code>{html.escape(step, quote=False)}</code>" in (
        Path(__file__).parents[2] / "templates/policy/verify.html"
    ).read_text(encoding="utf-8")
    assert _shell(step, tmp_path).stdout.split()[0] == approval_record.words_digest(data.decode())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published") / "school"
    shutil.copytree(SCHOOL, folder)
    assert run(folder, "build", "--no-pdf") == 0
    return folder


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (
            lambda s: _edit(s / "verify/record.jsonl", b"Governing", b"governing"),
            "verify/record.jsonl was altered",
        ),
        (
            lambda s: _edit(s / "verify/record.jsonl", b"Governing", b"governing"),
            "chain of hashes breaks here",
        ),
        (
            lambda s: _edit(s / "policies/behaviour/2023-09/text.txt", b"reminder", b"remainder"),
            "is not the one that was recorded",
        ),
        (
            lambda s: (s / "policies/behaviour/2023-09/text.txt").unlink(),
            "the text of behaviour 2023-09 is missing",
        ),
        (
            lambda s: _shorten(s / "verify/record.jsonl"),
            "the record does not end with the hash that the manifest names",
        ),
        (
            lambda s: (s / "verify/record.jsonl").write_bytes(b"half\n"),
            "line 1 of the record is damaged",
        ),
    ],
)
def test_verify_names_each_alteration(
    published: Path, tmp_path: Path, harm: object, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(harm)
    project = tmp_path / "school"
    shutil.copytree(published, project)
    site = project / "site"
    assert run(project, "verify", str(site), today=False) == 0
    harm(site)
    capsys.readouterr()
    assert run(project, "verify", str(site), today=False) == 1
    assert said in capsys.readouterr().out


def _edit(file: Path, old: bytes, new: bytes) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def _shorten(file: Path) -> None:
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def test_verify_alone_checks_the_record(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "verify", today=False) == 0
    assert "The record is complete: 2 entries on 2 versions" in capsys.readouterr().out
    _edit(project / "docs/policies/behaviour/2023-09.md", b"reminder", b"remainder")
    assert run(project, "verify", today=False) == 1
    assert "docs/policies/behaviour/2023-09.md:" in capsys.readouterr().out
    assert run(project / "docs", "verify", today=False) == 1


def test_record_shorter_than_site_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even where the version of the lost line was deleted too, so that the school's own files agree with each other."""
    assert run(project, "build", "--no-pdf") == 0
    before = tree(project / "site")
    _shorten(project / layout.RECORD)
    for file in (project / "docs/policies/behaviour").glob("2024-09*"):
        file.unlink()
    capsys.readouterr()
    for words in (("build", "--no-pdf"), ("check",), ("verify",)):
        assert run(project, *words, today=words != ("verify",)) == 1
        said = capsys.readouterr().out
        assert (
            "docs/policies/approvals.jsonl:2: error: the record of approvals lacks lines that it had"
            in said
        )
        assert "last good copy" in said
    assert tree(project / "site") == before
    assert run(project, "verify", str(project / "site"), today=False) == 1, (
        "the site, too, against this record"
    )
    shutil.rmtree(project / "site")
    assert run(project, "build", "--no-pdf") == 0, "without the old site nothing can tell"


def test_mkdocs_refuses_a_shorter_record_too(project: Path) -> None:
    root = Path(__file__).parents[2]
    assert run(project, "build", "--no-pdf") == 0
    settings = (
        (root / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("custom_dir: templates", f"custom_dir: {root / 'templates'}")
    )
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    _shorten(project / layout.RECORD)
    for file in (project / "docs/policies/behaviour").glob("2024-09*"):
        file.unlink()
    before = tree(project / "site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, encoding="utf-8", timeout=120, check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    assert done.returncode == 1
    assert "lacks lines that it had" in done.stdout + done.stderr
    assert tree(project / "site") == before

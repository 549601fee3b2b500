"""Word files become drafts; what cannot be taken is refused, and nothing is ever replaced."""

import io
import json
import zipfile
from pathlib import Path

import mammoth
import pytest
from builders import make_text
from in_process import TODAY, run_command

from policybook.word.incoming.word_count import count_words
from tests.word.incoming.marking_up import MarkedUp
from tests.word.incoming.test_drafts import LISTS, NUMBERED
from tests.word.incoming.word_files import NS, cell, item, make_docx, p, table

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f"
    b"\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)
BODY = (
    p("Uniform Policy", "Title")
    + p("Owner: Bursar. Next review: autumn term 2028.")
    + p("Aims", "Heading1", NUMBERED)
    + item("Every child wears the uniform.", 1, 1)
    + item("Nobody pays more than they can, see section 1.", 1, 1)
    + table(cell("Blazer") + cell("optional"))
)
HEADER = {"h1": ("header", f"<w:hdr {NS}>{p('Hill View School')}</w:hdr>")}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    (tmp_path / "school" / "docs" / "policies").mkdir(parents=True)
    return tmp_path / "school"


def write(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def take_in(school: Path, *words: str | Path) -> tuple[int, str, str]:
    done = run_command("import", *words, "--project", school, "--today", TODAY)
    return done.returncode, done.stdout, done.stderr


def list_drafts(school: Path) -> list[str]:
    return sorted(p.relative_to(school).as_posix() for p in school.rglob("*") if p.is_file())


def test_file_becomes_a_draft(school: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "Uniform FINAL v2.docx", make_docx(BODY, numbering=LISTS, parts=HEADER))
    code, out, _ = take_in(school, file)
    assert (code, list_drafts(school)) == (0, ["docs/policies/uniform/2026-11.md"])
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    assert "title: Uniform Policy\nstatus: draft\nowner: Bursar\nreview_year: 2028/29\n" in text
    assert "## 1. Aims\n\n1.1 Every child wears the uniform.\n" in text
    assert "None is lost." in out
    assert "Left out, header:\n  Hill View School\n" in out
    assert "Numbers: 3 of 3 are the same" in out
    assert run_command("check", "--project", school, "--today", TODAY).returncode == 0


def test_report_has_its_form_for_programs(school: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "a.docx", make_docx(BODY, numbering=LISTS, parts=HEADER))
    code, out, _ = take_in(school, file, "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert set(report) == {
        *("source", "sha256", "written", "files", "words", "facts", "left_out", "labels"),
        *("references", "refused", "look_at"),
    }
    words = report["words"]
    assert words["in"] == words["out"] + words["left_out"]
    assert words["lost"] == {}
    assert [(row["word"], row["number"], row["id"]) for row in report["labels"]] == [
        ("1.", "1", "s1"),
        ("1.1", "1.1", "s1-1"),
        ("1.2", "1.2", "s1-2"),
    ]
    assert report["references"] == [{"text": "section 1", "in": "s1-2", "to": "s1"}]


def test_open_changes_are_refused_with_their_place(school: Path, tmp_path: Path) -> None:
    marked = MarkedUp(make_docx(BODY, numbering=LISTS))
    marked.replace("Every child", "Each pupil")
    marked.comment("Nobody pays", "Who decides?")
    file = write(tmp_path, "a.docx", marked.save())
    code, _, err = take_in(school, file, "--yes")
    assert (code, list_drafts(school)) == (1, [])
    assert (
        "Chair of governors put in “Each pupil” on 20 November 2026 (in 1.1, below “1. Aims”)"
        in (err)
    )
    assert "Chair of governors commented" in err
    code, _, _ = take_in(school, file, "--yes", "--accept-changes")
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    assert (code, "1.1 Each pupil wears the uniform." in text) == (0, True)


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.pdf", "a.odt"])
def test_damaged_file_is_named(school: Path, tmp_path: Path, name: str) -> None:
    code, _, err = take_in(school, write(tmp_path, name, b"\xd0\xcf\x11\xe0 and more"), "--yes")
    assert (code, list_drafts(school)) == (1, [])
    assert f"{name} was not taken in. It " in err


def test_folder_carries_on_past_bad_files(school: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old policies"
    write(folder, "b bad.docx", b"no zip")
    write(folder, "a.docx", make_docx(BODY, numbering=LISTS))
    write(folder, "c.docx", make_docx(BODY.replace("Uniform", "Trips"), numbering=LISTS))
    write(folder, "d.docx", make_docx(BODY, numbering=LISTS))
    write(folder, "~$a.docx", b"a lock of Word")
    code, out, _ = take_in(school, folder)
    assert (code, list_drafts(school)) == (
        1,
        ["docs/policies/trips/2026-11.md", "docs/policies/uniform/2026-11.md"],
    )
    assert "b bad.docx was not taken in. It is damaged" in out
    assert "d.docx was not taken in. It has the title of a.docx" in out
    assert "2 of 4 files are drafts now." in out


def test_nothing_is_ever_replaced(school: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "a.docx", make_docx(BODY, numbering=LISTS))
    assert take_in(school, file)[0] == 0
    path = school / "docs/policies/uniform/2026-11.md"
    before = path.read_bytes()
    code, _, err = take_in(school, file, "--version", "2026-11", "--yes")
    assert (code, path.read_bytes()) == (1, before)
    assert "an import replaces nothing" in err
    code, _, err = take_in(school, file)
    assert (code, "It has the words of uniform 2026-11" in err) == (1, True)
    other = write(tmp_path, "b.docx", make_docx(BODY + p("New."), numbering=LISTS))
    assert take_in(school, other)[0] == 0  # the next month is free
    assert (school / "docs/policies/uniform/2026-12.md").exists()


def test_changes_against_the_text_in_force_are_shown(project: Path, tmp_path: Path) -> None:
    (policy,) = [x for x in (project / "docs/policies").iterdir() if x.name == "behaviour"]
    newest = sorted(policy.glob("20??-??.md"))[-1].stem
    run_command("export", "behaviour", newest, "--docx", "--project", project, "--output",
                tmp_path / "b.docx", "--today", TODAY)  # fmt: skip
    code, out, _ = take_in(project, tmp_path / "b.docx", "--yes", "--policy", "behaviour")
    assert code == 0
    assert "What changes against version " in out


def test_pictures_are_written_beside_the_draft(school: Path, tmp_path: Path) -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A badge"/><a:blip '
        'r:embed="picture"/></wp:inline></w:drawing></w:r></w:p>'
    )
    data = make_docx(BODY + drawing + drawing, numbering=LISTS, files={"word/media/i.png": PNG})
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    row = f'<Relationship Id="picture" Type="{kind}" Target="media/i.png"/></Relationships>'
    rels = files["word/_rels/document.xml.rels"].replace(b"</Relationships>", row.encode())
    from tests.word.incoming.word_files import make_zip

    data = make_zip({**files, "word/_rels/document.xml.rels": rels})
    assert take_in(school, write(tmp_path, "a.docx", data))[0] == 0
    assert (school / "docs/policies/uniform/2026-11-picture-1.png").read_bytes() == PNG
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    assert text.count("![A badge](2026-11-picture-1.png)") == 2


def test_approval_compares_the_words_with_the_file(school: Path, tmp_path: Path) -> None:
    file = write(tmp_path, "Uniform.docx", make_docx(BODY, numbering=LISTS))
    take_in(school, file)
    words = ("approve", "uniform", "2026-11", "--by", "Governors", "--on", "2026-11-20", "--yes")
    more = ("--adopted-from", file, "--project", school, "--today", TODAY)
    path = school / "docs/policies/uniform/2026-11.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Every child", "No child"), encoding="utf-8")
    refused = run_command(*words, *more)
    assert refused.returncode == 1
    assert "The document has “Every” and the version “No”" in refused.stdout
    path.write_text(text, encoding="utf-8")
    assert run_command(*words, *more).returncode == 0
    entry = json.loads((school / "docs/policies/approvals.jsonl").read_text(encoding="utf-8"))
    assert entry["adopted_from"] == "Uniform.docx"
    assert len(entry["source_file_sha256"]) == 64


def test_untouched_draft_has_the_words_of_its_file(school: Path, tmp_path: Path) -> None:
    facts = table(cell("Policy owner") + cell("Bursar"), cell("Next review") + cell("May 2028"))
    body = (
        p("Hill View School", "Heading1")
        + p("Uniform Policy", look="<w:b/>")
        + facts
        + p("1. Aims", "Heading2")
        + p("1.1 A family may ask for:")
        + p("(a) a day;")
        + p("(b) weeks away.")
    )
    file = write(tmp_path, "Uniform Policy v2.docx", make_docx(body))
    out = take_in(school, file)[1]
    assert "Year of the next review: 2027/28, by 31 May 2028 (from “May 2028”)" in out
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    assert "owner: Bursar\n" in text and "\n## 1. Aims\n" in text and "## Hill" not in text
    words = ("approve", "uniform", "2026-11", "--by", "Governors", "--on", "2026-11-20", "--yes")
    more = ("--adopted-from", file, "--project", school, "--today", TODAY)
    assert run_command(*words, *more).returncode == 0


def test_reply_changes_the_draft(school: Path, tmp_path: Path) -> None:
    folder = school / "docs/policies/behaviour"
    folder.mkdir()
    path = folder / "2026-12.md"
    path.write_text(make_text("## Aims\n\nBe kind.\n\nBe safe.\n", status="draft"), "utf-8")
    sent = tmp_path / "sent.docx"
    run_command("export", "behaviour", "2026-12", "--docx", "--project", school, "--output", sent,
                "--today", TODAY)  # fmt: skip
    marked = MarkedUp(sent.read_bytes())
    marked.replace("Be kind", "Be very kind")
    marked.replace("Be safe", "Be quite safe")
    reply = write(tmp_path, "reply.docx", marked.save())
    words = ("--reply", reply, "behaviour", "2026-12")
    code, out, _ = take_in(school, *words)
    assert (code, "Nothing was written." in out) == (0, True)
    assert "  1. Chair of governors put “Be very kind” for “Be kind” on 20 November 2026" in out
    code, out, _ = take_in(school, *words, "--take", "2")
    assert (code, "1 of 2 changes taken." in out) == (0, True)
    assert "Be kind.\n\nBe quite safe.\n" in path.read_text("utf-8")
    assert take_in(school, *words, "--take", "7")[0] != 0


def test_spreadsheet_fills_in_the_facts(school: Path, tmp_path: Path) -> None:
    take_in(school, write(tmp_path, "a.docx", make_docx(BODY, numbering=LISTS)))
    sheet = write(tmp_path, "policies.csv", b"title,owner\nUniform Policy,Headteacher\n")
    code, out, _ = take_in(school, sheet, "--yes")
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    assert (code, "owner: Headteacher\n" in text) == (0, True)
    assert "Wrote docs/policies/uniform/2026-11.md" in out


def test_independent_reader_finds_no_other_words(school: Path, tmp_path: Path) -> None:
    data = make_docx(BODY, numbering=LISTS)
    take_in(school, write(tmp_path, "a.docx", data))
    text = (school / "docs/policies/uniform/2026-11.md").read_text(encoding="utf-8")
    witness = count_words([mammoth.extract_raw_text(io.BytesIO(data)).value])
    assert witness - count_words([text]) == {}

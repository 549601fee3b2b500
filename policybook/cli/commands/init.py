"""The command that starts a school's project: five questions, and files that build."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from policybook.cli import questions
from policybook.cli.commands.options import Refused, explain_writing, short_path
from policybook.cli.program import program_name, say
from policybook.cli.questions import Answer, BadAnswer, SchoolSort
from policybook.cli.terminal import has_person
from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.project import new_project
from policybook.project.clock import today_in_london
from policybook.project.new_project import SchoolAnswers
from policybook.project.program import FROM_CLONE
from policybook.reading.files import layout

_SORT = "2/5 Nation, kind and phase, such as “England, academy, primary”:"
_ADDRESS = (
    "3/5 Address of the site, such as https://policies.school.sch.uk/ "
    "(Enter if you do not know it yet):"
)
_EMAIL = "4/5 E-mail of the school office (Enter for none):"
_CHOICES = ", ".join(f"{n} {name}" for n, name in enumerate(new_project.FIRST_POLICIES, 1))
_POLICY = f"5/5 First policy ({_CHOICES}, or another name):"


def init(options: argparse.Namespace) -> int:
    folder = Path(os.path.abspath(options.folder or Path()))
    _refuse_folder(folder)
    today = options.today or today_in_london()
    answers = _read_answers(options)
    planned = new_project.make_files(answers, today)
    if any((folder / layout.POLICIES).glob("*/*.md")):
        planned = {p: d for p, d in planned.items() if f"/{answers.policy}/" not in p}
    written = _write(folder, planned)
    _report(folder, answers, planned, written)
    return 0


def _refuse_folder(folder: Path) -> None:
    """Raise `Refused` if no project can start in the folder."""
    if folder in (Path.home(), Path(folder.anchor)):
        raise Refused(
            "A project needs a folder of its own. Give the name of a new one, such as: "
            "policybook init policies"
        )
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is a file. Give the name of a new folder.")
    if (folder / layout.SCHOOL).exists():
        raise Refused(
            f"{short_path(folder)} is a school's project already: it has {layout.SCHOOL}. "
            "Nothing was changed. To see what it lacks: policybook doctor"
        )


def _read_answers(options: argparse.Namespace) -> SchoolAnswers:
    """Return the answers of the options, and those of the person for the rest."""
    asks = has_person()
    if not asks and options.name is None:
        raise Refused('Give the name of the school: policybook init --name "Hill View School"')
    try:
        name = _answer(options.name, "1/5 Name of the school:", questions.read_name, asks)
        sort = _read_sort(options, asks)
        url = _answer(options.url, _ADDRESS, questions.read_url, asks)
        email = _answer(options.email, _EMAIL, questions.read_email, asks)
        policy = _answer(options.policy, _POLICY, questions.read_policy, asks)
    except BadAnswer as wrong:
        raise Refused(f"{wrong} Nothing was written.") from wrong
    except EOFError:
        raise Refused("\nThe answers ended. Nothing was written.") from None
    return SchoolAnswers(
        name=name,
        nation=sort.nation,
        kind=sort.kind,
        phase=sort.phase,
        url=url,
        email=email,
        policy=policy,
    )


def _read_sort(options: argparse.Namespace, asks: bool) -> SchoolSort:
    """Return nation, kind and phase. One question asks for all, if no option gives any."""
    given = (options.nation, options.kind, options.phase)
    if not asks or given != (None, None, None):
        nation, kind, phase = ((words or "").strip() for words in given)
        return SchoolSort(
            nation=questions.read_choice(nation, Nation),
            kind=questions.read_choice(kind, SchoolKind),
            phase=questions.read_choice(phase, SchoolPhase),
        )
    print(questions.list_sorts())
    sort = questions.ask(_SORT, questions.read_sort)
    if understood := [part for part in (sort.nation, sort.kind, sort.phase) if part]:
        print(f"    This means: {', '.join(understood)}.{_describe_unnamed(sort)}")
    return sort


def _describe_unnamed(sort: SchoolSort) -> str:
    """Return which of the three an answer did not name, and where to write it later."""
    parts = (("nation", sort.nation), ("kind", sort.kind), ("phase", sort.phase))
    missing = " and ".join(f"`{name}`" for name, part in parts if part is None)
    return f" You can write {missing} in {layout.SCHOOL} later." if missing else ""


def _answer(given: str | None, question: str, read: Callable[[str], Answer], asks: bool) -> Answer:
    """Return the answer of the option, else of the person, else none. Raise `BadAnswer`."""
    if given is None and asks:
        return questions.ask(question, read)
    return read((given or "").strip())


def _write(folder: Path, planned: Mapping[str, bytes]) -> list[str]:
    """Write each file that is not there yet. Return their paths. Raise `Refused` on a fault."""
    written = []
    for path in sorted(planned, key=lambda path: path == layout.SCHOOL):  # it marks the end
        file = folder / path
        if file.exists():
            continue
        with explain_writing(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as out:
                out.write(planned[path])
        written.append(path)
    return written


def _report(
    folder: Path, answers: SchoolAnswers, planned: Mapping[str, bytes], written: list[str]
) -> None:
    """Say what was written, and which commands come next."""
    for path in written:
        print(f"Wrote {path}")
    for path in planned:
        if path not in written:
            print(f"Left {path} as it was")
    other = ", ".join(name for name in new_project.FIRST_POLICIES if name != answers.policy)
    is_current = folder == Path.cwd()
    name = folder.name if is_current else short_path(folder)
    where = at = ""
    if not is_current and program_name() == FROM_CLONE:
        at = f" --project {_quote(name)}"  # the new folder has no program
    elif not is_current:
        where = f"Go to the folder:         cd {_quote(name)}\n"
    say(
        f"\nThe project is ready: {name}\n{where}"
        f"Make the website:         policybook build{at}\n"
        f"See it while you write:   policybook serve --drafts{at}\n"
        f"Bring a policy from Word: policybook import FILE.docx{at}\n"
        f"Start another policy:     policybook new NAME{at}   (such as {other})\n"
        f"See what is missing:      policybook doctor{at}"
    )


def _quote(path: str) -> str:
    return f'"{path}"' if " " in path else path

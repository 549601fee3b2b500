"""Read the national helplines that come with Policybook, each with its source and its day."""

from functools import cache
from importlib.resources import files

from policybook.reading.fields import values
from policybook.search.situations.types import Helpline
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value

PATH = "data/helplines.yml"


@cache
def shipped_helplines() -> tuple[Helpline, ...]:
    """Return the helplines in the order of the file. Raise ValueError where one is malformed."""
    text = files("policybook").joinpath(PATH).read_text(encoding="utf-8")
    root, faults = strict_yaml.read(text, PATH, what="file")
    if root is None or faults:
        raise ValueError(f"policybook/{PATH}: {faults}")
    return tuple(_helpline(item) for item in (root.fields or {})["helplines"].items or ())


def _helpline(item: Value) -> Helpline:
    """Return one helpline. A recalled one claims nothing but its name and number."""
    fields = item.fields or {}
    words = {name: value.text.strip() for name, value in fields.items() if value.text is not None}
    is_recalled = words["confidence"] != "S"
    if is_recalled and words.get("says"):
        raise ValueError(f"policybook/{PATH}:{item.line}: a recalled row says more than a number")
    return Helpline(
        id=words["id"],
        name=words["name"],
        readers=values.read_sentences(fields["for"]),
        source=words["source"],
        checked=values.read_exact_day(fields["checked"]).date,
        is_recalled=is_recalled,
        phone=words.get("phone", ""),
        web=words.get("web", ""),
        says=words.get("says", ""),
        to_check=words.get("to_check", ""),
        also=values.read_sentences(fields["also"]) if "also" in fields else (),
    )

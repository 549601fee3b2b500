"""A policy with everything that a text can have, written as a Word file."""

import io

from PIL import Image
from redline.comparisons import make_version

from policybook.model import Mark
from policybook.redline import Part, Unit
from policybook.redline.units import read_units
from policybook.word.outgoing import CoverSheet, policy_file

COVER = CoverSheet(
    school="Hill View School",
    title="Phones",
    version="2026-12",
    badge="Draft",
    notice="Draft. It is private, and not in force.",
    facts=(("Owner", "Headteacher"), ("Review", "Planned for the academic year 2027/28.")),
)
MANY = "\n".join(f"- item number {n}" for n in range(1, 29))
LONG_POLICY = f"""Everyone reads this first.

## Purpose

This is why we have rules.[^1]

We want:

- safe pupils, who
  - learn
  - play
    - inside
    - outside
- kind staff[^law]

### Where it holds

It holds at school. See [the rules](#s2-1) and [the law](https://www.legislation.gov.uk/).

> A quoted rule.

## Rules

Pupils must:

{MANY}

After the list.

| Day | Who | Where |
| --- | --- | --- |
| Monday | Head | Hall |
| Friday | << | Office |
| Sunday | Nobody | ^^ |

After the table.

1. Ask.
2. Wait.

```
code  with
two lines
```

![A map of the school](map.png)

## Appendix A: Forms

Use the form.

## Last words

The end.

[^1]: The Education Act.

[^law]: The Children Act.
"""


def make_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(out, "PNG")
    return out.getvalue()


def write_policy(text: str, cover: CoverSheet = COVER) -> bytes:
    def href(target: str) -> str | None:
        return target if target.startswith(("#", "https:")) else None

    version = make_version(text)
    return policy_file(version, cover, href=href, pictures={"map.png": make_picture()})


def list_units(text: str) -> list[Unit]:
    """The units of a text that are no notes: each is a paragraph or a row."""
    units = read_units(make_version(text))
    return [u for u in units if not u.label.startswith("[") and u.part is not Part.TITLE]


def expected_lines(text: str) -> list[str]:
    """The lines that a program shows: the cover, and each unit after its number."""
    facts = [words for fact in COVER.facts for words in fact]
    lines = [COVER.title, f"{COVER.school} · Version {COVER.version}", COVER.notice, *facts]
    for unit in list_units(text):
        cells = [
            "".join(p.text for p in c if p.mark is not Mark.IMAGE)
            for c in unit.cells or (unit.pieces,)
        ]
        words = "\n".join(cell for cell in cells if cell)
        lines += f"{unit.label} {words}".split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]

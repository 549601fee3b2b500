"""Bodies of any kind of Markdown, and what an editor may make of them."""

from hypothesis import strategies as st

PLAIN = [
    "the",
    "pupils",
    "must",
    "not",
    "bring",
    "phones",
    "14",
    "days",
    "1.2",
    "é",
    "\u00a0",
    "—",
    ":",
    "‘so’",
    "'so'",
]

MARKED = [
    "**office**",
    "*never*",
    "`code`",
    "[a](x.md)",
    "[](y.md)",
    "![map](m.png)",
    "a|b",
    "&amp;",
    "\\*",
    "<b>",
]

WORDS = st.sampled_from([*PLAIN, *MARKED])

SENTENCE = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)

BLOCK = st.one_of(
    SENTENCE,
    SENTENCE.map("## {}".format),
    SENTENCE.map("### {}".format),
    SENTENCE.map("# {}".format),
    SENTENCE.map("> {}".format),
    SENTENCE.map("1.2 {}".format),
    SENTENCE.map("{}:\n\n- an item\n- another".format),
    st.lists(SENTENCE, min_size=1, max_size=4).map(
        lambda texts: "\n".join(f"- {text}" for text in texts)
    ),
    st.lists(SENTENCE, min_size=1, max_size=3).map(
        lambda texts: "\n".join(f"1. {text}\n   - under it" for text in texts)
    ),
    st.lists(st.tuples(SENTENCE, SENTENCE), min_size=1, max_size=3).map(
        lambda rows: (
            "| A | B |\n| --- | --- |\n"
            + "\n".join(f"| {a} | {b} |".replace("a|b", "ab") for a, b in rows)
        )
    ),
    SENTENCE.map("```\n{}\n\n  more\n```".format),
)

BODY = st.lists(BLOCK, max_size=10)


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A body and what an editor may make of it: blocks moved, dropped, doubled, written anew, words changed."""
    old = draw(BODY)
    new = draw(st.permutations(old)) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(new)))
        step = draw(st.sampled_from(["drop", "add", "double", "word"]))
        if step == "add":
            new.insert(place, draw(BLOCK))
        elif place < len(new):
            new[place : place + 1] = {
                "drop": [],
                "double": [new[place]] * 2,
                "word": [new[place].replace("the", "every", 1) + " at once"],
            }[step]
    return "\n\n".join(old), "\n\n".join(new)

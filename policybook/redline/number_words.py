"""Numbers in words, and the figures that they are."""

UP_TO_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
""".split()
WORDS_FOR = {word: str(number) for number, word in enumerate(UP_TO_TWENTY)}
WORDS_FOR |= {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "ninety": "90",
    "hundred": "100",
}
# "A week", "every term", "£5 per day".
WORDS_FOR |= {"a": "1", "an": "1", "each": "1", "every": "1", "per": "1"}
SPELT = "|".join(
    w
    for w in sorted(WORDS_FOR, key=len, reverse=True)
    if len(w) > 2 and w not in ("each", "every", "per", "one")
)
N = rf"(?:\d+(?:[.,]\d+)*|{SPELT}|one)"

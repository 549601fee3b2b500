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
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
}
# "A week", "every term", "£5 per day".
WORDS_FOR |= {"a": "1", "an": "1", "each": "1", "every": "1", "per": "1"}
#: "First" and "second" are also words of order and of time, so they are no numbers.
ORDINALS = {
    word: f"{number}th" if number > 3 else "3rd"
    for number, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=3
    )
}
#: "Their second birthday", "a 16th birthday".
BIRTHDAYS = ("first", "second", *ORDINALS, r"(?:thir|four|fif|six|seven|eigh|nine)teenth")
BIRTHDAYS += ("twentieth", "twenty-(?:first|fifth)", "thirtieth", r"\d{1,2}(?:st|nd|rd|th)")
SPELT = "|".join(
    w
    for w in sorted(WORDS_FOR, key=len, reverse=True)
    if len(w) > 2 and w not in ("each", "every", "per", "one")
)
N = rf"(?:\d+(?:[.,]\d+)*|{SPELT}|one)"

"""Quote long texts in messages: their first words."""


def quote_start(text: str, longest: int = 60) -> str:
    """Return the words of a text, or the first with " …" after them if there are many."""
    words = " ".join(text.split())
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"

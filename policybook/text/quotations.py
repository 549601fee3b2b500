"""Quote long texts in messages: their first words."""


def quote_start(text: str, longest: int = 60) -> str:
    """Return the text, or its first words with " …" after them if it has more characters."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"

"""English for search: stop words, irregular forms and endings, from `data/search_english.toml`.

These tables also travel in the index, for the script.
"""

import tomllib
from importlib.resources import files

from policybook.search.amounts import SIGNS

_TABLES = tomllib.loads(files("policybook").joinpath("data/search_english.toml").read_text("utf-8"))
#: `amounts.spell_signs` writes the signs of amounts as words, which are no words of a text.
STOP = frozenset(_TABLES["stop"].split()) | SIGNS
#: Words that tell no rule from another.
WEAK = frozenset(_TABLES["weak"].split())
#: Articles and pronouns, which do not change a phrase.
LIGHT = frozenset(_TABLES["light"].split())
#: Irregular forms, American spellings and numbers in words, each with the form for which it counts.
FORMS = {form: counts_as for counts_as, forms in _TABLES["forms"].items() for form in forms.split()}
#: In each step the first fitting rule applies: ending, replacement, fewest letters before it.
STEPS: tuple[tuple[tuple[str, str, int], ...], ...] = tuple(
    tuple((ending, instead, least) for ending, instead, least in step) for step in _TABLES["steps"]
)

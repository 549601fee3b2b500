"""Describe the data files of the site as JSON Schemas (2020-12), for programs that read them.

`schema_version` in a file rises when a program that reads it would have to change: a field
is removed, or means something else. `docs/help/data.md` says in words what the fields hold.
"""

from collections.abc import Mapping

from policybook.reading.fields.field_types import Schema, make_mapping_schema, map_names_to

#: The fields of a duty, and those of a policy in the register: the columns of their tables.
DUTY_FIELDS = "policy title version who kind verb text lead clause section address"
REGISTER_FIELDS = (
    "policy title version standing approved_by approved_on owner review_year review_by "
    "review_state proposal address sha256"
)
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number"}
_YES_OR_NO: Schema = {"type": "boolean"}
_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_DAY_OR_NULL: Schema = {**_DAY, "type": ["string", "null"]}
_SPAN: Mapping[str, Schema] = {"holds_from": _DAY_OR_NULL, "holds_until": _DAY_OR_NULL}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _texts(names: str) -> dict[str, Schema]:
    """Return a field of text for each of `names`."""
    return dict.fromkeys(names.split(), _TEXT)


def _object(fields: Mapping[str, Schema], optional: str = "") -> Schema:
    """Return an object with all of `fields`, but for those that may be missing."""
    required = [name for name in fields if name not in optional.split()]
    return make_mapping_schema(fields, required)


def _file(title: str, fields: Mapping[str, Schema], optional: str = "") -> Schema:
    """Return the schema of a data file, which has its `schema_version`."""
    whole = _object({"schema_version": {"const": 1}, **fields}, optional)
    return {"$schema": _DIALECT, "title": title, **whole}


_SCORE = _object(
    {
        **dict.fromkeys(("reading_age", "flesch_kincaid", "coleman_liau"), _NUMBER),
        "words": _COUNT,
        "sentences": _COUNT,
    }
)
_SCORE_OR_NULL: Schema = {"anyOf": [_SCORE, {"type": "null"}]}
_SENTENCE = _object(
    {"text": _TEXT, "line": _COUNT, **_SCORE["properties"]}, " ".join(_SCORE["properties"])
)
_DUTIES = _file(
    "Who must do what",
    {
        **_SPAN,
        "school": _TEXT,
        "duties": _list(_object(_texts(DUTY_FIELDS))),
    },
)
_UNIT = _object(
    {**_texts("number id text"), "links": _list(_object(_texts("words address")))}, "links"
)
_RUN: Schema = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 3}


def _changes() -> Schema:
    counts = ("changes", "added", "removed", "reworded", "moved", "links", "formatting")
    weight = _object(_texts("matter words"))
    change = {
        "change": _COUNT,
        **_texts("part kind"),
        "moved": _YES_OR_NO,
        "old": _list(_UNIT),
        "new": _list(_UNIT),
        "weights": _list(weight),
        "runs": _list(_RUN),
    }
    effect = {
        **_texts("matter side"),
        "changes": _list(_object({"change": _COUNT, "words": _TEXT})),
    }
    return _file(
        "The changes between two versions",
        {
            **_texts("policy title old new"),
            "change": {"enum": ["minor", "major"]},
            "counts": _object(dict.fromkeys(counts, _COUNT)),
            "facts": _list(_object(_texts("field old new"))),
            "effects": _list(_object(effect)),
            "changes": _list(_object(change)),
        },
    )


def _clauses() -> Schema:
    """Return the schema of a plain list, which has no room for its `schema_version`."""
    row = _object(_texts("id number label kind section text"))
    return {"$schema": _DIALECT, "title": "The clauses of a version, form 1", **_list(row)}


def _register() -> Schema:
    law = {
        **_texts("policy version clause words says source address"),
        "line": _COUNT,
        "out_of_date": _YES_OR_NO,
    }
    state = _object({**_texts("state why"), "clauses": _list(_TEXT)})
    section = {**_texts("name need"), "versions": map_names_to(state)}
    model = {**_texts("policy model"), "sections": _list(_object(section))}
    return _file(
        "The review register",
        {
            **_SPAN,
            "school": _TEXT,
            "policies": _list(_object({**_texts(REGISTER_FIELDS), "sha256": _HASH})),
            "law": _list(_object(law)),
            "models": _list(_object(model)),
        },
    )


def _readability() -> Schema:
    limit = _object({"age": _NUMBER, "words_in_a_sentence": _NUMBER})
    summary = {
        **_texts("reader language"),
        "score": _SCORE_OR_NULL,
        "within_its_age": {"type": ["boolean", "null"]},
        "sentences": _list(_SENTENCE),
    }
    policy = {
        **_texts("policy version standing"),
        "policy_itself": _SCORE_OR_NULL,
        "summaries": _list(_object(summary)),
    }
    return _file(
        "Reading ages",
        {
            **_SPAN,
            "reading_age": _TEXT,
            "formulas": _list(_object(_texts("name grade source"))),
            "limits": map_names_to(limit),
            "policies": _list(_object(policy)),
        },
    )


def _statutory() -> Schema:
    several = ("policies", "approved_by", "approved_on", "review_by", "sources")
    policy = {
        **_texts("id name state reason must_publish confidence checked"),
        **dict.fromkeys(several, _list(_TEXT)),
        "published": _list(_YES_OR_NO),
        "recommended_cycle_months": {"type": ["integer", "null"]},
    }
    return _file(
        "Statutory policies",
        {
            **_SPAN,
            **_texts("school gap"),
            "policies": _list(_object(policy)),
            "others": _list(_TEXT),
        },
    )


def _manifest() -> Schema:
    return _file(
        "The files of the site",
        {
            "made_by": {"const": "Policybook"},
            "private": {"const": True},
            "record": _TEXT,
            "checkpoint": _list(_TEXT),
            "summaries": map_names_to(_HASH),
            "files": map_names_to(_HASH),
        },
        optional="private checkpoint summaries",
    )


def _cards() -> Schema:
    attempt = _object(
        {
            **_texts("card subject signs whole but_not but_no_phrase"),
            "is_urgent": _YES_OR_NO,
        },
        optional="card subject is_urgent signs whole but_not but_no_phrase",
    )
    card = {**_texts("id for about title who"), "beside": _list(_TEXT)}
    person = {
        **_texts("role name phone dial email address hours"),
        "names": _list(_TEXT),
    }
    return _file(
        "The cards for situations of harm, and the people whom somebody may look for",
        {
            "limits": _object(dict.fromkeys(("words", "letters", "between", "little"), _COUNT)),
            **dict.fromkeys(("little", "not_slips", "about_others", "asking", "net"), _list(_TEXT)),
            **dict.fromkeys(("words", "writers", "not_writers", "spellings"), map_names_to(_TEXT)),
            "ordinary": _TEXT,
            "cards": _list(_object(card, "who beside")),
            "subjects": map_names_to(map_names_to(_TEXT)),
            "attempts": _list(attempt),
            "people": _list(_object(person)),
        },
    )


def build_data_schemas() -> dict[str, Schema]:
    """Return the schema of each kind of data file, by the name of its own file."""
    build = {"made_on": _DAY, "publish_again_by": _DAY, "because": _list(_TEXT)}
    kept = {"kept_in_school": _list(_object(_texts("policy version")))}
    return {
        "build": _file("The day of the build", build),
        "cards": _cards(),
        "steps": _file(
            "What to do in each situation, and whom to ring: name, number and what a link dials",
            {
                "steps": map_names_to(_list(_TEXT)),
                "calls": map_names_to(_list(_list(_TEXT))),
                "notes": map_names_to(_TEXT),
            },
        ),
        "changes": _changes(),
        "clauses": _clauses(),
        "duties": _DUTIES,
        "kept": _file("Versions whose text is kept in school", kept),
        "manifest": _manifest(),
        "readability": _readability(),
        "register": _register(),
        "statutory": _statutory(),
    }

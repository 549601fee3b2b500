"""Read the setting `groups`: the school's own groups of policies, in its order."""

from policybook.reading.fields import field_types, values
from policybook.reading.fields.field_types import InputType
from policybook.text.strict_yaml import InvalidValueError, Value

_FORM = "Write one group a line, after `- `, such as `- Safeguarding and welfare`."


def read_groups(value: Value) -> tuple[str, ...]:
    """Return the names of the groups. Raise `InvalidValueError` for anything but a list of them."""
    if not value.items:
        raise InvalidValueError("is not a list of groups", _FORM)
    names: list[str] = []
    for item in value.items:
        name = values.read_item(item, values.read_name)
        if name.casefold() in (other.casefold() for other in names):
            raise InvalidValueError(f"names “{name}” twice", "Keep one of them.", line=item.line)
        names.append(name)
    return tuple(names)


GROUPS = InputType(
    read=read_groups, schema={"type": "array", "minItems": 1, "items": field_types.NAME.schema}
)

"""Who to ask: a role and how to reach whoever has it. A value of the model, in a file of its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """`also` are other names of the role, `checked` the day on which somebody made sure; `phone`, `email` and `address` are not all empty."""

    role: str
    checked: date
    also: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    line: int = 1

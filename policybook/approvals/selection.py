"""Select the versions that somebody asks to approve."""

from collections.abc import Sequence

from policybook.approvals.plan import NOTHING_RECORDED, RequestError
from policybook.model import Library


def select_versions(
    project: Library, typed: Sequence[str], everything: bool
) -> list[tuple[str, str]]:
    """Return the requested versions as (policy, version). Raises `RequestError`.

    "Everything" has versions with faults in their front matter too, so that they are named.
    """
    if everything:
        recorded = project.recorded
        rest = [v for v in project.walk_versions() if v.key not in recorded]
        chosen = [v.key for v in rest if not v.facts.is_undecided]
        # Their faults may hide their status.
        unread = [v.path for v in rest if v in project.unsound]
        if unread and not chosen:
            raise RequestError(
                f"{NOTHING_RECORDED} No text says that it is approved, but there are faults in "
                f"{', '.join(unread)}. To see them: policybook check"
            )
        return chosen
    if not typed or len(typed) % 2:
        raise RequestError(
            "Say which policy and version, such as: policybook approve behaviour 2026-09. "
            "You may give several pairs. --all takes every version that is not yet in the record."
        )
    pairs = list(zip(typed[::2], typed[1::2], strict=True))
    versions = {v.key for v in project.walk_versions()}
    for policy, version in pairs:
        if (policy, version) not in versions:
            raise RequestError(f"There is no version {version} of a policy {policy}.")
    return pairs

"""Write what the page of a translated summary says about its translation.

The notes say which statements may be out of date, and how many are missing.
"""

from policybook.analysis.stale_summaries import StaleReason, TranslationState
from policybook.model.addresses import Address


def stale_notes(
    state: TranslationState | None, language: str, original: Address
) -> dict[int, tuple[str, str]]:
    """Return by place: why a statement may be out of date, and where its original is.

    `language` is the English name of the original's language. `original` is its page.
    """
    if state is None:
        return {}
    return {
        place: (
            _explain(reason, language),
            f"{original}#st{state.pairs[place] + 1}" if place in state.pairs else original,
        )
        for place, reason in state.behind.items()
    }


def missing_note(state: TranslationState | None, language: str) -> str:
    """Return a sentence on what the translation lacks; empty if it lacks nothing."""
    count = len(state.missing) if state else 0
    if not count:
        return ""
    points = "1 point is" if count == 1 else f"{count} points are"
    return f"{points} in the {language} and not yet here."


def _explain(reason: StaleReason, language: str) -> str:
    return {
        StaleReason.CHANGED: f"The {language} of this has changed since it was translated.",
        StaleReason.UNPAIRED: (f"The {language} of this may have changed since it was translated."),
        StaleReason.GONE: f"The {language} does not say this any more.",
    }[reason]

"""The text of a version: Markdown in, sections and clauses with their numbers out.

`text_outline.parse(body)` never fails. `character_balance` proves that no character was lost.
"""

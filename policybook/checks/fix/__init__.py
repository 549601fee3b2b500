"""What `check --fix` writes: the same words in a tidier form, and numbers that follow their clauses.

A fix proves that the text is understood as before, or it is not made.
"""

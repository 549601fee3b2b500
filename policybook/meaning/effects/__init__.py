"""Two texts of one rule: what the change does to the people whom the rule binds.

`weight.weights(old, new)` is the way in. It compares sentences (`sentence_effects`) and terms
(`term_changes`), and says less where it cannot be sure.
"""

"""Work out what `approve`, `review` and `withdraw` would write, then write it.

A plan comes first; nothing is written until the plan is confirmed. Knows no page.
"""

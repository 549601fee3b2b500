"""One sentence at a time: who must, may or must not do what, and under which condition.

`reading.read(text)` gives the statements of a text. `duty` says how strongly each binds.
"""

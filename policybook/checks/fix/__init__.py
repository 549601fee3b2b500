"""Make the changes of `check --fix`: a tidier form, and clause numbers that follow their clauses.

It must not know a command, and it writes no file. A fix proves that the text means the same as
before, or it is not made.

    for fix in tidy.tidy_files(sources, library, wanted): ...   # `wanted` says which paths
"""

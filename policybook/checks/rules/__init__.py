"""The checks, one file a family. A check must not know another check.

A check is a function of the library and a day that yields findings. Its docstring is its help
page. `checks.CHECKS` lists all of them.

    for finding in reviews.reviews_are_up_to_date(library, today): ...
"""

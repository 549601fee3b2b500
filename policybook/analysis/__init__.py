"""Answer questions about texts: duties, law, model policies, reading ages.

An answer gives no verdict: the checks say what is wrong. It must not know a page or `search`.

    for duty in duties.duties(version, school): ...
    for cite in law.cites(version, law.full_register(library), today): ...
"""

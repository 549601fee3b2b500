"""Turn the library and a day into the finished site: pages, PDFs and data files.

It must not know a command, MkDocs or `approvals`. `build` is the way in, and `outputs` lists
what the site is made of.

    made = build.build(sources, templates, today, settings)
    for asset in made.files(): ...             # one after the other; none is kept in memory
"""

"""Turn the library and a day into the finished site: pages, PDFs and data files.

This package must not know the commands, MkDocs or `approvals`. Start with `build`;
`outputs` lists what a site consists of.

    site = build.build(sources, templates, today, settings)
    for asset in site.files(): ...             # one at a time; none stays in memory
"""

"""Turn the files of a project into the library, with findings for mistakes.

It is the only package that reads policy files. It never raises because of what an
author wrote. It must not know a page, a day or a redline.

    sources = snapshot.read_sources(project)   # one snapshot of the folder: {path: bytes}
    loaded = library.load(sources)             # `loaded.library`: values; `loaded.findings`
"""

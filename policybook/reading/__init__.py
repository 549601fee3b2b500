"""Turn a project's bytes into the library, with findings for what cannot be understood.

The only package that reads policy files. It never raises for what an author wrote, and it knows
no page, no day and no redline.

    snapshot = read_sources(project)       # `snapshot`: {path: bytes}
    loaded = load(snapshot)                # `library`: values and findings
"""

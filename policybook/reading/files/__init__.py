"""The files of a project: their names, places and bytes, with findings for faulty ones.

`snapshot.read_sources(project)` reads the folder once; `layout` says what each file is.
"""

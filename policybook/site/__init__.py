"""Turn the library and a day into the finished site: pages, PDFs and data files.

Knows no file of the school's and no command; `build` is the way in.
"""

"""The checks, one file a family. A check knows no other check.

Each is a function of the library and a day that yields findings. Its docstring is its help page.
"""

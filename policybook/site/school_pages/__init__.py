"""Make the pages and files of the whole school, one module a kind.

An output must not know another output. `outputs` lists all of them in order.
"""

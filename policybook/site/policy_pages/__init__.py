"""Make the pages and files of one policy, one module a kind.

An output must not know another output. `outputs` lists all of them in order.
"""

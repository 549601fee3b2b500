"""Make the pages and files of one policy. Each kind of output is one module.

An output must not know another output. `outputs` lists all of them in order.
"""

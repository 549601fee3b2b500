"""The record of approvals: its lines, its hashes and the texts that they cover.

`approval_record` reads and writes `approvals.jsonl`.
"""

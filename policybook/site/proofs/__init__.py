"""Prove that a finished page or PDF shows exactly the policy's words, and nothing that may act."""

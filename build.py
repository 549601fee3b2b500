"""Builds the school's site: `uv run build.py`. With `--help` it says what else it can do."""

import gc
import sys

# Before anything is imported: neither what a program is made of nor what it reads is garbage.
gc.set_threshold(500_000, 20, 20)

from policybook.cli import main

if __name__ == "__main__":
    sys.exit(main())

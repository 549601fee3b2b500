"""Builds the school's site: `uv run build.py`. With `--help` it says what else it can do."""

import sys

from policybook.cli import main

if __name__ == "__main__":
    sys.exit(main())

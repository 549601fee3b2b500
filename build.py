"""Build the school's site: `uv run build.py`. `--help` lists the other commands."""

import gc
import sys

# Before the imports: the collector would walk through modules and sources that all stay in use.
gc.set_threshold(500_000, 20, 20)

from policybook.cli import main

if __name__ == "__main__":
    sys.exit(main())

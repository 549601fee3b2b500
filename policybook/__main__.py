"""`python -m policybook` does what the command `policybook` does."""

import sys

from policybook.cli import main

if __name__ == "__main__":
    sys.exit(main())

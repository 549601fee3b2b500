"""`python -m policybook` does what the command `policybook` does."""

import sys

from policybook.cli import main

sys.exit(main())

"""The command that shows the site on this computer while somebody writes."""

import argparse
import gc

from policybook.cli.commands.options import COLLECTED, Refused, mkdocs_needed, read_options


def serve(options: argparse.Namespace) -> int:
    project = read_options(options).project
    gc.set_threshold(*COLLECTED)
    today = options.today.isoformat() if options.today else ""
    with mkdocs_needed():
        from policybook.plugin import host

        try:
            host.serve(project, options.port, today, options.drafts, options.pdf)
        except host.PluginError as fault:
            raise Refused(str(fault)) from fault
    return 0

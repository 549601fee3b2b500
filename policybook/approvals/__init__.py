"""Work out what each command of the record would write, then write it.

It must not know a page or a command. Nothing is written until a person confirms the
plan.

    proposal = approve.plan_approval(sources, pairs, request, today)
    plan.write(folder, proposal)         # each file whole or not at all; the record last
"""

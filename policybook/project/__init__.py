"""Open a school's folder: its templates, and the start of a new policy.

It must not know MkDocs or a command.

    sheets = templates.read_templates(project)
    text = scaffold.new_policy(name, required_sections, year)
"""

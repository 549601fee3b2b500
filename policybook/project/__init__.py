"""Open a school's folder: its templates, and the files that a new policy starts from.

It must not know MkDocs or a command.

    sheets = templates.read_templates(project)
    text = scaffold.new_policy(name, required_sections, year)
"""

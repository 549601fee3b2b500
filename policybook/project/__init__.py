"""Open a school's folder on a day: its library, its templates and new files.

It must not know MkDocs or a command. `clock` is the only module that knows today's date; only
`cli` and `plugin` call it.

    today = clock.today_in_london()
    opened = open.open_project(folder, today, by_clock=True)
"""

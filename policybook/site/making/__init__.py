"""Make a site: the files of each policy, or those in the store where nothing changed."""

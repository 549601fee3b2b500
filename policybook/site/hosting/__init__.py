"""What web hosts need beside the pages: headers, types of files, addresses."""

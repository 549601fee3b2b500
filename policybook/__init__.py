"""Publish a school's policies: Markdown in, a website with PDFs and data files out.

    docs/policies/**              what a school writes
          | reading               bytes -> values; a mistake becomes a finding
          v
       Library                    `model`: policies, versions, clauses, the record of approvals
          |
          +-- analysis, search    answers about the texts
          +-- redline             two versions -> what changed
          +-- checks              the library and a day -> findings
          v
         site                     the library and a day -> pages, PDFs and data files
          | publish               a finished folder -> the published site, whole or not at all
          v
        site/                     what people read

`cli` and `plugin` start this; `project` opens a school's folder for both. `approvals` writes
decisions into the sources. ARCHITECTURE.md says what each package may import.
"""

__version__ = "0.1.0"

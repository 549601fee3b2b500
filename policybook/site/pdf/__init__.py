"""Turn versions and summaries into PDFs.

`document` makes plain data from the model, and `typst` makes a PDF from the data. This
package must not know HTML, the clock, the environment or the network.
"""

"""The dashboard as a site of plain files: what `freeze` writes, and what the server serves."""

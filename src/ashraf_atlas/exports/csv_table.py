"""One table as CSV. Each row has licence, citation and version: a table that travels alone says where it is from.

Cells are the facts as they are. One that begins with = + - or @ is no exception, though a spreadsheet can take it for
a formula: a mark put in front of it would be a fact that nobody stated, and would come back with the table.
"""

from __future__ import annotations

from ashraf_atlas.columns import STAMP
from ashraf_atlas.exports import rows
from ashraf_atlas.exports.bundle import Bundle, stamp


def export(bundle: Bundle) -> bytes:
    """Return the table that the bundle names; places with their lon and lat."""
    marks = stamp(bundle)
    table = rows.rows(bundle, bundle.table)
    names = [it.name for it in rows.columns(bundle, bundle.table)]
    if bundle.table == "places":
        names += [rows.LON.name, rows.LAT.name]
    return rows.csv_bytes([*names, *STAMP], ({**row, **marks} for row in table))

"""From a dataset folder to frames: every file read, every cell and rule checked, all problems told together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from ashraf_atlas import checks, countries, own_basemap, text, translations
from ashraf_atlas.cells import CELL_TYPES, NUMBER, WHOLE, YEAR
from ashraf_atlas.coded import Coded
from ashraf_atlas.columns import Column, Table
from ashraf_atlas.csv_file import read_csv
from ashraf_atlas.draft import draft_of
from ashraf_atlas.geo import coarsened
from ashraf_atlas.geojson_file import read_geojson
from ashraf_atlas.problems import NOWHERE, DatasetError, Problem
from ashraf_atlas.progress import Tell, to_nobody
from ashraf_atlas.schema import TABLES
from ashraf_atlas.sheet import Point, Reading, Sheet
from ashraf_atlas.toml_file import read_toml
from ashraf_atlas.validation import judged

Tables = Mapping[str, Any]
"""By table name: frames, of which "places" is a GeoDataFrame in EPSG:4326; "story" is a mapping of its keys, and
"texts" the words of the interface by language and key, "own_texts" the rows of its own files, see `text.Text`.
Cells are text ("" for none), whole numbers Int64, numbers Float64 (both nullable), lists tuples of text; dates are text
that `dates.period` reads."""

READERS: dict[str, Callable[[Table, Path], Reading]] = {"csv": read_csv, "geojson": read_geojson, "toml": read_toml}

WGS84 = "EPSG:4326"

COARSE = "coarsen_m"

READ, CHECKED = 0.7, 0.85
"""How much of loading is done when every file is read, and when rules across tables are checked."""

_DTYPES: dict[str, Any] = {WHOLE: "Int64", YEAR: "Int64", NUMBER: "Float64"}


def load(folder: Path, tell: Tell = to_nobody) -> Tables:
    """Return the tables of the dataset in `folder`; `tell` is told how far it is.

    Raises `DatasetError` with every problem of every file if there is any; nothing is half-loaded.
    """
    _require_folder(folder)
    with _uncollected():
        return _load(folder, tell)


def _load(folder: Path, tell: Tell) -> Tables:
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    sizes = [_bytes(folder / table.file) for table in TABLES.values()]
    for table, before, size in zip(TABLES.values(), accumulate(sizes, initial=0), sizes, strict=False):
        tell(READ * before / sum(sizes), f"reading {table.file}")
        sheet, found = READERS[table.format](table, folder)
        problems += found
        if sheet:
            tell(READ * (before + size / 2) / sum(sizes), f"checking {table.file}")
            sheets[table.name], found = judged(sheet)
            problems += found
    words, own, found = text.read(folder)
    problems += found
    tell(READ, "checking table against table")
    draft = draft_of(sheets, problems)
    problems += checks.problems(draft)
    problems += countries.inside(draft, countries.countries_file(folder))
    problems += own_basemap.problems(folder)
    problems += text.spoken(draft, words)
    problems += translations.problems(draft, own, words)
    if problems:
        raise DatasetError(problems)
    tell(CHECKED, "making the tables")
    frames = {name: _typed(sheet) for name, sheet in sheets.items()}
    return {**frames, "story": frames["story"].iloc[0].to_dict(), "texts": words, "own_texts": own}


def _bytes(path: Path) -> int:
    """How long a file is; 1 of one that cannot be read, as shares are worked out of it."""
    try:
        return max(path.stat().st_size, 1)
    except OSError:
        return 1


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage: it would look through every row again and again, and none is garbage."""
    runs = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if runs:
            gc.enable()


def _require_folder(folder: Path) -> None:
    def wrong(what: str, mend: str) -> DatasetError:
        return DatasetError([Problem(str(folder), 0, NOWHERE, what, None, mend)])

    try:
        if not folder.exists():
            raise wrong("no such folder", "give the path of a dataset folder, one that holds story.toml")
        if not folder.is_dir():
            raise wrong("not a folder", "give the path of a dataset folder, not of a file in it")
        next(folder.iterdir(), None)
    except OSError as error:
        raise wrong("the folder cannot be read", (error.strerror or str(error)).lower()) from error


def _typed(sheet: Sheet) -> pd.DataFrame:
    columns = {}
    for name, cells in sheet.declared.items():
        column = sheet.table.column(name)
        assert column is not None  # `declared`
        columns[name] = _values(cells, column)
    frame = pd.DataFrame(columns, copy=False)
    if sheet.table.format != "geojson":
        return frame
    where = [sheet.points[number] for number in sheet.rows.tolist()]
    if COARSE in frame:
        where, frame["precision_m"] = _coarsened(where, frame)
    points = gpd.points_from_xy([lon for lon, _ in where], [lat for _, lat in where])
    return gpd.GeoDataFrame(frame, geometry=points, crs=WGS84)


def _values(cells: Coded, column: Column) -> pd.Series[Any]:
    value = CELL_TYPES[column.type].value
    values = cells.texts if value is str else [value(text) for text in cells.texts]
    dtype = _DTYPES.get(column.type)
    if dtype:
        return pd.Series(pd.array(values, dtype=dtype).take(cells.codes))
    return pd.Series(cells.taken(values), dtype="object")


def _coarsened(where: list[Point], frame: pd.DataFrame) -> tuple[list[Point], pd.Series[float]]:
    """The points as they may be shown, and how exact they then are: nothing after this knows the exact ones."""
    asked = [None if pd.isna(it) or it == 0 else float(it) for it in frame[COARSE]]
    points = [coarsened(*point, metres) if metres else point for point, metres in zip(where, asked, strict=True)]
    precision = [max(given, metres or 0) for given, metres in zip(frame["precision_m"], asked, strict=True)]
    return points, pd.Series(precision, dtype="Float64", index=frame.index)

"""The two datasets the tests read, the real one and the invented one, and copies of them that can be broken."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ashraf_atlas import own_basemap
from ashraf_atlas.build_story import build_story
from ashraf_atlas.load import load
from ashraf_atlas.payload import payload
from ashraf_atlas.problems import DatasetError

ROOT = Path(__file__).parents[1]


def facts_of(folder: Path) -> dict[str, Any]:
    """The payload of a dataset."""
    return payload(build_story(load(folder)))


@dataclass(frozen=True)
class Copy:
    """A copy of a dataset to be broken; its lines and features are counted as a `Problem` counts them."""

    folder: Path

    def text(self, file: str) -> str:
        return (self.folder / file).read_bytes().decode("utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        (self.folder / file).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands exactly once in the file."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def set(self, file: str, id_: str, column: str, cell: str) -> int:
        """Set a cell of a CSV file in which every row is one line; return the line."""
        lines = self.text(file).split("\n")
        header = next(csv.reader([lines[0]]))
        line = next(number for number, it in enumerate(lines) if it.startswith(f"{id_},"))
        cells = next(csv.reader([lines[line]]))
        cells[header.index(column)] = cell
        lines[line] = ",".join(f'"{it.replace(chr(34), chr(34) * 2)}"' if set('",\n') & set(it) else it for it in cells)
        self.write(file, "\n".join(lines))
        return line + 1

    def set_place(self, id_: str, **properties: Any) -> int:
        """Set properties of a place, or its `point`; return the number of the feature."""
        collection = json.loads(self.text("places.geojson"))
        number = next(n for n, it in enumerate(collection["features"], 1) if it["properties"]["id"] == id_)
        feature = collection["features"][number - 1]
        if "point" in properties:
            feature["geometry"]["coordinates"] = properties.pop("point")
        feature["properties"].update(properties)
        self.write("places.geojson", json.dumps(collection))
        return number

    def problems(self) -> list[str]:
        """Load it, and return the problems as they are told; none if it is valid."""
        try:
            load(self.folder)
        except DatasetError as error:
            return list(map(str, error.problems))
        return []


Copying = Callable[[Path], Copy]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--examples", type=int, help="so many mutated datasets of each kind")
    parser.addoption("--other-seed", type=int, help="other mutated datasets than those of every run")


@pytest.fixture(scope="session")
def geodata() -> Path:
    return ROOT / "geodata"


@pytest.fixture(scope="session")
def tiny() -> Path:
    return ROOT / "tests" / "data" / "tiny"


@pytest.fixture(scope="session")
def ashraf_facts(geodata: Path) -> dict[str, Any]:
    """The payload of the real dataset."""
    return facts_of(geodata)


@pytest.fixture(scope="session")
def tiny_facts(tiny: Path) -> dict[str, Any]:
    """The payload of the invented dataset."""
    return facts_of(tiny)


@pytest.fixture(scope="session")
def basemap_folder(geodata: Path) -> Path:
    """The folder of the real dataset's base map."""
    return own_basemap.folder_of(geodata)


@pytest.fixture
def broken_copy(tmp_path: Path) -> Iterator[Copying]:
    """Return `broken_copy(folder)`: a copy of a dataset without its base map."""

    def copy(folder: Path) -> Copy:
        target = tmp_path / folder.name
        shutil.copytree(folder, target, ignore=shutil.ignore_patterns("basemap"))
        return Copy(target)

    yield copy


@pytest.fixture
def choir(broken_copy: Copying, tiny: Path) -> Copy:
    """A copy of the invented dataset."""
    return broken_copy(tiny)


@pytest.fixture
def ashraf(broken_copy: Copying, geodata: Path) -> Copy:
    """A copy of the real dataset."""
    return broken_copy(geodata)

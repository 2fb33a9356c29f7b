"""What an export is made of: the checked tables, and the story with all that is worked out from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ashraf_atlas.dates import period

if TYPE_CHECKING:  # these load pandas
    from ashraf_atlas.load import Tables
    from ashraf_atlas.story import Story


@dataclass(frozen=True)
class Bundle:
    """A dataset as it was loaded. It knows no path and no clock."""

    tables: Tables
    story: Story
    table: str = ""
    """The table wanted, of a format that holds one."""


def read_bundle(folder: Path, table: str = "") -> Bundle:
    """Return the bundle of a dataset folder. Raises `DatasetError` if the dataset is not valid."""
    from ashraf_atlas.build_story import build_story
    from ashraf_atlas.load import load

    tables = load(folder)
    return Bundle(tables, build_story(tables), table)


def about(bundle: Bundle) -> dict[str, str]:
    """Return what every export says of itself: title, version, licence, citation; nothing empty."""
    head = bundle.story.head
    said = {
        "title": head.title,
        "description": head.subtitle,
        "version": head.version,
        "issued": head.issued,
        "creator": head.creator or head.title,
        "licence": head.licence,
        "licence_url": head.licence_url,
        "citation": head.citation,
    }
    return {name: text for name, text in said.items() if text}


def issued(bundle: Bundle) -> date:
    """Return the day of this version of the facts, which stands wherever a file wants a date: no clock is asked."""
    head = bundle.story.head
    when = period(head.issued)
    return when.start or when.end or date(head.last_year, 12, 31)


def stamp(bundle: Bundle) -> dict[str, str]:
    """Return the cells of the columns of `columns.STAMP`, for a table that travels alone."""
    head = bundle.story.head
    return {
        "licence": f"{head.licence}, {head.licence_url}",
        "citation": head.citation,
        "version": head.version,
    }

"""What UCDP's codebook calls things: the columns of a GED file in its several versions, and the meaning of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "best": ("best_est",),
    "high": ("high_est",),
    "low": ("low_est",),
    "dyad_new_id": ("dyad_id", "dyad_dset_id"),
    "side_a_new_id": ("side_a_id", "side_a_dset_id"),
    "side_b_new_id": ("side_b_id", "side_b_dset_id"),
}
"""Columns that older versions name differently."""

NEEDED = (
    "id", "year", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "country", "date_prec",
    "date_start", "date_end", "best", "high", "low",
)  # fmt: skip
"""Columns without which a file is no GED file."""

USED = (
    *NEEDED, "conflict_name", "dyad_new_id", "dyad_name", "side_a_new_id", "side_b_new_id", "gwnoa", "gwnob",
    "source_article", "source_office", "source_date", "source_headline", "where_coordinates", "where_description",
    "adm_1", "adm_2", "country_id", "event_clarity", "code_status", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown",
)  # fmt: skip
"""Every column that is read; those that a version does not have are empty."""

BLANK = frozenset({"", "na", "n/a", "nan", "null", "none"})
"""How files that went through another program write that nothing is given."""

CIVILIANS = "civilians"
"""How side B is called in one-sided violence: nobody who could say anything, or be accused."""


@dataclass(frozen=True)
class Violence:
    """A type of violence: the id it has here, its name, and the form of its mark."""

    id: str
    name: str
    form: str


VIOLENCE: Mapping[str, Violence] = {
    "1": Violence("state_based", "state-based conflict", "square"),
    "2": Violence("non_state", "non-state conflict", "diamond"),
    "3": Violence("one_sided", "one-sided violence", "triangle"),
}
"""type_of_violence."""


@dataclass(frozen=True)
class Whereabouts:
    """A code of where_prec: what kind of spot the point is, how far off it is taken to be, and how sure that is."""

    kind: str
    metres: int
    confidence: str
    means: str


WHERE: Mapping[str, Whereabouts] = {
    "1": Whereabouts("exact spot", 2_000, "high", "the exact location is known"),
    "2": Whereabouts("surroundings", 25_000, "medium", "within about 25 km of a known point"),
    "3": Whereabouts("district", 50_000, "medium", "only the second-order division is known, its point stands for it"),
    "4": Whereabouts("province", 150_000, "low", "only the first-order division is known, its point stands for it"),
    "5": Whereabouts("area or line", 150_000, "low", "only an area or a line is known, a point on it stands for it"),
    "6": Whereabouts("country", 500_000, "low", "only the country is known, its point stands for it"),
    "7": Whereabouts("sea or airspace", 500_000, "low", "in international waters or airspace"),
}
"""where_prec. Only 25 km is UCDP's own figure; the others are how this import draws it, and say so."""

EXACT_DAY = "1"

WHEN: Mapping[str, str] = {
    EXACT_DAY: "the day is known",
    "2": "known to within two to six days",
    "3": "known to the week",
    "4": "known to the month",
    "5": "known only to a span of more than a month",
}
"""date_prec."""

UNCLEAR = "2"
"""event_clarity: the reports do not allow to tell it fully apart from others."""

CLEAR = "clear"
"""code_status of an event about which UCDP has no doubt left."""

"""The words that a column can be limited to. A new word is one entry here."""

from __future__ import annotations

Words = tuple[str, ...]

ROLES: Words = ("residence", "site", "anchor", "holder")
"""What a place is: people lived there; something happened there; it stands for a country; it is never drawn."""

STATUSES: Words = ("counted", "set aside")
CONFIDENCES: Words = ("high", "medium", "low")

PRESENT: Words = ("residents", "present")
"""The measures of a head count that are people who were there at the time."""

MEASURES: Words = (
    *PRESENT,
    "cumulative arrivals",
    "cumulative relocated",
    "in UNHCR accommodation",
    "said to be resettled",
)

RELOCATIONS: Words = ("movement", "total", "offer")

ATTACKS: Words = (
    "ground_operation",
    "armed_assault",
    "rocket_or_mortar",
    "missile_strike",
    "air_strike",
    "bomb",
    "police_operation",
    "crowd_clash",
)

ACCOUNTS: Words = ("allegation", "responsibility", "denial", "inquiry")

SPEAKERS: Words = (
    "un",
    "government",
    "ngo",
    "media",
    "party",
    "encyclopaedia",
    "academic",
    "person",
    "armed_group",
    "state_linked",
)

METRICS: Words = ("killed", "wounded", "missing", "detained")

GROUPS: Words = ("story", "iraqi_forces", "civilians", "iraqis", "all")
"""Who is counted: the people of the story; `iraqis` where it is not said which; `all` together."""

CONTEXTS: Words = (
    "history",
    "armed_act",
    "military",
    "legal_status",
    "agreement",
    "police",
    "restriction",
    "plot",
    "diplomacy",
    "report",
    "event",
    "relocation",
)

SOURCES: Words = (
    "un",
    "government",
    "ngo",
    "academic",
    "think_tank",
    "reference",
    "media",
    "encyclopaedia",
    "pmoi_affiliated",
    "critic_of_pmoi",
    "iranian_state_linked",
    "background",
)

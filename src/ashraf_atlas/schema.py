"""Every table and column of a dataset, declared once. What checks cells and what the README says come from here."""

from __future__ import annotations

from ashraf_atlas import vocabularies as words
from ashraf_atlas.cells import COUNTRY, DATE, ID, IDS, LANGUAGE, LIST, NUMBER, NUMBERS, REF, TEXT, URL, WHOLE, YEAR
from ashraf_atlas.columns import ANY_LANGUAGE, Column, Table, may, need
from ashraf_atlas.columns import KINDS as REFERABLE

_id = need("id", ID, "a name that no other row of the file has")
_sources = need("sources", IDS, "at least one source it rests on", to=("sources",))
_confidence = may("confidence", TEXT, "how sure it is", one_of=words.CONFIDENCES)
_status = need("status", TEXT, "whether it counts; what is set aside is only shown", one_of=words.STATUSES)
_reason = may("reason", TEXT, "why it is set aside; needed then", spoken=True)
_qualifier = may("qualifier", TEXT, "the source’s word before the figure, such as at least; `exact` or empty for none")
_low = may("low", WHOLE, "the least of a range, where the source gives one")
_high = may("high", WHOLE, "the most of a range, where the source gives one")
_note = may("note", TEXT, "what else there is to know", spoken=True)


def _date(help_: str) -> Column:
    return need("date", DATE, help_)


def _place(help_: str) -> Column:
    return need("place", ID, help_, to=("places",))


def _kind(name: str, kind_of: str, help_: str) -> Column:
    return need(name, ID, help_, to=("kinds",), kind_of=kind_of)


STORY = Table("story", "story.toml", "the story", "stories", format="toml", columns=(
    _id,
    need("title", TEXT, "what it is called", spoken=True),
    need("subtitle", TEXT, "one sentence on what it shows", spoken=True),
    need("schema_version", TEXT, "the version of these tables, 1", one_of=("1",)),
    need("version", TEXT, "the version of these facts, raised whenever one is corrected or added"),
    need("issued", DATE, "the day on which that version was made"),
    may("creator", TEXT, "who made it, as it is to be cited; empty: the title stands for them"),
    need("first_year", YEAR, "where the slider starts"),
    need("last_year", YEAR, "where it ends; “today” is this year, no clock decides it"),
    need("language", LANGUAGE, "the language its facts are written in"),
    need("licence", TEXT, "how the facts may be used"),
    need("licence_url", URL, "where the licence is"),
    need("citation", TEXT, "how to cite it", spoken=True),
    need("default_view", NUMBERS, "latitude, longitude and zoom of the map in a year with nobody and nothing on it"),
))  # fmt: skip

KINDS = Table("kinds", "kinds.csv", "a word of this story for a kind of thing", "kinds", may_be_empty=False, columns=(
    _id,
    need("of", TEXT, "what it is a kind of", one_of=words.KINDS_OF),
    need("name", TEXT, "what readers are told; in the language of the story", spoken=True),
    may("form", TEXT, "of an attack, or of context that is itself armed: the form of its mark", one_of=words.FORMS),
    may(
        "counts",
        TEXT,
        "attack: whether it counts as one; measure: whether it counts people who are there; source_type: whose head "
        "count goes first; context: whether it is an armed act by the people of the story",
        one_of=tuple(dict.fromkeys(it for said in words.COUNTS.values() for it in said if it)),
    ),
))  # fmt: skip

PLACES = Table("places", "places.geojson", "a place", "places", format="geojson", may_be_empty=False, columns=(
    _id,
    need("kind", TEXT, "a word for readers: city, camp, airfield …"),
    need("role", TEXT, "what it is: people lived in a residence, a holder is never drawn", one_of=words.ROLES),
    need("name", TEXT, "its name in the language of the story"),
    may(f"name_{ANY_LANGUAGE}", TEXT, "its name in another language, `name_fr` in French; as many as there are"),
    may("other_names", LIST, "what else it is called"),
    need("country", COUNTRY, "the country it lies in, by ISO 3166-1"),
    may("admin_area", TEXT, "province, county or region", spoken=True),
    need("precision_m", NUMBER, "how far off the point can be, in metres"),
    may("coarsen_m", NUMBER, "show its point only to about so many metres; empty: as exactly as it is given"),
    may("opened", DATE, "when it opened; empty: not known, or always there"),
    may("closed", DATE, "when it closed; empty: not known, or still open"),
    may("drawn_at", ID, "of a holder: the place where its people are drawn", to=("places",)),
    may("area_km2", NUMBER, "its area in square kilometres"),
    may("area_note", TEXT, "what the sources say of its size", spoken=True),
    may("position_note", TEXT, "what the point is, and how it is known", spoken=True),
    _note, _confidence, _sources,
))  # fmt: skip

PRESENCE = Table("presence", "presence.csv", "a dated head count", "head counts", columns=(
    _id,
    _place("where they were counted"),
    _date("when they were counted"),
    may("people", WHOLE, "how many; empty if only low and high are known"),
    _low, _high, _qualifier,
    _kind("measure", "measure", "what was counted; only kinds that count are people there"),
    may("description", TEXT, "the count in a few words", spoken=True),
    _kind("source_type", "source_type", "what kind of body counted"),
    _status, _reason, _note, _confidence, _sources,
))  # fmt: skip

CUSTODY = Table("custody", "custody.csv", "a period of control over a place", "custody periods", columns=(
    _id,
    _place("what was controlled"),
    _date("from when to when"),
    need("controller", TEXT, "who controlled or protected it", spoken=True),
    may("controller_detail", TEXT, "through whom", spoken=True),
    may("administration", TEXT, "who ran it inside", spoken=True),
    may("legal_basis", TEXT, "on what ground", spoken=True),
    _note, _confidence, _sources,
))  # fmt: skip

RELOCATIONS = Table("relocations", "relocations.csv", "a movement, a total, or an offer", "relocations", columns=(
    _id,
    need("kind", TEXT, "movements are never added to totals, and offers never drawn", one_of=words.RELOCATIONS),
    need("from", ID, "where they left", to=("places",)),
    may("to", ID, "where they went; empty only for a total to several places", to=("places",)),
    _date("when they moved"),
    may("people", WHOLE, "how many; empty if not known"),
    _low, _high, _qualifier,
    need("title", TEXT, "it in a few words", spoken=True),
    may("description", TEXT, "what happened", spoken=True),
    may("disputed", TEXT, "what the sources do not agree on", spoken=True),
    _status, _reason, _confidence, _sources,
))  # fmt: skip

ATTACKS = Table("attacks", "attacks.csv", "an attack, a police operation or a clash", "attacks", columns=(
    _id,
    _place("where it happened"),
    _date("when it happened"),
    _kind("kind", "attack", "what kind of attack or operation; it gives the form of the mark"),
    need("title", TEXT, "it in a few words", spoken=True),
    need("summary", TEXT, "what happened", spoken=True),
    may("content_note", TEXT, "what its descriptions contain, such as killings; they are then shown on request only",
        spoken=True),
    may("means", TEXT, "the weapons or means used", spoken=True),
    may("stakeholders", IDS, "speakers struck, accused by anyone, or in control of the place", to=("speakers",)),
    may("un_wording", TEXT, "what the UN called it", spoken=True),
    _confidence, _sources,
))  # fmt: skip

ACCOUNTS = Table("accounts", "accounts.csv", "what one party says of an attack", "accounts", columns=(
    _id,
    need("attack", ID, "the attack it is about", to=("attacks",)),
    need("kind", TEXT, "what it says: who did it, who claimed it or that nobody did, …", one_of=words.ACCOUNTS),
    need("speaker", ID, "who says so", to=("speakers",)),
    may("accused", LIST, "of an allegation: whom it names, in the speaker’s words", spoken=True),
    need("text", TEXT, "what they say", spoken=True),
    _sources,
))  # fmt: skip

SPEAKERS = Table("speakers", "speakers.csv", "somebody who says something", "speakers", columns=(
    _id,
    need("name", TEXT, "what they are called", spoken=True),
    need("kind", TEXT, "what they are; the UN’s word goes first, encyclopaedias never count", one_of=words.SPEAKERS),
    may("affiliated_with", ID, "the speaker whose side they take", to=("speakers",)),
    may("ground", TEXT, "why they carry these labels; needed with affiliated_with", spoken=True),
    may("sources", IDS, "sources for that", to=("sources",)),
))  # fmt: skip

CLAIMS = Table("claims", "claims.csv", "one figure by one source", "claims", columns=(
    _id,
    may("attack", ID, "the attack it is about; empty for a total", to=("attacks",)),
    may("scope", TEXT, "what a total covers, in words; empty with attack", spoken=True),
    need("metric", TEXT, "what is counted", one_of=words.METRICS),
    _kind("people_group", "people_group", "who is counted; story: the people of the story"),
    need("speaker", IDS, "who said it, not who relayed it; several if they say the same", to=("speakers",)),
    may("spoken_by", TEXT, "the person, organ or outlet that spoke", spoken=True),
    may("value", WHOLE, "the figure; empty only if low and high are given"),
    _low, _high, _qualifier, _status, _reason,
    _kind("source_type", "source_type", "what kind of source it was read in"),
    may("report_date", DATE, "when it was said; empty counts as oldest"),
    _note, _sources,
))  # fmt: skip

CONTEXT = Table("context", "context.csv", "a wider event", "wider events", columns=(
    _id,
    _date("when it happened"),
    _kind("kind", "context", "what kind of event"),
    need("title", TEXT, "it in a few words", spoken=True),
    need("summary", TEXT, "what happened", spoken=True),
    may("place", ID, "where it happened", to=("places",)),
    may("related", REF, "the attack or relocation that the row only points at", to=("attacks", "relocations")),
    _confidence, _sources,
))  # fmt: skip

CONTROVERSIES = Table("controversies", "controversies.csv", "a dispute", "disputes", columns=(
    _id,
    need("topic", TEXT, "what it is about", spoken=True),
    need("claim", TEXT, "what one side says", spoken=True),
    need("claimed_by", TEXT, "who says it", spoken=True),
    need("reply", TEXT, "what the other side says", spoken=True),
    need("replied_by", TEXT, "who replies", spoken=True),
    _sources,
))  # fmt: skip

CHECKS = Table("checks", "checks.csv", "a statement of the article, in its order", "checked statements", columns=(
    _id,
    may("paragraph", TEXT, "the paragraph of the article it stands in"),
    need("statement", TEXT, "what the article says", spoken=True),
    need("verdict", TEXT, "how it holds, in two or three words", spoken=True),
    need("finding", TEXT, "what the sources say", spoken=True),
    may("year", YEAR, "the year it is shown with"),
    may("place", ID, "the place it is shown with", to=("places",)),
    may("select", REF, "what it leads to", to=("attacks", "places", "relocations")),
    may("metric", TEXT, "what the figure in it counts", one_of=words.SUMS),
    may("figure", WHOLE, "the figure it gives, where no claim holds it"),
    may("sum_of", IDS, "the attacks whose estimates of that are summed beside it", to=("attacks",)),
    may("claim", ID, "the claim of a total that it repeats", to=("claims",)),
    _sources,
))  # fmt: skip

SOURCES = Table("sources", "sources.csv", "a source", "sources", may_be_empty=False, columns=(
    _id,
    need("publisher", TEXT, "who published it"),
    need("title", TEXT, "what it is called"),
    _kind("type", "source_type", "what kind of source"),
    may("date", DATE, "when it was published"),
    may("url", URL, "where it is"),
    may("archived", URL, "where a copy of it is kept, in case it vanishes"),
    may("checked", DATE, "when it was last read for this story"),
    may("reliability", TEXT, "what to keep in mind when reading it", spoken=True),
))  # fmt: skip

CORRECTIONS = Table("corrections", "corrections.csv", "a correction of the facts", "corrections", columns=(
    _id,
    need("date", DATE, "when it was corrected"),
    may("about", REF, "what was corrected", to=tuple(REFERABLE.values())),
    need("what", TEXT, "what was corrected, in a few words", spoken=True),
    may("before", TEXT, "what stood there", spoken=True),
    may("after", TEXT, "what stands there now", spoken=True),
    need("why", TEXT, "why", spoken=True),
    _sources,
))  # fmt: skip

STEPS = Table("steps", "steps.csv", "a stop of the presenter’s walk", "stops", columns=(
    _id,
    need("order", WHOLE, "where it comes in the walk; the smallest number is the first stop"),
    need("year", YEAR, "the year it shows"),
    may("select", REF, "what is selected then; something dated has to be shown in that year",
        to=("attacks", "checks", "context", "places", "relocations")),
    may("view", NUMBERS, "latitude, longitude and zoom of the map, as on a stage 375 pixels high; empty: what is "
        "active in the year"),
    need("title", TEXT, "what the stop is called in lists and on slides", spoken=True),
    need("text", TEXT, "what the audience reads: one or two sentences", spoken=True),
    may("notes", TEXT, "what the speaker reads, and nobody else sees on stage", spoken=True),
    need("seconds", NUMBER, "how long it stands when the walk goes by itself"),
    _sources,
))  # fmt: skip

TABLES: dict[str, Table] = {
    it.name: it
    for it in (
        STORY, KINDS, PLACES, PRESENCE, CUSTODY, RELOCATIONS, ATTACKS, ACCOUNTS, SPEAKERS, CLAIMS, CONTEXT,
        CONTROVERSIES, CHECKS, STEPS, CORRECTIONS, SOURCES,
    )
}  # fmt: skip

TEXTS = Table("text", "text/<lang>.csv", "a text in one language", "texts", columns=(
    need("key", TEXT, "which text: of the interface, or of the story as `kind:id.column`, such as `attack:ID.title`"),
    need("text", TEXT, "the text itself"),
    may("original", TEXT, "of a text of the story: what it translates; once that reads otherwise, this is not used",
        may_be_absent=True),
    may("status", TEXT, "whether a native speaker has read it", one_of=words.TRANSLATION_STATUSES, may_be_absent=True),
))  # fmt: skip

if __name__ == "__main__":
    from pathlib import Path

    from ashraf_atlas.readme import rewrite

    rewrite(Path(__file__).parents[2] / "README.md")

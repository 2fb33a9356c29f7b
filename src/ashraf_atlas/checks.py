"""Rules across cells and tables. Each is a function that yields problems; `RULES` lists them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial

from ashraf_atlas.cells import REF, closest, members
from ashraf_atlas.coded import Coded, Mask
from ashraf_atlas.columns import KINDS, Column
from ashraf_atlas.draft import Draft, Row
from ashraf_atlas.lifetimes import lives, openings, years
from ashraf_atlas.problems import MOST_TOLD, Problem, and_more
from ashraf_atlas.schema import TABLES
from ashraf_atlas.vocabularies import COUNTS, FORMS, STORY
from ashraf_atlas.walk import walk

Rule = Callable[[Draft], Iterator[Problem]]

FIGURES = {"presence": "people", "relocations": "people", "claims": "value"}
"""Tables with a figure between low and high, and the column it is in."""

MAY_BE_UNKNOWN = ("relocations",)
"""Those of them whose figure need not be known at all."""

HIGHEST_ZOOM = 22

MOST_NAMED = 12
"""Of more kinds that would fit not all are told."""


def problems(draft: Draft) -> list[Problem]:
    """Return what breaks a rule."""
    return [problem for rule in RULES for problem in rule(draft)]


def references(draft: Draft) -> Iterator[Problem]:
    """Every id that a row names is the id of a row."""
    for table in TABLES.values():
        for column in table.columns:
            if column.to and not column.kind_of:
                known = draft.known(column.to) if column.type != REF else frozenset()
                wanted = partial(_leads_nowhere, draft, column, known)
                rows, others = draft.first(MOST_TOLD, table.name, column.name, wanted)
                for row in rows:
                    yield from _unresolved(draft, row, column)
                if others:
                    yield and_more(table.file, others[0], len(others))


def kinds(draft: Draft) -> Iterator[Problem]:
    """A kind is used as what it is, and says whether it counts where that matters."""
    for row in draft.of("kinds"):
        allowed = COUNTS.get(row["of"])
        if allowed and "counts" in row.cells and row["counts"] not in allowed:
            said = "nothing is given" if row.empty("counts") else f"not a word for a kind of {row['of']}"
            mend = f"write {' or '.join(filter(None, allowed))}" if any(allowed) else "leave it empty"
            yield row.problem("counts", said, mend)
        if row["of"] == "attack" and row.empty("form"):
            yield row.problem("form", "an attack without a form", f"write {', '.join(FORMS)}")
    if draft.of("kinds") and not draft.knows("kinds", STORY):
        yield Problem(TABLES["kinds"].file, 0, "id", "no kind of people is called story", None, f"add a row: {STORY}")
    by_id = draft.by_id("kinds")
    for table in TABLES.values():
        for column in (it for it in table.columns if it.kind_of):
            fits = [id_ for id_, kind in by_id.items() if kind["of"] == column.kind_of]
            amiss = partial(_is_amiss, draft, by_id, column)
            for row in draft.where(table.name, column.name, amiss):
                yield _not_of_its_kind(row, column, by_id.get(row[column.name]), fits)


def _is_amiss(draft: Draft, kinds: Mapping[str, Row], column: Column, said: str) -> bool:
    """Whether a kind is not one, or one of something else."""
    if not said:
        return False
    kind = kinds.get(said)
    return kind["of"] not in ("", column.kind_of) if kind else not draft.knows("kinds", said)


def _not_of_its_kind(row: Row, column: Column, kind: Row | None, fits: Sequence[str]) -> Problem:
    said = row[column.name]
    file = TABLES["kinds"].file
    near = closest(said, fits)
    some = f"{' or '.join(fits[:MOST_NAMED])}{' …' if len(fits) > MOST_NAMED else ''}"
    mend = f"did you mean {near}?" if near else f"write {some}, or add it to {file}"
    what = f"a kind of {kind['of']}, not of {column.kind_of}" if kind else f"no such kind of {column.kind_of} in {file}"
    return row.problem(column.name, what, mend)


def _meant(named: str, column: Column) -> tuple[tuple[str, ...], str]:
    """The tables that an id can be in, and the id."""
    kind, _, id_ = named.rpartition(":")
    return column.to if column.type != REF else tuple(it for it in column.to if KINDS.get(kind) == it), id_


def _leads_nowhere(draft: Draft, column: Column, known: Container[str], cell: str) -> bool:
    """Whether a cell names what is not there; ids that are `known` need not be looked at one by one."""
    if cell in known:
        return False
    meant = (_meant(named, column) for named in members(cell))
    return not all(any(draft.knows(it, id_) for it in tables) for tables, id_ in meant)


def _unresolved(draft: Draft, row: Row, column: Column) -> Iterator[Problem]:
    for named in row.ids(column.name):
        tables, id_ = _meant(named, column)
        if not tables:
            kinds = " or ".join(f"{kind}:ID" for kind, table in KINDS.items() if table in column.to)
            yield row.problem(column.name, "nothing can be named so here", f"write {kinds}", named)
        elif not any(draft.knows(it, id_) for it in tables):
            near = closest(id_, draft.ids(tables[0]))
            file = TABLES[tables[0]].file
            mend = f"did you mean {near}?" if near else f"add it to {file}, or name one that is there"
            yield row.problem(column.name, f"no such id in {file}", mend, id_)


def figures(draft: Draft) -> Iterator[Problem]:
    """Low, figure and high stand in this order, and a figure or a range is given."""
    for table, column in FIGURES.items():
        for row in draft.having(table, partial(_not_one_figure, column)):
            figure, low, high = row.whole(column), row.whole("low"), row.whole("high")
            if low is not None and high is not None and low > high:
                yield row.problem("low", f"more than high, {high}", "swap the two, or correct one")
            elif figure is not None and low is not None and figure < low:
                yield row.problem(column, f"less than low, {low}", f"correct {column} or low")
            elif figure is not None and high is not None and figure > high:
                yield row.problem(column, f"more than high, {high}", f"correct {column} or high")
            elif row.empty(column, "low") and high is not None:
                yield row.problem("low", "a range with one end", f"give low too, or the figure in {column}")
            elif row.empty(column, "high") and low is not None:
                yield row.problem("high", "a range with one end", f"give high too, or the figure in {column}")
            elif row.empty(column, "low", "high") and table not in MAY_BE_UNKNOWN:
                yield row.problem(column, "no figure is given", f"give {column}, or low and high")


def _not_one_figure(column: str, cell: Callable[[str], Coded]) -> Mask:
    return cell(column).has("") | ~cell("low").has("") | ~cell("high").has("")


def statuses(draft: Draft) -> Iterator[Problem]:
    """What is set aside says why."""
    for table in FIGURES:
        for row in draft.having(table, lambda cell: cell("status").has("set aside") & cell("reason").has("")):
            yield row.problem("reason", "set aside without a reason", "say why, in one sentence")


def holders(draft: Draft) -> Iterator[Problem]:
    """Only holders are drawn elsewhere, and where that is, something is drawn."""
    places = draft.by_id("places")
    for place in draft.of("places"):
        if not place["drawn_at"]:
            continue
        target = places.get(place["drawn_at"])
        if place["role"] and place["role"] != "holder":
            yield place.problem("drawn_at", "only a holder is drawn elsewhere", "leave it empty, or let role be holder")
        elif target and target["role"] == "holder":
            yield place.problem("drawn_at", "a holder, which is not drawn itself", "name a place that is")


def relocation_ends(draft: Draft) -> Iterator[Problem]:
    """A relocation leads from one place to another; only a total may lead to several."""
    for row in draft.having("relocations", lambda cell: cell("to").has("") | cell("to").same_as(cell("from"))):
        if row.empty("to") and row["kind"] not in ("total", ""):
            yield row.problem("to", f"no place, and this is no total but: {row['kind']}", "say where they went")
        elif row["to"] and row["to"] == row["from"]:
            yield row.problem("to", "the place they left", "name the place where they went")


def claim_subjects(draft: Draft) -> Iterator[Problem]:
    """A claim is about one attack, or about what its scope says."""
    for row in draft.having("claims", lambda cell: cell("attack").has("") == cell("scope").has("")):
        if row.empty("attack", "scope"):
            yield row.problem("attack", "neither an attack nor a scope", "name the attack, or say what is covered")
        elif row["attack"] and row["scope"]:
            yield row.problem("scope", "an attack has a scope too", "empty one of the two: scope is for totals")


def checked_sums(draft: Draft) -> Iterator[Problem]:
    """A sum beside a statement says of what, and the claim that it repeats is one of a total of the same."""
    for row in draft.having("checks", lambda cell: ~cell("sum_of").has("") | ~cell("claim").has("")):
        if row["sum_of"] and row.empty("metric"):
            yield row.problem("metric", "a sum of nothing", "say what is summed, such as killed, or empty sum_of")
        claim = draft.named("claims", row["claim"])
        if claim and claim["attack"]:
            yield row.problem("claim", "a claim about one attack", "name one about a total, which has a scope")
        elif claim and row["metric"] and claim["metric"] not in ("", row["metric"]):
            yield row.problem("claim", f"a claim of {claim['metric']}, not {row['metric']}", "correct claim or metric")


def labels(draft: Draft) -> Iterator[Problem]:
    """A speaker said to be on somebody's side is so for a stated ground, and neither on its own nor in return."""
    side = {row["id"]: row["affiliated_with"] for row in draft.of("speakers")}
    for row in draft.of("speakers"):
        if row["affiliated_with"] and row["affiliated_with"] == row["id"]:
            yield row.problem("affiliated_with", "affiliated with itself", "name another speaker, or leave it empty")
        elif row["affiliated_with"] and side.get(row["affiliated_with"]) == row["id"]:
            yield row.problem("affiliated_with", "each is said to be on the other’s side", "empty one of the two")
        elif row["affiliated_with"] and row.empty("ground"):
            yield row.problem("ground", "an affiliation without its ground", "say what it rests on")


def view(draft: Draft) -> Iterator[Problem]:
    """The map starts, and stops of the walk stand, somewhere on the globe."""
    for story in draft.of("story"):
        if not _is_view(story.ids("default_view")):
            row = Row(story.file, draft.sheets["story"].where("default_view"), story.cells)
            yield row.problem("default_view", "not a view of the map", "write [latitude, longitude, zoom]")
    for step in draft.of("steps"):
        if not _is_view(step.ids("view")):
            yield step.problem("view", "not a view of the map", "write latitude;longitude;zoom, or leave it empty")


def _is_view(numbers: Sequence[str]) -> bool:
    limits = (90, 180, HIGHEST_ZOOM)
    values = [float(it) for it in numbers]
    near = len(values) == len(limits) and all(abs(it) <= limit for it, limit in zip(values, limits, strict=True))
    return not values or (near and values[-1] >= 0)


RULES: tuple[Rule, ...] = (
    references,
    kinds,
    figures,
    statuses,
    holders,
    relocation_ends,
    claim_subjects,
    checked_sums,
    labels,
    view,
    years,
    walk,
    openings,
    lives,
)
"""Every rule. Of several problems of one cell the first is told, so the more basic stand first."""

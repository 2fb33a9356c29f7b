"""The ledger: flows held against stocks, place by place and year by year, and what does not add up said openly.

The method is our own. A balance runs from the count that stands at the end of the year before to the one that stands at
the end of the year, with nobody before a place opens and after it closes. A flow belongs to the balance in whose time
it ends, so that each is counted once. Of a total and the movements within it only the total counts. Nothing is
estimated: a flow without a number, or one that runs across a count, is named and left out of the sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ashraf_atlas.balances import Balance, Flow, Stock, Unaccounted
from ashraf_atlas.estimates import EXACT
from ashraf_atlas.flows import Flows, Time, maximal
from ashraf_atlas.grouping import grouped
from ashraf_atlas.places import Place, Ref
from ashraf_atlas.presence import in_year
from ashraf_atlas.story import Attack, Relocation
from ashraf_atlas.years import story_estimate

UNKNOWN = Stock("unknown", None, None, None, "", None, ())


def ledger(
    places: Sequence[Place], relocations: Sequence[Relocation], attacks: Sequence[Attack], span: range
) -> tuple[Balance, ...]:
    """Return the balances of each place: of the years of `span` that have a count or a flow, and in all (year None)."""
    drawn_at = {place.id: place.drawn_at or place.id for place in places}
    moved = [it for it in relocations if _moves(it)]
    arrived = grouped(moved, lambda it: it.to_drawn)
    left = grouped(moved, lambda it: it.from_drawn)
    struck = grouped(attacks, lambda it: drawn_at[it.place])

    def balances() -> Iterator[Balance | None]:
        for place in places:
            if place.presence:
                flows = Flows(arrived.get(place.id, ()), left.get(place.id, ()), struck.get(place.id, ()))
                yield from (_in_year(place, flows, year, span.start) for year in span)
                yield _in_all(place, flows, span.start)

    return tuple(it for it in balances() if it and _says_something(it))


def _says_something(it: Balance) -> bool:
    return it.counted or any((it.arrived, it.left, it.killed, it.missing, it.unknown, it.undivided, it.after))


def _moves(relocation: Relocation) -> bool:
    """Whether it moves people from one place to another; a total to several places can be tied to none."""
    ends = relocation.from_drawn, relocation.to_drawn
    return relocation.kind != "offer" and relocation.status == "counted" and None not in ends and len(set(ends)) == 2


def _in_year(place: Place, flows: Flows, year: int, first_year: int) -> Balance | None:
    state, before = _state(place, year), _state(place, year - 1)
    if state == "not_opened" or state == before == "closed":
        return None
    opening, closing = _stock(place, year - 1), _stock(place, year)
    counted = closing.state == "nobody" or (closing.state == "known" and closing != opening)
    if counted and opening.state == "unknown" and not _counted_before(place, year):
        opening = _at_opening(place, first_year)
    return _balance(place, flows, year, opening, closing, counted)


def _in_all(place: Place, flows: Flows, first_year: int) -> Balance | None:
    """The balance from the opening to the closing, or else to the last count."""
    opening = _at_opening(place, first_year)
    ends = [stock for it in place.presence if (stock := _stock(place, it.year)).state == "known" or stock.date]
    if opening.state == "unknown" or not ends:
        return None
    made = _balance(place, flows, None, opening, ends[-1], counted=True)
    return made if made.unaccounted else None


def _balance(place: Place, flows: Flows, year: int | None, opening: Stock, closing: Stock, counted: bool) -> Balance:
    time = Time.of_year(year) if year and not counted else _between(opening, closing)
    arrived, left = maximal(flows.arrived, time), maximal(flows.left, time)
    struck = [it for it in flows.attacks if time.holds(it.date)]
    known = {
        "arrived": _moved(arrived),
        "left": _moved(left),
        "killed": _struck(struck, "killed"),
        "missing": _struck(struck, "missing"),
    }
    numbers = [flow for named in known.values() for flow in named]
    qualifiers = [it.qualifier for it in (opening, closing)] + [it.qualifier for it in numbers]
    tied = counted and opening.state != "unknown" and (numbers or "known" in (opening.state, closing.state))
    return Balance(
        place=place.id,
        year=year,
        opening=opening,
        closing=closing,
        counted=counted,
        **known,
        unknown=tuple(f"relocation:{it.id}" for it in (*arrived, *left) if not _moved([it])),
        undivided=_refs(it for it in flows.moved if time.cuts(it.date)),
        after=tuple(_after(flows, time, year)) if year else (),
        unaccounted=_unaccounted(opening, closing, known) if tied else None,
        approximate=any(not set(it.split("; ")) <= EXACT for it in qualifiers),
    )


def _state(place: Place, year: int) -> str | None:
    presence = in_year(place, year)
    return presence.state if presence else None


def _stock(place: Place, year: int) -> Stock:
    """What is known at the end of a year. Nobody is there before a place opens and after it closes."""
    presence = in_year(place, year)
    if presence is None or presence.state == "unknown":
        return UNKNOWN
    if presence.state == "not_opened" and place.opened is None:
        return UNKNOWN  # it is only not yet named
    if presence.state == "known":
        figures = presence.best, presence.low, presence.high
        return Stock("known", *figures, presence.qualifier, presence.date, presence.counts)
    return Stock("nobody", 0, 0, 0, "", place.closed if presence.state == "closed" else None, ())


def _counted_before(place: Place, year: int) -> bool:
    return any(it.state == "known" and it.year < year for it in place.presence)


def _at_opening(place: Place, first_year: int) -> Stock:
    """Nobody, on the day on which a place opened within the story."""
    opened = place.opened.start if place.opened else None
    if opened is None or opened.year < first_year:
        return UNKNOWN
    return Stock("nobody", 0, 0, 0, "", place.opened, ())


def _moved(relocations: Iterable[Relocation]) -> tuple[Flow, ...]:
    """The flows of relocations whose number is known."""
    flows = []
    for it in relocations:
        given = [number for number in (it.low, it.people, it.high) if number is not None]
        if given:
            flows.append(Flow(f"relocation:{it.id}", it.people, min(given), max(given), it.qualifier))
    return tuple(flows)


def _struck(attacks: Iterable[Attack], metric: str) -> tuple[Flow, ...]:
    """The estimates of attacks that anybody gives, people of the story, those of nobody left out."""
    flows = []
    for attack in attacks:
        estimate = story_estimate(attack, metric)
        if estimate and estimate.high > 0:
            flows.append(Flow(f"attack:{attack.id}", estimate.best, estimate.low, estimate.high, estimate.qualifier))
    return tuple(flows)


def _unaccounted(opening: Stock, closing: Stock, flows: Mapping[str, Sequence[Flow]]) -> Unaccounted:
    """Closing − (opening + arrived − left − killed − missing), with the ends of all ranges carried through."""
    came, gone = flows["arrived"], [*flows["left"], *flows["killed"], *flows["missing"]]
    low = (closing.low or 0) - (opening.high or 0) - sum(it.high for it in came) + sum(it.low for it in gone)
    high = (closing.high or 0) - (opening.low or 0) - sum(it.low for it in came) + sum(it.high for it in gone)
    bests = [opening.best, closing.best, *(it.best for it in (*came, *gone))]
    if None in bests:
        return Unaccounted(None, low, high)
    change = (closing.best or 0) - (opening.best or 0)
    return Unaccounted(change - sum(it.best or 0 for it in came) + sum(it.best or 0 for it in gone), low, high)


def _between(opening: Stock, closing: Stock) -> Time:
    """Before anybody was there and after everybody had gone, the time has no bound."""
    first = opening.date if opening.state == "known" else None
    last = closing.date if closing.state == "known" else None
    return Time(
        begun=first.start if first else None, after=first.end if first else None, until=last.end if last else None
    )


def _after(flows: Flows, time: Time, year: int) -> Iterator[Ref]:
    """What of a year came after its last count."""
    yield from _refs(it for it in flows.moved if time.leaves(it.date, year))
    late = [it for it in flows.attacks if time.leaves(it.date, year)]
    yield from dict.fromkeys(flow.ref for metric in ("killed", "missing") for flow in _struck(late, metric))


def _refs(relocations: Iterable[Relocation]) -> tuple[Ref, ...]:
    return tuple(f"relocation:{it.id}" for it in relocations)

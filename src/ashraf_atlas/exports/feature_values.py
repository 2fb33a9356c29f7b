"""What is known of a place, an attack, a relocation, as plain values: names for ids, each figure with its sources."""

from __future__ import annotations

from collections.abc import Sequence

from ashraf_atlas.claims import Claim, Estimate
from ashraf_atlas.exports.plain import Values, dated, flat_estimates, nothing_empty
from ashraf_atlas.places import Place, Presence
from ashraf_atlas.story import Attack, Relocation, Story


class Known:
    """The story, with what its records name by id."""

    def __init__(self, story: Story) -> None:
        """Take a story."""
        self.places = {it.id: it for it in story.places}
        self._kinds = {it.id: it.name for it in story.kinds}
        self._speakers = {it.id: it.name for it in story.speakers}
        self._sources = {
            it.id: nothing_empty(
                {"id": it.id, "publisher": it.publisher, "title": it.title, "date": it.date, "url": it.url}
            )
            for it in story.sources
        }

    def place(self, place: Place) -> Values:
        """Return what is known of a place."""
        opened, closed = place.opened, place.closed
        return nothing_empty(
            {
                "kind": place.kind,
                "role": place.role,
                "names": dict(place.names),
                "other_names": list(place.other_names),
                "country": place.country,
                "admin_area": place.admin_area,
                "precision_m": place.precision_m,
                "opened": opened.edtf if opened else None,
                "closed": closed.edtf if closed else None,
                "start": opened.start.isoformat() if opened and opened.start else None,
                "end": closed.end.isoformat() if closed and closed.end else None,
                "drawn_at": place.drawn_at,
                "area_km2": place.area_km2,
                "area_note": place.area_note,
                "position_note": place.position_note,
                "note": place.note,
                "presence_by_year": [_year(it) for it in place.presence if it.state == "known"],
                "head_counts": [
                    nothing_empty(
                        {
                            "id": it.id,
                            **dated(it.date),
                            "people": it.people,
                            "low": it.low,
                            "high": it.high,
                            "qualifier": it.qualifier,
                            "measure": self._kinds[it.measure],
                            "status": it.status,
                            "reason": it.reason,
                            "sources": self._cited(it.sources),
                        }
                    )
                    for it in place.counts
                    if it.place == place.id
                ],
                "sources": self._cited(place.sources),
            }
        )

    def attack(self, attack: Attack) -> Values:
        """Return what is known of an attack."""
        return nothing_empty(
            {
                "kind": attack.kind,
                "kind_name": self._kinds[attack.kind],
                "counted": attack.counted,
                "place": attack.place,
                "place_name": self.places[attack.place].name,
                **dated(attack.date),
                "summary": attack.summary,
                "content_note": attack.content_note,
                "means": attack.means,
                "un_wording": attack.un_wording,
                "stakeholders": [self._speakers[it] for it in attack.stakeholders],
                **nothing_empty(flat_estimates(attack)),
                "estimates": [self._estimate(it) for it in attack.estimates],
                "claims": [self._claim(it) for it in attack.claims],
                "accounts": [
                    {
                        "kind": it.kind,
                        "speaker": self._speakers[it.speaker],
                        "accused": list(it.accused),
                        "text": it.text,
                        "sources": self._cited(it.sources),
                    }
                    for it in attack.accounts
                ],
                "sources": self._cited(attack.sources),
            }
        )

    def relocation(self, relocation: Relocation) -> Values:
        """Return what is known of a relocation."""
        to = self.places[relocation.to] if relocation.to else None
        return nothing_empty(
            {
                "kind": relocation.kind,
                "from": relocation.from_,
                "from_name": self.places[relocation.from_].name,
                "to": relocation.to,
                "to_name": to.name if to else None,
                **dated(relocation.date),
                "people": relocation.people,
                "low": relocation.low,
                "high": relocation.high,
                "qualifier": relocation.qualifier,
                "description": relocation.description,
                "disputed": relocation.disputed,
                "status": relocation.status,
                "reason": relocation.reason,
                "drawn": relocation.drawn,
                "part_of": relocation.part_of,
                "sources": self._cited(relocation.sources),
            }
        )

    def _estimate(self, it: Estimate) -> Values:
        return nothing_empty(
            {
                "metric": it.metric,
                "people_group": it.group,
                "best": it.best,
                "low": it.low,
                "high": it.high,
                "qualifier": it.qualifier,
                "basis": it.basis,
                "speakers": [self._speakers[who] for who in it.speakers],
            }
        )

    def _claim(self, it: Claim) -> Values:
        return nothing_empty(
            {
                "id": it.id,
                "metric": it.metric,
                "people_group": it.group,
                "speakers": [self._speakers[who] for who in it.speakers],
                "spoken_by": it.spoken_by,
                "value": it.value,
                "low": it.low,
                "high": it.high,
                "qualifier": it.qualifier,
                "status": it.status,
                "reason": it.reason,
                "standing": it.standing,
                "report_date": it.report_date.edtf if it.report_date else None,
                "sources": self._cited(it.sources),
            }
        )

    def _cited(self, ids: Sequence[str]) -> list[Values]:
        return [self._sources[it] for it in ids]


def _year(it: Presence) -> Values:
    return {
        "year": it.year,
        "best": it.best,
        "low": it.low,
        "high": it.high,
        "counted": it.date.edtf if it.date else None,
        "carried": it.carried,
    }

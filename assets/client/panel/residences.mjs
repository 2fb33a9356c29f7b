// Who was where at the end of a year. Pure.
import { h } from "../h.mjs";
import { inBlocks } from "./blocks.mjs";
import { refButton } from "./links.mjs";
import { folded } from "./parts.mjs";

/** Every residence that had opened by the end of the year; those closed before it folded away. */
export function residenceList(tell, year) {
  const open = Object.values(tell.story.places)
    .map((place) => ({ place, presence: place.presence?.[year] }))
    .filter(({ presence }) => presence && presence.state !== "not_opened")
    .sort((a, b) => size(b.presence) - size(a.presence));
  const gone = open.filter(({ place, presence }) => presence.state === "closed" && closingYear(place) !== year);
  const shown = open.filter((it) => !gone.includes(it));
  return [
    shown.length > 0 && residences(tell, shown),
    folded(tell.t("panel.closed_before", { count: gone.length }), gone.length > 0 && residences(tell, gone)),
  ];
}

/** A residence's state in words: "about 3,000", "about 100, last counted October 2012", "not known", "closed 11 September 2013". */
export function presenceInWords(tell, place, presence) {
  const { t } = tell;
  if (presence.state === "unknown") return t("panel.not_known");
  if (presence.state === "closed") return place.closed ? t("panel.closed_on", { date: tell.date(place.closed) }) : t("panel.closed");
  const people = tell.people(presence);
  return presence.carried ? t("panel.last_counted", { people, date: tell.date(presence.date) }) : people;
}

function residences(tell, list) {
  const ids = list.map(({ place }) => place.id);
  return h("Ul", { className: "residences" }, inBlocks(tell, ids, (id) => residence(tell, id), { as: "residence", height: 30 }));
}

/** A residence in the year of the state. */
export function residence(tell, id) {
  const place = tell.story.places[id];
  const presence = place.presence[tell.state.year];
  return h("Li", { className: presence.carried ? "carried" : presence.state },
    refButton(`place:${id}`, tell.place(id)), h("Span", null, presenceInWords(tell, place, presence)));
}

function closingYear({ closed }) {
  return closed?.end ? Number.parseInt(closed.end, 10) : null;
}

function size({ state, best, high }) {
  return { known: (best ?? high ?? 0) + 1, unknown: 0, closed: -1 }[state];
}

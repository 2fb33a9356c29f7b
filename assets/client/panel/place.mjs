// What is known of a place: its names, who controlled it, how many were counted there, what happened there. Pure.
import { h } from "../h.mjs";
import { countTable, presenceChart } from "./presence.mjs";
import { entryList } from "./entries.mjs";
import { placeLedger } from "./ledger.mjs";
import { sourceLinks } from "./links.mjs";
import { aside, heading, paragraph, rows, section, sourceList } from "./parts.mjs";
import { pointers } from "./pointers.mjs";
import { presenceInWords } from "./residences.mjs";

const RINGS = 8; // colours for custody rings, in theme.py

/** The page of a place. */
export function placePage(tell, place) {
  const { t } = tell;
  return [
    heading(tell, {
      eyebrow: tell.all([place.kind, tell.country(place.country)]),
      title: tell.place(place.id),
      below: otherScripts(tell, place),
    }),
    paragraph(nowInWords(tell, place), "prose"),
    rows([
      [t("panel.also_called"), place.otherNames.map((name) => h("Span", { className: "name", dir: "auto" }, name))],
      [t("panel.admin_area"), place.adminArea],
      [t("panel.opened"), place.opened && tell.date(place.opened)],
      [t("panel.closed_row"), place.closed && tell.date(place.closed)],
      [t("panel.position"), [positionInWords(tell, place), aside(place.positionNote)]],
      [t("panel.area"), [place.areaKm2 && t("panel.km2", { area: tell.number(place.areaKm2) }), aside(place.areaNote)]],
      [t("panel.note"), place.note],
    ]),
    section(t("panel.custody"), custodyList(tell, place)),
    section(t("panel.counts"), presenceChart(tell, place), place.counts.length > 0 && countTable(tell, place)),
    placeLedger(tell, place),
    section(t("panel.happened_here"), entryList(tell, place.events)),
    pointers(tell, `place:${place.id}`, { checks: (check) => check.select === `place:${place.id}` || check.place === place.id }),
    sourceList(tell, [place, ...place.custody, ...place.counts].flatMap(({ sources }) => sources)),
  ];
}

/** The names in the other languages, each with its language and direction, so that scripts do not run into each other. */
function otherScripts(tell, place) {
  const names = Object.entries(place.names);
  const others = names.filter(([lang, name]) => lang !== tell.lang && name);
  return others.length > 0
    && others.map(([lang, name]) => h("Span", { className: "name", lang, dir: "auto", title: tell.language(lang) }, name));
}

/** What is known of its people in the year of the state; nothing where none lived, or not yet. */
function nowInWords(tell, place) {
  const { state, t } = tell;
  const presence = place.presence?.[state.year];
  if (!presence || presence.state === "not_opened") return null;
  return t("panel.place_now", { year: tell.year(state.year), people: presenceInWords(tell, place, presence) });
}

/** How exactly a position is known: "to about 2 km", "to about 150 m". */
function positionInWords(tell, { precisionM }) {
  const far = precisionM >= 1000;
  return tell.t(far ? "panel.position_km" : "panel.position_m", { distance: tell.number(far ? precisionM / 1000 : precisionM) });
}

function custodyList(tell, { custody }) {
  const { story, t } = tell;
  const ring = (controller) => `var(--custody-${Math.max(story.custodyOrder.indexOf(controller), 0) % RINGS})`;
  return custody.length > 0 && h("Ul", { className: "custody" }, custody.map((period) => h("Li", { id: `custody-${period.id}` },
    h("Span", { className: "ring", style: { borderColor: ring(period.controller) }, "aria-hidden": "true" }),
    h("Div", null,
      h("P", { className: "entry-when" }, tell.date(period.date)),
      h("P", { className: "entry-title" }, period.controller),
      paragraph(period.detail, "aside"),
      rows([
        [t("panel.administration"), period.administration],
        [t("panel.legal_basis"), period.legalBasis],
        [t("panel.note"), period.note],
      ], "rows narrow"),
      sourceLinks(tell, period.sources)))));
}

// What is known of an attack or operation, who says so, and where they disagree. Pure.
import { h } from "../h.mjs";
import { accountList } from "./accounts.mjs";
import { contentNote, described, noteAgain } from "./behind_note.mjs";
import { claimTable } from "./claim_table.mjs";
import { claimGroups } from "./claims.mjs";
import { dotPlots, EXPLAINED } from "./dotplot.mjs";
import { attackFigures, otherFigures } from "./figures.mjs";
import { placeButton } from "./links.mjs";
import { aside, folded, heading, paragraph, rows, section, sourceList } from "./parts.mjs";
import { pointers } from "./pointers.mjs";
import { refParts, yearOf } from "./reader.mjs";

/** The page of an attack. */
export function attackPage(tell, attack) {
  const { t } = tell;
  return [
    heading(tell, { eyebrow: eyebrow(tell, attack), title: attack.title, below: whenAndWhere(tell, attack) }),
    attackFigures(tell, attack),
    otherFigures(tell, attack),
    contentNote(tell, attack),
    described(tell, attack, "description", h("P", { className: "eyebrow" }, t("panel.summary")), paragraph(attack.summary, "prose")),
    claimSection(tell, attack),
    section(t("panel.accounts"), noteAgain(tell, attack), described(tell, attack, "accounts", accountList(tell, attack))),
    attack.claims.length > 0 && section(t("panel.claims_table"), claimTable(tell, attack)),
    rows([
      [t("panel.means"), attack.means],
      [t("panel.stakeholders"), attack.stakeholders.length > 0
        && [tell.speakers(attack.stakeholders), aside(t("panel.stakeholders_note"))]],
    ]),
    folded(t("panel.who_speaks"), speakerList(tell, attack)),
    pointers(tell, `attack:${attack.id}`),
    sourceList(tell, [attack, ...attack.accounts, ...attack.claims].flatMap(({ sources }) => sources)),
  ];
}

/** Every claim on its axis, and the rule by which best, low and high are made of them. */
function claimSection(tell, attack) {
  const { t } = tell;
  const groups = claimGroups(tell, attack);
  return groups.length > 0 && section(t("panel.claims"),
    paragraph(t("panel.rule_short"), "remark rule"),
    dotPlots(tell, attack, groups),
    h("P", { id: EXPLAINED, className: "remark" }, t("panel.plots_explained", { table: t("panel.claims_table") })),
    folded(t("panel.rule_title"), paragraph(t("panel.rule"))));
}

/** "2013 · attack 4 of 5"; what is no attack is called by its kind. */
function eyebrow(tell, attack) {
  const { story, t } = tell;
  const year = tell.year(yearOf(attack.date));
  const counted = (story.years[yearOf(attack.date)]?.events ?? []).map(refParts)
    .filter(({ kind, id }) => kind === "attack" && story.attacks[id].counted);
  const number = counted.findIndex(({ id }) => id === attack.id) + 1;
  if (!number) return t("panel.of_year", { year, what: tell.kind(attack.kind) });
  return t("panel.attack_of", { year, number: tell.number(number), total: tell.number(counted.length) });
}

function whenAndWhere(tell, attack) {
  const place = tell.story.places[attack.place];
  return [
    h("Span", null, tell.t("panel.dated", { date: tell.date(attack.date), precision: tell.precision(attack.date) })), " · ",
    place && [
      h("Span", { className: "together" }, placeButton(tell, attack.place), ", "),
      tell.all([place.adminArea.replace(/\s*\(.*$/, ""), tell.country(place.country)]), // its district is on the place's own page
    ],
  ];
}

/** Who speaks here, with whom they are counted, and on what ground. */
function speakerList(tell, { accounts, claims }) {
  const { story, t } = tell;
  const ids = new Set([...accounts.flatMap(({ speaker }) => speaker), ...claims.flatMap(({ speakers }) => speakers)]);
  return rows([...ids].map((id) => story.speakers[id]).filter(Boolean).map(({ id, name, affiliatedWith, ground }) => [
    h("Span", { id: `speaker-${id}` }, name), [ground, aside(affiliatedWith && t("panel.counted_with", { who: tell.speaker(affiliatedWith) }))],
  ]));
}

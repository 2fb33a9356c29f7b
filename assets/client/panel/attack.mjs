// What is known of an attack or operation, who says so, and where they disagree. Pure.
import { h } from "../h.mjs";
import { accountList } from "./accounts.mjs";
import { claimGroups, claimTable } from "./claims.mjs";
import { dotPlots } from "./dotplot.mjs";
import { attackFigures, otherFigures } from "./figures.mjs";
import { placeButton } from "./links.mjs";
import { aside, folded, heading, paragraph, rows, section, sourceList } from "./parts.mjs";
import { pointers } from "./pointers.mjs";
import { refParts, yearOf } from "./reader.mjs";

/** The page of an attack. */
export function attackPage(tell, attack) {
  const { story, t } = tell;
  const groups = claimGroups(story, attack);
  return [
    heading(tell, { eyebrow: eyebrow(tell, attack), title: attack.title, below: whenAndWhere(tell, attack) }),
    attackFigures(tell, attack),
    otherFigures(tell, attack),
    dotPlots(tell, attack, groups.filter(({ group }) => group === "story")),
    paragraph(attack.summary, "prose"),
    accountList(tell, attack),
    groups.length > 0
      && section(t("panel.claims"), claimTable(tell, attack), folded(t("panel.rule_title"), paragraph(t("panel.rule")))),
    rows([
      [t("panel.means"), attack.means],
      [t("panel.un_wording"), attack.unWording],
      [t("panel.stakeholders"), attack.stakeholders.length > 0
        && [tell.speakers(attack.stakeholders), aside(t("panel.stakeholders_note"))]],
    ]),
    folded(t("panel.who_speaks"), speakerList(tell, attack)),
    pointers(tell, `attack:${attack.id}`),
    sourceList(tell, [attack, ...attack.accounts, ...attack.claims].flatMap(({ sources }) => sources)),
  ];
}

/** "2013 · attack 4 of 5"; what is no attack is called by its kind. */
function eyebrow(tell, attack) {
  const { story, t } = tell;
  const year = tell.year(yearOf(attack.date));
  const counted = (story.years[yearOf(attack.date)]?.events ?? []).map(refParts)
    .filter(({ kind, id }) => kind === "attack" && story.attacks[id].counted);
  const number = counted.findIndex(({ id }) => id === attack.id) + 1;
  if (!number) return t("panel.of_year", { year, what: t(`kind.${attack.kind}`) });
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
  return rows([...ids].map((id) => story.speakers[id]).filter(Boolean).map(({ name, affiliatedWith, ground }) => [
    name, [ground, aside(affiliatedWith && t("panel.counted_with", { who: tell.speaker(affiliatedWith) }))],
  ]));
}

// The whole story as tables, and the way to it as one text in order of time. Pure.
import { h } from "../../h.mjs";
import { contentSwitch } from "../behind_note.mjs";
import { heading, ofYearOnly, paragraph } from "../parts.mjs";
import { refButton } from "../links.mjs";
import { storyTables } from "./all.mjs";
import { tableOf } from "./table.mjs";

/** The page. */
export function tablesPage(tell) {
  const { t } = tell;
  const tables = storyTables(tell);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.tables") }),
    paragraph(t("tables.intro"), "prose"),
    ofYearOnly(tell),
    h("P", null, refButton("page:chronology", t("tables.chronology"))),
    contentSwitch(tell),
    h("Nav", { className: "table-list", "aria-label": t("tables.list") }, h("Ul", null, tables.map(({ id, name }) =>
      h("Li", null, h("Button", { type: "button", className: "ref", "data-part": `table-${id}` }, t(name)))))),
    tables.map((table) => tableOf(tell, table)),
    h("P", { className: "unseen", role: "status", id: "sorted" }),
  ];
}

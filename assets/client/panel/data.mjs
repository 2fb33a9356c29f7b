// The data to take away: what there is, under which licence, how to cite it, and how the figures are found. Pure.
import { h } from "../h.mjs";
import { heading, paragraph, rows, section } from "./parts.mjs";

/** The page. */
export function dataPage(tell) {
  const { t, story } = tell;
  const { licence, licenceUrl, citation, version, issued } = story.story;
  const whole = tell.downloads.filter(({ table }) => !table);
  const tables = tell.downloads.filter(({ table }) => table);
  return [
    heading(tell, { eyebrow: t("page.whole"), title: t("page.data") }),
    paragraph(t("data.intro"), "prose"),
    rows([
      [t("data.licence"), h("A", { href: licenceUrl, target: "_blank", rel: "noopener" }, licence)],
      [t("data.version"), t("corrections.version", { version, date: tell.sourceDate({ date: issued }) })],
      [t("data.cite"), citation],
    ]),
    section(t("data.whole"), downloads(tell, whole)),
    section(t("data.tables"), paragraph(t("data.tables_note"), "remark"), downloads(tell, tables)),
    section(t("panel.rule_title"), paragraph(t("panel.rule"), "prose")),
    section(t("page.ledger"), paragraph(t("ledger.rule"), "prose")),
  ];
}

function downloads({ t }, list) {
  return list.length > 0 && h("Ul", { className: "downloads" }, list.map(({ format, href, file, table }) => h("Li", null,
    h("A", { href, download: file ?? true }, table ?? t(`data.format_${format}`)),
    !table && h("Span", { className: "aside" }, t(`data.help_${format}`)))));
}

// A work as an entry of a BibTeX file. Pure.
import { isOne } from "./dates.mjs";
import { capital } from "./styles.mjs";

const ENTRIES = { dataset: "misc", webpage: "misc", document: "misc", report: "techreport" };
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** What TeX would take for something else. Braces become words, because BibTeX counts even those that are escaped. */
const SPECIAL = {
  "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}",
  "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", $: "\\$", "&": "\\&", "%": "\\%", "#": "\\#", _: "\\_",
};
/** What would end the field of an address, or be taken for a command in it; there the rest stands as it is. */
const IN_ADDRESS = /[{}\\\s"<>^`|]/g;

/** @param {import('./works.mjs').Work} work */
export function bibtex(work, t) {
  const { type, key, author, title, container, version, edtf, date, accessed, url, archived, licence } = work;
  const day = date?.from ?? date?.to;
  const notes = [
    container && t("cite.bibtex_in", { container }),
    archived && t("cite.archived_at", { copy: archived }),
    licence && t("cite.licence", { licence }),
  ].filter(Boolean).map((note) => (/[.?!…؟]$/u.test(note) ? note : `${note}.`)).join(" ");
  const fields = [
    ["author", whole(author)],
    ["title", whole(title)],
    ["institution", type === "report" && whole(author)],
    ["howpublished", type === "dataset" && `{${escaped(capital(t("cite.data_set"), t))}}`],
    ["version", version && `{${escaped(version)}}`],
    ["year", `{${day ? day.year : escaped(t("cite.no_date"))}}`],
    // BibTeX knows one month; all that is known of the date is what biblatex reads
    ["month", date && isOne(date) && day.month && MONTHS[day.month - 1]],
    ["date", date && `{${edtf}}`],
    ["note", notes && `{${escaped(notes)}}`],
    ["url", url && `{${url.replace(IN_ADDRESS, encoded)}}`],
    ["urldate", url && `{${accessed}}`],
  ];
  return `@${ENTRIES[type]}{${key},\n${fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`).join(",\n")}\n}`;
}

/** A text as it is to be printed. */
export function escaped(text) {
  return text.replace(/[\\{}~^<>|$&%#_]/g, (sign) => SPECIAL[sign]);
}

/** A text whose capitals stay, and whose words are no given and family names. */
function whole(text) {
  return `{{${escaped(text)}}}`;
}

function encoded(sign) {
  return `%${sign.codePointAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

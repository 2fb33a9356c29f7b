// The interface words as the server gives them to the page, read from the table.
import { readFileSync } from "node:fs";

/** Key → text of a language's table. */
export function interfaceWords(language = "en") {
  const table = readFileSync(new URL(`../../geodata/text/${language}.csv`, import.meta.url), "utf8");
  const rows = table.trim().split("\n").slice(1).map((line) => line.match(/^([^,]+),(?:"(.*)"|(.*))$/));
  return Object.fromEntries(rows.map(([, key, quoted, plain]) => [key, quoted?.replaceAll('""', '"') ?? plain]));
}

/** The words for kinds of things of the embedded story, as the payload gives them. */
export function storyKinds() {
  const table = readFileSync(new URL("../../geodata/kinds.csv", import.meta.url), "utf8");
  const rows = table.trim().split("\n").slice(1).map((line) => line.split(","));
  return Object.fromEntries(rows.map(([id, of, name, form, counts]) => [id, { id, of, name, form, counts }]));
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { chronologyPage } from "../../assets/client/panel/chronology_page.mjs";
import { reader } from "../../assets/client/panel/reader.mjs";
import { storyTables } from "../../assets/client/panel/tables/all.mjs";
import { tablesPage } from "../../assets/client/panel/tables/page.mjs";
import { inOrder } from "../../assets/client/table_sorting.mjs";
import { golden } from "./panel_story.mjs";

const at = (of) => reader({ lang: of.story.language, year: of.story.firstYear, select: "page:tables" }, of);
const tables = Object.fromEntries(storyTables(at(golden)).map((table) => [table.id, table]));

test("every row of the story that readers can see is in a table", () => {
  const attacks = Object.values(golden.attacks);
  const places = Object.values(golden.places);
  const ids = (name) => tables[name].rows.map(({ id }) => id).sort();
  const all = (list) => list.map(({ id }) => id).sort();
  assert.deepEqual(ids("attacks"), all(attacks));
  assert.deepEqual(ids("claims"), all([...attacks.flatMap(({ claims }) => claims), ...Object.values(golden.totals)]));
  assert.deepEqual(ids("accounts"), all(attacks.flatMap(({ accounts }) => accounts)));
  assert.deepEqual(ids("counts"), all(places.flatMap(({ counts }) => counts)));
  assert.deepEqual(ids("custody"), all(places.flatMap(({ custody }) => custody)));
  for (const name of ["places", "relocations", "context", "checks", "controversies", "speakers", "sources"]) assert.deepEqual(ids(name), all(Object.values(golden[name])), name);
});

test("what the chart draws stands in a table of the years", () => {
  const { rows, columns } = tables.years;
  assert.deepEqual(rows.map(({ year }) => String(year)), Object.keys(golden.years));
  const [year, , killed, note, where] = columns;
  for (const row of rows) {
    const told = JSON.stringify(where.cell(row));
    for (const { id, names, presence } of Object.values(golden.places)) {
      const there = ["known", "unknown"].includes(presence?.[row.year]?.state);
      assert.equal(told.includes(names[golden.story.language] ?? golden.places[id].name), there, `${id} in ${year.cell(row)}`);
    }
    assert.equal(killed.sort(row), row.killed?.best ?? null);
    assert.equal(note.cell(row) !== "", Boolean(row.killed?.disputed || row.killed?.unknown || row.killed?.atLeast || row.killed?.low !== row.killed?.high));
    if (Number.isFinite(row.killed?.best)) assert.ok(killed.cell(row).includes(String(row.killed.best)));
  }
});

test("each row has a cell for each head", () => {
  const page = JSON.stringify(tablesPage(at(golden)));
  const heads = Object.values(tables).reduce((sum, { columns }) => sum + columns.length, 0);
  const cells = Object.values(tables).reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0);
  assert.equal(page.split('"type":"Th"').length - 1 + page.split('"type":"Td"').length - 1, heads + cells);
});

test("the chronology holds every event, every claim and every account in full", () => {
  const page = JSON.stringify(chronologyPage(at(golden)));
  const said = { includes: (words) => page.includes(JSON.stringify(words).slice(1, -1)) };
  for (const { title, claims, accounts, summary } of Object.values(golden.attacks)) {
    assert.ok(said.includes(title), title);
    assert.ok(said.includes(summary), title);
    for (const { text } of accounts) assert.ok(said.includes(text), text);
    for (const { spokenBy } of claims) assert.ok(said.includes(spokenBy), spokenBy);
  }
  for (const { title, description } of Object.values(golden.relocations)) assert.ok(said.includes(title) && said.includes(description), title);
  for (const { title, related } of Object.values(golden.context)) assert.ok(related || said.includes(title), title);
});

test("descriptions of violence stand behind the content note, figures and sources do not", () => {
  const noted = { ...golden, attacks: Object.fromEntries(Object.entries(golden.attacks).map(([id, attack]) => [id, { ...attack, contentNote: "people hurt" }])) };
  const page = JSON.stringify(tablesPage(at(noted)));
  assert.ok(page.includes('"data-described"'));
  assert.ok(page.includes('"data-descriptions"'));
});

test("numbers are sorted as numbers, words by the language, and what is not known comes last both ways", () => {
  const rows = (...values) => values.map((by) => ({ by }));
  const order = (values, down) => inOrder(rows(...values), down, "en").map(({ by }) => by);
  assert.deepEqual(order([10, "", 9, 100], false), [9, 10, 100, ""]);
  assert.deepEqual(order([10, "", 9, 100], true), [100, 10, 9, ""]);
  assert.deepEqual(order(["Évreux", "Zagreb", "Anzali", ""], false), ["Anzali", "Évreux", "Zagreb", ""]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { qrPath } from "../../assets/client/share/qr.mjs";
import { fileName, laidOut, sourceLines, wrapped } from "../../assets/client/share/source_lines.mjs";
import { initial } from "../../assets/client/state.mjs";
import { golden } from "./panel_story.mjs";

const at = (more) => ({ ...initial(golden), ...more });
const given = { attribution: "Natural Earth", address: "https://atlas.example/?year=1993" };
const letters = (text) => [...text].length; // each one wide
const said = (state) => sourceLines(state, golden, given).map(({ text }) => text);

test("a picture says what it shows, of which story and year, under which licence, whose map it is, and where it is from", () => {
  const lines = said(at({ year: 1993, select: "place:old_mill" }));
  const { title, subtitle, licence, citation } = golden.story;
  assert.equal(lines[0], `${golden.places.old_mill.name}, 1993`);
  assert.equal(lines[1], `The map in 1993. ${title}: ${subtitle}`);
  assert.ok(lines[2].includes(licence) && lines[2].includes(citation));
  assert.deepEqual(lines.slice(3), ["Natural Earth", given.address]);
});

test("a picture of a year says the year once", () => {
  const lines = said(at({ year: 1993 }));
  assert.equal(lines[0], "The year 1993");
  assert.ok(!lines[1].includes("1993"));
});

test("the file of a picture is named after what it shows", () => {
  assert.equal(fileName(at({ year: 1993, select: "attack:atk_geese" }), golden), `${golden.story.id}-1993-atk_geese.png`);
  assert.equal(fileName(at({ year: 1993 }), { ...golden, story: { ...golden.story, id: "../چ" } }), "_-1993.png");
});

test("lines are broken between words, and a word only where it must be", () => {
  assert.deepEqual(wrapped("one two three", 7, letters), ["one two", "three"]);
  assert.deepEqual(wrapped("see https://atlas.example/", 8, letters), ["see", "https://", "atlas.ex", "ample/"]);
  assert.deepEqual(wrapped("", 8, letters), []);
});

test("every line and every form of the legend stands inside the picture, below the line before", () => {
  const lines = sourceLines(at({ year: 1993, select: "place:old_mill" }), golden, given);
  const legend = ["people at a place", "number not known", "armed assault", "ring: nobody"];
  for (const width of [320, 800, 1600]) {
    const measure = (text, { size }) => letters(text) * size * 0.5;
    const { height, texts, swatches } = laidOut(lines, legend, width, measure);
    assert.equal(swatches.length, legend.length);
    for (const { text, x, y, font } of texts) {
      assert.ok(x >= 0 && x + measure(text, font) <= width, `${text} at ${x} of ${width}`);
      assert.ok(y > 0 && y < height);
    }
    for (const { x, y } of swatches) assert.ok(x >= 0 && x + 16 <= width && y + 16 < height);
    const downwards = texts.map(({ y }) => y);
    assert.deepEqual(downwards, [...downwards].sort((a, b) => a - b));
  }
});

test("without a legend there is no room for one", () => {
  const lines = sourceLines(at({ year: 1993 }), golden, given);
  const tall = (legend) => laidOut(lines, legend, 800, letters).height;
  assert.ok(tall([]) < tall(["people at a place"]));
});

test("a QR code has its three corners, white around it, and grows with its text", () => {
  const short = qrPath("https://atlas.example/");
  assert.ok(qrPath(`https://atlas.example/?view=${"1".repeat(200)}`).size > short.size);
  for (const [x, y] of [[4, 4], [short.size - 11, 4], [4, short.size - 11]]) assert.ok(short.path.includes(`M${x} ${y}h7v1h-7z`));
  for (const [, x, y, run] of short.path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    assert.ok(Number(x) >= 4 && Number(y) >= 4 && Number(x) + Number(run) <= short.size - 4 && Number(y) < short.size - 4);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { filling } from "../../assets/client/scene/attacks.mjs";
import { scene } from "../../assets/client/scene/index.mjs";
import { custodyAt } from "../../assets/client/scene/places.mjs";

const day = (edtf, from) => ({ edtf, start: edtf, end: edtf, from, to: from + 0.003, precision: "day", approximate: false, interval: false });
const known = (best, more = {}) => ({ state: "known", best, low: best, high: best, qualifier: "", date: day("2000-06-01", 2000.41), carried: false, counts: [], ...more });
const place = (id, lon, lat, presence, more = {}) => ({
  id, name: id.toUpperCase(), names: {}, lon, lat, precisionM: 100, drawnAt: null, closed: null, custody: [], events: [], changes: [{ at: 1999, presence }],
  presence: { 2000: presence, 2001: presence }, ...more,
});
const move = (id, more = {}) => ({
  id, kind: "movement", from: "a", to: "b", fromDrawn: "a", toDrawn: "b", date: day("2000-03-01", 2000.16), years: [2000], drawn: "arc", parts: [], people: 40,
  title: id, path: [[0, 0], [5, 0], [10, 0]], ...more,
});
const attack = (id, at, best, more = {}) => ({
  id, place: "a", date: day(`${Math.floor(at)}-${String(Math.floor((at % 1) * 12) + 1).padStart(2, "0")}-01`, at), kind: "bomb", counted: true, title: id,
  estimates: best === undefined ? {} : { killed: { story: { best, low: 0, high: 9 } } }, ...more,
});
const story = {
  story: { firstYear: 2000, lastYear: 2001, language: "en" },
  text: { en: {} },
  custodyOrder: ["North", "South"],
  places: { a: place("a", 0, 0, known(3000)), b: place("b", 10, 0, { state: "unknown", best: null, low: null, high: null, carried: false }) },
  relocations: { r: move("r") },
  attacks: { early: attack("early", 2000.1, 5), late: attack("late", 2000.9, 0) },
};
const state = { year: 2000, select: null, lang: "en" };
const view = { project: (lon, lat) => [100 + lon * 60, 300 - lat * 60], zoom: 8, width: 1000, height: 600, covered: [] };
const lettering = () => ({ t: (key) => key, measure: (text) => text.length * 7, sides: new Map(), towns: [] });
const draw = (overStory = {}, overState = {}, moment = null, overView = {}) =>
  scene({ ...story, ...overStory }, { ...state, ...overState }, moment, { ...view, ...overView }, lettering());

test("a place that is not yet open is not drawn", () => {
  const places = { ...story.places, b: place("b", 10, 0, { state: "not_opened" }) };
  assert.deepEqual(draw({ places }).circles.map(({ place: id }) => id), ["a"]);
});

test("a range is a ring between low and high, one figure is none", () => {
  const places = { a: place("a", 0, 0, known(null, { low: 750, high: 3000 })) };
  const [circle] = draw({ places, relocations: {}, attacks: {} }).circles;
  assert.deepEqual([circle.low, circle.high], [22, 44]);
  assert.equal(draw().circles[0].high, null);
});

test("a known circle's ring has the colour of who controls the place at the end of the year", () => {
  const custody = [
    { controller: "North", date: { from: 1990, to: 2000.5 } },
    { controller: "South", date: { from: 2000.5, to: null } },
  ];
  assert.equal(custodyAt({ custody }, 2000.99).controller, "South");
  assert.equal(custodyAt({ custody }, 2000.2).controller, "North");
  assert.equal(custodyAt({ custody }, 1980), null);
});

test("a relocation of the year has a line with a head and a mark, one of an earlier year a thin line alone", () => {
  const now = draw();
  assert.deepEqual([now.lines[0].now, Boolean(now.lines[0].head), now.movers.length], [true, true, 1]);
  const later = draw({}, { year: 2001 });
  assert.deepEqual([later.lines[0].now, later.lines[0].head, later.movers.length], [false, null, 0]);
});

test("an offer is never drawn", () => {
  const { lines, movers } = draw({ relocations: { o: move("o", { kind: "offer", drawn: "none", path: [] }) } });
  assert.deepEqual([lines.length, movers.length], [0, 0]);
});

test("an unknown number is dashed, a movement over several years is thin and carries no mark", () => {
  const [unknown] = draw({ relocations: { u: move("u", { people: null }) } }).lines;
  assert.deepEqual([unknown.dashed, unknown.thin], [true, false]);
  const long = draw({ relocations: { l: move("l", { drawn: "thin", years: [2000, 2001] }) } });
  assert.deepEqual([long.lines[0].thin, long.movers.length], [true, 0]);
});

test("movements along one way are one line with a mark each, in date order", () => {
  const relocations = { second: move("second", { date: day("2000-09-01", 2000.67) }), first: move("first") };
  const { lines, movers } = draw({ relocations });
  assert.equal(lines.length, 1);
  const order = [...movers].sort((one, other) => one.x - other.x).map(({ ref }) => ref);
  assert.deepEqual(order, ["relocation:first", "relocation:second"]);
});

test("in playback a mark travels from circle to circle at its date", () => {
  const { movers, circles } = draw({}, {}, { fraction: 0.16, arriving: true });
  assert.equal(movers.length, 1);
  assert.ok(movers[0].x > circles[0].x);
  assert.equal(draw({}, {}, { fraction: 0.9, arriving: true }).movers.length, 0);
});

test("in playback an attack arrives at its date, at rest all of the year are there", () => {
  assert.deepEqual(draw({}, {}, { fraction: 0.5, arriving: true }).marks.map(({ ref }) => ref), ["attack:early"]);
  assert.equal(draw().marks.length, 2);
  assert.equal(draw({}, {}, { fraction: 0.5, arriving: false }).marks.length, 2);
});

test("hollow is nobody killed, unsure is not known or disputed", () => {
  assert.equal(filling(attack("a", 2000, 3)), "solid");
  assert.equal(filling(attack("a", 2000, 0)), "hollow");
  assert.equal(filling(attack("a", 2000, null)), "unsure");
  assert.equal(filling(attack("a", 2000, undefined)), "unsure");
});

test("from far away earlier marks are gathered and counted, those of the year stay apart", () => {
  const attacks = Object.fromEntries([2000.1, 2000.2, 2000.3, 2001.5].map((at) => [`x${at * 10}`, attack(`x${at * 10}`, at, 1)]));
  const { marks, gathered } = draw({ attacks }, { year: 2001 }, null, { zoom: 4 });
  assert.deepEqual([marks.length, gathered.length, gathered[0].refs().length], [1, 1, 3]);
});

test("a selected mark is never gathered", () => {
  const attacks = { one: attack("one", 2000.1, 1), two: attack("two", 2000.2, 1), three: attack("three", 2000.3, 1) };
  const { marks } = draw({ attacks }, { year: 2001, select: "attack:two" }, null, { zoom: 4 });
  assert.deepEqual(marks.map(({ ref }) => ref), ["attack:two"]);
});

test("everything drawn can be pointed at", () => {
  const refs = draw().targets.map(({ ref }) => ref);
  for (const ref of ["attack:early", "attack:late", "relocation:r", "place:a", "place:b"]) assert.ok(refs.includes(ref), ref);
});

test("uncertainty of a position is drawn only where it is larger than what stands on it", () => {
  const far = draw({ places: { a: place("a", 0, 0, known(3000), { precisionM: 5000 }) }, relocations: {}, attacks: {} }, {}, null, { zoom: 5 });
  assert.equal(far.circles[0].area, 0);
  const near = draw({ places: { a: place("a", 0, 0, known(10), { precisionM: 5000 }) }, relocations: {}, attacks: {} }, {}, null, { zoom: 9 });
  assert.ok(near.circles[0].area > 30);
});

test("the attacks of the year are gathered only when the visitor has zoomed far out", () => {
  const attacks = Object.fromEntries([2000.1, 2000.2, 2000.3].map((at) => [`x${at * 10}`, attack(`x${at * 10}`, at, 1)]));
  assert.equal(draw({ attacks }, { follow: true }, null, { zoom: 2 }).marks.length, 3);
  const { marks, gathered } = draw({ attacks }, { follow: false }, null, { zoom: 2 });
  assert.deepEqual([marks.length, gathered.length, gathered[0].refs().length], [0, 1, 3]);
});

test("more attacks in a year than can stand apart are gathered, but for the selected one", () => {
  const many = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`m${i}`, attack(`m${i}`, 2000.1 + i / 100, 1)]));
  const { marks, gathered } = draw({ attacks: many }, { select: "attack:m3" });
  assert.deepEqual([marks.map(({ ref }) => ref), gathered.map(({ refs }) => refs().length)], [["attack:m3"], [69]]);
  const few = Object.fromEntries(Object.entries(many).slice(0, 50));
  assert.equal(draw({ attacks: few }).marks.length, 50);
});

test("marks far outside the map are not laid out", () => {
  const far = { far: attack("far", 2000.1, 5) };
  assert.equal(draw({ attacks: far }, {}, null, { project: () => [-500, 300] }).marks.length, 0);
});

test("a country at which several ways end is named once, and stays where it is", () => {
  const places = { ...story.places, c: place("c", 0, 3, known(200)), end: place("end", 12, 1.5, null, { presence: null }) };
  const relocations = Object.fromEntries(["a", "c"].map((from) => [from, move(from, { from, fromDrawn: from, to: "end", toDrawn: "end", path: [[0, from === "a" ? 0 : 3], [12, 1.5]] })]));
  const words = lettering();
  const named = () => scene({ ...story, places, relocations }, state, null, view, words).labels.filter(({ tone }) => tone === "anchor").map(({ ref, left, top }) => [ref, left, top]);
  const first = named();
  assert.deepEqual(first.map(([ref]) => ref), ["place:end"]);
  assert.deepEqual([named(), named()], [first, first]);
});

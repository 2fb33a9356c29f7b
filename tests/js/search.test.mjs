import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../assets/client/search/fold.mjs";
import { find, searchIndex } from "../../assets/client/search.mjs";
import { looseStart, loosely } from "../../assets/client/search/fold.mjs";
import { everything } from "../../assets/client/search/found_by.mjs";
import { dateOrder, dateWords, monthNames } from "../../assets/client/search/times.mjs";
import { thing } from "../../assets/client/state.mjs";
import { words } from "../../assets/client/text.mjs";
import { golden, story as small } from "./panel_story.mjs";

const place = (id, name, names, otherNames, more) => ({ ...small.places.tirana, id, name, names, otherNames, opened: null, note: "", ...more });
const dated = (edtf) => ({ edtf });
/** The small story with a few places of the real one, in all their scripts. */
const story = {
  ...small,
  places: {
    ...small.places,
    camp_ashraf: { ...small.places.camp_ashraf, names: { fr: "Camp d’Achraf", fa: "قرارگاه اشرف", ar: "معسكر أشرف" }, otherNames: ["Camp New Iraq", "شهر اشرف"], opened: dated("1986") },
    camp_liberty: { ...small.places.camp_liberty, names: { sq: "Kampi Liberty", ar: "مخيم الحرية" }, otherNames: ["Camp Hurriya", "معسكر ليبرتي"], opened: dated("2012-02-18") },
    ashraf_3: place("ashraf_3", "Ashraf-3", { fr: "Achraf 3", fa: "اشرف ۳", ar: "أشرف 3" }, ["Ashraf III", "Kampi i Manzës"], { opened: dated("2017-11~") }),
    manez: place("manez", "Manëz", { fa: "مانز" }, ["Manëza", "Manza"], { kind: "village" }),
    tirana: place("tirana", "Tirana", { sq: "Tiranë", fa: "تیرانا", ar: "تيرانا" }, [], { kind: "city" }),
    baquba: place("baquba", "Baquba", { fr: "Bakouba", ar: "بعقوبة" }, ["Ba’qubah"], { kind: "town", country: "IQ" }),
    gharb: place("gharb", "Islamabad-e Gharb", { fa: "اسلام‌آباد غرب" }, [], { kind: "town", country: "IR" }),
  },
  context: { ...small.context, ctx_days: { ...small.context.ctx_offer, id: "ctx_days", title: "Talks in Geneva", date: dated("2013-05-30/2013-06-02") } },
};
const index = searchIndex(story);
const answers = (question, limit) => find(index, question, limit).groups.flatMap(({ things }) => things.map(({ ref }) => ref));
const first = (question) => answers(question)[0];

/** A story of nothing but these. */
const only = (tables) => searchIndex({ ...story, places: {}, attacks: {}, relocations: {}, context: {}, checks: {}, sources: {}, ...tables });
const many = (row, count) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, { ...row, id: `n${at}`, title: `Bells ${at}` }]));

test("case, accents and punctuation are of no matter", () => {
  assert.equal(fold("Manëz"), "manez");
  assert.equal(fold("  ÎLE-de-France (Val‑d’Oise) "), "ile de france val doise");
  assert.equal(fold("Ba’qubah, ʿUdhaim; U.N."), "baqubah udhaim u n");
});

test("letters that are not made of a letter and a mark are folded too", () => {
  assert.equal(fold("Łódź Bjørn Straße Œuvre Ægir Đorđe Iğdır İzmir Þór"), "lodz bjorn strasse oeuvre aegir dorde igdir izmir thor");
});

test("the keyboards of Arabic script write the same words", () => {
  assert.equal(fold("أشرف إيران آباد ٱلحرية"), fold("اشرف ايران اباد الحریه"));
  assert.equal(fold("کرمانشاه"), fold("كرمانشاه"));
  assert.equal(fold("دیالی"), fold("ديالى"));
  assert.equal(fold("مُعَسْكَر"), "معسكر");
  assert.equal(fold("معســكر"), "معسكر");
  assert.equal(fold("اسلام‌آباد"), "اسلاماباد");
  assert.equal(fold("مسؤول هیئة"), "مسوول هييه");
});

test("Persian and Arabic figures are figures", () => {
  assert.equal(fold("اشرف ۳"), "اشرف 3");
  assert.equal(fold("٢٠١٣ ۲۰۱۳"), "2013 2013");
});

test("spellings of one name sound alike", () => {
  const alike = [["achraf", "ashraf", "aschraf"], ["bakouba", "baquba", "baqouba"], ["mojahedin", "mujahedin", "moudjahedin", "mujahideen"],
    ["massoud", "masud"], ["radjavi", "rajavi", "rajawi"], ["baghdad", "bagdad"], ["iraq", "irak"], ["الحريه", "حريه"], ["طهران", "تهران"]];
  for (const names of alike) assert.equal(new Set(names.map(loosely)).size, 1, names.join());
  for (const [asked, name] of [["liberte", "liberty"], ["tirane", "tirana"], ["durresi", "durres"], ["baqubah", "baquba"], ["hourriyah", "hurriya"]]) {
    assert.ok(loosely(name).startsWith(looseStart(asked)), asked);
  }
});

test("numbers and very short words are never taken loosely", () => {
  for (const word of ["2011", "2001", "1300", "7a", "oo", "ch", "aaaa"]) assert.equal(looseStart(word), "");
});

test("a place is found by its name in any script and spelling", () => {
  const found = {
    Manez: "manez", MANËZ: "manez", Manza: "manez", Achraf: "camp_ashraf", achraf: "camp_ashraf", اشرف: "camp_ashraf", أشرف: "camp_ashraf", "قرارگاه اشرف": "camp_ashraf",
    Ashraf: "camp_ashraf", "Ashraf-3": "ashraf_3", "ashraf 3": "ashraf_3", ashraf3: "ashraf_3", "اشرف ۳": "ashraf_3", "اشرف 3": "ashraf_3", "New Iraq": "camp_ashraf",
    Liberty: "camp_liberty", Libertë: "camp_liberty", liberte: "camp_liberty", ليبرتي: "camp_liberty", لیبرتی: "camp_liberty", Hourriya: "camp_liberty", حرية: "camp_liberty",
    Tiran: "tirana", Tiranë: "tirana", تیرانا: "tirana", تيرانا: "tirana", Bakuba: "baquba", "ba'quba": "baquba", Baqubah: "baquba", بعقوبه: "baquba",
    "اسلام آباد": "gharb", "اسلام‌آباد": "gharb", اسلاماباد: "gharb",
  };
  for (const [question, id] of Object.entries(found)) assert.equal(first(question), `place:${id}`, question);
});

test("a beginning of a word is enough, its middle is not", () => {
  assert.equal(first("Tir"), "place:tirana");
  assert.deepEqual(answers("irana"), []);
});

test("every word of the question must be found", () => {
  assert.deepEqual(answers("killings ashraf"), ["attack:a1"]);
  assert.deepEqual(answers("killings tirana"), []);
});

test("an attack is found by its place, its kind, its date and what is told of it", () => {
  assert.ok(answers("new iraq").includes("attack:a1"));
  assert.ok(answers("assault").includes("attack:a1"));
  assert.ok(answers("armed men").includes("attack:a1"));
  assert.ok(answers("حرية").includes("attack:a2"));
});

test("a date is found however it is written", () => {
  for (const question of ["1 september 2013", "1st September, 2013", "September 1 2013", "2013-09-01", "20130901", "1er septembre 2013", "۱ سپتامبر ۲۰۱۳"]) {
    assert.equal(first(question), "attack:a1", question);
  }
  assert.deepEqual(answers("2013-12").filter((ref) => ref.startsWith("attack")), ["attack:a3"]);
  assert.ok(answers("2013", 100).includes("relocation:last42"));
  assert.ok(!answers("2013", 100).includes("relocation:total"));
});

test("a day is meant as it stands, and every day of a short period is found", () => {
  assert.ok(!answers("1 december 2013").length);
  for (const day of ["30 may 2013", "31 may 2013", "1 june 2013", "2013-06-02"]) assert.equal(first(day), "context:ctx_days", day);
  assert.ok(!answers("3 june 2013").includes("context:ctx_days"));
});

test("dates of all precisions give the words that they are known by, and no others", () => {
  const months = monthNames([words(small, "en")]);
  assert.deepEqual(dateWords("2013-09-01", months), ["2013", "September", "201309", "1", "20130901"]);
  assert.deepEqual(dateWords("2012-04~", months), ["2012", "April", "201204"]);
  assert.deepEqual(dateWords("1981/1983", months), ["1981", "1982", "1983"]);
  assert.deepEqual(dateWords("2003-12/2004-01", months), ["2003", "2004", "December", "200312", "January", "200401"]);
  assert.deepEqual(dateWords("2017-11~/..", months), ["2017", "November", "201711"]);
  for (const strange of ["", "..", "199X", "Y17000", null, undefined]) assert.deepEqual(dateWords(strange, months), []);
  assert.deepEqual(dateWords("2001-21", months), ["2001"]);
  assert.equal(dateWords("0001/9999", months).length, 201);
});

test("of two answers the one with the better place for the words comes first", () => {
  const rows = [["told", "Other", "bells rang"], ["near", "Other", ""], ["word", "Ring of bells", ""], ["start", "Bells", ""], ["longer", "Bellsome", ""]];
  const relocations = Object.fromEntries(rows.map(([id, title, description]) => [id, { ...small.relocations.last42, id, title, description, from: id === "near" ? "belfry" : "tirana", to: null }]));
  const places = { tirana: story.places.tirana, belfry: place("belfry", "Tower", {}, ["Bells of Old"]) };
  const made = only({ places, relocations });
  const refs = find(made, "bells").groups.flatMap(({ things }) => things.map(({ ref }) => ref.split(":")[1]));
  assert.deepEqual(refs, ["belfry", "start", "longer", "word", "near", "told"]);
});

test("what is written exactly comes before what only sounds alike", () => {
  const places = { bagdad: place("bagdad", "Bagdad", {}, [], { opened: dated("1999") }), baghdad: place("baghdad", "Baghdad", {}, [], { opened: dated("1981") }) };
  const made = only({ places });
  const refs = (question) => find(made, question).groups.flatMap(({ things }) => things.map(({ ref }) => ref));
  assert.deepEqual(refs("bagdad"), ["place:bagdad", "place:baghdad"]);
  assert.deepEqual(refs("baghdad"), ["place:baghdad", "place:bagdad"]);
});

test("answers are told by group, in order of date, and operations are not among the attacks", () => {
  const { groups } = find(index, "2013", 100);
  const refs = (wanted) => groups.find(({ group }) => group === wanted).things.map(({ ref }) => ref);
  assert.deepEqual(refs("attack"), ["attack:a2", "attack:a1", "attack:a3"]);
  assert.deepEqual(refs("operation"), ["attack:op"]);
});

test("a few of each group are given before more of one, and how many there are", () => {
  const { groups, shown, total } = find(only({ attacks: many(small.attacks.a1, 20), relocations: many(small.relocations.last42, 20) }), "bells");
  assert.deepEqual(groups.map(({ group, things }) => [group, things.length]), [["attack", 8], ["relocation", 4]]);
  assert.deepEqual(groups.map((group) => group.total), [20, 20]);
  assert.deepEqual([shown, total], [12, 40]);
  assert.equal(find(index, "2013", 1000).shown, find(index, "2013").total);
});

test("what a source is about comes before the source, even if its title begins with the word", () => {
  const made = only({ attacks: { a: { ...small.attacks.a1, title: "Fire at the mill" } }, sources: { s: { ...small.sources.s_reuters, id: "s", title: "Mill burns" } } });
  assert.deepEqual(find(made, "mill").groups.map(({ group }) => group), ["attack", "source"]);
});

test("running text is searched as it is written only", () => {
  const talks = { ...small.context.ctx_offer, title: "Talks", summary: "A delegation came to Achraf." };
  const made = only({ context: { c: { ...talks, id: "c" }, d: { ...talks, id: "d", title: "In Achraf" } } });
  assert.equal(find(made, "achraf").total, 2);
  assert.deepEqual(find(made, "ashraf").groups[0].things.map(({ ref }) => ref), ["context:d"]);
});

test("one group alone may fill the list", () => {
  const sources = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`s${at}`, { ...small.sources.s_reuters, id: `s${at}`, title: `Dispatch ${at}`, date: `20${at + 10}` }]));
  const found = find(searchIndex({ ...story, sources }), "dispatch");
  assert.deepEqual([found.shown, found.total], [12, 30]);
  assert.deepEqual(found.groups[0].things.map(({ ref }) => ref), Array.from({ length: 12 }, (_, at) => `source:s${at}`));
});

test("statements and sources are found, and what cannot be selected is not", () => {
  assert.equal(first("141 people"), "check:check_17");
  assert.equal(first("Reuters"), "source:s_reuters");
  assert.deepEqual(answers("Treatment of members"), []);
});

test("everything in a story is found by its title, and leads to itself", () => {
  const made = searchIndex(golden);
  const things = everything(golden);
  assert.ok(things.length > 20);
  for (const { ref, title } of things) {
    assert.ok(thing(ref, golden), ref);
    assert.ok(find(made, title, 1000).groups.some((group) => group.things.some((it) => it.ref === ref)), `${ref} by “${title}”`);
  }
});

test("nothing is found by no words, and strange ones do no harm", () => {
  const nothing = { groups: [], shown: 0, total: 0 };
  for (const question of ["", "   ", "…", "'", "-- ,,", "\u200c", null, undefined]) assert.deepEqual(find(index, question), nothing, String(question));
  for (const question of ["__proto__", "constructor", "hasOwnProperty", "(", "[zq-", "\\", "<script>", "a".repeat(100_000), "ʼ".repeat(10_000), "zq-".repeat(50_000)]) assert.equal(find(index, question).shown, 0, question.slice(0, 20));
});

test("a story with nothing in it can be asked too", () => {
  const empty = { story: { language: "en" }, text: {} };
  assert.equal(find(searchIndex(empty), "ashraf").total, 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { citations } from "../../assets/client/cite.mjs";
import { localDay } from "../../assets/client/cite/dates.mjs";
import { plainText } from "../../assets/client/cite/styles.mjs";
import { apaDate, chicagoDate, citedDate } from "../../assets/client/cite/dates.mjs";
import { escaped } from "../../assets/client/cite/bibtex.mjs";
import { words } from "../../assets/client/text.mjs";
import { golden, state } from "./panel_story.mjs";

const base = "https://atlas.example/";
const today = "2026-11-25";
const at = (more) => ({ ...state({ year: 1993, walk: "steps" }), ...more });
const cite = (more, story = golden) => citations(at(more), story, { base, today });
const form = ({ forms }, name) => {
  const { runs, code } = forms.find((it) => it.form === name);
  return code ?? plainText(runs);
};
const view = (more, name, story) => form(cite(more, story)[0], name);
const sourced = (more, name) => {
  const sources = { ...golden.sources, s: { id: "s", publisher: "Lake News", title: "Foam", type: "media", date: "1992-05-03", url: "https://example.org/foam", archived: "", ...more } };
  return form(cite({ select: "source:s" }, { ...golden, sources })[1], name);
};
const geese = { select: "attack:atk_geese" };
const atlas = "The Wandering Choir: Where an invented choir lived on Lake Constance, 1990 to 1995. Nothing in it is true";

// --- the view ---------------------------------------------------------------------------------------------------------

test("a view is cited in APA style, with its title, its version and the day of access", () => {
  assert.equal(view(geese, "apa"), `The Wandering Choir. (1996). Geese on the stage, July 1993 (about). In ${atlas} (Version 0.1.0) [Data set]. `
    + "Retrieved November 25, 2026, from https://atlas.example/?year=1993&select=attack:atk_geese");
});

test("a view is cited in Chicago style, as an entry and as a note", () => {
  assert.equal(view(geese, "chicago_entry"), `The Wandering Choir. “Geese on the stage, July 1993 (about).” In ${atlas}, version 0.1.0. Data set. January 1, 1996. `
    + "Accessed November 25, 2026. https://atlas.example/?year=1993&select=attack:atk_geese.");
  assert.equal(view(geese, "chicago_note"), `The Wandering Choir, “Geese on the stage, July 1993 (about),” in ${atlas}, version 0.1.0, data set, January 1, 1996, `
    + "accessed November 25, 2026, https://atlas.example/?year=1993&select=attack:atk_geese.");
});

test("what is whole stands in italics", () => {
  const { runs } = cite(geese)[0].forms.find(({ form: name }) => name === "apa");
  assert.deepEqual(runs.filter((run) => run.italic), [{ italic: atlas }]);
});

test("a view as BibTeX", () => {
  assert.equal(view(geese, "bibtex"), `@misc{choir_atk_geese,
  author = {{The Wandering Choir}},
  title = {{Geese on the stage, July 1993 (about)}},
  howpublished = {Data set},
  version = {0.1.0},
  year = {1996},
  month = jan,
  date = {1996-01-01},
  note = {In ${atlas}. Licence: CC0 1.0.},
  url = {https://atlas.example/?year=1993&select=attack:atk_geese},
  urldate = {2026-11-25}
}`);
});

test("a view as CSL-JSON", () => {
  assert.deepEqual(JSON.parse(view(geese, "csl")), [{
    id: "choir_atk_geese",
    type: "dataset",
    title: "Geese on the stage, July 1993 (about)",
    "container-title": atlas,
    author: [{ literal: "The Wandering Choir" }],
    version: "0.1.0",
    issued: { "date-parts": [[1996, 1, 1]] },
    accessed: { "date-parts": [[2026, 11, 25]] },
    URL: "https://atlas.example/?year=1993&select=attack:atk_geese",
    language: "en",
    note: "Licence: CC0 1.0",
  }]);
});

test("who made the atlas is its author where the story says so", () => {
  const story = { ...golden, story: { ...golden.story, creator: "Lake Society" } };
  assert.match(view(geese, "apa", story), /^Lake Society\. \(1996\)\. Geese/);
  assert.match(view(geese, "bibtex", story), /author = \{\{Lake Society\}\}/);
});

test("each view has a title of its own", () => {
  const titles = [null, "attack:atk_geese", "place:old_mill", "relocation:rel_first_boat", "context:ctx_treaty", "check:check_01", "source:s_study", "page:sources", "page:ledger"]
    .map((select) => cite({ select })[0].title);
  assert.deepEqual(titles, [
    "The year 1993", "Geese on the stage, July 1993 (about)", "Old Mill, 1993", "First boat to Bregenz, 20–21 September 1992",
    "Treaty of the Two Shores, 30 August 1992", "The founding article, paragraph 1: The choir crossed the lake in 1992",
    "What rests on “A study of wandering choirs”, University of the Lake", "All sources", "The ledger",
  ]);
});

test("the link leads to exactly this view, with what the visitor did to the map", () => {
  assert.match(view({ follow: false, view: [47.5, 9.2, 8] }, "apa"), /from https:\/\/atlas\.example\/\?year=1993&view=47\.5,9\.2,8$/);
  assert.match(view({ playing: true }, "apa"), /\?year=1993$/);
});

test("a view in a frame is cited by its full page", () => {
  assert.match(view({ mode: "embed", hide: ["panel"] }, "apa"), /\?year=1993$/);
});

test("today is the day of the clock's own place", () => {
  assert.equal(localDay(new Date(2026, 10, 25, 0, 1)), "2026-11-25");
  assert.equal(localDay(new Date(2026, 10, 25, 23, 59)), "2026-11-25");
  const late = { getFullYear: () => 2027, getMonth: () => 0, getDate: () => 1, toISOString: () => "2026-12-31T23:00:00Z" };
  assert.equal(localDay(late), "2027-01-01");
});

// --- a source ---------------------------------------------------------------------------------------------------------

test("a source is cited by itself beside the view, and nothing else is", () => {
  assert.deepEqual(cite({ select: "source:s_study" }).map(({ what }) => what), ["view", "source"]);
  assert.deepEqual(cite(geese).map(({ what }) => what), ["view"]);
});

test("a page on the web is cited by its publisher, title, date and address", () => {
  assert.equal(sourced({}, "apa"), "Lake News. (1992, May 3). Foam. https://example.org/foam");
  assert.equal(sourced({}, "chicago_entry"), "Lake News. “Foam.” May 3, 1992. Accessed November 25, 2026. https://example.org/foam.");
  assert.equal(sourced({}, "chicago_note"), "Lake News, “Foam,” May 3, 1992, accessed November 25, 2026, https://example.org/foam.");
  assert.deepEqual(JSON.parse(sourced({}, "csl")), [{
    id: "s", type: "webpage", title: "Foam", author: [{ literal: "Lake News" }], issued: { "date-parts": [[1992, 5, 3]] },
    accessed: { "date-parts": [[2026, 11, 25]] }, URL: "https://example.org/foam",
  }]);
});

test("a page without a date says so, and on which day it was read", () => {
  assert.equal(sourced({ date: "" }, "apa"), "Lake News. (n.d.). Foam. Retrieved November 25, 2026, from https://example.org/foam");
  assert.equal(sourced({ date: "" }, "chicago_note"), "Lake News, “Foam,” n.d., accessed November 25, 2026, https://example.org/foam.");
  assert.match(sourced({ date: "" }, "bibtex"), /year = \{n\.d\.\},\n {2}url/);
  assert.equal(JSON.parse(sourced({ date: "" }, "csl"))[0].issued, undefined);
});

test("what is kept on paper is cited without an address and without a day of access", () => {
  assert.equal(sourced({ url: "" }, "apa"), "Lake News. (1992, May 3). Foam.");
  assert.equal(sourced({ url: "" }, "chicago_entry"), "Lake News. Foam. May 3, 1992.");
  assert.doesNotMatch(sourced({ url: "" }, "bibtex"), /url/);
  assert.deepEqual(Object.keys(JSON.parse(sourced({ url: "" }, "csl"))[0]), ["id", "type", "title", "author", "issued"]);
});

test("a link that would run a script is no address", () => {
  for (const name of ["apa", "chicago_note", "bibtex", "csl"]) assert.doesNotMatch(sourced({ url: "javascript:alert(1)" }, name), /javascript/, name);
});

test("a PDF is a report, with its title in italics", () => {
  assert.match(sourced({ url: "https://example.org/a.PDF?x=1" }, "bibtex"), /^@techreport\{s,[^]*institution = \{\{Lake News\}\}/);
  assert.equal(JSON.parse(sourced({ url: "https://example.org/a.pdf" }, "csl"))[0].type, "report");
  assert.equal(JSON.parse(sourced({ url: "https://example.org/?file=a.pdf" }, "csl"))[0].type, "webpage");
  assert.equal(sourced({ url: "https://example.org/a.pdf" }, "chicago_note"), "Lake News, Foam, May 3, 1992, accessed November 25, 2026, https://example.org/a.pdf.");
});

test("an archived copy is named beside the address", () => {
  const archived = "https://archive.example/1";
  assert.equal(sourced({ archived }, "apa"), "Lake News. (1992, May 3). Foam. https://example.org/foam (archived at https://archive.example/1)");
  assert.match(sourced({ archived }, "bibtex"), /note = \{Archived at https:\/\/archive\.example\/1\.\}/);
  assert.equal(JSON.parse(sourced({ archived }, "csl"))[0].note, "Archived at https://archive.example/1");
});

test("a title with a mark of its own gets no second one", () => {
  assert.equal(sourced({ title: "Who sang?" }, "apa"), "Lake News. (1992, May 3). Who sang? https://example.org/foam");
  assert.equal(sourced({ title: "Who sang?" }, "chicago_note"), "Lake News, “Who sang?” May 3, 1992, accessed November 25, 2026, https://example.org/foam.");
  assert.match(sourced({ publisher: "Lake Inc." }, "apa"), /^Lake Inc\. \(1992/);
});

test("quotation marks within quotation marks are single ones", () => {
  assert.match(sourced({ title: 'The “foam” and the "geese"' }, "chicago_entry"), /“The ‘foam’ and the ‘geese’\.”/);
});

// --- dates ------------------------------------------------------------------------------------------------------------

const DATES = [
  ["2013-09-03", "2013, September 3", "September 3, 2013", [[2013, 9, 3]]],
  ["2013-09", "2013, September", "September 2013", [[2013, 9]]],
  ["2013", "2013", "2013", [[2013]]],
  ["2012-02~", "ca. 2012, February", "ca. February 2012", [[2012, 2]], true],
  ["2012?", "2012?", "2012?", [[2012]], true],
  ["2012%", "ca. 2012?", "ca. 2012?", [[2012]], true],
  ["1990/1995", "1990–1995", "1990–1995", [[1990], [1995]]],
  ["2013-05/2015-12~", "ca. 2013, May–2015, December", "ca. May 2013–December 2015", [[2013, 5], [2015, 12]], true],
  ["2017/..", "2017–", "2017–", [[2017]]],
  ["../2003-04", "–2003, April", "–April 2003", [[2003, 4]]],
  ["198X", "1980–1989", "1980–1989", [[1980], [1989]]],
  ["2004-07-XX", "2004, July", "July 2004", [[2004, 7]]],
  ["2004-XX-XX", "2004", "2004", [[2004]]],
  ["2001-21", "2001", "2001", [[2001]], false, 1],
];

test("dates are written no more exactly than they are known", () => {
  const t = words(golden, "en");
  for (const [edtf, apa, chicago] of DATES) {
    assert.equal(apaDate(citedDate(edtf), t), apa, edtf);
    assert.equal(chicagoDate(citedDate(edtf), t), chicago, edtf);
  }
});

test("programs are told both ends of a date, its doubt and its season", () => {
  for (const [date, , , parts, circa = false, season] of DATES) {
    const { issued } = JSON.parse(sourced({ date }, "csl"))[0];
    assert.deepEqual(issued, { "date-parts": parts, ...(season ? { season } : {}), ...(circa ? { circa: true } : {}) }, date);
    assert.match(sourced({ date }, "bibtex"), new RegExp(`year = \\{${parts[0][0]}\\}[^]*date = \\{${date.replace(/[?.]/g, "\\$&")}\\}`), date);
  }
});

test("what is no date is none", () => {
  for (const nonsense of ["", null, undefined, "soon", "10/29/2015", "2013-09-01/2014/2015", "../..", "Y17000"]) assert.equal(citedDate(nonsense), null, nonsense);
});

test("months are called as the language of the page calls them", () => {
  const story = { ...golden, text: { ...golden.text, fr: {} } };
  assert.match(view({ ...geese, lang: "fr" }, "chicago_entry", story), /janvier 1, 1996/);
});

// --- escaping ---------------------------------------------------------------------------------------------------------

const NASTY = 'A {brace} } { \\command $x_1$ 50% #1 & ~ ^ | <b> "q" “q” é ű اشرف @misc{x, \n y=1}';

test("BibTeX gets no sign that it would take for its own, and its braces pair", () => {
  assert.equal(escaped("50% of $1 & #2_3"), "50\\% of \\$1 \\& \\#2\\_3");
  assert.equal(escaped("a{b}c\\"), "a\\textbraceleft{}b\\textbraceright{}c\\textbackslash{}");
  const entry = sourced({ title: NASTY, publisher: NASTY }, "bibtex");
  let depth = 0;
  for (const sign of entry.replace(/\\[$&%#_]/g, "")) depth += { "{": 1, "}": -1 }[sign] ?? 0;
  assert.equal(depth, 0);
  assert.equal(entry.split("\n").length, 9);
});

test("an address stays as it is in BibTeX, but for what would end it", () => {
  assert.match(sourced({ url: "https://example.org/a_b%20c?d=1&e=~f#g" }, "bibtex"), /url = \{https:\/\/example\.org\/a_b%20c\?d=1&e=~f#g\},/);
  assert.match(sourced({ url: "https://example.org/{a}" }, "bibtex"), /url = \{https:\/\/example\.org\/%7Ba%7D\},/);
});

test("CSL-JSON gives texts back as they were, on one line", () => {
  const [{ title, author }] = JSON.parse(sourced({ title: NASTY, publisher: NASTY }, "csl"));
  assert.equal(title, NASTY.replace(/\s+/g, " "));
  assert.equal(author[0].literal, title);
});

test("keys are made of what every program takes", () => {
  for (const select of [null, "attack:atk_geese", "page:sources", "source:s_study"]) {
    for (const cited of cite({ select })) assert.match(form(cited, "bibtex"), /^@\w+\{[A-Za-z][A-Za-z0-9_]*,\n/);
  }
});

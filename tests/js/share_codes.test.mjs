import assert from "node:assert/strict";
import { test } from "node:test";

import { codes, escaped } from "../../assets/client/share/codes.mjs";
import { sized, usual } from "../../assets/client/share/options.mjs";
import { initial } from "../../assets/client/state.mjs";
import { golden } from "./panel_story.mjs";

const root = "https://atlas.example/a/b/";
const at = (more) => ({ ...initial(golden), ...more });
const geese = at({ year: 1993, select: "attack:atk_geese" });
const coded = (state, more = {}, site = {}, story = golden) => codes({ ...usual(state, story), ...more }, state, story, { root, pages: false, ...site });

/** The attributes of the first such tag, as a browser reads them. */
function attributes(html, tag) {
  const [, inside] = new RegExp(`<${tag}((?: [a-z-]+(?:="[^"]*")?)*)>`).exec(html);
  const read = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (it) => ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" })[it]);
  return Object.fromEntries([...inside.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, read(value)]));
}

test("the link is the address of the view below the site's root", () => {
  assert.equal(coded(geese).link, `${root}?year=1993&select=attack:atk_geese`);
  assert.equal(coded(at({})).link, root);
});

test("where each year and attack has a page, the link leads by it, for its picture is shown with the link", () => {
  const pages = (state, more) => coded(state, more, { pages: true }).link;
  assert.equal(pages(geese), `${root}attack/atk_geese/`);
  assert.equal(pages(geese, { theme: "dark" }), `${root}attack/atk_geese/?theme=dark`);
  assert.equal(pages(geese, { select: false }), `${root}year/1993/`);
  assert.equal(pages(at({ year: 1993, select: "place:old_mill" })), `${root}year/1993/?select=place:old_mill`);
  assert.equal(pages(geese, { year: "start" }), root);
});

test("a frame has all that a frame needs", () => {
  assert.deepEqual(attributes(coded(geese).iframe, "iframe"), {
    src: `${root}?year=1993&select=attack:atk_geese&mode=embed`, title: "Geese on the stage, July 1993 (about) – The Wandering Choir",
    width: "100%", height: "600", loading: "lazy", allow: "fullscreen; screen-wake-lock; clipboard-write", style: "border:0",
  });
  assert.match(coded(geese).iframe, /><\/iframe>$/);
});

test("a frame has the size that was chosen, and no more than there is room for", () => {
  const { width, height, style } = attributes(coded(geese, sized(usual(geese, golden), "small")).iframe, "iframe");
  assert.deepEqual([width, height, style], ["640", "400", "border:0;max-width:100%"]);
});

test("an element has the view as its attributes, and a plain link inside", () => {
  const { element } = coded(geese, { theme: "light", hide: ["title", "chart"], playing: true });
  assert.equal(attributes(element, "script").src, `${root}embed.js`);
  assert.match(element, /<script src="[^"]*" async><\/script>\n<ashraf-atlas /);
  assert.deepEqual(attributes(element, "ashraf-atlas"), { year: "1993", select: "attack:atk_geese", theme: "light", play: "1", hide: "title,chart" });
  assert.equal(attributes(element, "a").href, `${root}?year=1993&select=attack:atk_geese&theme=light&play=1&hide=title,chart`);
  assert.match(element, /<\/a><\/ashraf-atlas>$/);
});

test("an element that does not fit the width is no wider than was chosen", () => {
  assert.equal(attributes(coded(geese, sized(usual(geese, golden), "phone")).element, "ashraf-atlas").style, "max-width:360px");
  assert.equal(attributes(coded(geese).element, "ashraf-atlas").style, undefined);
});

test("titles with quotes, brackets and ampersands stay what they are, and nothing but text", () => {
  const title = `"Fire" & <b onload='alert(1)'>smoke</b>\n"><script>`;
  const attacks = { ...golden.attacks, atk_geese: { ...golden.attacks.atk_geese, title } };
  const { iframe, element } = coded(geese, {}, {}, { ...golden, attacks });
  assert.ok(attributes(iframe, "iframe").title.startsWith(title.replace("\n", " ")));
  for (const html of [iframe, element]) {
    assert.ok(!html.includes("<b "));
    assert.equal(html.split("<script").length - 1, html === element ? 1 : 0);
  }
  assert.equal(escaped(`<a href='x'>"&"</a>`), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;");
});

test("a link whose words run from right to left says so", () => {
  const attacks = { ...golden.attacks, atk_geese: { ...golden.attacks.atk_geese, title: "حمله غازها" } };
  assert.equal(attributes(coded(geese, {}, {}, { ...golden, attacks }).element, "a").dir, "auto");
  assert.equal(attributes(coded(geese).element, "a").dir, undefined);
});

test("an address with an ampersand is written as HTML wants it", () => {
  assert.ok(coded(geese).iframe.includes("year=1993&amp;select=attack:atk_geese&amp;mode=embed"));
  assert.ok(!/&(?!amp;)/.test(coded(geese).iframe));
});

test("what a visitor holds of the map goes into all three", () => {
  const moved = at({ year: 1993, follow: false, view: [47.5, 9.4, 8] });
  const { link, iframe, element } = coded(moved);
  for (const text of [link, attributes(iframe, "iframe").src]) assert.match(text, /view=47\.5,9\.4,8/);
  assert.equal(attributes(element, "ashraf-atlas").view, "47.5,9.4,8");
});

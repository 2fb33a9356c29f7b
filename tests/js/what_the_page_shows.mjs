// What the page draws and says of a story, for a test of the pictures: reads {facts, asked, dates, counts, lang}, writes JSON.
import { readFileSync } from "node:fs";
import { formatDate } from "../../assets/client/dates.mjs";
import { formatCount, formatSpan } from "../../assets/client/numbers.mjs";
import { attackFigures } from "../../assets/client/panel/figures.mjs";
import { reader } from "../../assets/client/panel/reader.mjs";
import { placeCircles } from "../../assets/client/scene/places.mjs";
import { relocationLines } from "../../assets/client/scene/relocations.mjs";
import { attackMarks } from "../../assets/client/scene/attacks.mjs";
import { headPath, markPath } from "../../assets/client/scene/shapes.mjs";
import { worldPixel } from "../../assets/client/scene/mercator.mjs";
import { yearSentence } from "../../assets/client/sentence.mjs";
import { words } from "../../assets/client/text.mjs";

const { facts, asked = [], dates = [], counts = [], lang } = JSON.parse(readFileSync(0, "utf8"));
const t = words(facts, lang);

function shown({ year, select, view }) {
  const [x, y] = worldPixel(view.lon, view.lat, view.zoom);
  const [left, top] = [x - view.width / 2, y - view.height / 2];
  const project = (lon, lat) => { const [px, py] = worldPixel(lon, lat, view.zoom); return [px - left, py - top]; };
  const [state, seen] = [{ year, select, lang, follow: true }, { ...view, project, covered: [] }];
  const circles = placeCircles(facts, state, null, seen);
  const { marks, gathered } = attackMarks(facts, state, null, seen, circles);
  return { circles, ...relocationLines(facts, state, null, seen, circles), marks, gathered: gathered.map(({ refs, ...mark }) => ({ ...mark, refs: refs() })) };
}

function texts(node) {
  if (node == null || typeof node !== "object") return node == null ? [] : [String(node)];
  return Array.isArray(node) ? node.flatMap(texts) : texts(node.props?.children);
}

const years = Object.keys(facts.years).map(Number);
console.log(JSON.stringify({
  scenes: asked.map(shown),
  sentences: Object.fromEntries(years.map((year) => [year, yearSentence(facts, year, t)])),
  killed: Object.fromEntries(Object.values(facts.attacks).map((attack) => [
    attack.id, texts([attackFigures(reader({ lang, year: years[0] }, facts), attack).props.children].flat()[0]),
  ])),
  dates: dates.map(([date, within]) => formatDate(date, lang, t, { within })),
  counts: counts.map((count) => [formatCount(count, lang, t), formatSpan(count, lang)]),
  shapes: ["square", "diamond", "triangle", "triangle_down", "star", "hexagon", "octagon", "plus", "cross", "none"].map((form) => markPath(form, 7)),
  head: headPath(0.7, 11),
}));

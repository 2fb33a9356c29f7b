// What is drawn on the map, one thing after another, each in a line for those who cannot see or point at it. Pure.
import { formatCount, formatNumber } from "./numbers.mjs";
import { killedInWords, movedInWords } from "./panel/entries.mjs";
import { reader, refParts } from "./panel/reader.mjs";
import { placeOf } from "./spots.mjs";

const MOST = 150; // through more nobody walks by arrow keys: lists and tables have them too

const TABLES = { attack: "attacks", relocation: "relocations", context: "context" };

/**
 * The things on the map that can be pointed at, in the order in which the arrow keys pass them: places where people are, what
 * happened in the year by date, places left, what happened earlier, counted marks.
 * @param {object} drawn from `scene`
 * @param {{width: number, height: number}} seen what of the map is seen, in the drawing's pixels
 * @returns {{key: string, ref: string|null, many?: number, refs?: () => string[], words: string, x: number, y: number, r: number}[]}
 */
export function spokenMarks(drawn, story, state, seen) {
  const tell = reader({ ...state, select: null }, story);
  const known = new Map(); // a relocation is pointed at by its line and by what moves on it
  for (const target of drawn.targets) {
    const key = target.ref ?? target.key;
    const inside = target.x >= 0 && target.y >= 0 && target.x <= seen.width && target.y <= seen.height;
    if (inside && !known.has(key)) known.set(key, target);
  }
  const circles = new Map(drawn.circles.map((circle) => [circle.ref, circle]));
  const ofTheYear = new Set(story.years[state.year].events);
  return [...known].map(([key, { ref = null, many, refs, x, y, r }]) => ({ key, ref, many, refs, x, y, r }))
    .map((mark) => ({ mark, rank: rankOf(mark, story, ofTheYear, circles) }))
    .sort((one, other) => one.rank[0] - other.rank[0] || one.rank[1] - other.rank[1])
    .slice(0, MOST)
    .map(({ mark }) => mark)
    .map((mark) => ({ ...mark, words: mark.ref ? wordsOf(mark.ref, tell, circles) : gathered(mark.many, tell) }));
}

function rankOf({ ref }, story, ofTheYear, circles) {
  if (!ref) return [4, 0];
  const { kind, id } = refParts(ref);
  if (kind === "place") return [circles.get(ref)?.presence.state === "closed" ? 2 : 0, 0];
  const { date } = story[TABLES[kind]][id];
  return [ofTheYear.has(ref) ? 1 : 3, date.from ?? date.to ?? 0];
}

function wordsOf(ref, tell, circles) {
  const { kind, id } = refParts(ref);
  const { t, story } = tell;
  if (kind === "place") {
    const { presence, controller } = circles.get(ref) ?? {};
    return tell.all([tell.place(id), placeInWords(presence, tell), controller && t("legend.custody", { name: controller })]);
  }
  const row = story[TABLES[kind]][id];
  const what = kind === "relocation" ? t(`panel.relocation_${row.kind}`) : tell.kind(row.kind);
  const where = kind === "relocation" ? "" : tell.place(placeOf(ref, story) ?? row.place);
  const figure = kind === "attack" ? killedInWords(tell, row) : kind === "relocation" ? movedInWords(tell, row) : "";
  return tell.all([row.title, what, tell.date(row.date), where, figure]);
}

function placeInWords(presence, { t, lang }) {
  if (!presence) return "";
  if (presence.state === "known") return t("panel.people", { figure: formatCount(presence, lang, t), count: presence.best ?? presence.people ?? presence.high ?? 0 });
  return t(presence.state === "closed" ? "panel.closed" : "count.not_known");
}

function gathered(many, { t, lang }) {
  return t("map.gathered", { count: many, figure: formatNumber(many, lang) });
}

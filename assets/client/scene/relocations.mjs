// Relocations as lines along great circles, with marks that travel them in date order. Pure.
import { timetable, travel } from "../timeline.mjs";
import { at, heading, lengthOf, linePath, trim } from "./arcs.mjs";
import { seenPart } from "./clip.mjs";
import { moverRadius, SIZES } from "./sizes.mjs";

/**
 * The lines of the year and, thin, of earlier years; and the marks of the people on their way.
 * @returns {{lines: object[], movers: object[], cut: boolean}} `cut`: whether there are more earlier ways than are drawn
 */
export function relocationLines(story, state, moment, view, circles) {
  const lines = [];
  const seen = new Set();
  const radii = new Map(circles.map(({ place, r }) => [place, r]));
  let earlier = 0;
  for (const it of latestFirst(story)) {
    if (it.years[0] > state.year) continue;
    const now = it.years.includes(state.year);
    const way = `${it.fromDrawn}>${it.toDrawn}`;
    // convoys along one way, and the parts of a total, are one line
    if (!now && (seen.has(way) || (earlier >= SIZES.mostEarlierLines && state.select !== `relocation:${it.id}`))) continue;
    const repeated = seen.has(way);
    seen.add(way);
    if (!now) earlier += 1;
    lines.push({ ...line(it, state, view, radii, now), repeated });
  }
  const current = lines.filter(({ now, thin }) => now && !thin);
  const movers = moment ? travelling(current, story, state, moment) : resting(current, story, state);
  return { lines: lines.filter(({ repeated, selected }) => !repeated || selected).map((it) => firm(it, current)), movers, cut: earlier >= SIZES.mostEarlierLines };
}

const known = new WeakMap(); // relocations of a story → those that are drawn, the latest first: they never change

function latestFirst({ relocations }) {
  if (!known.has(relocations)) {
    known.set(relocations, Object.values(relocations).filter(({ drawn }) => drawn !== "none").sort((a, b) => b.date.from - a.date.from));
  }
  return known.get(relocations);
}

function line(it, state, view, radii, now) {
  const ends = [it.fromDrawn, it.toDrawn].map((id) => radii.get(id) ?? 3);
  const points = trim(it.path.map(([lon, lat]) => view.project(lon, lat)), ends[0] + 1.5, ends[1] + (now ? 3 : 1.5));
  const seen = seenPart(points, view);
  return {
    ref: `relocation:${it.id}`, points, path: linePath(seen.points), skipped: seen.skipped, seen: lengthOf(seen.points), length: lengthOf(points), now,
    thin: it.drawn === "thin",
    known: it.people != null,
    dashed: it.drawn === "thin" || it.people == null,
    head: now && points.length ? { angle: heading(points), at: points.at(-1) } : null,
    middle: points.length ? at(points, 0.5) : [0, 0],
    selected: state.select === `relocation:${it.id}`,
    way: `${it.fromDrawn}>${it.toDrawn}`,
  };
}

/** A way on which at least one movement of the year has a known number is a full line. */
function firm(line, current) {
  const known = current.some(({ way, known: counted }) => counted && way === line.way);
  return line.now && !line.thin && known ? { ...line, dashed: false } : line;
}

/** At rest each mark stands on its line, in date order, so that all of them can be seen and pointed at. */
function resting(lines, story, state) {
  const ways = Map.groupBy ? Map.groupBy(lines, ({ way }) => way) : grouped(lines);
  return [...ways.values()].flatMap((together) => {
    const ordered = [...together].sort((a, b) => dateOf(a, story) - dateOf(b, story));
    return ordered.map((line, i) => mark(line, (i + 1) / (ordered.length + 1), story, state));
  }).filter(Boolean);
}

function travelling(lines, story, state, moment) {
  const journeys = timetable(lines.map((line) => relocation(line, story)));
  return lines.map((line) => {
    const it = relocation(line, story);
    const { progress, moving } = travel(it, state.year, moment.fraction, journeys[it.id]);
    return moving ? mark(line, progress, story, state) : null;
  }).filter(Boolean);
}

function mark(line, fraction, story, state) {
  if (!line.points.length) return null;
  const it = relocation(line, story);
  const [x, y] = at(line.points, fraction);
  return { ref: line.ref, x, y, r: moverRadius(it.people), unknown: it.people == null, part: it.drawn === "part", selected: state.select === line.ref };
}

function relocation(line, story) {
  return story.relocations[line.ref.slice("relocation:".length)];
}

function dateOf(line, story) {
  const { date } = relocation(line, story);
  return (date.from + (date.to ?? date.from)) / 2;
}

function grouped(lines) {
  const ways = new Map();
  for (const line of lines) ways.set(line.way, [...(ways.get(line.way) ?? []), line]);
  return ways;
}

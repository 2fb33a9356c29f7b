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
  for (const { it, way, first, last } of latestFirst(story)) {
    if (first > state.year) continue;
    const now = last >= state.year;
    // convoys along one way, and the parts of a total, are one line
    if (!now && (seen.has(way) || (earlier >= SIZES.mostEarlierLines && state.select !== `relocation:${it.id}`))) continue;
    const repeated = seen.has(way);
    seen.add(way);
    if (!now) earlier += 1;
    lines.push({ ...line(it, way, state, view, radii, now), repeated });
  }
  const current = lines.filter(({ now, thin }) => now && !thin);
  const movers = moment ? travelling(current, story, state, moment) : resting(current, story, state);
  const crowded = current.length > SIZES.mostClear;
  const shown = lines.filter(({ repeated, selected }) => !repeated || selected).map((it) => ({ ...firm(it, current), crowded }));
  return { lines: shown, movers, cut: earlier >= SIZES.mostEarlierLines };
}

const known = new WeakMap(); // relocations of a story → those that are drawn, the latest first: they never change

function latestFirst({ relocations }) {
  if (!known.has(relocations)) {
    const drawn = Object.values(relocations).filter((it) => it.drawn !== "none").sort((a, b) => b.date.from - a.date.from);
    known.set(relocations, drawn.map((it) => ({ it, way: `${it.fromDrawn}>${it.toDrawn}`, first: it.years[0], last: it.years.at(-1) })));
  }
  return known.get(relocations);
}

function line(it, name, state, view, radii, now) {
  const ends = [it.fromDrawn, it.toDrawn].map((id) => radii.get(id) ?? 3);
  const way = onScreen(it, view, ends[0] + 1.5, ends[1] + (now ? 3 : 1.5));
  return {
    ...way, head: now ? way.head : null,
    ref: `relocation:${it.id}`, now,
    thin: it.drawn === "thin",
    known: it.people != null,
    dashed: it.drawn === "thin" || it.people == null,
    selected: state.select === `relocation:${it.id}`,
    way: name,
  };
}

const ways = new WeakMap(); // relocation → its way as it was last worked out: most frames leave it where it is

function onScreen(it, view, fromRadius, toRadius) {
  const start = view.project(...it.path[0]);
  const key = `${view.zoom} ${start} ${view.width} ${view.height} ${fromRadius} ${toRadius}`;
  if (ways.get(it)?.key === key) return ways.get(it).way;
  const points = trim(it.path.map(([lon, lat]) => view.project(lon, lat)), fromRadius, toRadius);
  const seen = seenPart(points, view);
  const way = {
    points, path: linePath(seen.points), skipped: seen.skipped, seen: lengthOf(seen.points), length: lengthOf(points),
    head: points.length ? { angle: heading(points), at: points.at(-1) } : null,
    middle: points.length ? at(points, 0.5) : [0, 0],
  };
  ways.set(it, { key, way });
  return way;
}

/** A way on which at least one movement of the year has a known number is a full line. */
function firm(line, current) {
  const known = current.some(({ way, known: counted }) => counted && way === line.way);
  return line.now && !line.thin && known ? { ...line, dashed: false } : line;
}

/** At rest each mark stands on its line, in date order, so that all of them can be seen and pointed at. */
function resting(lines, story, state) {
  const together = Map.groupBy ? Map.groupBy(lines, ({ way }) => way) : grouped(lines);
  return [...together.values()].flatMap((ofOneWay) => {
    const ordered = [...ofOneWay].sort((a, b) => dateOf(a, story) - dateOf(b, story));
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

// How long the search takes in an invented story of a hundred thousand things: `node tests/benchmarks/search.mjs [things]`.
import { find, searchIndex } from "../../assets/client/search.mjs";

const THINGS = Number(process.argv[2] ?? 100_000);
const QUESTIONS = ["a", "ka", "2013", "1 september 2013", "ashraf", "kamo luri", "attack 2013", "rocket-3", "zzz", "a b c d e f g h", "achraf camp"];
const SHARES = { place: 0.1, attack: 0.35, relocation: 0.2, context: 0.15, check: 0.05, source: 0.15 };
const SYLLABLES = ["ka", "mo", "lu", "ri", "te", "sha", "ban", "dor", "el", "qu", "vë", "ash", "raf", "cou", "dji", "اش", "رف"];

let seed = 1;
function chance() { // the same story every time
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
}
const pick = (list) => list[Math.floor(chance() * list.length)];
const invented = Array.from({ length: 40_000 }, () => Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(SYLLABLES)).join(""));
const word = () => invented[Math.floor(chance() ** 3 * invented.length)]; // few words are frequent, most are rare
const text = (count) => Array.from({ length: count }, word).join(" ");
const day = () => `${1981 + Math.floor(chance() * 45)}-${pick(["01", "05", "09"])}-${10 + Math.floor(chance() * 18)}`;
const date = () => ({ edtf: day() });

const ROWS = {
  place: (id) => ({ id, name: text(2), names: { fr: text(2), fa: text(2) }, otherNames: [text(2)], kind: "camp", adminArea: text(2), country: pick(["IQ", "AL", "FR"]), opened: date(), note: text(15) }),
  attack: (id, place) => ({ id, place, title: text(5), kind: "air_strike", counted: true, date: date(), summary: text(25), means: text(3), unWording: "" }),
  relocation: (id, place) => ({ id, from: place, to: place, title: text(5), kind: "movement", date: date(), description: text(20), disputed: "" }),
  context: (id, place) => ({ id, place, title: text(5), kind: "report", date: date(), summary: text(20) }),
  check: (id, place) => ({ id, place, statement: text(10), verdict: text(2), finding: text(30), year: 2013 }),
  source: (id) => ({ id, publisher: text(2), title: text(8), type: "media", date: day(), reliability: text(10) }),
};
const TABLES = { place: "places", attack: "attacks", relocation: "relocations", context: "context", check: "checks", source: "sources" };

function inventedStory() {
  const story = { story: { language: "en" }, text: { en: { "search.group_attack": "Attacks" } }, kinds: {} };
  const places = Math.round(THINGS * SHARES.place);
  for (const [kind, share] of Object.entries(SHARES)) {
    const rows = Array.from({ length: Math.round(THINGS * share) }, (_, at) => ROWS[kind](`${kind}_${at}`, `place_${Math.floor(chance() * places)}`));
    story[TABLES[kind]] = Object.fromEntries(rows.map((row) => [row.id, row]));
  }
  return story;
}

function timed(run) {
  const before = performance.now();
  const result = run();
  return [result, performance.now() - before];
}

const story = inventedStory();
const [index, building] = timed(() => searchIndex(story));
console.log(`${THINGS} things: index ${building.toFixed(0)} ms, ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB in all`);
for (const question of QUESTIONS) {
  const [{ total }, first] = timed(() => find(index, question));
  const [, again] = timed(() => find(index, question));
  console.log(`${question.padEnd(20)} ${String(total).padStart(7)} found, ${first.toFixed(1)} ms, again ${again.toFixed(1)} ms`);
}

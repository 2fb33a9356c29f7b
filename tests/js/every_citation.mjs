// For the tests of other programs: every citation of a story, as JSON. The payload comes in on standard input.
import { readFileSync } from "node:fs";

import { citations } from "../../assets/client/cite.mjs";
import { plainText } from "../../assets/client/cite/styles.mjs";
import { initial, PAGES, SELECTABLE } from "../../assets/client/state.mjs";
import { interfaceWords } from "./interface_words.mjs";

const facts = JSON.parse(readFileSync(0, "utf8"));
const story = { ...facts, text: { en: interfaceWords(), ...facts.text } };
const selections = [
  null,
  ...Object.entries(SELECTABLE).flatMap(([kind, table]) => Object.keys(story[table]).map((id) => `${kind}:${id}`)),
  ...Object.keys(PAGES).filter((name) => PAGES[name](story)).map((name) => `page:${name}`),
];
const now = { base: "https://atlas.example/", today: "2026-11-25" };
const told = selections.flatMap((select) => citations({ ...initial(story), select }, story, now)
  .map(({ what, title, forms }) => ({ select, what, title, ...Object.fromEntries(forms.map(({ form, runs, code }) => [form, code ?? plainText(runs)])) })));
process.stdout.write(JSON.stringify(told));

// A long story as the browser makes it whole again: reads {first, parts}, writes {before, after} all parts have come, as JSON.
import { readFileSync } from "node:fs";
import { fill, wantedParts } from "../../assets/client/filled.mjs";
import { unpacked } from "../../assets/client/unpacked.mjs";

const { first, parts, asked = [] } = JSON.parse(readFileSync(0, "utf8"));
const story = unpacked(first);
const before = JSON.stringify(story);
const wanted = asked.map((state) => wantedParts(story, state, new Set()));
for (const part of Object.values(parts)) fill(story, part);
const left = asked.map((state) => wantedParts(story, state, new Set(Object.keys(parts))));
console.log(`{"before":${before},"after":${JSON.stringify(story)},"wanted":${JSON.stringify(wanted)},"left":${JSON.stringify(left)}}`);

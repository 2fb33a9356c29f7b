// The short line beside the pointer that says what lies under it. Uses document.
import { formatDate } from "./dates.mjs";

/** @returns {(target: object|null, at?: {x: number, y: number}, size?: {width: number, height: number}) => void} */
export function openTip(story, t) {
  const box = document.getElementById("tip");
  return (target, at, size) => {
    box.hidden = !target;
    if (!target) return;
    const [title, line] = wordsOf(target, story, t);
    const strong = document.createElement("strong");
    strong.textContent = title;
    box.replaceChildren(strong, line);
    const left = at.x + 16 + box.offsetWidth > size.width ? at.x - 16 - box.offsetWidth : at.x + 16;
    const top = at.y + 16 + box.offsetHeight > size.height ? at.y - 12 - box.offsetHeight : at.y + 16;
    box.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, top)}px)`;
  };
}

function wordsOf({ ref, many }, story, t) {
  if (many) return [t("map.gathered", { count: many }), t("map.gathered_hint")];
  const [kind, id] = ref.split(":");
  if (kind === "place") return [story.places[id].names?.[t.lang] ?? story.places[id].name, ""];
  const it = kind === "attack" ? story.attacks[id] : story.relocations[id];
  return [it.title, formatDate(it.date, t.lang, t)];
}

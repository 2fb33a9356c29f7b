// The table of keys, shown by `?`. Uses document.
import { KEYS } from "./keys.mjs";
import { onStage } from "./state.mjs";

/** @returns {(mode: string) => void} opens the dialog with the keys of a mode */
export function openHelp(t) {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.setAttribute("aria-labelledby", "keys-title");
  return (mode) => {
    const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: t(onStage({ mode }) ? "keys.stage" : "keys.title") });
    const table = document.createElement("table");
    dialog.className = onStage({ mode }) ? "keys large" : "keys";
    for (const { keys, text } of KEYS.filter(({ modes }) => modes.includes(mode))) {
      const row = table.insertRow();
      const head = row.appendChild(document.createElement("th"));
      head.scope = "row";
      head.append(...keys.flatMap((key, i) => [i ? " " : "", Object.assign(document.createElement("kbd"), { textContent: shown(key, t) })]));
      row.insertCell().textContent = t(text);
    }
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: t("keys.close") });
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(title, table, close);
    dialog.showModal();
    dialog.scrollTop = 0;
  };
}

function shown(key, t) {
  const arrows = { ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓", " ": t("keys.space") };
  const name = key.replace("Shift+", "");
  const words = arrows[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  return name === key ? words : `Shift + ${words}`;
}

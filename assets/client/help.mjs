// The table of keys, shown by `?`. Uses document.
import { KEYS } from "./keys.mjs";

/** @returns {() => void} opens the dialog */
export function openHelp(t) {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.setAttribute("aria-labelledby", "keys-title");
  return () => {
    const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: t("keys.title") });
    const table = document.createElement("table");
    for (const { keys, text } of KEYS) {
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

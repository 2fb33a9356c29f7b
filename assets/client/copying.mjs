// Copies what a button names, and says so beside the button. Uses window and document.

const SAID_FOR = 4000; // ms

/** Serve every button with `data-copies`, the id of what it copies, wherever it stands. @param {Function} t words */
export function openCopying(t) {
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("[data-copies]");
    const copied = button && document.getElementById(button.dataset.copies);
    if (!copied) return;
    const said = button.parentElement.querySelector("[role=status]");
    said.textContent = ""; // the same words once more are news only if they were gone
    said.textContent = t((await copy(copied)) ? "copy.done" : "copy.refused");
    window.setTimeout(() => { said.textContent = ""; }, SAID_FOR);
  });
}

/** Text with its italics where the browser can, else as it is; where it cannot copy at all the text is selected. */
async function copy(element) {
  const text = element.textContent;
  try {
    await (element.querySelector("i") && window.ClipboardItem ? withItalics(element, text) : navigator.clipboard.writeText(text));
    return true;
  } catch {
    window.getSelection().selectAllChildren(element);
    return false;
  }
}

function withItalics(element, text) {
  const blob = (type, content) => new Blob([content], { type });
  const forms = { "text/plain": blob("text/plain", text), "text/html": blob("text/html", element.innerHTML) };
  return navigator.clipboard.write([new window.ClipboardItem(forms)]);
}

// One set of keys for a reveal.js deck and an atlas in <iframe class="atlas" src="…?mode=present"> on one of its slides.
function joinAtlas(deck) {
  const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"];
  const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p", "Shift+ ", "Shift+Enter"];
  const FIELDS = "input, textarea, select, [contenteditable]";
  const begun = new Map(); // each frame whose atlas is there → the state it began with
  const tell = (frame, message) => frame.contentWindow.postMessage({ atlas: 1, ...message }, "*");

  function stepOf({ key, shiftKey, ctrlKey, altKey, metaKey }) {
    if (ctrlKey || altKey || metaKey) return null;
    const name = shiftKey ? `Shift+${key}` : key;
    return FORWARD.includes(name) ? "next" : BACK.includes(name) ? "previous" : null;
  }

  // The deck has the focus: on the slide of an atlas its stops come first.
  window.addEventListener("keydown", (event) => {
    const step = stepOf(event);
    const frame = deck.getCurrentSlide()?.querySelector("iframe.atlas");
    if (!step || !begun.has(frame) || deck.isOverview() || deck.isPaused() || deck.isOverlayOpen()) return;
    if (event.target.closest(event.key === "Enter" ? `a, button, ${FIELDS}` : FIELDS)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(frame, { type: step });
  }, true);

  // What the atlas gives back is the deck's: a step out at either end, a key it has no use for.
  window.addEventListener("message", ({ source, data }) => {
    const frame = [...document.querySelectorAll("iframe.atlas")].find((it) => it.contentWindow === source);
    if (!frame || data?.atlas !== 1) return;
    if (data.type === "ready" || (data.type === "state" && !begun.has(frame))) begun.set(frame, data.state);
    const step = data.type === "key" ? stepOf(data) : data.type;
    if (step === "next") deck.next();
    else if (step === "previous") deck.prev();
    else if (data.type === "key") document.body.dispatchEvent(new KeyboardEvent("keydown", { ...data, bubbles: true }));
  });

  // A frame that was clicked gives the keys back; an atlas on a slide to come goes back to where it began.
  for (const type of ["slidechanged", "overviewshown", "paused"]) deck.on(type, () => document.activeElement?.blur());
  deck.on("slidechanged", () => {
    for (const [frame, { step, year, select }] of begun) {
      const toCome = deck.getCurrentSlide().compareDocumentPosition(frame) === Node.DOCUMENT_POSITION_FOLLOWING;
      if (frame.dataset.src) begun.delete(frame); // reveal.js unloads it
      else if (toCome) tell(frame, { type: "set", state: { step, year, select } });
    }
  });
  for (const frame of document.querySelectorAll("iframe.atlas")) tell(frame, { type: "get" }); // it may have been faster
}

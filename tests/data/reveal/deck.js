// The keys of a reveal.js deck and of an atlas in <iframe class="atlas" src="…?mode=present"> on one of its slides, as one.
function joinAtlas(deck) {
  const forward = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"];
  const back = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"];
  const stands = new Map(); // frame → the state that its atlas last told

  window.addEventListener("message", ({ source, data }) => {
    const frame = [...document.querySelectorAll("iframe.atlas")].find((it) => it.contentWindow === source);
    if (!frame || data?.atlas !== 1) return;
    if (data.state) stands.set(frame, data.state);
    if (data.type !== "key") return; // a key that the atlas has no use for, such as forward at its last stop
    if (forward.includes(data.key)) deck.next();
    else if (back.includes(data.key)) deck.prev();
    else deck.triggerKey(data.keyCode);
  });

  window.addEventListener("keydown", (event) => {
    const frame = deck.getCurrentSlide()?.querySelector("iframe.atlas");
    const state = stands.get(frame);
    const ahead = forward.includes(event.key);
    if (!state || event.ctrlKey || event.altKey || event.metaKey || !(ahead || back.includes(event.key))) return;
    if (state.step === (ahead ? state.steps : 1)) return; // at its end the deck goes on
    event.preventDefault();
    event.stopImmediatePropagation();
    state.step += ahead ? 1 : -1; // until it tells its own: keys may come faster
    frame.contentWindow.postMessage({ atlas: 1, type: ahead ? "next" : "previous" }, "*");
  }, true);

  deck.on("slidechanged", () => document.activeElement?.blur()); // a frame that was clicked gives the keys back
}

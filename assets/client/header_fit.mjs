// Makes the header fit: words are of another length in each language. Uses document.

const TIGHTEST = 4;

/** @returns {() => void} to be called when the words have changed: leaves out as little as is needed, see 58-header.css */
export function openHeaderFit() {
  const header = document.getElementById("title");
  const title = header.querySelector("h1");
  const fits = () => header.scrollWidth <= header.clientWidth + 1 && title.scrollWidth <= title.clientWidth + 1;

  let width = 0;

  function fit() {
    width = header.clientWidth;
    delete header.dataset.tight;
    tighten();
  }

  function tighten() {
    for (let tight = (header.dataset.tight ?? "").split(" ").filter(Boolean).length + 1; tight <= TIGHTEST && !fits(); tight += 1) {
      header.dataset.tight = Array.from({ length: tight }, (_, level) => level + 1).join(" ");
    }
  }

  new ResizeObserver(() => {
    if (header.clientWidth !== width) fit(); // what is left out changes its height, not its width
  }).observe(header);
  const inside = new ResizeObserver(tighten); // letters can become larger, or farther apart
  for (const part of [header.querySelector(".tools"), document.getElementById("pages")]) inside.observe(part);
  return fit;
}

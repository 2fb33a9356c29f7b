// The dialog that puts a view into other people's hands. Nothing of it is there until it is opened. Uses window and document.
import { viewTitle } from "./cite/view_title.mjs";
import { reader } from "./panel/reader.mjs";
import { render } from "./render.mjs";
import { fromRoot } from "./root.mjs";
import { largeBox, shareBox } from "./share/box.mjs";
import { codes } from "./share/codes.mjs";
import { chosen, fill, put } from "./share/form.mjs";
import { held, selectable, shared, usual } from "./share/options.mjs";
import { picture, shape } from "./share/picture.mjs";
import { qrCode } from "./share/qr.mjs";
import { fileName, sourceLines } from "./share/source_lines.mjs";

/**
 * @param {object} story
 * @param {object} storyMap
 * @returns {(state: object) => void} opens the dialog on a state
 */
export function openShare(story, storyMap) {
  const site = siteOf(document.documentElement); // now: the address changes with the state
  return (state) => {
    const tell = reader(state, story);
    const dialog = document.createElement("dialog"); // in the page only while it is open
    dialog.className = "share";
    dialog.lang = state.lang;
    dialog.setAttribute("aria-labelledby", "share-title");
    let options = usual(state, story);
    render(dialog, shareBox(tell, { title: viewTitle(tell), options, held: held(state), alone: site.alone }));
    const part = (selector) => dialog.querySelector(selector);
    const form = part("form");

    function renew(done) {
      const made = codes(options, state, story, site);
      for (const text of dialog.querySelectorAll("pre")) put(text, made[text.dataset.code]);
      render(part("#share-qr .share-code-drawn"), qrCode(made.link, tell.t("share.qr")));
      fill(form, options, selectable(options, state, story), done);
    }

    function changed({ type }) {
      const [done, before] = [type === "change", options];
      options = chosen(form, before, done);
      renew(done || options.size !== before.size);
    }

    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    part("#share-qr-large").addEventListener("click", () => openLarge(tell, part("#share-link").textContent));
    closable(dialog);
    document.body.append(dialog);
    renew(true);
    dialog.showModal();

    const address = codes(usual(state, story), state, story, site).link;
    const lines = sourceLines(shared(usual(state, story), state, story, "explore"), story, { attribution: document.getElementById("attribution").textContent, address });
    const leave = showPicture(part("#share-picture"), picture(storyMap, lines), shape(lines), tell, fileName(state, story));
    dialog.addEventListener("close", () => {
      leave();
      dialog.remove();
    });
  };
}

/** Puts the picture into its frame when it is there; the frame has its room before, so that nothing below it moves. @returns {() => void} gives its memory back */
function showPicture(figure, drawing, room, tell, name) {
  const { t } = tell;
  let [address, left] = [null, false];
  const frame = figure.querySelector(".share-frame");
  frame.style.setProperty("--shape", room);
  const leave = () => {
    left = true;
    if (address) URL.revokeObjectURL(address);
  };
  drawing.then((blob) => {
    if (left) return;
    address = URL.createObjectURL(blob);
    const image = Object.assign(new Image(), { src: address, alt: t("share.picture_alt", { title: viewTitle(tell) }) });
    frame.replaceChildren(image);
    Object.assign(figure.querySelector("#share-download"), { href: address, download: name, hidden: false });
  }).catch(() => {
    if (!left) frame.querySelector("p").textContent = t("share.picture_none");
  }).finally(() => figure.removeAttribute("aria-busy"));
  return leave;
}

/** Black on white, as large as the window: for a room full of phones. Escape leads back to the dialog. */
function openLarge({ t, lang }, link) {
  const dialog = document.body.appendChild(document.createElement("dialog"));
  dialog.className = "qr-large";
  dialog.lang = lang;
  dialog.setAttribute("aria-label", t("share.qr"));
  render(dialog, largeBox(t, qrCode(link, t("share.qr")), link));
  closable(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

/** Closes by its button, or by a press beside it; not by a selection of text that ends there. */
function closable(dialog) {
  let beside = false;
  dialog.addEventListener("pointerdown", ({ target }) => { beside = target === dialog; });
  dialog.addEventListener("click", ({ target }) => ((target === dialog && beside) || target.closest(".close")) && dialog.close());
}

/** Where others find the atlas. A page that is a file of its own is all there is. */
function siteOf({ dataset: { root, single } }) {
  const alone = single !== undefined || window.location.protocol === "file:";
  const address = alone ? window.location.href : fromRoot("");
  return { root: address.replace(/[?#].*$/, ""), pages: root !== undefined && !alone, alone };
}

// The speaker's window: this stop, the next one, notes, sources for questions, the time, every stop. Uses window, document.
import { sourceEntries } from "./speaker_sources.mjs";
import { elapsed, inFigures, toggled, UNWOUND } from "./speaker_clock.mjs";
import { stopButtons } from "./stop_list.mjs";
import { captionOf, sourcesOf, stopTitle } from "./wording.mjs";
import { rootPath } from "../root.mjs";
import { indexOf, nextStop, stopAt, stopsOf } from "../walk.mjs";
import { formatNumber, formatYear } from "../numbers.mjs";
import { locale } from "../text.mjs";
import { write } from "../url.mjs";

const KEPT = "ashraf-atlas speaker clock";

/**
 * @param {object} story
 * @param {Function} t words
 * @param {{go: (index: number) => void, act: (action: string) => void, clock: (clock: object) => void}} told
 * @returns {{show: (state: object) => void, setClock: (clock: object) => void, linked: (there: boolean) => void}}
 */
export function openSpeaker(story, t, told) {
  const area = document.getElementById("speaker");
  let [state, clock, isLinked, ticking, parts] = [null, UNWOUND, false, 0, null];

  function show(next) {
    const before = state;
    state = next;
    if (state.mode !== "speaker") {
      window.clearInterval(ticking);
      [ticking, parts] = [0, null];
      return area.replaceChildren();
    }
    if (!parts || before?.lang !== state.lang) open();
    if (before?.step !== state.step || before?.year !== state.year || before?.select !== state.select || before?.walk !== state.walk || !parts.list.childElementCount) renew();
    parts.play.textContent = t(state.playing ? "time.pause" : "time.play");
    parts.play.setAttribute("aria-pressed", String(state.playing));
    parts.black.setAttribute("aria-pressed", String(Boolean(state.curtain)));
    if (!clock.from && !clock.before && before?.mode === "speaker" && before.step !== state.step) setClock({ from: Date.now(), before: 0 }, true);
  }

  function open() {
    window.clearInterval(ticking);
    parts = {};
    const make = (name, tag, text = "", attributes = {}) => {
      const node = Object.assign(document.createElement(tag), { textContent: text, className: `speaker-${name}` });
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
      parts[name] = node;
      return node;
    };
    const button = (name, text, act) => {
      const node = make(name, "button", text, { type: "button" });
      node.addEventListener("click", act);
      return node;
    };
    const section = (name, ...inside) => {
      const node = make(`${name}-part`, "section", "", { "aria-label": t(`speaker.${name}`) });
      node.append(Object.assign(document.createElement("h2"), { textContent: t(`speaker.${name}`) }), ...inside);
      return node;
    };
    const bar = make("bar", "div");
    bar.append(
      Object.assign(document.createElement("h1"), { className: "unseen", textContent: t("speaker.title") }),
      button("back", `‹ ${t("speaker.back")}`, () => told.act("back")),
      button("forward", `${t("speaker.forward")} ›`, () => told.act("forward")),
      button("play", "", () => told.act("play-pause")),
      button("black", t("speaker.black"), () => told.act("black")),
      make("where", "span"),
      make("link", "span"),
      make("elapsed", "span", "", { title: t("speaker.elapsed") }),
      button("hold", "", () => setClock(toggled(clock, Date.now()), true)),
      button("restart", "↺", () => setClock({ from: clock.from === null ? null : Date.now(), before: 0 }, true)),
      make("time", "span", "", { title: t("speaker.clock") }),
    );
    parts.restart.title = t("speaker.restart");
    parts.restart.setAttribute("aria-label", t("speaker.restart"));
    const now = section("now", make("year", "p"), make("title", "h3"), make("text", "p"));
    now.setAttribute("aria-live", "polite");
    const talk = make("talk", "div");
    talk.append(now, section("notes", make("notes", "div")));
    area.replaceChildren(bar, talk, section("next", make("coming", "p")), section("sources", make("sources", "ul")), section("stops", make("list", "div")));
    parts.list.addEventListener("click", (event) => {
      const stop = event.target.closest("[data-stop]");
      if (stop) told.go(Number(stop.dataset.stop));
    });
    clock = kept() ?? clock;
    tick();
    ticking = window.setInterval(tick, 500);
    linked(isLinked);
  }

  function renew() {
    const stop = stopAt(state, story);
    const next = nextStop(state, story);
    const stops = stopsOf(story, state.walk);
    parts.where.textContent = t("stage.stop_now", { number: formatNumber(indexOf(state, story) + 1 || NaN, t.lang) || "–", count: stops.length });
    parts.year.textContent = formatYear(state.year, t.lang);
    parts.title.textContent = stop?.row?.title ?? "";
    parts.text.textContent = captionOf(state, story, t);
    parts.coming.textContent = next === null ? t("speaker.end") : [formatYear(stops[next].year, t.lang), stopTitle(stops[next], story, t)].join(" · ");
    const notes = stop?.row?.notes || t("speaker.no_notes");
    parts.notes.replaceChildren(...notes.split("\n").map((textContent) => Object.assign(document.createElement("p"), { textContent })));
    parts.sources.replaceChildren(...sourceEntries(sourcesOf(state, story), state, story));
    parts.list.replaceChildren(...stopButtons(story, state, t));
    // within the list only: on a small screen the page itself must stay where the speaker reads
    const [list, here] = [parts["stops-part"], parts.list.querySelector("[aria-current]")];
    if (here) list.scrollTop = here.offsetTop - list.offsetTop - list.clientHeight / 2;
    parts["notes-part"].scrollTop = 0;
    parts["sources-part"].scrollTop = 0;
  }

  function tick() {
    const now = new Date();
    put(parts.time, now.toLocaleTimeString(locale(t.lang), { hour: "2-digit", minute: "2-digit" }));
    put(parts.elapsed, inFigures(elapsed(clock, now.getTime()), t.lang));
    put(parts.hold, clock.from === null ? "▶" : "❚❚");
    const name = t(clock.from === null ? "speaker.resume" : "speaker.hold");
    if (parts.hold.title !== name) {
      parts.hold.title = name;
      parts.hold.setAttribute("aria-label", name);
    }
  }

  function setClock(given, tell = false) {
    clock = given;
    keep(given);
    if (tell) told.clock(given);
    if (parts) tick();
  }

  function linked(there) {
    isLinked = there;
    if (!parts || !state) return;
    parts.link.classList.toggle("alone", !there);
    if (there) parts.link.textContent = t("speaker.linked");
    else {
      const link = Object.assign(document.createElement("a"), { href: `${rootPath()}${write({ ...state, mode: "present" }, story)}`, target: "_blank", textContent: t("speaker.open_stage") });
      parts.link.replaceChildren(t("speaker.alone"), " ", link);
    }
  }

  return { show, setClock, linked };
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// a window that may keep nothing asks the stage for the time
function keep(clock) {
  try {
    window.sessionStorage.setItem(KEPT, JSON.stringify(clock));
  } catch { /* then not */ }
}

function kept() {
  try {
    return JSON.parse(window.sessionStorage.getItem(KEPT));
  } catch {
    return null;
  }
}

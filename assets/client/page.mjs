// Puts the state on the page: attributes, map, time control, address; and turns what visitors do into events.
// Uses window and document. It decides nothing: reduce() does.
import { openAddress } from "./address.mjs";
import { viewTitle } from "./cite/view_title.mjs";
import { descriptionsShown } from "./content_note.mjs";
import { openControls } from "./controls.mjs";
import { openEmbedded } from "./embed/embedded.mjs";
import { keepPlace } from "./kept_place.mjs";
import { openLanguageChoice } from "./language_choice.mjs";
import { openLanding } from "./landing.mjs";
import { openLongLists } from "./long_lists.mjs";
import { openParts } from "./parts.mjs";
import { hasYear, panel } from "./panel/index.mjs";
import { reader } from "./panel/reader.mjs";
import { render, renew } from "./render.mjs";
import { openNavigation } from "./navigation.mjs";
import { reduce } from "./events.mjs";
import { openHeaderFit } from "./header_fit.mjs";
import { openHost } from "./host.mjs";
import { openCaption } from "./present/caption.mjs";
import { openStage } from "./present/stage.mjs";
import { useFonts } from "./fonts.mjs";
import { openFoldedChronology } from "./folded_chronology.mjs";
import { fromRoot } from "./root.mjs";
import { formatYear } from "./numbers.mjs";
import { openPrint } from "./print.mjs";
import { openStoryMap } from "./story_map.mjs";
import { sourceChoice } from "./source_list.mjs";
import { openTime } from "./time.mjs";
import { yearSentence } from "./sentence.mjs";
import { onStage, published } from "./state.mjs";
import { fetchLanguage, openVoice } from "./voice.mjs";
import { nextStop } from "./walk.mjs";

/**
 * @param {object} story the payload
 * @param {object} looks style detail, chart figures, towns
 * @param {(event: object, cause: string) => void} send gives an event to the reducer
 * @param {() => object} foreseen the state once all of them are worked off
 * @returns {object} `show(state, cause)`, `become(state, cause)` as soon as it is asked for, and what window.atlas is made of
 */
export function openPage(story, looks, send, foreseen) {
  const voice = openVoice(story, looks);
  const { t } = voice;
  const listeners = new Set();
  const address = openAddress(story, (state) => send({ type: "set", state }, "address"));
  const time = openTime(story, t, {
    scrub: (year) => send({ type: "year", year }, "scrub"),
    step: (year) => send({ type: "year", year }, "step"),
  });
  const caption = openCaption(story, t);
  const storyMap = openStoryMap(story, looks, t, send, (year, fraction) => {
    time.moment(year, fraction);
    caption.moment(year);
  });
  const stage = openStage(story, t, send, foreseen, storyMap, caption);
  const controls = openControls(story, looks, t, send, foreseen, storyMap, stage);
  const showEmbedded = openEmbedded(story, t, storyMap.hold);
  const host = openHost(story, send, { act: controls.act, state: () => published(shown, story) });
  setFacts(story, looks, t);
  const markPage = openNavigation(story, t);
  const fitHeader = openHeaderFit();
  const markLanguage = openLanguageChoice(story, t, (lang) => send({ type: "set", state: { lang } }, "language"));
  const places = keepPlace();
  const lists = openLongLists(() => reader(shown, story));
  const showChronology = openFoldedChronology(story, lists.watch, storyMap.ready);
  const parts = openParts(story, looks.files, partsCame);
  const land = openLanding();
  openPrint(storyMap, () => ({ year: formatYear(shown.year, t.lang), address: `${window.location.href.split("#")[0]}` }));
  let [shown, read] = [null, null];

  /** The language of the state, once its texts are there; till then, and without them, that which is spoken. */
  function inItsLanguage(state) {
    if (state.lang === t.lang) return state;
    if (voice.speak(state.lang)) {
      setFacts(story, looks, t);
      return state;
    }
    fetchLanguage(state.lang).then(
      () => shown.lang === t.lang && send({ type: "set", state: { lang: state.lang } }, "language"),
      () => { document.getElementById("spoken").textContent = t("lang.failed", { language: story.languages[state.lang].name }); },
    );
    send({ type: "set", state: { lang: t.lang } }, "language");
    return { ...state, lang: t.lang };
  }

  function show(asked, cause) {
    const before = shown;
    if (!before && !useFonts()) storyMap.ready.then(fitHeader); // before anything is measured
    const state = inItsLanguage(asked);
    shown = state;
    const turned = before && before.select !== state.select;
    if (turned) places.leave(before);
    setAttributes(state);
    document.title = titleOf(state, story);
    if (turned && cause === "address") closeDialogs();
    time.show(state);
    controls.show(state);
    markPage(state);
    markLanguage(state);
    if (!onStage(state)) {
      if (showPanel(state, read, story, looks, parts, lists)) showChronology(state);
      read = state;
    }
    if (before?.lang !== state.lang || before?.theme !== state.theme || before?.mode !== state.mode) fitHeader();
    parts.want(state);
    if (turned && cause === "address") places.back(state);
    else if (turned) land();
    const drawn = drawnFor(state, story);
    if (onStage(drawn)) caption.show(drawn);
    storyMap.show(drawn, cause);
    stage.show(state);
    if (!before) stage.become(foreseen(), cause);
    showEmbedded(state);
    if (before) address.write(before, state, cause);
    speak(state, before, story, t);
    const told = published(state, story);
    host.show(told, before);
    if (before) listeners.forEach((listener) => listener(told));
  }

  /** More of a long story is there: it is said in the language of the page, where it is asked for. */
  function partsCame() {
    voice.speakAgain();
    if (!onStage(shown)) showPanel(shown, null, story, looks, parts, lists, renew);
    else {
      caption.show(drawnFor(shown, story));
      storyMap.captioned();
    }
  }

  return {
    show,
    become: stage.become,
    state: () => published(shown, story),
    act: controls.act,
    locate: storyMap.locate,
    ready: storyMap.ready,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What is drawn: in the speaker's window the stop that comes next, as it will stand on stage. */
function drawnFor(state, story) {
  if (state.mode !== "speaker") return state;
  const next = nextStop(state, story);
  return next === null ? state : reduce(state, [{ type: "stop", index: next }], story);
}

function setAttributes({ year, mode, select, playing, theme, step, walk, hide }) {
  const { dataset } = document.documentElement;
  dataset.year = year;
  dataset.mode = mode;
  dataset.selected = select ?? "";
  dataset.playing = playing;
  dataset.hide = hide.join(" ");
  if (onStage({ mode }) && walk === "steps" && step !== null) dataset.step = step;
  else delete dataset.step;
  if (theme === "auto") delete dataset.theme; // the system decides, by media query
  else dataset.theme = theme;
}

/** The panel says what is selected, or the year. @returns {boolean} whether it says something else now */
function showPanel(state, before, story, looks, parts, lists, put = render) {
  const same = before?.select === state.select && before?.lang === state.lang; // the language of what is on the panel
  if (same && (before.year === state.year || !hasYear(state, story))) return false;
  const detail = document.getElementById("detail");
  const focused = detail.contains(document.activeElement) ? document.activeElement.id : null;
  put(detail, panel(state, story, { descriptions: descriptionsShown(), ...leading(looks), sources: sourceChoice(), partFailed: parts.failed() }));
  lists.watch(detail);
  if (focused !== null && !detail.contains(document.activeElement)) (document.getElementById(focused || "detail") ?? detail).focus({ preventScroll: true });
  return true;
}

/** Addresses of what can be taken away: none in a page that stands alone. */
function leading({ downloads, feed }) {
  return { downloads: downloads.map((it) => ({ ...it, href: fromRoot(it.href) })), feed: feed && fromRoot(feed) };
}

/** What is said once: whose map it is, and how the facts may be used. */
function setFacts(story, looks, t) {
  document.querySelector("#title h1").textContent = story.story.title;
  document.querySelector("#title .subtitle").textContent = story.story.subtitle;
  document.getElementById("attribution").textContent = looks.attribution;
  const { licence, licenceUrl, citation } = story.story;
  const link = Object.assign(document.createElement("a"), { href: licenceUrl, textContent: licence, target: "_blank", rel: "noopener" });
  document.getElementById("colophon").replaceChildren(t("colophon.licence"), " ", licenceUrl ? link : licence, ". ", t("colophon.cite"), " ", citation, " ", ...editionOf(t), citeButton(t));
}

function editionOf(t) {
  const { edition } = document.documentElement.dataset;
  return edition ? [t("embed.edition", { edition }), ". "] : [];
}

function citeButton(t) {
  return Object.assign(document.createElement("button"), { type: "button", id: "cite-below", className: "ref", textContent: t("cite.title") });
}

/** What is on screen, then whose it is: tabs, histories and bookmarks are told apart by it. */
function titleOf(state, story) {
  const { title } = story.story;
  return state.select ? `${viewTitle(reader(state, story))} – ${title}` : title;
}

/** Back leads away from what a dialog was opened on. */
function closeDialogs() {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
}

/** One short line while stepping, silence while playing. */
function speak(state, before, story, t) {
  if (state.playing) return;
  const spoken = document.getElementById("spoken");
  if (before?.year !== state.year) spoken.textContent = yearSentence(story, state.year, t);
  else if (state.select?.startsWith("page:") && before?.select !== state.select) spoken.textContent = viewTitle(reader(state, story));
}

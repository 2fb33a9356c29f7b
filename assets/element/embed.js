/*
 * <ashraf-atlas>: the atlas in a frame of somebody's page. No dependency; may be loaded more than once.
 *
 *   <script src="https://…/embed.js" async></script>
 *   <ashraf-atlas year="2013"><a href="https://…/?year=2013">The atlas in 2013</a></ashraf-atlas>
 *
 * What each attribute, method and event does stands in the README, section "In a page", and in embed.d.ts.
 */
(() => {
  "use strict";
  const NAME = "ashraf-atlas";
  if (!window.customElements || customElements.get(NAME)) return;
  const HOME = new URL(".", document.currentScript?.src || document.baseURI).href;
  const VERSION = 1;
  const SETTLES = 500; // ms in which the atlas answers what was asked of it
  const BAR = 20; // px of width that a scroll bar takes
  const PICTURE_STAYS = 20000; // ms after the frame was loaded, if the atlas never says that it is there
  const TALLEST = 4000;

  const number = (text) => (text === null || text.trim() === "" || !Number.isFinite(Number(text)) ? undefined : Number(text));
  const text = (value) => value ?? undefined;
  const list = (value) => (value ?? "").split(",").map((it) => it.trim()).filter(Boolean);
  const view = (value) => (value === null ? { follow: true } : { view: value.split(",").map(Number) });

  const plays = (it) => it !== null && it !== "0" && it !== "false";
  const rounded = (it) => it && it.split(",").map((at, i) => Number(Number(at).toFixed(i < 2 ? 4 : 2))).join();

  /**
   * Each attribute: attribute → part of a state, to be asked for; state → attribute, null for none; `usual`: not written unless it
   * stands there; `form`: attributes of the same form say the same.
   */
  const ATTRIBUTES = {
    year: { ask: (it) => ({ year: number(it) }), tell: ({ year }) => String(year) },
    select: { ask: (it) => ({ select: it || null }), tell: ({ select }) => select },
    view: { ask: view, tell: ({ view: at }) => at && rounded(at.join()), form: rounded },
    theme: { ask: (it) => ({ theme: it || "auto" }), tell: ({ theme }) => theme, usual: "auto" },
    lang: { ask: (it) => ({ lang: text(it) }), tell: ({ lang }) => lang, quiet: true },
    hide: { ask: (it) => ({ hide: list(it) }), tell: ({ hide }) => hide.join(), usual: "", form: (it) => list(it).sort().join() },
    mode: { ask: (it) => ({ mode: it || "embed" }), tell: ({ mode }) => mode, usual: "embed" },
    step: { ask: (it) => ({ step: number(it) ?? null }), tell: ({ step }) => (step === null ? null : String(step)) },
    play: { ask: (it) => ({ playing: plays(it) }), tell: ({ playing }) => (playing ? "" : null), form: plays },
  };

  const sheet = () => {
    const made = new CSSStyleSheet();
    made.replaceSync(`
      :host { display: block; position: relative; overflow: hidden; }
      :host([hidden]) { display: none; }
      iframe, img { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
      img { object-fit: cover; pointer-events: none; }`);
    return made;
  };

  /** The same figures as in the atlas's own wanted_height.mjs: room kept before the atlas is there, so that nothing jumps. */
  function wantedHeight(width, hide) {
    const narrow = width <= 720;
    const [title, chart, time, panel, line] = narrow ? [40, 58, 100, 130, 45] : [44, 58, 72, 0, 32];
    const map = narrow ? Math.min(Math.max(260, 0.7 * width), 400) : Math.min(Math.max(320, 0.45 * width), 640);
    const shown = (part) => !hide.includes(part);
    const below = shown("time") ? time + (shown("chart") ? chart : 0) : 0;
    return Math.round(map + (shown("panel") ? panel : 0) + (shown("title") ? title : 0) + below + line);
  }

  class AshrafAtlas extends HTMLElement {
    static observedAttributes = [...Object.keys(ATTRIBUTES), "src", "label", "height"];
    #frame = null;
    #picture = null;
    #state = null; // the last that the atlas told
    #there = false; // whether it is ready
    #reflecting = false;
    #changed = new Set(); // attributes that changed while the frame was loading
    #wanted = new Map(); // attribute → what was asked for and is not answered yet
    #settling = 0;
    #news = false; // a state that nobody was told of yet
    #told = null; // {height, width}: what the atlas asked for when the element had this width
    #fitted = null; // {height, width} that it has
    #rule = null;
    #resized = new ResizeObserver(() => this.#fit());
    #heard = (event) => this.#hear(event);
    #ready = null;
    #resolve = null;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      const looks = sheet();
      root.adoptedStyleSheets = [looks];
      this.#rule = looks.cssRules[0].style;
      this.#promise();
    }

    connectedCallback() {
      window.addEventListener("message", this.#heard);
      this.#resized.observe(this);
      this.#open();
    }

    disconnectedCallback() {
      window.removeEventListener("message", this.#heard);
      this.#resized.disconnect();
      this.#close();
    }

    connectedMoveCallback() {} // moved by moveBefore(): the atlas in it goes on

    attributeChangedCallback(name, before, after) {
      if (this.#reflecting || before === after) return;
      if (name === "label") this.#name();
      if (["hide", "height", "mode"].includes(name)) {
        this.#told = null;
        this.#fit(true);
      }
      if (name === "src" && this.#frame) {
        this.#close();
        this.#open();
      }
      if (!ATTRIBUTES[name]) return;
      if (this.#there) this.#ask([name]);
      else this.#changed.add(name);
    }

    get state() { return this.#state && structuredClone(this.#state); }
    get ready() { return this.#ready; }
    get playing() { return this.#state?.playing ?? false; }

    set(partial) {
      this.#later("set", partial);
    }

    play() { this.#later("play"); }
    pause() { this.#later("pause"); }
    next() { this.#later("next"); }
    previous() { this.#later("previous"); }

    #root() {
      return new URL(this.getAttribute("src") || HOME, document.baseURI);
    }

    #promise() {
      this.#ready = new Promise((resolve) => { this.#resolve = resolve; });
    }

    /** A frame that is not there yet gets everything in its address: to send an old one elsewhere would make an entry in the history. */
    #open() {
      const address = this.#root();
      const asked = address.searchParams;
      asked.set("mode", this.getAttribute("mode") || "embed");
      for (const name of Object.keys(ATTRIBUTES)) {
        const value = this.getAttribute(name);
        if (value !== null && name !== "mode" && name !== "play") asked.set(name, value);
      }
      if (plays(this.getAttribute("play"))) asked.set("play", "1");
      const frame = Object.assign(document.createElement("iframe"), { loading: "lazy", allow: "fullscreen; screen-wake-lock; clipboard-write", src: address.href });
      const picture = Object.assign(document.createElement("img"), { alt: "", decoding: "async", loading: "lazy", src: this.#card() });
      picture.addEventListener("error", () => picture.remove());
      frame.addEventListener("load", () => setTimeout(() => picture.remove(), PICTURE_STAYS));
      [this.#frame, this.#picture] = [frame, picture];
      this.#changed.clear();
      this.#name();
      this.#fit(true);
      this.shadowRoot.replaceChildren(frame, picture);
    }

    #close() {
      clearTimeout(this.#settling);
      this.shadowRoot.replaceChildren();
      if (this.#there) this.#promise();
      [this.#frame, this.#picture, this.#there, this.#told, this.#news] = [null, null, false, null, false];
      this.#wanted.clear();
    }

    /** The picture of the view: of an attack, of a year, or of the whole. */
    #card() {
      const [select, year] = [this.getAttribute("select") ?? "", this.getAttribute("year")];
      const [, attack] = /^attack:([\w-]+)$/.exec(select) ?? [];
      const folder = attack ? `attack/${attack}/` : /^\d{1,4}$/.test(year ?? "") ? `year/${year}/` : "";
      return new URL(`${folder}card.png`, this.#root()).href;
    }

    #name() {
      if (this.#frame) this.#frame.title = this.getAttribute("label") || this.querySelector("a")?.textContent.trim() || "Ashraf Atlas";
    }

    #origin() {
      const { origin } = this.#root();
      return origin === "null" ? null : origin;
    }

    #post(type, more = {}) {
      this.#frame?.contentWindow?.postMessage({ atlas: VERSION, type, ...more }, this.#origin() ?? "*");
    }

    #later(type, state) {
      const post = () => this.#post(type, state === undefined ? {} : { state });
      if (this.#there) post();
      else this.#ready.then(post);
    }

    #hear({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || (this.#origin() && origin !== this.#origin()) || data?.atlas !== VERSION) return;
      if (data.type === "size" && Number.isFinite(data.height)) {
        const [before, width] = [this.#told, this.clientWidth];
        this.#told = { height: Math.min(Math.max(data.height, 100), TALLEST), width };
        this.#fit(before?.width === width);
      }
      if (data.type === "ready") this.#arrive(data.state);
      if (data.type === "state" && this.#there) this.#change(data.state);
    }

    #arrive(state) {
      [this.#there, this.#state] = [true, state];
      this.#picture?.remove();
      this.#name();
      if (this.#changed.size) this.#ask([...this.#changed]);
      else this.#reflect();
      this.#resolve(this.state);
      this.dispatchEvent(new CustomEvent("ready", { detail: this.state }));
    }

    /** What the atlas told before it heard of a wish is no news yet. */
    #change(state) {
      [this.#state, this.#news] = [state, true];
      for (const [name, wish] of this.#wanted) if (this.#says(name, wish)) this.#wanted.delete(name);
      if (!this.#wanted.size) this.#tell();
    }

    #tell() {
      this.#reflect();
      if (!this.#news) return;
      this.#news = false;
      this.dispatchEvent(new CustomEvent("change", { detail: this.state }));
    }

    #ask(names) {
      const state = Object.assign({}, ...names.map((name) => ATTRIBUTES[name].ask(this.getAttribute(name))));
      for (const name of names) {
        const wish = this.getAttribute(name);
        if (this.#says(name, wish)) this.#wanted.delete(name);
        else this.#wanted.set(name, wish);
      }
      this.#post("set", { state });
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => {
        this.#wanted.clear(); // a wish that cannot be granted
        this.#tell();
      }, SETTLES);
    }

    /** What an attribute says of the state that the atlas told; null for nothing. */
    #text(name) {
      const { tell, usual } = ATTRIBUTES[name];
      const told = tell(this.#state);
      return told === usual && this.getAttribute(name) !== usual ? null : told;
    }

    /** Whether an attribute of this value says what the state does. */
    #says(name, value) {
      const { form = (it) => it } = ATTRIBUTES[name];
      return form(value) === form(this.#text(name));
    }

    #reflect() {
      this.#reflecting = true;
      for (const name of Object.keys(ATTRIBUTES)) {
        const [now, told] = [this.getAttribute(name), this.#text(name)];
        if (this.#says(name, now) || (ATTRIBUTES[name].quiet && now === null)) continue;
        if (told === null) this.removeAttribute(name);
        else this.setAttribute(name, told);
      }
      this.#reflecting = false;
    }

    /**
     * The height follows the atlas's wish, which follows width and state alone. A scroll bar that comes by it makes the page a
     * little narrower: if it went for that, it would come again, for ever. Unless `anyhow`, so little width makes nothing lower.
     */
    #fit(anyhow = false) {
      const width = this.clientWidth;
      if (!width) return;
      const [fixed, mode] = [number(this.getAttribute("height")), this.getAttribute("mode") || "embed"];
      const own = mode === "embed" ? wantedHeight(width, list(this.getAttribute("hide"))) : Math.round((width * 9) / 16);
      const height = fixed ?? this.#told?.height ?? own;
      const kept = this.#fitted;
      if (height === kept?.height || (kept && !anyhow && height < kept.height && Math.abs(width - kept.width) <= BAR)) return;
      this.#fitted = { height, width };
      this.#rule.height = `${height}px`;
    }
  }

  /** Attributes as properties; `state` says how it is, these what was asked for. */
  const PROPERTIES = {
    year: [number, String],
    select: [(it) => it, String],
    view: [(it) => it && it.split(",").map(Number), (it) => [...it].join()],
    theme: [(it) => it ?? "auto", String],
    hide: [list, (it) => [...it].join()],
    mode: [(it) => it ?? "embed", String],
    step: [number, String],
    src: [(it) => it ?? HOME, String],
    label: [(it) => it, String],
    height: [number, String],
  };
  for (const [name, [read, write]] of Object.entries(PROPERTIES)) {
    Object.defineProperty(AshrafAtlas.prototype, name, {
      configurable: true,
      enumerable: true,
      get() { return read(this.getAttribute(name)) ?? null; },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, write(value));
      },
    });
  }
  customElements.define(NAME, AshrafAtlas);
})();

/** Types of what `embed.js` defines: the element `<ashraf-atlas>`. What each does stands in the README, section "In a page". */

export type AtlasMode = "explore" | "present" | "embed" | "speaker";
export type AtlasTheme = "light" | "dark" | "auto";
/** A part of the page that can be left out. */
export type AtlasPart = "title" | "panel" | "time" | "chart" | "chronology" | "legend" | "theme" | "share" | "follow" | "caption";
/** What is selected. */
export type AtlasSelection = `${"attack" | "place" | "relocation" | "check" | "source" | "context" | "page"}:${string}`;
/** Latitude, longitude and zoom of the map. */
export type AtlasView = [latitude: number, longitude: number, zoom: number];

/** What the visitor, the page around, or the story has chosen. */
export interface AtlasState {
  year: number;
  select: AtlasSelection | null;
  mode: AtlasMode;
  lang: string;
  theme: AtlasTheme;
  playing: boolean;
  speed: number;
  follow: boolean;
  view: AtlasView | null;
  hide: AtlasPart[];
  step: number | null;
  steps: number;
  walk: "steps" | "years" | "events";
  loop: boolean;
  idle: number;
  curtain: "black" | "white" | null;
}

/** What can be asked for: whatever is left out stays as it is. */
export type AtlasWish = Partial<Omit<AtlasState, "steps">>;

export interface AtlasEventMap {
  /** The map is drawn and can be used. */
  ready: CustomEvent<AtlasState>;
  /** The state is another one. */
  change: CustomEvent<AtlasState>;
}

export interface AshrafAtlasElement extends HTMLElement {
  year: number | null;
  select: AtlasSelection | null;
  view: AtlasView | null;
  theme: AtlasTheme;
  hide: AtlasPart[];
  mode: AtlasMode;
  step: number | null;
  /** Root of the atlas, by default the folder that embed.js came from. */
  src: string;
  /** Name of the frame for those who cannot see it. */
  label: string | null;
  /** Height in px, if it is not to follow what the atlas wants. */
  height: number | null;
  readonly playing: boolean;
  /** A copy of what the atlas last told; null until it is there. */
  readonly state: AtlasState | null;
  /** Settles when the map is drawn and can be used. */
  readonly ready: Promise<AtlasState>;
  set(wish: AtlasWish): void;
  play(): void;
  pause(): void;
  next(): void;
  previous(): void;
  addEventListener<Name extends keyof AtlasEventMap>(type: Name, listener: (this: AshrafAtlasElement, event: AtlasEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends Exclude<keyof HTMLElementEventMap, keyof AtlasEventMap>>(type: Name, listener: (this: AshrafAtlasElement, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof AtlasEventMap>(type: Name, listener: (this: AshrafAtlasElement, event: AtlasEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "ashraf-atlas": AshrafAtlasElement;
  }
}

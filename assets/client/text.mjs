// Interface words: one table per language in the story, looked up by key. Pure.

/** Languages whose dates and numbers are not to follow the bare language code: English dates read "1 September 2013". */
const LOCALES = { en: "en-GB" };
const FALLBACK = "en-GB";
/** Languages that some browsers know nothing of, and one that writes numbers as they do (CLDR: 3 112,5). */
const NUMBERS_LIKE = { sq: "fi" };
/** Unicode's first strong isolate and its end: what stands between keeps its own direction and moves nothing around it. */
const [APART, AGAIN] = ["\u2068", "\u2069"];
const locales = new Map();
const LATIN = /\p{Script=Latin}/u;

/** Whether browsers know how a language writes dates, lists and names. */
export function isKnown(lang) {
  return locale(lang) !== FALLBACK || LOCALES[lang] === FALLBACK;
}

/** The locale for Intl by which a language writes numbers. */
export function numberLocale(lang) {
  return isKnown(lang) ? locale(lang) : NUMBERS_LIKE[lang] ?? FALLBACK;
}

/** The locale for Intl of a language of the story; British English for a code no browser knows. */
export function locale(lang) {
  if (!locales.has(lang)) locales.set(lang, localeOf(LOCALES[lang] ?? lang)); // asked for with each number, and slow
  return locales.get(lang);
}

function localeOf(code) {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(code)[0] ?? FALLBACK;
  } catch {
    return FALLBACK; // not well-formed
  }
}

/**
 * A function `t(key, values)` that gives the words of `key` in `lang`, else in the story's language, else "".
 * `{name}` in the words is replaced by `values.name`. A number called `count` chooses among `key_one`, `key_few`,
 * `key_other` … by the language's rules (`key_zero`, if there is one, for 0) and is written as the language writes numbers.
 * The language itself is `t.lang`; `t.fromRight` says whether it is written from the right: there, Latin values stand apart.
 * @param {import("./state.mjs").Story} story
 * @param {string} lang
 */
export function words(story, lang) {
  const tables = [lang, story.story.language].map((code) => ({
    texts: (Object.hasOwn(story.text, code) && story.text[code]) || {},
    plural: new Intl.PluralRules(locale(code)),
    number: new Intl.NumberFormat(numberLocale(code)),
    fromRight: story.languages?.[code]?.direction === "rtl",
  }));
  const t = (key, values = {}) => {
    for (const table of tables) {
      const found = forms(key, values.count, table.plural).find((form) => Object.hasOwn(table.texts, form) && table.texts[form]);
      if (found) return fill(table.texts[found], values, table);
    }
    return "";
  };
  t.lang = lang;
  t.fromRight = tables[0].fromRight;
  return t;
}

/** A text that may be of another script than the words around it. */
export function apart(text, { fromRight }) {
  return fromRight && LATIN.test(text) ? `${APART}${text}${AGAIN}` : text;
}

/** Texts one after the other, parted by the semicolon of the language. */
export function series(texts, t) {
  return texts.map((text) => apart(text, t)).join(t.fromRight ? "؛ " : "; ");
}

/** What a kind of attack, context, people, source or measure is called: a translation, else the story's own word. */
export function kindName({ kinds = {} }, id, t) {
  return t(`kind.${id}`) || (Object.hasOwn(kinds, id) ? kinds[id].name : id);
}

function forms(key, count, plural) {
  if (typeof count !== "number") return [key];
  return [...(count === 0 ? [`${key}_zero`] : []), `${key}_${plural.select(count)}`, `${key}_other`, key];
}

function fill(text, values, { number, fromRight }) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = Object.hasOwn(values, name) ? values[name] : null;
    // only a count is written as a number: a year must not become "2,013"
    return name === "count" && typeof value === "number" ? number.format(value) : apart(String(value ?? ""), { fromRight });
  });
}

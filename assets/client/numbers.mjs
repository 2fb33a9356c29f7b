// Numbers of people in words: what is known, what is said to be about, what is not known. Pure.
import { numberLocale } from "./text.mjs";

const formats = new Map();

/** A number as the language writes it ("3,400"); "" for what is no number. */
export function formatNumber(n, lang) {
  return Number.isFinite(n) ? format(lang, {}).format(n) : "";
}

/** A year as the language writes it: its own digits, never grouped ("2013"). */
export function formatYear(year, lang) {
  return Number.isFinite(year) ? format(lang, { useGrouping: false }).format(year) : "";
}

/** "20–24"; one number when both ends are the same or only one is given; "" when none is. */
export function formatSpan({ low, high }, lang) {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return formatNumber(low ?? high, lang);
  return format(lang, {}).formatRange(Math.min(low, high), Math.max(low, high));
}

/**
 * How many, in words: "about 3,000", "3,500–4,000", "at least 23", "0", "not known".
 * The best figure with its qualifier; the range only where there is no best figure (`formatSpan` gives it beside one).
 * @param {{best?: number, people?: number, value?: number, low?: number, high?: number, qualifier?: string}|null} count
 * @param {string} lang
 * @param {(key: string, values?: Object) => string} t
 */
export function formatCount(count, lang, t) {
  const best = count?.best ?? count?.people ?? count?.value;
  const { low, high, qualifier = "" } = count ?? {};
  if (Number.isFinite(best)) return qualified(formatNumber(best, lang), qualifier, t);
  if (Number.isFinite(low) && Number.isFinite(high)) return qualified(formatSpan({ low, high }, lang), qualifier, t);
  if (Number.isFinite(low)) return qualified(formatNumber(low, lang), qualifier || "at least", t);
  if (Number.isFinite(high)) return qualified(formatNumber(high, lang), qualifier || "up to", t);
  return t("count.not_known");
}

// the words of a qualifier hold the place of the figure, as languages differ in it; unlisted ones follow in brackets
function qualified(figure, qualifier, t) {
  if (!qualifier) return figure;
  const key = `qualifier.${qualifier.trim().toLowerCase().replace(/[^a-z0-9]+/g, "_")}`;
  return t(key, { figure }) || t("qualifier.other", { figure, qualifier }) || `${figure} (${qualifier})`;
}

function format(lang, options) {
  const key = `${lang} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(numberLocale(lang), options));
  return formats.get(key);
}

// How words are compared: case, accents, punctuation and the variants of a script are of no matter; loosely, neither are
// the ways in which a name is spelled in other letters ("Achraf" is like "Ashraf"). Pure.

/** Letters that carry a mark without being made of a letter and a mark, and forms of one letter in several keyboards. */
const LETTERS = {
  ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ",
  ی: "ي", ى: "ي", ې: "ي", ک: "ك", ڪ: "ك", ة: "ه", ە: "ه", ہ: "ه", ھ: "ه", ٱ: "ا", ء: "", ـ: "",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
/** Marks above and below letters (vowels of Arabic script too), and what only joins, parts or turns them. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;
/** Apostrophes and their like; some of them count as letters. */
const APOSTROPHES = /['’‘ʼʻʿʾ`´]/gu;
const DIGITS = /[٠-٩۰-۹]/gu;
const PLAIN = /^[a-z0-9]+$/;

/** What stands between the parts of one word: hyphens, apostrophes, points and commas, and signs without a width. */
const JOINTS = "\\p{Cf}\\-‐‑'’‘ʼʻʿʾ`´.,";
const PART = "[\\p{L}\\p{N}\\p{M}]+";
const WORD = new RegExp(`${PART}(?:[${JOINTS}]+${PART})*`, "gu");
const JOINT = new RegExp(`[${JOINTS}]+`, "gu");

/** Spellings of one sound, longest first. Two of the same letter count as one after that, so "ou" and "oo" are "u". */
const SPELLINGS = {
  tsch: "sh", tch: "sh", sch: "sh", ch: "sh", dj: "j", gh: "g", kh: "k", q: "k", c: "k", w: "v", y: "i", e: "i", o: "u", ط: "ت", پ: "ب",
};
const SPELLED = new RegExp(Object.keys(SPELLINGS).join("|"), "gu");
const TWICE = /(\p{L})\1+/gu;
const ARTICLE = /^ال(?=..)/u;
/** A last vowel is often another one in another language: Tirana, Tiranë; Liberty, Libertë. */
const LAST_VOWEL = /(?<=.{5})[aiu]h?$|(?<=.{4}[aiu])h$/;

/** A text as it is compared: its words without their accents and variants, one space between them. */
export function fold(text) {
  return folded(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A folded word as it is compared loosely; equal ones are ways of writing the same sounds. */
export function loosely(word) {
  return word.replace(ARTICLE, "").replace(SPELLED, (found) => SPELLINGS[found]).replace(TWICE, "$1");
}

/** The beginning by which a folded word is looked for loosely; "" for numbers and for what is too short for it. */
export function looseStart(word) {
  const start = /\p{N}/u.test(word) ? "" : loosely(word).replace(LAST_VOWEL, "");
  return start.length < 3 ? "" : start;
}

/** The words of a text as they stand there. @returns {string[]} */
export function wordsIn(text) {
  return String(text ?? "").match(WORD) ?? [];
}

/** The same, each with the place where it begins. @returns {{word: string, at: number}[]} */
export function wordPlaces(text) {
  return Array.from(String(text ?? "").matchAll(WORD), ({ 0: word, index }) => ({ word, at: index }));
}

/** Where the parts of a word begin: at 0, and after each hyphen, apostrophe and the like. */
export function partPlaces(word) {
  return [0, ...Array.from(word.matchAll(JOINT), ({ 0: joint, index }) => index + joint.length)];
}

/**
 * A word as it stands in a text → what finds it: its parts, folded, and the whole in one ("Ashraf-3" → "ashraf", "3"
 * and "ashraf3"). A word of one part has no parts.
 * @returns {{whole: string, parts: string[]}}
 */
export function formsOf(word) {
  if (PLAIN.test(word)) return { whole: word, parts: [] };
  const parts = word.split(JOINT).map(joined).filter(Boolean);
  return { whole: parts.join(""), parts: parts.length > 1 ? parts : [] };
}

function joined(part) {
  return fold(part).replaceAll(" ", "");
}

function folded(text) {
  return String(text ?? "").replace(APOSTROPHES, "").normalize("NFKD").replace(UNSEEN, "").toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter]).replace(DIGITS, (digit) => String(digit.codePointAt(0) & 15));
}

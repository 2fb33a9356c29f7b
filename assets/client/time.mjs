// The time control: the year in figures, the slider with its marks, and what stands on the same axis. Uses document.
import { formatYear } from "./numbers.mjs";
import { clamp } from "./scene/mercator.mjs";
import { yearSentence } from "./sentence.mjs";
import { thing } from "./state.mjs";
import { ticks } from "./ticks.mjs";

const MOST_BARS = 500; // dates that stand one by one

/**
 * Build the control inside the page.
 * @param {object} story
 * @param {Function} t words
 * @param {{scrub: (year: number) => void, step: (year: number) => void}} told the slider moved; a year was typed
 * @returns {{show: (state: object) => void, moment: (year: number, fraction: number|null) => void}}
 */
export function openTime(story, t, told) {
  const { firstYear, lastYear } = story.story;
  const span = lastYear - firstYear + 1;
  const slider = buildSlider(firstYear, lastYear, t, told.scrub);
  const dates = buildDates(story, firstYear, span);
  document.getElementById("slider").replaceChildren(dates, slider, buildTicks(firstYear, lastYear, t.lang));
  const cursor = element("div", { class: "cursor" });
  const band = element("div", { class: "year-band" });
  const chosen = element("div", { class: "chosen-bar", hidden: "" });
  document.getElementById("chart-marks").replaceChildren(band, chosen, cursor);
  const figure = buildFigure(firstYear, lastYear, t, told.step);
  // the middle of a year's share of the axis is where the slider's thumb stands
  const inset = `calc(${100 / span / 2}% - var(--thumb) / 2)`;
  slider.style.cssText = `margin-inline:${inset};inline-size:calc(100% - 2 * (${inset}))`;
  let shown = null;

  return {
    show(state) {
      const spoken = shown?.lang !== state.lang;
      if (spoken) {
        for (const bar of dates.querySelectorAll("[data-id]")) bar.title = titleOf(bar.dataset.id, story);
        slider.nextElementSibling.replaceWith(buildTicks(firstYear, lastYear, state.lang));
      }
      if (shown?.year !== state.year || spoken) {
        slider.value = state.year;
        slider.setAttribute("aria-valuetext", yearSentence(story, state.year, t));
        slider.style.setProperty("--done", `${((state.year - firstYear) / Math.max(1, lastYear - firstYear)) * 100}%`);
        figure(state.year);
        band.style.cssText = `left:${((state.year - firstYear) / span) * 100}%;width:${100 / span}%`;
        cursor.style.left = `${((state.year + 0.5 - firstYear) / span) * 100}%`;
      }
      if (shown?.select !== state.select) {
        const attack = state.select?.startsWith("attack:") ? story.attacks[state.select.slice(7)] : null;
        chosen.hidden = !attack;
        if (attack) chosen.style.left = `${(((attack.date.from ?? attack.date.to) - firstYear) / span) * 100}%`;
        for (const mark of dates.children) {
          if (mark.dataset.id === state.select) mark.setAttribute("aria-current", "true");
          else mark.removeAttribute("aria-current");
        }
      }
      shown = state;
    },
    moment(year, fraction) {
      cursor.style.left = `${((year + (fraction ?? 0.5) - firstYear) / span) * 100}%`;
    },
  };
}

function buildSlider(firstYear, lastYear, t, scrub) {
  const slider = element("input", { type: "range", id: "year", min: firstYear, max: lastYear, step: 1, "aria-label": t("time.year"), "data-words": "label:time.year" });
  slider.addEventListener("input", () => scrub(Number(slider.value)));
  return slider;
}

/** Each dated attack and relocation, as wide as its date is known: a bar, not a point, where only the month is. */
function buildDates(story, firstYear, span) {
  const strip = element("div", { class: "dates", "aria-hidden": "true" });
  const bars = [
    ...Object.values(story.attacks).map((it) => [`attack:${it.id}`, it.counted ? "attack" : "operation", it]),
    ...Object.values(story.relocations).filter(({ drawn }) => drawn !== "none").map((it) => [`relocation:${it.id}`, "relocation", it]),
  ];
  if (bars.length > MOST_BARS) return strip.append(...dense(bars, firstYear, span)), strip;
  for (const [ref, name, { date }] of bars) {
    const from = clamp((date.from - firstYear) / span, 0, 1);
    const to = clamp(((date.to ?? date.from) - firstYear) / span, from, 1);
    const bar = element("span", { class: `${name}${(to - from) * span > 1.02 ? " long" : ""}`, "data-id": ref, title: titleOf(ref, story) });
    bar.style.cssText = `left:${from * 100}%;width:${(to - from) * 100}%`;
    strip.append(bar);
  }
  return strip;
}

/** So many that none could be told from another: a bar for each month, the stronger the more happened in it. */
function dense(bars, firstYear, span) {
  const counts = new Map();
  for (const [, name, { date }] of bars) {
    const month = Math.floor(clamp(date.from - firstYear, 0, span - 0.001) * 12);
    counts.set(name, (counts.get(name) ?? new Array(span * 12).fill(0)));
    counts.get(name)[month] += 1;
  }
  return [...counts].flatMap(([name, months]) => {
    const most = Math.max(...months);
    return months.map((count, month) => {
      if (!count) return null;
      const bar = element("span", { class: name });
      bar.style.cssText = `left:${(month / 12 / span) * 100}%;width:${100 / 12 / span}%;opacity:${0.25 + 0.75 * (count / most)}`;
      return bar;
    }).filter(Boolean);
  });
}

function titleOf(ref, story) {
  return thing(ref, story).row.title;
}

function buildTicks(firstYear, lastYear, lang) {
  const span = lastYear - firstYear + 1;
  const row = element("div", { class: "ticks", "aria-hidden": "true" });
  for (const { year, figure } of ticks(firstYear, lastYear)) {
    const left = `left:${((year - firstYear + 0.5) / span) * 100}%`;
    row.append(element("i", { style: left }));
    if (figure) row.append(element("span", { style: left }, formatYear(year, lang)));
  }
  return row;
}

/** The year in large figures; a click turns it into a field. */
function buildFigure(firstYear, lastYear, t, step) {
  const holder = document.getElementById("year-figure");
  const button = element("button", { type: "button", title: t("time.edit_title"), "data-words": "title:time.edit_title" });
  let present = firstYear;
  const edit = () => {
    const field = element("input", { type: "number", min: firstYear, max: lastYear, step: 1, inputmode: "numeric", "aria-label": t("time.edit") });
    field.value = present;
    let closed = false; // taking the field away blurs it, which would close it a second time
    const close = (withFocus) => {
      if (closed) return;
      closed = true;
      field.replaceWith(button);
      if (withFocus) button.focus();
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter") {
        event.preventDefault(); // else the same Enter would press the button that comes back
        const year = Math.round(Number(field.value));
        const given = field.value !== "" && Number.isFinite(year);
        close(true);
        if (given) step(clamp(year, firstYear, lastYear));
      }
      if (event.key === "Escape") close(true);
    });
    field.addEventListener("blur", () => close(false));
    button.replaceWith(field);
    field.select();
  };
  button.addEventListener("click", edit);
  holder.replaceChildren(button);
  return (year) => {
    present = year;
    button.textContent = formatYear(year, t.lang);
    button.setAttribute("aria-label", t("time.edit_now", { year: formatYear(year, t.lang) }));
  };
}

function element(tag, attributes, text) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

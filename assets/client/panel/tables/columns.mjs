// Columns that several tables of the story share. Pure.
import { formatCount } from "../../numbers.mjs";
import { placeButton, refButton, sourceLinks } from "../links.mjs";

/** What is counted of an attack. */
export const METRICS = ["killed", "wounded", "missing", "detained"];

/** Tables of which a long story shows the rows of one year: table → kind of its references. */
const YEARLY = { attacks: "attack", relocations: "relocation" };

function ofYear({ story, state }, table, kind) {
  return story.years[state.year].events.filter((ref) => ref.startsWith(`${kind}:`)).map((ref) => story[table][ref.slice(kind.length + 1)]);
}

/** The columns for a reader. @param {object} tell from `reader` */
export function columnsFor(tell) {
  const { t, story } = tell;
  const date = (get = (row) => row.date, key = "tables.date") => ({
    key, cell: (row) => get(row) && tell.date(get(row)), sort: (row) => get(row)?.from ?? get(row)?.to ?? null,
  });
  return {
    date,
    text: (key, get, wide = false) => ({ key, cell: get, wide }),
    title: (kind, key, get = ({ title }) => title) => ({ key, cell: (row) => refButton(`${kind}:${row.id}`, get(row)), sort: get }),
    place: (get = ({ place }) => place, key = "tables.place") => ({ key, cell: (row) => placeButton(tell, get(row)), sort: (row) => (get(row) ? tell.place(get(row)) : "") }),
    attack: { key: "tables.attack", cell: ({ attack }) => refButton(`attack:${attack.id}`, attack.title), sort: ({ attack }) => attack.date.from ?? attack.date.to },
    count: (key, get = (row) => row) => ({
      key,
      cell: (row) => { const count = get(row); return count ? formatCount(count, tell.lang, t) : ""; },
      sort: (row) => { const count = get(row); return count ? count.best ?? count.people ?? count.value ?? count.high ?? count.low : null; },
    }),
    estimate: (metric) => ({
      key: `panel.metric_${metric}`,
      cell: ({ estimates }) => estimateInWords(tell, estimates[metric]?.story),
      sort: ({ estimates }) => estimates[metric]?.story?.best ?? null,
    }),
    counted: {
      key: "panel.claims_standing",
      cell: ({ status, reason }) => (status === "counted" ? t("tables.counted") : t("panel.set_aside_because", { reason })),
      wide: true,
    },
    sources: { key: "panel.sources", cell: ({ sources }) => sourceLinks(tell, sources), sort: ({ sources }) => sources.length, wide: true },
    all: (table) => (story.parted && YEARLY[table] ? ofYear(tell, table, YEARLY[table]) : Object.values(story[table] ?? {})),
  };
}

/** "52 (52–53)"; the word for none, or for a dispute. */
function estimateInWords(tell, estimate) {
  const { t } = tell;
  if (!estimate) return "";
  const { best, qualifier } = estimate;
  return withRange(tell, Number.isFinite(best) ? tell.count({ best, qualifier }) : t("panel.disputed"), estimate);
}

/** A figure and the range of the sources behind it, "52 (52–53)"; the figure alone where they agree. */
export function withRange(tell, figure, { low, high }) {
  return low === high ? figure : `${figure} (${tell.span({ low, high })})`;
}

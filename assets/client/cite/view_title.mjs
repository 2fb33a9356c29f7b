// What is on screen, in a few words: "Killings at Camp Ashraf, 1 September 2013". Pure.
import { thing } from "../state.mjs";

/** Kind of what is selected → its words. */
const TITLES = {
  attack: dated,
  relocation: dated,
  context: dated,
  place: ({ t, state, place, year }, { id }) => t("cite.view_place", { place: place(id), year: year(state.year) }),
  check: ({ t }, { paragraph, statement }) => t("cite.view_check", { where: t("panel.check_paragraph", { paragraph }), statement: statement.replace(/\.$/, "") }),
  source: ({ t }, { title, publisher }) => t("cite.view_source", { title, publisher }),
};

/** The title of the view of a state. @param {object} tell from `reader` */
export function viewTitle(tell) {
  const { state, story, t } = tell;
  const selected = thing(state.select, story);
  if (selected?.kind === "page") return t(`page.${selected.id}`);
  if (selected) return TITLES[selected.kind](tell, selected.row);
  return t("cite.view_year", { year: tell.year(state.year) });
}

function dated(tell, { title, date }) {
  return tell.all([title, tell.date(date)]);
}

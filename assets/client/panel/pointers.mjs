// What else in the story points at something: context events, and statements of the founding article. Pure.
import { checkList } from "./check_list.mjs";
import { entryList } from "./entries.mjs";
import { section } from "./parts.mjs";

/**
 * The sections on what points at a reference such as "attack:atk_1"; those with nothing in them are left out.
 * @param {object} tell from `reader`
 * @param {string} ref
 * @param {{also?: string|null, checks?: (check: object) => boolean}} [more] what it points at itself; which checks are about it
 */
export function pointers(tell, ref, { also = null, checks = ({ select }) => select === ref } = {}) {
  const { story, t } = tell;
  const context = Object.values(story.context).filter(({ related }) => related === ref).map(({ id }) => `context:${id}`);
  const statements = Object.values(story.checks).filter(checks);
  return [
    section(t("panel.related"), entryList(tell, also ? [also, ...context] : context)),
    section(t("panel.in_article"), checkList(tell, statements.map(({ id }) => id))),
  ];
}

// Who says who did it: each account is its speaker's, and stands under what it is. Pure.
import { h } from "../h.mjs";
import { sourceLinks } from "./links.mjs";
import { paragraph, section } from "./parts.mjs";

/** Kinds of accounts, in the order in which they are given. */
const KINDS = ["allegation", "responsibility", "denial", "inquiry"];

/** Every account of an attack, grouped by kind; a sentence when there is none. */
export function accountList(tell, { accounts }) {
  const { t } = tell;
  if (!accounts.length) return section(t("panel.accounts"), paragraph(t("panel.accounts_none"), "remark"));
  const groups = KINDS.map((kind) => [kind, accounts.filter((account) => account.kind === kind)]);
  return section(t("panel.accounts"),
    paragraph(t("panel.accounts_note"), "remark"),
    groups.filter(([, group]) => group.length).map(([kind, group]) => [
      h("H4", null, t(`panel.accounts_${kind}`)),
      h("Dl", { className: "rows accounts" }, group.map((account) => accountRow(tell, account))),
    ]));
}

function accountRow(tell, { speaker, text, sources }) {
  return h("Div", null,
    h("Dt", null, tell.speakers([speaker].flat())),
    h("Dd", null, text, " ", sourceLinks(tell, sources)));
}

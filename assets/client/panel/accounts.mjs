// Who says what happened: each version is its speaker's, with the speaker's part in the event, and none is the atlas's. Pure.
import { h } from "../h.mjs";
import { sourceLinks } from "./links.mjs";
import { aside, paragraph } from "./parts.mjs";
import { partInWords, speakerOrder } from "./speaking.mjs";

/** Kinds of accounts, in the order in which they are given. */
const KINDS = ["allegation", "responsibility", "denial", "inquiry", "statement"];
/** Of these it is said when there is none. */
const LOOKED_FOR = KINDS.filter((kind) => kind !== "statement");

/** Every account of an attack by kind, after the UN's own wording; a sentence when there is none. */
export function accountList(tell, attack) {
  const { t } = tell;
  if (!attack.accounts.length) return [unWording(tell, attack), paragraph(t("panel.accounts_none"), "remark")];
  return [
    paragraph(t("panel.accounts_note"), "remark"),
    unWording(tell, attack),
    KINDS.map((kind) => accountsOf(tell, attack, kind)),
  ];
}

/** What the UN called the event, with the sources that give the UN's word on it. */
function unWording(tell, { unWording: wording, sources, claims, accounts }) {
  if (!wording) return null;
  const { story, t } = tell;
  const said = [...claims, ...accounts].filter((it) => (it.speakers ?? [it.speaker]).some((id) => story.speakers[id]?.kind === "un"));
  const own = sources.filter((id) => story.kinds[story.sources[id]?.type]?.counts === "first");
  return [
    h("H4", null, t("panel.un_wording")),
    h("Div", { className: "version" }, h("P", null, wording), sourceLinks(tell, [...new Set([...own, ...said.flatMap((it) => it.sources)])])),
  ];
}

/** The versions of a kind, by kind of speaker and name; of an attack, also that the sources hold none. */
function accountsOf(tell, attack, kind) {
  const order = speakerOrder(tell, attack);
  const versions = attack.accounts.filter((account) => account.kind === kind).sort((a, b) => order(a.speaker, b.speaker));
  if (!versions.length && !(attack.counted && LOOKED_FOR.includes(kind))) return null;
  return [
    h("H4", null, tell.t(`panel.accounts_${kind}`)),
    versions.length
      ? h("Ul", { className: "versions" }, versions.map((account) => h("Li", { id: `account-${account.id}`, className: "version" }, version(tell, attack, account))))
      : paragraph(tell.t(`panel.accounts_no_${kind}`), "remark"),
  ];
}

function version(tell, attack, { speaker, accused = [], text, sources }) {
  const { t } = tell;
  return [
    h("P", { className: "by" }, t("panel.according_to", { who: tell.speaker(speaker) }), aside(partInWords(tell, attack, speaker))),
    accused.length > 0
      && h("P", { className: "accused" }, h("Span", { className: "word" }, t("panel.accused", { count: accused.length })), " ", tell.all(accused)),
    h("P", null, text),
    sourceLinks(tell, sources),
  ];
}

// What is known of an event around the story. Pure.
import { placeButton } from "./links.mjs";
import { heading, paragraph, rows, sourceList } from "./parts.mjs";
import { pointers } from "./pointers.mjs";
import { yearOf } from "./reader.mjs";

/** The page of a context event. */
export function contextPage(tell, context) {
  const { t } = tell;
  return [
    heading(tell, {
      eyebrow: t("panel.of_year", { year: tell.year(yearOf(context.date)), what: tell.kind(context.kind) }),
      title: context.title,
      below: t("panel.dated", { date: tell.date(context.date), precision: tell.precision(context.date) }),
    }),
    paragraph(context.summary, "prose"),
    rows([[t("panel.place"), placeButton(tell, context.place)]]),
    pointers(tell, `context:${context.id}`, { also: context.related }),
    sourceList(tell, context.sources),
  ];
}

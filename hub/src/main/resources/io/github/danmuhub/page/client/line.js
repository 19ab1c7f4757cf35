// What a line says of an event, in words.

import { clean } from "./clean.js";
import { called } from "./events.js";
import { amount, count, gapWhy, has, span, t } from "./words.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */

/** The table of what is said beside the name, by type. Texts of viewers come as they are. */
const SAYS = /** @type {Record<string, (event: LiveEvent) => string>} */ ({
  chat: (e) => e.text ?? "",
  gift: (e) => t("line.gift", e.gift?.name ?? "", count(e.count ?? 0)),
  super_chat: (e) => e.text ?? "",
  membership: (e) => t(`line.membership.${e.kind ?? "new"}`, e.name ?? e.tier ?? "", term(e)),
  enter: (e) => e.effect ?? t("line.enter"),
  follow: () => t("line.follow"),
  share: () => t("line.share"),
  like: (e) => t("line.like", count(e.count ?? 1)),
  notice: (e) => e.text ?? "",
  moderation: (e) =>
    [word("moderation", e.action), e.target ? called(e.target) : "", e.text].join(" ").trim(),
  broadcast: (e) => word("broadcast", e.state),
  lottery: (e) =>
    [t("contests.lottery"), word("lottery", e.phase), e.name ?? "", (e.winners ?? []).map(called).join("、")].join(" "),
  battle: (e) => [t("contests.battle"), word("battle", e.state), sides(e)].join(" "),
  gap: (e) => gap(e),
  retract: (e) => t("line.retract", e.ids?.length ?? ""),
});

/** What it says. */
export const says = (/** @type {LiveEvent} */ event) =>
  clean(SAYS[event.type]?.(event) ?? event.type);

/** What was paid; "" for nothing, or where nobody knows. */
export const paid = (/** @type {LiveEvent} */ event) => (event.value ? amount(event.value) : "");

/** Who against whom, with scores. */
export const sides = (/** @type {LiveEvent} */ event) =>
  (event.sides ?? [])
    .map((side) => `${side.name ?? side.room ?? "?"} ${count(side.score)}`)
    .join(" : ");

/** A word of the protocol in the reader's language; itself where it has none. */
export function word(/** @type {string} */ group, /** @type {string | undefined} */ name) {
  const key = `${group}.${name}`;
  return has(key) ? t(key) : (name ?? "");
}

function term(/** @type {LiveEvent} */ event) {
  if (event.months === 1) return t("line.month");
  if (event.months) return t("line.months", event.months);
  return event.days ? t("line.days", event.days) : "";
}

/** A room that was not heard, or events that the hub no longer has. */
function gap(/** @type {LiveEvent} */ event) {
  if (event.from && event.to) {
    const length = span(Date.parse(event.to) - Date.parse(event.from));
    return t("line.gap.room", length, gapWhy(event.why));
  }
  return event.missed === undefined
    ? t("line.gap.unknown")
    : t("line.gap.missed", count(event.missed));
}

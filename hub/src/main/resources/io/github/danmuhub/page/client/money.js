// What is paid: sums, prices, and the colours that a platform gives them.

import { legible } from "./colours.js";

/** @typedef {import("./types.js").LiveEvent} LiveEvent */
/** @typedef {import("./types.js").Value} Value */

/** What a coin is worth, in thousandths of a yuan, where that is fixed well enough for a colour. */
const YUAN = /** @type {Record<string, number>} */ ({
  CNY: 1,
  "bilibili:gold": 0.001,
  "douyin:diamond": 0.1,
  "huya:bean": 0.001,
});

/** About so many yuan; 0 where nobody knows. */
export const yuan = (/** @type {Value | undefined} */ value) =>
  value ? ((YUAN[value.currency] ?? 0) * value.milli) / 1_000 : 0;

/**
 * Bilibili's table, from its price configuration; each colour with an ink that is legible on it.
 * `least` in yuan, `seconds` pinned.
 */
export const TIERS = [
  { least: 2_000, seconds: 7_200, ground: "#ab1a32", ink: "#ffffff" },
  { least: 1_000, seconds: 3_600, ground: "#c93636", ink: "#ffffff" },
  { least: 500, seconds: 1_800, ground: "#e09443", ink: "#2e1700" },
  { least: 100, seconds: 300, ground: "#e2b52b", ink: "#332500" },
  { least: 50, seconds: 120, ground: "#2f7391", ink: "#ffffff" },
  { least: 0, seconds: 60, ground: "#2a60b2", ink: "#ffffff" },
];

/**
 * How long what was paid is pinned and in which colours: the event's own, else its price's.
 *
 * @param {LiveEvent} event
 */
export function tier(event) {
  const price = yuan(event.value);
  const byPrice = TIERS.find((each) => price >= each.least) ?? TIERS[TIERS.length - 1];
  return { ...byPrice, seconds: event.seconds ?? byPrice.seconds, ...legible(event.colors?.body) };
}
